"""Lays a seal level at one size, whatever its place, size, tilt and squeeze on the page: what is compared lies alike."""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np

from verify.page import SealOutline
from verify.read.engine import RGB, Array

SIDE, REACH = 192, 80.0
"""Side of the laid square, and the radius of a round seal (half the diagonal of a rectangular one) on it, in pixels."""

ROUND = 1.12
"""Axes that differ by less are a circle's, squeezed by a scanner; then the angle says nothing."""


@dataclass(frozen=True, slots=True)
class Frame:
    """From the laid square to the page: a 2x2 matrix around the two middles. `shrink`: page pixels in one laid pixel.

    `half_width`, `half_height`: the half sides of a rectangle on the laid square, both 0 for a ring.
    """

    middle: tuple[float, float]
    matrix: Array
    shrink: float
    half_width: float = 0.0
    half_height: float = 0.0

    def lay(self, image: RGB, side: int = SIDE, zoom: float = 1.0, paper: float | None = None) -> Array:
        """float32 (side, side, 3): the page about the seal, `zoom` times as much of it; off the page its edge goes on,
        or `paper`."""
        linear = self.matrix * (zoom * SIDE / side)
        blur = 0.45 * math.sqrt(max(0.0, (self.shrink * zoom * SIDE / side) ** 2 - 1))
        reach = float(np.abs(linear).sum(axis=1).max()) * side / 2 + 3 * blur + 4
        x0, y0 = (max(0, int(value - reach)) for value in self.middle)
        crop = image[y0 : max(y0 + 1, int(self.middle[1] + reach)), x0 : max(x0 + 1, int(self.middle[0] + reach))]
        if not crop.size:
            return np.full((side, side, 3), 255.0 if paper is None else paper, np.float32)
        pixels: Array = crop.astype(np.float32)
        if blur > 0.1:
            pixels = cv2.GaussianBlur(pixels, (0, 0), blur)
        offset = np.array(self.middle) - (x0, y0) - linear @ np.full(2, (side - 1) / 2)
        edge = cv2.BORDER_REPLICATE if paper is None else cv2.BORDER_CONSTANT
        flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
        matrix: Array = np.column_stack([linear, offset])
        level = 0.0 if paper is None else paper
        laid = cv2.warpAffine(pixels, matrix, (side, side), flags=flags, borderMode=edge, borderValue=(level,) * 3)
        return np.asarray(laid, np.float32)


def frame_of(outline: SealOutline) -> Frame:
    """The frame of a seal's outline."""
    a, b, turn = outline.width / 2, outline.height / 2, math.radians(outline.angle)
    if outline.shape == "rectangle":
        unit = math.hypot(a, b) / REACH
        return Frame((outline.x, outline.y), _turn(turn) * unit, unit, a / unit, b / unit)
    mean = math.sqrt(a * b)
    if max(a, b) < ROUND * min(a, b):
        return Frame((outline.x, outline.y), np.eye(2) * (mean / REACH), mean / REACH)
    if b > a:
        a, b, turn = b, a, turn + math.pi / 2
    return Frame((outline.x, outline.y), _turn(turn) @ np.diag([a, b]) / REACH, mean / REACH)


def radius_of(outline: SealOutline) -> float:
    """The radius in pixels of the page: of a rectangle or an oval, half the root of its sides' product."""
    return math.sqrt(outline.width * outline.height) / 2


def _turn(angle: float) -> Array:
    c, s = math.cos(angle), math.sin(angle)
    return np.array([[c, -s], [s, c]])
