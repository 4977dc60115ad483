"""Fits a rectangle to a mask of ink and measures its sides."""

from __future__ import annotations

import cv2
import numpy as np

from verify.read.engine import Array, Gray
from verify.read.seals.shapes import Rect, level

FLAT = 320
"""Longest side in pixels at which a rectangle's sides are measured."""

WHOLE = 0.9
"""Rules cover this share of a table's length; a seal's rows are not all cut into the same columns."""


def fit_rectangle(mask: Gray) -> Rect | None:
    """The rectangle around all ink of `mask`; its coverage is that of its least inked side."""
    (x, y), (width, height), angle = cv2.minAreaRect(cv2.findNonZero(mask))
    if min(width, height) < 12:
        return None
    if width < height:
        width, height, angle = height, width, angle + 90
    angle = (angle + 90) % 180 - 90
    rect = Rect(x, y, width, height, angle)
    flat = flattened(mask, rect)
    band = max(2, round(0.05 * len(flat)))
    sides = (flat[:band], flat[-band:], flat[:, :band].T, flat[:, -band:].T)
    return Rect(x, y, width, height, angle, min(_line(side) for side in sides))


def flattened(mask: Gray, rect: Rect) -> Array:
    """The inside of `rect` laid level, booleans, at most FLAT pixels a side."""
    scale = min(1.0, FLAT / rect.width)
    flat = level(mask * 255, rect, max(1, round(rect.width * scale)), max(1, round(rect.height * scale)))
    return np.asarray(flat > 100)


def _line(side: Array) -> float:
    """How much of a side one straight line covers, one pixel of waviness allowed."""
    rows = [np.any(side[i : i + 3], axis=0).mean() for i in range(max(1, len(side) - 2))]
    return float(max(rows))


def is_table(flat: Array) -> bool:
    """Whether rules cross from side to side both ways, between the sides of `flat`: a heading spans a seal's columns."""
    return _crossed(flat) and _crossed(flat.T)


def _crossed(flat: Array) -> bool:
    """Whether a row between the sides is ruled throughout, a pixel of waviness allowed."""
    edge = max(3, round(0.12 * len(flat)))
    kernel: Array = np.ones((1, max(9, flat.shape[1] // 6)), np.uint8)
    thick = cv2.dilate(flat[edge:-edge].astype(np.uint8), np.ones((3, 1), np.uint8))
    return bool((cv2.morphologyEx(thick, cv2.MORPH_OPEN, kernel).mean(axis=1) > WHOLE).any())
