"""Tells frames filled with rows of letters, as those of stamps are, from tables, pictures, cards and empty boxes."""

from __future__ import annotations

import cv2
import numpy as np

from verify.read.engine import Array, Gray
from verify.read.seals.frames import laid_flat, ridges
from verify.read.seals.shapes import Rect
from verify.read.seals.sides import is_table
from verify.read.seals.trace import FAINTEST

INSET = 0.05
"""What is left out along the sides, as a share of the height."""

INKED = 0.35
"""Ink is at least so dark as this share of the darkest inside."""

GAPS = 0.25
"""Between rows less than this share of the columns are inked, of those in the fullest."""

FEWEST, MOST = 2, 5
"""Rows of a stamp."""

LOWEST, HIGHEST, UNLIKE = 0.09, 0.42, 2.0
"""Least and greatest height of a row as a share of the inside, and the highest over the lowest."""

FILLED = 0.36
"""Least share of the height that is rows."""

WIDEST, NARROWEST = 0.62, 0.3
"""The widest row reaches over this share of the width at least, and so does each other one."""

STROKES = 6
"""Strokes that a line through a row crosses, in the middle of its height, at least."""

DENSE = (0.18, 0.8)
"""Share of a row that is ink, from .. to: a ruled or shaded one has less or more."""

RULED = 0.7
"""A rule covers so much of the inside's width."""


def is_filled(dark: Gray, frame: Rect) -> bool:
    """Whether the inside of `frame` on `dark` (bright where dark) is rows of letters from side to side, unruled."""
    inset = max(3.0, INSET * frame.height)
    inside = laid_flat(dark, frame, -inset)
    if min(inside.shape) < 12 or _ruled(inside, frame):
        return False
    ink = inside > max(INKED * float(np.percentile(inside, 95)), FAINTEST)
    rows = _rows(ink)
    heights = [(end - start) / len(ink) for start, end in rows]
    if not FEWEST <= len(rows) <= MOST or sum(heights) < FILLED:
        return False
    if min(heights) < LOWEST or max(heights) > HIGHEST or max(heights) > UNLIKE * min(heights):
        return False
    if is_table(ink):
        return False
    spans = [_written(ink[start:end]) for start, end in rows]
    return min(spans) >= NARROWEST and max(spans) >= WIDEST


def _ruled(inside: Array, frame: Rect) -> bool:
    """Whether a line runs through the inside."""
    strokes = (ridges(inside, frame) > FAINTEST + INKED * float(np.percentile(inside, 95))).astype(np.uint8)
    thick = cv2.dilate(strokes, np.ones((3, 1), np.uint8))
    kernel: Array = np.ones((1, max(9, inside.shape[1] // 5)), np.uint8)
    return bool(cv2.morphologyEx(thick, cv2.MORPH_OPEN, kernel).mean(axis=1).max() > RULED)


def _rows(ink: Array) -> list[tuple[int, int]]:
    """From where to where rows reach, top to bottom."""
    inked = ink.mean(axis=1)
    full = inked > GAPS * float(np.percentile(inked, 90))
    turns = np.flatnonzero(np.diff(np.r_[0, full.astype(np.int8), 0]))
    return [(int(a), int(b)) for a, b in zip(turns[::2], turns[1::2], strict=True) if b - a >= 0.04 * len(ink)]


def _written(row: Array) -> float:
    """The share of the width that a row reaches over; 0 if it is not letters."""
    columns = np.flatnonzero(row.any(axis=0))
    reach = row[:, columns[0] : columns[-1] + 1] if len(columns) else row[:, :0]
    if reach.shape[1] < 4 or not DENSE[0] <= float(reach.mean()) <= DENSE[1]:
        return 0.0
    strokes = np.count_nonzero(reach[:, 1:] & ~reach[:, :-1], axis=1)
    return reach.shape[1] / row.shape[1] if float(np.median(strokes)) >= STROKES else 0.0
