"""Which way the print of a page is turned: lines of print leave gaps across which nothing is dark (projection profile)."""

from __future__ import annotations

import cv2
import numpy as np

from verify.read.engine import Array, Gray

SIDE = 400
"""Longest side in pixels of the copy looked at."""

SMOOTH = 1.0
"""Deviation in pixels of the smoothing: what is not turned would else be the sharpest, whatever it shows."""

WIDEST, STEP = 20.0, 0.5
"""Turns tried either way, in degrees."""

INKED = 0.004
"""Least share of full darkness on the copy: with less there is no print to tell by."""

CLEAR = 2.0
"""The best turn's gaps are so many times those of the middling turn, at least."""


def print_turn(dark: Gray) -> float | None:
    """Degrees clockwise by which the lines of print on `dark` (bright where dark) are turned off the nearest axis; None
    where there is too little print, or it runs in no one direction."""
    if min(dark.shape) < 16 or float(dark.mean()) < 255 * INKED:
        return None
    scale = min(1.0, SIDE / max(dark.shape))
    copy: Array = cv2.resize(dark, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    copy = cv2.GaussianBlur(copy, (0, 0), SMOOTH)
    turns = np.arange(-WIDEST, WIDEST + STEP / 2, STEP)
    gaps = np.array([_gaps(copy, float(turn)) for turn in turns])
    best = gaps.max(axis=1)
    i = int(best.argmax())
    if best[i] < CLEAR * float(np.median(best)):
        return None
    return float(turns[i])


def _gaps(copy: Gray, turn: float) -> tuple[float, float]:
    """How sharply the darkness of rows, and of columns, of the copy turned back by `turn` changes from each to the
    next, as a share of what is dark."""
    height, width = copy.shape
    matrix = cv2.getRotationMatrix2D(((width - 1) / 2, (height - 1) / 2), turn, 1.0)
    level = cv2.warpAffine(copy, matrix, (width, height)).astype(np.float32)
    return _sharp(level.sum(axis=1)), _sharp(level.sum(axis=0))


def _sharp(sums: Array) -> float:
    return float((np.diff(sums) ** 2).sum()) / max(1.0, float((sums**2).sum()))
