"""The outlines of seals: an ellipse (a circle is one) and a rectangle, in pixels of the image that they lie on."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

import cv2
import numpy as np

from verify.page import Box
from verify.read.engine import Array

ROUND = 1.12
"""Axes that differ by less are a circle's, squeezed by a scanner or a slanted photo."""


@lru_cache(maxsize=8)
def around(count: int) -> tuple[Array, Array]:
    """Cosine and sine of `count` equal steps round a circle."""
    t = np.linspace(0, 2 * math.pi, count, endpoint=False)
    return np.cos(t), np.sin(t)


@dataclass(frozen=True, slots=True)
class Ring:
    """An ellipse: centre, semi-axes `a` (along `phi`) and `b`, `phi` in radians clockwise from the x axis.

    `coverage` is the share of directions, within the image, in which the rim carries ink.
    """

    x: float
    y: float
    a: float
    b: float
    phi: float
    coverage: float = 0.0

    @property
    def short(self) -> float:
        """The short semi-axis."""
        return min(self.a, self.b)

    @property
    def long(self) -> float:
        """The long semi-axis."""
        return max(self.a, self.b)

    @property
    def circular(self) -> bool:
        """Whether it is a circle, but for a scanner's squeeze."""
        return self.long < ROUND * self.short

    def moved(self, dx: float, dy: float, scale: float = 1.0) -> Ring:
        """The same ring after scaling the image and then moving it."""
        return Ring(self.x * scale + dx, self.y * scale + dy, self.a * scale, self.b * scale, self.phi, self.coverage)

    def points(self, radius: float, count: int) -> Array:
        """`count` points, (count, 2) floats, on the ellipse blown up by `radius`, at equal parameter steps."""
        cos, sin = around(count)
        u, v = self.a * radius * cos, self.b * radius * sin
        c, s = math.cos(self.phi), math.sin(self.phi)
        return np.stack([self.x + u * c - v * s, self.y + u * s + v * c], axis=1)

    def extent(self) -> tuple[float, float]:
        """Half the width and half the height of the upright bounding box."""
        c, s = math.cos(self.phi), math.sin(self.phi)
        return math.hypot(self.a * c, self.b * s), math.hypot(self.a * s, self.b * c)


@dataclass(frozen=True, slots=True)
class Rect:
    """A rotated rectangle: centre, `width` >= `height`, `angle` of the width in degrees clockwise from the x axis."""

    x: float
    y: float
    width: float
    height: float
    angle: float
    coverage: float = 0.0

    def moved(self, dx: float, dy: float, scale: float = 1.0) -> Rect:
        """The same rectangle after scaling the image and then moving it."""
        x, y = self.x * scale + dx, self.y * scale + dy
        return Rect(x, y, self.width * scale, self.height * scale, self.angle, self.coverage)

    def corners(self) -> Array:
        """(4, 2) float32: the corners clockwise from the upper left one of the rectangle laid level."""
        c, s = math.cos(math.radians(self.angle)), math.sin(math.radians(self.angle))
        half = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]]) * [self.width / 2, self.height / 2]
        turned = half @ np.array([[c, s], [-s, c]])
        return np.asarray(turned + np.array([self.x, self.y]), np.float32)

    def extent(self) -> tuple[float, float]:
        """Half the width and half the height of the upright bounding box."""
        corners = self.corners()
        return float(np.ptp(corners[:, 0])) / 2, float(np.ptp(corners[:, 1])) / 2


Outline = Ring | Rect


def box_of(outline: Outline, width: int, height: int) -> Box:
    """The upright box of `outline`, kept within an image of `width` x `height`."""
    dx, dy = outline.extent()
    x0, y0 = math.floor(outline.x - dx), math.floor(outline.y - dy)
    x1, y1 = math.ceil(outline.x + dx), math.ceil(outline.y + dy)
    return min(max(0, x0), width - 1), min(max(0, y0), height - 1), min(max(1, x1), width), min(max(1, y1), height)


def level(image: Array, rect: Rect, width: int, height: int) -> Array:
    """The inside of `rect`, straightened to `width` x `height`."""
    target = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    matrix = cv2.getPerspectiveTransform(rect.corners(), target)
    return cv2.warpPerspective(image, matrix, (width, height), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)
