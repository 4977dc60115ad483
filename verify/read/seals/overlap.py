"""Seals stamped over one another: the rim of the lower one is judged where it lies beyond the upper one."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from verify.read.engine import Array, Gray
from verify.read.seals.judge import ink_at
from verify.read.seals.shapes import Ring

ROOM = 1.06
"""A rim that stays within another one blown up by this is that one's own, or its double line."""

SHARE = 0.2
"""Least share of a rim that lies beyond the other: of two equal seals, a tenth of the radius apart, a third does."""

INKED = 0.6
"""Least share of that part that is inked."""

CONTRAST = 0.4
"""By how much that part must be inked more than what lies just outside it, and than some circle just inside."""

ON, OUTSIDE, INSIDE = (0.985, 1.0, 1.015), (1.08, 1.12, 1.16), (0.96, 0.94, 0.92, 0.9, 0.88, 0.84, 0.8)
"""Where the rim is, and where there is paper: outside it, and between it and the letters."""

FEW = 20
"""Of 240 directions, so many at least must be looked at for a share of them to say anything."""


def is_apart(ring: Ring, others: Sequence[Ring], ink: Gray, inks: Sequence[Gray]) -> bool:
    """Whether `ring`, of `ink`, and each of `others`, of `inks`, stand out from under each other.

    Not so two fits of one rim, of which one misses it in part. Of two crescents the narrower one may be all rim.
    """
    if not _is_rim(ring, others, ink):
        return False
    quiet = _is_quiet(ring, others, ink)
    each = zip(others, inks, strict=True)
    return all(_is_rim(other, [ring], its) and (quiet or _is_quiet(other, [ring], its)) for other, its in each)


def _is_rim(ring: Ring, others: Sequence[Ring], ink: Gray) -> bool:
    """Whether the part of `ring` beyond `others` is long enough, and inked with paper outside."""
    seen = _beyond(ring, others, 1.0)
    if float(seen.mean()) < SHARE:
        return False
    outside = float(np.mean([ink_at(ink, ring, radius)[seen].mean() for radius in OUTSIDE]))
    inked = _inked(ring, ink, seen)
    return inked >= INKED and inked - outside >= CONTRAST


def _is_quiet(ring: Ring, others: Sequence[Ring], ink: Gray) -> bool:
    """Whether some circle inside the part of `ring` beyond `others` is inked less than the rim is."""
    inside = min((level for radius in INSIDE if (level := _level(ring, others, ink, radius)) is not None), default=1.0)
    return _inked(ring, ink, _beyond(ring, others, 1.0)) - inside >= CONTRAST


def _inked(ring: Ring, ink: Gray, seen: Array) -> float:
    """The share of the directions `seen` in which the rim is inked."""
    return float(np.any([ink_at(ink, ring, radius) for radius in ON], axis=0)[seen].mean())


def written_beyond(ring: Ring, others: Sequence[Ring], letters: Gray) -> bool:
    """Whether there are strokes, no picture, along the inside of the rim of `ring` beyond `others`."""
    levels = [_level(ring, others, letters, radius) for radius in np.arange(0.62, 0.9, 0.04)]
    seen = [level for level in levels if level is not None]
    return bool(seen) and 0.05 < float(np.mean(seen)) < 0.7


def _beyond(ring: Ring, others: Sequence[Ring], radius: float) -> Array:
    """Which of 240 points of `ring` shrunk to `radius` lie beyond all `others`, booleans."""
    points = ring.points(radius, 240)
    return np.asarray(~np.any([_within(points, other) for other in others], axis=0))


def _level(ring: Ring, others: Sequence[Ring], ink: Gray, radius: float) -> float | None:
    """The share of `ring` shrunk to `radius` and beyond `others` that is inked; None where too little is beyond."""
    seen = _beyond(ring, others, radius)
    return float(ink_at(ink, ring, radius)[seen].mean()) if np.count_nonzero(seen) >= FEW else None


def _within(points: Array, ring: Ring) -> Array:
    dx, dy = points[:, 0] - ring.x, points[:, 1] - ring.y
    c, s = np.cos(ring.phi), np.sin(ring.phi)
    u, v = (dx * c + dy * s) / ring.a, (dy * c - dx * s) / ring.b
    return np.asarray(u**2 + v**2 < ROOM**2)
