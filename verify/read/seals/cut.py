"""A seal cut out of its page, with some paper around it."""

from __future__ import annotations

import cv2
import numpy as np

from verify.read.engine import RGB, Array
from verify.read.seals.shapes import Outline

CROP = 560
"""Longest side in pixels of the cut-out: letters are 40 px high there."""

MARGIN = 0.14
"""Paper cut out around a seal, as a share of its size."""


def cut_out(image: RGB, outline: Outline) -> tuple[RGB, Outline]:
    """The seal with a margin, at most CROP pixels a side, and its outline there; ValueError where none of it is on the
    page."""
    dx, dy = (half * (1 + MARGIN) + 2 for half in outline.extent())
    x0, y0 = max(0, int(outline.x - dx)), max(0, int(outline.y - dy))
    crop: Array = image[y0 : max(0, int(outline.y + dy) + 1), x0 : max(0, int(outline.x + dx) + 1)]
    if not crop.size:
        raise ValueError("the outline lies off the page")
    scale = min(1.0, CROP / max(crop.shape[:2]))
    if scale < 1.0:
        crop = cv2.resize(crop, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    return np.ascontiguousarray(crop), outline.moved(-x0 * scale, -y0 * scale, scale)
