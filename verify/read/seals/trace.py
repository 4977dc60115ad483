"""Follows the rim of a seal in a picture of darkness, where print and rules cross it, and measures how whole it is."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

import cv2
import numpy as np

from verify.read.engine import Array, Gray
from verify.read.seals.fit import UNSEEN
from verify.read.seals.guess import ellipse_through
from verify.read.seals.shapes import Ring, around

DIRECTIONS = 160
"""In how many directions the rim is looked for."""

REACH, SHIFTS = 0.16, 5
"""How far a guess may be off, as a share of its radius, and how many displacements a way are tried within half of it."""

SQUEEZED = (-0.11, 0.0, 0.11)
"""By how much a guess is widened and lowered in trying: scanners and slanted photos squeeze."""

WINDOWS = (0.12, 0.07, 0.04, 0.03)
"""How far from the last fit the rim is looked for, as a share of its radius."""

CAP = 12.0
"""Contrast in grey levels beyond which a stroke counts no more: print is darker than many a seal."""

ROUNDS = 6
"""How often the points furthest from the fitted wave are left out."""

ON_RIM = 0.4
"""Least share of the directions on the page in which the rim must lie on one ellipse; at least a third are on it."""

WELL_KNOWN = 0.7
"""Share of the directions in which the rim must be known for its squeeze to be told from its place."""

STROKE = 0.05
"""A rim is thinner than this share of its radius: just beside it there is paper on either side."""

FAINTEST = 4.0
"""Least contrast in grey levels of a rim with the paper on either side."""

SHARE = 0.35
"""A rim is seen where its contrast is this share of that of its better half."""


def trace(dark: Gray, ring: Ring) -> Ring | None:
    """The ellipse through the rim near `ring` on `dark` (bright where dark); None where there is none.

    Its coverage is the share of directions in which a thin dark stroke runs there.
    """
    ring = _displaced(dark, ring)
    for window in WINDOWS:
        radii, contrast = _contrast(dark, ring, window)
        cap = 1.5 * max(FAINTEST, float(np.median(_levels(dark, ring, 1.0)[0])))
        nearer = 1 - 0.3 * np.abs(radii - 1) / window
        best = (np.minimum(contrast, cap) * nearer[:, None]).argmax(axis=0)
        kept = _on_one_wave(radii[best] - 1, np.minimum(contrast[best, np.arange(DIRECTIONS)], cap), window)
        if np.count_nonzero(kept) < ON_RIM * max(int(_seen(dark, ring).sum()), DIRECTIONS // 3):
            return None
        again = _through(ring, kept, _points(ring, radii[best])[kept])
        if not (0.8 * ring.short < again.short and again.long < 1.25 * ring.long):
            return None
        ring = again
    return replace(ring, coverage=coverage(dark, ring))


def _displaced(dark: Gray, ring: Ring) -> Ring:
    """`ring` moved and blown up so that most strokes lie along it, however dark they are."""
    radii, contrast = _contrast(dark, ring, REACH)
    thick = cv2.dilate(np.minimum(contrast, CAP).clip(0), np.ones((max(1, len(radii) // 10) | 1, 1), np.uint8))
    dx, dy, wide, bend = _bends()
    rows = np.rint(bend / (radii[1] - radii[0])).astype(int)
    most = int(np.abs(rows).max())
    edged = np.pad(thick, ((most, most), (0, 0)), mode="edge").ravel()
    cells = (rows + most) * DIRECTIONS + np.arange(DIRECTIONS)
    strokes = edged.take(cells[:, None] + np.arange(len(radii))[:, None] * DIRECTIONS).mean(axis=2)
    i, row = (int(index) for index in np.unravel_index(int(strokes.argmax()), strokes.shape))
    x, y, c, s = ring.a * dx[i], ring.b * dy[i], np.cos(ring.phi), np.sin(ring.phi)
    a, b = (axis * float(radii[row] + way * wide[i]) for axis, way in ((ring.a, 1), (ring.b, -1)))
    return Ring(ring.x + float(x * c - y * s), ring.y + float(x * s + y * c), a, b, ring.phi)


@lru_cache(maxsize=1)
def _bends() -> tuple[Array, Array, Array, Array]:
    """The displacements tried: each a move and a widening, and how far those move the rim outwards in each direction."""
    cos, sin = around(DIRECTIONS)
    steps = np.linspace(-REACH / 2, REACH / 2, SHIFTS)
    dx, dy, wide = (grid.ravel() for grid in np.meshgrid(steps, steps, SQUEEZED))
    return dx, dy, wide, dx[:, None] * cos + dy[:, None] * sin + wide[:, None] * (cos**2 - sin**2)


def _through(ring: Ring, kept: Array, points: Array) -> Ring:
    """The ellipse through `points`, or, where too little of the rim is there to tell, one like `ring`."""
    if np.count_nonzero(kept) >= WELL_KNOWN * DIRECTIONS:
        return Ring(*ellipse_through(points))
    c, s = np.cos(ring.phi), np.sin(ring.phi)
    turn = np.array([[c, -s], [s, c]])
    u, v = (((points - [ring.x, ring.y]) @ turn) / [ring.a, ring.b]).T
    (x, y, rest), *_ = np.linalg.lstsq(np.stack([2 * u, 2 * v, np.ones_like(u)], axis=1), u**2 + v**2, rcond=None)
    blown = float(np.sqrt(max(0.0, rest + x * x + y * y)))
    x, y = turn @ [x * ring.a, y * ring.b]
    return Ring(ring.x + float(x), ring.y + float(y), ring.a * blown, ring.b * blown, ring.phi)


def outer_edge(dark: Gray, ring: Ring) -> Ring:
    """`ring`, which runs along the middle of the rim, blown up to the rim's outer edge: where it has half faded."""
    radii = np.linspace(1.0, 1.0 + 2 * STROKE, 21)
    middle = np.array([ring.x, ring.y])
    points = (middle + (ring.points(1.0, DIRECTIONS) - middle) * radii[:, None, None]).astype(np.float32)
    level = cv2.remap(dark, points[..., 0], points[..., 1], cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    faded = np.median(level.astype(np.float32), axis=1)
    beyond = np.flatnonzero(faded < (faded[0] + faded.min()) / 2)
    edge = float(radii[beyond[0]]) if len(beyond) else 1.0
    return replace(ring, a=ring.a * edge, b=ring.b * edge)


def coverage(dark: Gray, ring: Ring, radius: float = 1.0, least: float = 0.0) -> float:
    """The share of directions in which a stroke runs along `ring` blown up by `radius`; what lies off the image counts
    for UNSEEN of its length. `least` is the least contrast, else that of a share of the strokes themselves."""
    level, seen = _levels(dark, ring, radius)
    if not seen.any():
        return 0.0
    least = least or threshold(level[seen])
    share = float(seen.mean())
    return float((level[seen] > least).sum() / DIRECTIONS / (share + UNSEEN * (1 - share)))


def threshold(level: Array) -> float:
    """The contrast from which a stroke counts as seen."""
    return max(FAINTEST, SHARE * float(np.percentile(level, 70)))


def rim_threshold(dark: Gray, ring: Ring) -> float:
    """The contrast from which the rim of `ring` counts as seen."""
    level, seen = _levels(dark, ring, 1.0)
    return threshold(level[seen]) if seen.any() else FAINTEST


def _levels(dark: Gray, ring: Ring, radius: float) -> tuple[Array, Array]:
    """In each direction the best contrast near `radius`, and whether that lies within the image."""
    tolerance = max(0.02, 1.2 / ring.short)
    blown = Ring(ring.x, ring.y, ring.a * radius, ring.b * radius, ring.phi)
    _, contrast = _contrast(dark, blown, tolerance)
    return np.asarray(contrast.max(axis=0)), _seen(dark, blown)


def _seen(dark: Gray, ring: Ring) -> Array:
    """Whether the rim lies within the image, in each direction."""
    x, y = ring.points(1.0, DIRECTIONS).T
    return np.asarray((x > 1) & (y > 1) & (x < dark.shape[1] - 2) & (y < dark.shape[0] - 2))


def _contrast(dark: Gray, ring: Ring, window: float) -> tuple[Array, Array]:
    """Radii around 1, and (radius, direction) by how much darker it is there than a stroke's width further in and out."""
    step = min(0.02, 0.7 / ring.short)
    beside = max(2, round(max(STROKE, 2.0 / ring.short) / step))
    steps = max(1, round(window / step))
    radii = 1 + step * np.arange(-steps - beside, steps + beside + 1)
    middle = np.array([ring.x, ring.y])
    points = (middle + (ring.points(1.0, DIRECTIONS) - middle) * radii[:, None, None]).astype(np.float32)
    level = cv2.remap(dark, points[..., 0], points[..., 1], cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    level = level.astype(np.float32)
    here = level[beside:-beside]
    return radii[beside:-beside], np.minimum(here - level[: -2 * beside], here - level[2 * beside :])


def _on_one_wave(offset: Array, strength: Array, widest: float) -> Array:
    """Which directions lie on one smooth wave: a circle displaced and squeezed gives two waves round and two double."""
    cos, sin = around(DIRECTIONS)
    basis = np.stack([np.ones_like(cos), cos, sin, cos**2 - sin**2, 2 * cos * sin], axis=1)
    kept: Array = strength > FAINTEST
    weight = np.minimum(strength, 2 * max(FAINTEST, float(np.median(strength)))).clip(0)
    for _ in range(ROUNDS):
        if np.count_nonzero(kept) < 12:
            return kept
        scaled = weight[kept, None]
        wave = basis @ np.linalg.lstsq(basis[kept] * scaled, offset[kept] * scaled[:, 0], rcond=None)[0]
        kept = (strength > FAINTEST) & (np.abs(offset - wave) < widest)
        widest = max(0.015, widest * 0.7)
    return kept


def _points(ring: Ring, radii: Array) -> Array:
    """In each direction the point of `ring` blown up by that direction's radius, (n, 2)."""
    middle = np.array([ring.x, ring.y])
    return np.asarray(middle + (ring.points(1.0, DIRECTIONS) - middle) * radii[:, None])
