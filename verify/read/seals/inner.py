"""Reads what a round or oval seal says inside its title: lines across the middle, and the code along the bottom."""

from __future__ import annotations

import re

import cv2
import numpy as np

from verify.read.engine import Array, Engine, Gray
from verify.read.seals.band import Band
from verify.read.seals.ink import Views
from verify.read.seals.readings import Reading
from verify.read.seals.recogniser import recogniser
from verify.read.seals.shapes import Ring
from verify.read.seals.unwrap import framed, unwrap, upright

INNER_SIZE = 300
"""Side in pixels of the upright seal in which the inner lines are looked for."""


INKED, LEAST_INK = 140, 0.03
"""A sector with less of its pixels darker than the first bears no code."""

VARIED = 4
"""Different digits that a code has at least: strokes and dots are read as rows of 1 and 4."""

GOOD = 0.75
"""Least confidence of an inner line or a code worth reporting."""


def inner_lines(views: Views, ring: Ring, band: Band, up: float, engine: Engine) -> list[str]:
    """Lines across the middle of the upright seal, below the star or in its place."""
    flat = upright(views[0], ring, up, INNER_SIZE)
    mask = upright(views[1], ring, up, INNER_SIZE) < 150
    lines = []
    for top, bottom in _rows(mask, ring, band):
        reading = _line(flat, ring, band, top, bottom, engine)
        if reading.score >= GOOD and len(reading.text) >= 2:
            lines.append(reading.text)
    return lines


def code_of(view: Gray, ring: Ring, band: Band) -> list[str]:
    """The digits along the rim at the bottom, if 8 or more are read."""
    if not band.gaps or band.gaps[0].span < 40:
        return []
    gap = band.gaps[0]
    strip = unwrap(view, ring, (band.edge - 0.01, band.edge + 0.19), gap.start - 4, gap.span + 8)
    if float((strip < INKED).mean()) < LEAST_INK:
        return []
    (line,) = recogniser().read([np.asarray(cv2.cvtColor(cv2.rotate(strip, cv2.ROTATE_180), cv2.COLOR_GRAY2RGB))])
    digits = re.sub(r"\D", "", line.text)
    return [digits] if len(digits) >= 8 and len(set(digits)) >= VARIED and line.score >= GOOD else []


def _chord(ring: Ring, band: Band, y: float) -> float:
    """Half the width in pixels of the free middle of the upright seal at `y` pixels from its centre."""
    scale = INNER_SIZE / (2 * ring.long)
    letters = (band.edge + band.depth) * ring.short
    a, b = ((axis - letters) * scale for axis in (ring.long, ring.short))
    inside = 1 - (y / b) ** 2 if b > 0 else 0.0
    return float(a * np.sqrt(inside)) if inside > 0 else 0.0


def _rows(mask: Array, ring: Ring, band: Band) -> list[tuple[int, int]]:
    """(top, bottom) of up to three lines of ink in the free middle, top down; a star is too tall to be one."""
    middle = INNER_SIZE / 2
    inked = np.zeros(INNER_SIZE, bool)
    for y in range(INNER_SIZE):
        half = int(_chord(ring, band, y - middle))
        row = mask[y, int(middle) - half : int(middle) + half]
        inked[y] = half > 20 and row.mean() > 0.06
    edges = np.diff(np.r_[0, inked.astype(int), 0])
    runs = list(zip(np.flatnonzero(edges == 1), np.flatnonzero(edges == -1), strict=True))
    return [(int(a), int(b)) for a, b in runs if 12 <= b - a <= 64][:3]


def _line(flat: Gray, ring: Ring, band: Band, top: int, bottom: int, engine: Engine) -> Reading:
    middle = INNER_SIZE // 2
    half = int(max(_chord(ring, band, y - middle) for y in (top, bottom))) + 6
    strip = flat[max(0, top - 3) : bottom + 3, max(0, middle - half) : middle + half]
    return Reading(*engine.read_line(framed(strip)))
