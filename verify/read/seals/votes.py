"""Guesses circles and ovals in a picture of lines: every thin dark stroke votes for the centres that lie across it.

Lines of print vote for as much, but for nothing together. Each size is looked for on the copy where it is 18 to 38
pixels in radius, so that large seals cost less than small ones.
"""

from __future__ import annotations

from collections.abc import Iterator

import cv2
import numpy as np

from verify.read.engine import Array, Gray
from verify.read.seals.shapes import Ring

RADII: Array = np.arange(18, 38, 2)
"""Radii in pixels of the copies that are looked for on each of them; the next copy is half as large."""

FINEST = 640
"""Longest side in pixels of the largest copy: the rim of a 20 mm seal on A4 has a radius of 22 pixels there."""

RIDGE = 3.0
"""Least curvature across a stroke, in grey levels: pale rims just reach it."""

UPRIGHT = 0.996
"""Strokes whose normal lies so near an axis (cosine) do not vote: rules and print are full of them, a rim has few."""

SECOND = ((2, 0), 0.125), ((0, 2), 0.125), ((1, 1), 0.25)
"""Second derivatives along x, along y and mixed, and the scale at which the first two are halved."""

MAX_STROKES = 60_000
"""Pixels that vote on one copy: beyond, every n-th does."""

CELL = 2
"""Side in pixels of the cells in which votes are counted."""

VOTES = 0.24
"""Least votes a guess needs, as a share of its circumference."""

GUESSES = 12
"""Guesses returned of one copy at most, best first."""


SQUEEZES = (1.0, 0.7)
"""Height over width of the shapes looked for; the following of the rim makes up for a tenth more or less."""


def guess_rims(dark: Gray, shortest: float, squeezes: tuple[float, ...] = SQUEEZES) -> Iterator[Ring]:
    """Circles and level ovals that strokes of `dark` (height x width, bright where dark) lie along, not in order.

    Short semi-axes are `shortest` at least; `coverage` is the votes as a share of the circumference.
    """
    finest = min(1.0, FINEST / max(dark.shape))
    for squeeze in squeezes:
        scale = finest
        while min(dark.shape) * scale > RADII[0]:
            radii = RADII[shortest * scale <= RADII]
            if len(radii):
                x, y = squeeze * scale, scale
                copy: Array = cv2.resize(dark, None, fx=x, fy=y, interpolation=cv2.INTER_AREA)
                for ring in _peaks(copy, radii):
                    yield Ring(ring.x / x, ring.y / y, ring.a / x, ring.b / y, 0.0, ring.coverage)
            scale /= 2


def _peaks(copy: Gray, radii: Array) -> Iterator[Ring]:
    """The circles with most votes, best first."""
    layers = _votes(copy, radii)
    votes = layers.max(axis=0)
    for _ in range(GUESSES):
        row, column = (int(i) for i in np.unravel_index(int(votes.argmax()), votes.shape))
        best = float(votes[row, column])
        if best < VOTES:
            return
        radius = float(radii[int(layers[:, row, column].argmax())])
        x, y = ((cell + 0.5) * CELL - float(radii[-1]) for cell in (column, row))
        yield Ring(x, y, radius, radius, 0.0, best)
        near = max(1, int(0.3 * radius / CELL))
        votes[max(0, row - near) : row + near + 1, max(0, column - near) : column + near + 1] = 0


def _votes(copy: Gray, radii: Array) -> Array:
    """(radius, row, column): votes by cell as a share of the circumference; centres may lie off the image."""
    x, y, nx, ny = _strokes(copy)
    edge = int(radii[-1])
    rows, columns = ((side + 2 * edge) // CELL + 1 for side in copy.shape)
    x, y = np.tile((x + edge) / CELL, 2), np.tile((y + edge) / CELL, 2)
    nx, ny = np.r_[nx, -nx] / CELL, np.r_[ny, -ny] / CELL
    layers: Array = np.empty((len(radii), rows, columns), np.float32)
    for layer, radius in zip(layers, radii.astype(np.float32), strict=True):
        cells = (y + radius * ny).astype(np.intp) * columns + (x + radius * nx).astype(np.intp)
        layer[:] = np.bincount(cells, minlength=rows * columns).reshape(rows, columns)
        cv2.boxFilter(layer, -1, (3, 3), dst=layer, normalize=False)
        layer /= 2 * np.pi * radius
    return layers


def _strokes(copy: Gray) -> tuple[Array, Array, Array, Array]:
    """x, y and unit normal of the pixels in the middle of a thin stroke that does not run along an axis."""
    smooth = cv2.GaussianBlur(copy.astype(np.float32), (0, 0), 1.0)
    xx, yy, xy = (cv2.Sobel(smooth, -1, *way, ksize=3, scale=scale) for way, scale in SECOND)
    half, uneven = cv2.add(xx, yy), cv2.subtract(xx, yy)
    level = np.asarray(cv2.subtract(half, cv2.magnitude(uneven, xy)))
    y, x = np.nonzero(level < -RIDGE)
    step = len(x) // MAX_STROKES + 1
    y, x = y[::step], x[::step]
    a, b, curve = uneven[y, x], xy[y, x], level[y, x]
    angle = 0.5 * np.arctan2(-b, -a)
    nx, ny = np.cos(angle), np.sin(angle)
    aslant = np.maximum(np.abs(nx), np.abs(ny)) < UPRIGHT
    thin = aslant & (curve <= _at(level, x, y, nx, ny, 1)) & (curve <= _at(level, x, y, nx, ny, -1))
    return x[thin].astype(np.float32), y[thin].astype(np.float32), nx[thin], ny[thin]


def _at(level: Array, x: Array, y: Array, nx: Array, ny: Array, side: int) -> Array:
    """The level one pixel across the stroke."""
    column = np.rint(x + side * nx).astype(int).clip(0, level.shape[1] - 1)
    row = np.rint(y + side * ny).astype(int).clip(0, level.shape[0] - 1)
    return np.asarray(level[row, column])
