"""Tells the outlines of seals from those of frames, QR codes, logos, letters, table rules and photos."""

from __future__ import annotations

import numpy as np

from verify.read.engine import Array, Gray
from verify.read.seals.fit import rim, row_of
from verify.read.seals.shapes import Rect, Ring
from verify.read.seals.sides import flattened, is_table

LONGEST = 6.0
"""Longest side of a rectangular seal over its shortest: 施工图审查合格 in one line."""


SIDE_COVERAGE = 0.7
"""Least share of each side of a rectangle that one line covers."""


RIM_CONTRAST = 0.42
"""By how much the rim must be inked more than what lies just outside it: lines of text fail this."""


QUIET = 0.36
"""Some circle inside the rim is inked no more than this: between rim and letters, or between letters and star."""


STROKES = 9
"""Least number of strokes crossed on the way round through the letters: a single large character has fewer."""


def is_rectangle(window: Gray, rect: Rect, shortest: float) -> bool:
    """Whether the sides are lines and the inside is written on: not empty, not a picture, not a table."""
    if rect.coverage < SIDE_COVERAGE or rect.height < 2 * shortest or rect.width > LONGEST * rect.height:
        return False
    flat = flattened(window, rect)
    edge = round(0.12 * len(flat))
    return 0.08 < float(flat[edge:-edge, edge:-edge].mean()) < 0.7 and not is_table(flat)


def is_rim(piece: Gray, letters: Gray, ring: Ring) -> bool:
    """Whether there is little just outside, and some circle inside is far less inked than the rim.

    Not so in QR codes, pictures and lines of text.
    """
    if ring.coverage - float(rim(piece, row_of(ring)[None], 1.1)[0]) < RIM_CONTRAST:
        return False
    quietest = min(
        np.any([ink_at(letters, ring, radius + step) for step in (-0.02, 0.0, 0.02)], axis=0).mean()
        for radius in np.arange(0.5, 0.96, 0.03)
    )
    return float(quietest) <= min(QUIET, ring.coverage - RIM_CONTRAST)


def is_written(letters: Gray, ring: Ring) -> bool:
    """Whether there are letters, rather than nothing or a picture, along the inside of the rim."""
    band = [ink_at(letters, ring, radius) for radius in np.arange(0.62, 0.88, 0.04)]
    density = float(np.mean([line.mean() for line in band]))
    return 0.05 < density < 0.7 and max(_runs(line) for line in band) >= STROKES


def ink_at(ink: Gray, ring: Ring, radius: float) -> Array:
    """Whether there is ink at 240 points of the ring shrunk to `radius`, booleans; outside the image there is none."""
    x, y = np.rint(ring.points(radius, 240)).astype(int).T
    inside = (x >= 0) & (y >= 0) & (x < ink.shape[1]) & (y < ink.shape[0])
    return np.asarray(inside & (ink[y.clip(0, ink.shape[0] - 1), x.clip(0, ink.shape[1] - 1)] > 0))


def _runs(line: Array) -> int:
    """How many separate strokes a closed line of points crosses."""
    return int(np.count_nonzero(line & ~np.roll(line, 1)))
