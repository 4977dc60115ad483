"""Unwraps a ring sector into a straight strip, along the rim's normal and in steps of equal arc length.

Concentric scaling would squeeze the letters at the flat sides of an oval seal; the normal does not. Directions are
degrees clockwise from up, depths are shares of the short semi-axis below the rim.
"""

from __future__ import annotations

import math

import cv2
import numpy as np

from verify.read.engine import RGB, Array, Gray
from verify.read.seals.shapes import Ring

STEPS = 1441
"""Points on the whole rim: quarter degrees."""

LONGEST = 1600
"""Longest strip in pixels."""

LINE, STEP = 48, 32
"""Height in pixels at which engines read a line, and what its width is a multiple of."""


def unwrap(view: Gray, ring: Ring, band: tuple[float, float], start: float, span: float, height: int = 48) -> Gray:
    """The sector from `start` over `span` degrees, outermost row first; `band` is (depth at the top, at the bottom)."""
    x, y, nx, ny = _rim(ring, start)
    middle = ring.short * sum(band) / 2
    line_x, line_y = x - nx * middle, y - ny * middle
    along = np.concatenate([[0.0], np.cumsum(np.hypot(np.diff(line_x), np.diff(line_y)))])
    end = float(np.interp(span, np.linspace(0, 360, STEPS), along))
    width = int(np.clip(end * height / ((band[1] - band[0]) * ring.short), 24, LONGEST))
    at = np.interp(np.linspace(0, end, width), along, np.arange(STEPS))
    depth = np.linspace(band[0], band[1], height)[:, None] * ring.short
    map_x = _pick(x, at) - _pick(nx, at) * depth
    map_y = _pick(y, at) - _pick(ny, at) * depth
    strip = cv2.remap(
        view, map_x.astype(np.float32), map_y.astype(np.float32), cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE
    )
    return np.asarray(strip, np.uint8)


def upright(view: Gray, ring: Ring, up: float, size: int) -> Gray:
    """The seal's bounding circle turned so that direction `up` is up, on a white square of `size` pixels."""
    scale = size / (2 * ring.long)
    matrix: Array = cv2.getRotationMatrix2D((ring.x, ring.y), up, scale)
    matrix[:, 2] += size / 2 - np.array([ring.x, ring.y])
    turned = cv2.warpAffine(view, matrix, (size, size), flags=cv2.INTER_CUBIC, borderValue=255)
    return np.asarray(turned, np.uint8)


def framed(strip: Array) -> RGB:
    """With some paper around, as the engine expects a line, in three channels."""
    wide = cv2.copyMakeBorder(strip, 4, 4, 12, 12, cv2.BORDER_REPLICATE)
    return np.asarray(cv2.cvtColor(wide, cv2.COLOR_GRAY2RGB), np.uint8)


def evened(line: RGB) -> RGB:
    """`line` LINE pixels high, its width brought to a multiple of STEP: an engine prepares itself for each width anew, which
    takes as long as reading."""
    width = max(STEP, round(line.shape[1] * LINE / len(line) / STEP) * STEP)
    return np.asarray(cv2.resize(line, (width, LINE), interpolation=cv2.INTER_LINEAR), np.uint8)


def _rim(ring: Ring, start: float) -> tuple[Array, Array, Array, Array]:
    """x, y and the outward unit normal at STEPS directions from `start`, clockwise, once round."""
    angle = np.radians(np.linspace(0, 360, STEPS) + start)
    dx, dy = np.sin(angle), -np.cos(angle)
    c, s = math.cos(ring.phi), math.sin(ring.phi)
    u, v = dx * c + dy * s, -dx * s + dy * c
    radius = 1 / np.sqrt((u / ring.a) ** 2 + (v / ring.b) ** 2)
    u, v = u * radius, v * radius
    nu, nv = u / ring.a**2, v / ring.b**2
    length = np.hypot(nu, nv)
    nu, nv = nu / length, nv / length
    return ring.x + u * c - v * s, ring.y + u * s + v * c, nu * c - nv * s, nu * s + nv * c


def _pick(values: Array, at: Array) -> Array:
    return np.interp(at, np.arange(STEPS), values)[None, :]
