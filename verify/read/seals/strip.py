"""The outline that a seal keeps, and the straightened picture that can be drawn by it again at any time."""

from __future__ import annotations

import math

import numpy as np

from verify.page import SealOutline
from verify.read.engine import RGB, Gray
from verify.read.seals.band import Band
from verify.read.seals.cut import cut_out
from verify.read.seals.ink import INKS, Ink, departure_of, views
from verify.read.seals.shapes import Outline, Rect, Ring, level
from verify.read.seals.titles import OVERLAP
from verify.read.seals.unwrap import unwrap

DEPTHS = (-0.03, 0.48)
"""From just outside the rim to below the letters, as shares of the short semi-axis."""

HEIGHT, FLAT_SIDE = 64, 420
"""Height in pixels of a straightened ring, and longest side of a straightened rectangle."""


def outline_of(outline: Outline, band: Band | None = None) -> SealOutline:
    """`outline` as a seal keeps it; where the `band` of its letters is known, with its widest gap."""
    if isinstance(outline, Rect):
        width, height, angle = outline.width, outline.height, outline.angle
        return _rounded("rectangle", outline.x, outline.y, width, height, angle)
    start, span = (180.0, 360.0) if band is None else _between_gap(band)
    width, height, angle = 2 * outline.a, 2 * outline.b, math.degrees(outline.phi)
    return _rounded("ring", outline.x, outline.y, width, height, angle, start, span)


def straighten(page: RGB, outline: SealOutline, colour: str) -> Gray:
    """The seal as its reader saw it: the ring unwrapped from its gap on, or the rectangle laid level; dark on white.

    `page` is the upright page; raises ValueError where nothing of the outline lies on it.
    """
    ink: Ink = next((known for known in INKS if known == colour), "black")
    crop, there = cut_out(page, _as_fitted(outline))
    flat = views(crop, ink, departure_of(crop, ink))[0]
    if isinstance(there, Rect):
        share = FLAT_SIDE / max(there.width, there.height, 1.0)
        size = max(1, round(there.width * share)), max(1, round(there.height * share))
        return np.asarray(level(flat, there, *size), np.uint8)
    span = min(360.0, outline.span + 2 * OVERLAP)
    return unwrap(flat, there, DEPTHS, outline.start - OVERLAP, span, HEIGHT)


def _as_fitted(outline: SealOutline) -> Outline:
    if outline.shape == "rectangle":
        return Rect(outline.x, outline.y, outline.width, outline.height, outline.angle)
    return Ring(outline.x, outline.y, outline.width / 2, outline.height / 2, math.radians(outline.angle))


def _between_gap(band: Band) -> tuple[float, float]:
    """Where the widest gap ends, and the degrees from there to where it begins; from the bottom where there is none."""
    gaps = band.gaps
    return ((gaps[0].start + gaps[0].span) % 360, 360 - gaps[0].span) if gaps else (180.0, 360.0)


def _rounded(shape: str, *values: float) -> SealOutline:
    """To a tenth: what is kept and compared must not hang on the last bits of a float."""
    return SealOutline("ring" if shape == "ring" else "rectangle", *(round(float(value), 1) for value in values))
