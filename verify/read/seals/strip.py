"""The outline that a seal keeps, and the straightened picture that can be drawn by it again at any time."""

from __future__ import annotations

import math

import cv2
import numpy as np

from verify.model import SealOutline
from verify.read.engine import RGB, Array, Gray
from verify.read.seals.band import band_of
from verify.read.seals.ink import INKS, Ink, Views, views
from verify.read.seals.shapes import Outline, Rect, Ring, level
from verify.read.seals.titles import OVERLAP
from verify.read.seals.unwrap import unwrap

CROP = 560
"""Longest side in pixels of the cut-out that is straightened, as when it was read."""

MARGIN = 0.14
"""Paper cut out around a seal, as a share of its size."""

DEPTHS = (-0.03, 0.48)
"""From just outside the rim to below the letters, as shares of the short semi-axis."""

HEIGHT, FLAT_SIDE = 64, 420
"""Height in pixels of a straightened ring, and longest side of a straightened rectangle."""


def outline_of(outline: Outline, seen: Views | None = None, ring: Ring | None = None) -> SealOutline:
    """`outline` as a seal keeps it; where the ring was `seen` (as `ring` on those views), with its widest gap."""
    if isinstance(outline, Rect):
        width, height, angle = outline.width, outline.height, outline.angle
        return _rounded("rectangle", outline.x, outline.y, width, height, angle)
    start, span = (180.0, 360.0) if seen is None or ring is None else _between_gap(seen, ring)
    width, height, angle = 2 * outline.a, 2 * outline.b, math.degrees(outline.phi)
    return _rounded("ring", outline.x, outline.y, width, height, angle, start, span)


def straighten(page: RGB, outline: SealOutline, colour: str) -> Gray:
    """The seal as its reader saw it: the ring unwrapped from its gap on, or the rectangle laid level; dark on white.

    `page` is the upright page; raises ValueError where nothing of the outline lies on it.
    """
    ink: Ink = next((known for known in INKS if known == colour), "black")
    crop, dx, dy, scale = _cut_out(page, outline)
    flat = views(crop, ink)[0]
    x, y = (outline.x - dx) * scale, (outline.y - dy) * scale
    width, height = outline.width * scale, outline.height * scale
    if outline.shape == "rectangle":
        share = FLAT_SIDE / max(width, height, 1.0)
        size = max(1, round(width * share)), max(1, round(height * share))
        return np.asarray(level(flat, Rect(x, y, width, height, outline.angle), *size), np.uint8)
    ring = Ring(x, y, width / 2, height / 2, math.radians(outline.angle))
    span = min(360.0, outline.span + 2 * OVERLAP)
    return unwrap(flat, ring, DEPTHS, outline.start - OVERLAP, span, HEIGHT)


def _between_gap(seen: Views, ring: Ring) -> tuple[float, float]:
    """Where the widest gap ends, and the degrees from there to where it begins; from the bottom where there is none."""
    gaps = band_of(np.asarray(cv2.addWeighted(seen[0], 0.5, seen[1], 0.5, 0), np.uint8), ring).gaps
    return ((gaps[0].start + gaps[0].span) % 360, 360 - gaps[0].span) if gaps else (180.0, 360.0)


def _cut_out(page: RGB, outline: SealOutline) -> tuple[RGB, int, int, float]:
    """The seal with a margin, the left and upper edge of the cut, and the scale that it was brought to."""
    turn = math.radians(outline.angle)
    c, s = abs(math.cos(turn)), abs(math.sin(turn))
    dx = (outline.width * c + outline.height * s) / 2 * (1 + MARGIN) + 2
    dy = (outline.width * s + outline.height * c) / 2 * (1 + MARGIN) + 2
    x0, y0 = max(0, int(outline.x - dx)), max(0, int(outline.y - dy))
    crop: Array = page[y0 : max(0, int(outline.y + dy) + 1), x0 : max(0, int(outline.x + dx) + 1)]
    if not crop.size:
        raise ValueError("the outline lies off the page")
    scale = min(1.0, CROP / max(crop.shape[:2]))
    if scale < 1.0:
        crop = cv2.resize(crop, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    return np.ascontiguousarray(crop), x0, y0, scale


def _rounded(shape: str, *values: float) -> SealOutline:
    """To a tenth: what is kept and compared must not hang on the last bits of a float."""
    return SealOutline("ring" if shape == "ring" else "rectangle", *(round(float(value), 1) for value in values))
