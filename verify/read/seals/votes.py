"""Guesses circles in a picture of lines: every thin dark stroke votes for the centres that lie across it.

Lines of print vote for as much, but for nothing together. Each size is looked for on the copy where it is 18 to 38
pixels in radius, so that large seals cost less than small ones.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import cv2
import numpy as np

from verify.read.engine import Array, Gray

RADII: Array = np.arange(18, 38, 2)
"""Radii in pixels of the copies that are looked for on each of them; the next copy is half as large."""

FINEST = 640
"""Longest side in pixels of the largest copy: the rim of a 20 mm seal on A4 has a radius of 22 pixels there."""

RIDGE = 3.0
"""Least curvature across a stroke, in grey levels: pale rims just reach it."""

UPRIGHT = 0.996
"""Strokes whose normal lies so near an axis (cosine) do not vote: rules and print are full of them, a rim has few."""

MAX_STROKES = 60_000
"""Pixels that vote on one copy: beyond, every n-th does."""

CELL = 2
"""Side in pixels of the cells in which votes are counted."""

VOTES = 0.22
"""Least votes a guess needs, as a share of its circumference."""

GUESSES = 12
"""Guesses returned of one copy at most, best first."""


class Guess(NamedTuple):
    """A circle in pixels of the image searched, and its votes as a share of its circumference."""

    x: float
    y: float
    radius: float
    votes: float


def guess_rims(dark: Gray, shortest: float) -> Iterator[Guess]:
    """Circles that strokes of `dark` (height x width, bright where dark) lie along, radius `shortest` at least."""
    scale = min(1.0, FINEST / max(dark.shape))
    while min(dark.shape) * scale > RADII[0]:
        copy: Array = cv2.resize(dark, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA) if scale < 1 else dark
        radii = RADII[RADII >= shortest * scale]
        if len(radii):
            for x, y, radius, votes in _peaks(copy, radii):
                yield Guess(x / scale, y / scale, radius / scale, votes)
        scale /= 2


def _peaks(copy: Gray, radii: Array) -> Iterator[Guess]:
    votes = _votes(copy, radii)
    for _ in range(GUESSES):
        flat = int(votes.argmax())
        k, row, column = (int(i) for i in np.unravel_index(flat, votes.shape))
        best = float(votes[k, row, column])
        if best < VOTES:
            return
        radius = float(radii[k])
        yield Guess((column + 0.5) * CELL - radii[-1], (row + 0.5) * CELL - radii[-1], radius, best)
        near = max(1, int(0.3 * radius / CELL))
        votes[:, max(0, row - near) : row + near + 1, max(0, column - near) : column + near + 1] = 0


def _votes(copy: Gray, radii: Array) -> Array:
    """(radius, row, column): votes by cell as a share of the circumference; centres may lie off the image."""
    x, y, nx, ny = _strokes(copy)
    edge = int(radii[-1])
    rows, columns = (side + 2 * edge for side in copy.shape)
    rows, columns = rows // CELL + 1, columns // CELL + 1
    layers = []
    for radius in radii:
        across = [
            ((y + side * radius * ny + edge) / CELL).astype(np.int32) * columns
            + ((x + side * radius * nx + edge) / CELL).astype(np.int32)
            for side in (-1, 1)
        ]
        counted = np.bincount(np.concatenate(across), minlength=rows * columns)[: rows * columns]
        layer = counted.reshape(rows, columns).astype(np.float32)
        layers.append(cv2.boxFilter(layer, -1, (3, 3), normalize=False) / (2 * np.pi * radius))
    return np.stack(layers)


def _strokes(copy: Gray) -> tuple[Array, Array, Array, Array]:
    """x, y and unit normal of the pixels in the middle of a thin stroke that does not run along an axis."""
    smooth = cv2.GaussianBlur(copy.astype(np.float32), (0, 0), 1.0)
    xx, yy = cv2.Sobel(smooth, -1, 2, 0, ksize=3) / 4, cv2.Sobel(smooth, -1, 0, 2, ksize=3) / 4
    xy = cv2.Sobel(smooth, -1, 1, 1, ksize=3) / 4
    half, spread = (xx + yy) / 2, np.hypot((xx - yy) / 2, xy)
    y, x = np.nonzero(spread - half > RIDGE)
    step = len(x) // MAX_STROKES + 1
    y, x = y[::step], x[::step]
    a, b, curve = ((xx - yy) / 2)[y, x], xy[y, x], (half - spread)[y, x]
    angle = 0.5 * np.arctan2(-b, -a)
    nx, ny = np.cos(angle), np.sin(angle)
    aslant = np.maximum(np.abs(nx), np.abs(ny)) < UPRIGHT
    level = np.asarray(half - spread)
    thin = aslant & (curve <= _at(level, x, y, nx, ny, 1)) & (curve <= _at(level, x, y, nx, ny, -1))
    return x[thin], y[thin], nx[thin], ny[thin]


def _at(level: Array, x: Array, y: Array, nx: Array, ny: Array, side: int) -> Array:
    """The level one pixel across the stroke."""
    column = np.rint(x + side * nx).astype(int).clip(0, level.shape[1] - 1)
    row = np.rint(y + side * ny).astype(int).clip(0, level.shape[0] - 1)
    return np.asarray(level[row, column])
