"""How alike the ink of two impressions is, and whether the pages around them are one page."""

from __future__ import annotations

import math
from typing import NamedTuple

import cv2
import numpy as np

from verify.compare.ink_align import align
from verify.compare.ink_border import grown, lacking, path_of, profile, texture
from verify.compare.ink_codec import AROUND, OFF, Ink
from verify.compare.ink_frame import REACH, SIDE
from verify.read.engine import Array

SHIFT = 4
"""Points by which the two borders are still moved along each other: a third of a degree each."""

LEAST_BOTH = 0.2
"""Least share of the border that is free of print on both; else nothing can be said."""

ONE_STAMP, ONE_INK = 0.6, 0.6
"""Inks that agree less than the first, strokes and all, are mostly two stamps': their borders must agree by the second."""

ENOUGH_BOTH = 0.4
"""Below this share chance correlations grow as its root falls, so the score is brought down by as much."""

BESIDE, QUICK = 8, 6.0
"""Points beside a bare place that are left out with it, and the deviation in points of what is taken off where lasting wear
must not count: it is broader than fibre."""

LEAST_LEFT = 0.08
"""Least share of the border that must be left then: of so little all must agree, as the score falls with its root."""

Border = tuple[Array, Array]
"""The ink at each point of a border, and which points count."""

ZOOM = 2.8
"""The map of the print around shows so many times the laid square."""

SAME_PRINT = 0.7
"""Correlation of the print around two seals from which on it is the same print in the same place."""

OWN = 1.15
"""Print within so many radii is left out: it may have been copied together with the seal."""

NEARER = (5.0, 2.2)
"""Radii within which the print is compared: all of it, and near the seal, as a photo's slant grows with the distance."""

LITTLE = 0.004
"""Share of the common area under which there is too little print to tell."""


_OFFSETS = (np.indices((AROUND, AROUND)) - (AROUND - 1) / 2) * (ZOOM * SIDE / AROUND / REACH)
_FROM_SEAL: Array = np.hypot(*_OFFSETS)


class Agreement(NamedTuple):
    """How far two borders' texture agrees (-1..1; less where little is free of print), and the matrix that lays them on
    each other.

    `inked` is the agreement of the quick texture alone, without what lacks ink on both: a nick of the stamp is bare in
    each of its impressions, a worn patch pale.
    """

    score: float
    matrix: Array
    inked: float


def ink_score(mine: Ink, theirs: Ink) -> Agreement | None:
    """The agreement of the two inks; None where they are not of one stamp, or too little of both is free of print."""
    laid = align(mine, theirs)
    if laid is None:
        return None
    matrix, fit = laid
    path = path_of(mine.half_width, mine.half_height)
    one, counts = profile(mine.ink, mine.valid, path)
    other, also = profile(theirs.ink, theirs.valid, path, matrix)
    both = float((counts & also).mean())
    if both < LEAST_BOTH:
        return None
    left, right = texture(one, counts), texture(other, also)
    along = range(-SHIFT, SHIFT + 1)
    best, by = max((_cosine(left, np.roll(right, by), counts & np.roll(also, by)), by) for by in along)
    score = best * math.sqrt(min(1.0, both / ENOUGH_BOTH))
    if fit < ONE_STAMP and score < ONE_INK:
        return None
    return Agreement(score, matrix, _inked((one, counts), (np.roll(other, by), np.roll(also, by))))


def _inked(mine: Border, theirs: Border) -> float:
    """Agreement.inked of two borders that lie on each other; 0 where too little is left to tell."""
    bare = grown(lacking(*mine) & lacking(*theirs), BESIDE)
    counts = mine[1] & theirs[1] & ~bare
    if counts.mean() < LEAST_LEFT:
        return 0.0
    one, other = (texture(values, counts, QUICK) for values, _ in (mine, theirs))
    return _cosine(one, other, counts) * math.sqrt(min(1.0, float(counts.mean()) / ENOUGH_BOTH))


def same_print(mine: Array, theirs: Array, matrix: Array) -> bool | None:
    """Whether the print around lies in the same places; None where one has too little of it to tell."""
    scale, middle = ZOOM * SIDE / AROUND, (AROUND - 1) / 2
    linear = matrix[:, :2]
    centre = np.full(2, (SIDE - 1) / 2)
    offset = middle + (linear @ centre + matrix[:, 2] - centre) / scale - linear @ np.full(2, middle)
    cells = np.column_stack([linear, offset]).astype(np.float32)
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    there: Array = (theirs != OFF).astype(np.float32)
    print_there = np.where(theirs == OFF, 0, theirs).astype(np.float32)
    laid, seen = (cv2.warpAffine(plane, cells, (AROUND, AROUND), flags=flags) for plane in (print_there, there))
    both = (mine != OFF) & (seen > 0.99) & (_FROM_SEAL > OWN)
    planes = np.where(mine == OFF, 0, mine).astype(np.float32), laid
    told = [_agree(*planes, both & (reach > _FROM_SEAL)) for reach in NEARER]
    return None if all(one is None for one in told) else any(one is True for one in told)


def _agree(mine: Array, theirs: Array, both: Array) -> bool | None:
    if both.mean() < 0.08 or min(mine[both].mean(), theirs[both].mean()) / 254 < LITTLE:
        return None
    soft = [_soft(np.where(both, plane, 0), both)[both] for plane in (mine, theirs)]
    return _cosine(soft[0] - soft[0].mean(), soft[1] - soft[1].mean()) >= SAME_PRINT


def _soft(plane: Array, both: Array) -> Array:
    weight = cv2.GaussianBlur(both.astype(np.float32), (0, 0), 0.8)
    return np.asarray(cv2.GaussianBlur(plane.astype(np.float32), (0, 0), 0.8) / np.maximum(weight, 1e-3), np.float32)


def _cosine(one: Array, other: Array, counts: Array | None = None) -> float:
    if counts is not None:
        one, other = one[counts], other[counts]
    return float((one * other).sum()) / math.sqrt(float((one**2).sum()) * float((other**2).sum()) + 1e-9)
