"""Lays a rectangular seal straight by its four sides, which a photo may have drawn together, and clears its rules."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from verify.read.engine import RGB, Array, Gray
from verify.read.seals.ink import Views
from verify.read.seals.recogniser import whitened
from verify.read.seals.shapes import Rect, level

SIDE = 640
"""Longest side in pixels of the straightened seal: letters of a row of twenty are 30 px wide there."""

MAGNIFIED = 3.0
"""A small seal is enlarged by so much at most: nothing more is to be seen."""

AROUND = 0.07
"""Paper laid straight around the rectangle, as a share of its height: its sides are looked for there and as deep in."""

PIECES = 24
"""Pieces of each side in which the line is looked for."""

RULE, UNBROKEN = 0.6, 0.2
"""Rules cover this share of a row or column, in pieces so long at least: no stroke of a letter is."""

FRAME = 0.5
"""From this share on, of the rows next to the edge, ink is the frame's."""

INKED = 150
"""Darkest ink view is 0, paper 255: under this there is ink."""


@dataclass(frozen=True, slots=True)
class Plate:
    """A seal laid level, without its frame: in colour on white, its ink alone (dark on white), and where ink is."""

    colour: RGB
    ink: Gray
    mask: Array

    def turned(self, quarters: int) -> Plate:
        """The same plate turned counter-clockwise."""
        colour, ink, mask = (np.ascontiguousarray(np.rot90(x, quarters)) for x in (self.colour, self.ink, self.mask))
        return Plate(colour, ink, mask)


def straightened(image: RGB, views: Views, rect: Rect) -> Plate:
    """The inside of the seal on the cut-out `image` that `rect` roughly bounds, level and without frame and rules."""
    scale = min(MAGNIFIED, SIDE / rect.width)
    room = AROUND * rect.height
    wider = Rect(rect.x, rect.y, rect.width + 2 * room, rect.height + 2 * room, rect.angle)
    width, height = (max(24, round(side * scale)) for side in (wider.width, wider.height))
    margin = max(2, round(room * scale))
    found = level(views[1], wider, width, height) < INKED
    sides = _sides(found, 2 * margin)
    target = np.array([[0, 0], [1, 0], [1, 1], [0, 1]]) * [width - 2 * margin, height - 2 * margin]
    back = cv2.getPerspectiveTransform(target.astype(np.float32), _corners(sides))
    colour, ink, chroma = (
        _warped(level(view, wider, width, height), back, target[2]) for view in (whitened(image), views[0], views[1])
    )
    return _cleared(Plate(colour, ink, chroma < INKED))


def _warped(flat: Array, back: Array, size: Array) -> Array:
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    return cv2.warpPerspective(flat, back, tuple(map(int, size)), flags=flags, borderMode=cv2.BORDER_REPLICATE)


def _sides(found: Array, depth: int) -> list[tuple[float, float]]:
    """(offset, slope) of the upper, lower, left and right side: x or y along the side to its place across."""
    height, width = found.shape
    top, left = _side(found[:depth]), _side(found.T[:depth])
    bottom, right = _side(found[::-1][:depth]), _side(found.T[::-1][:depth])
    return [top, (height - 1 - bottom[0], -bottom[1]), left, (width - 1 - right[0], -right[1])]


def _side(band: Array) -> tuple[float, float]:
    """The outermost line along `band`, offset and slope; the middle of the band where there is none."""
    depth, length = band.shape
    size = max(1, length // PIECES)
    pieces = band[:, : length // size * size].reshape(depth, -1, size).mean(axis=2) > 0.6
    seen = np.flatnonzero(pieces.any(axis=0))
    if len(seen) < 6:
        return depth / 2, 0.0
    x, y = (seen + 0.5) * size, pieces.argmax(axis=0)[seen].astype(float)
    slopes = (y[:, None] - y) / np.where(np.eye(len(x)) > 0, np.inf, x[:, None] - x)
    slope = float(np.median(slopes[np.abs(x[:, None] - x) > length / 4]))
    return float(np.median(y - slope * x)), slope


def _corners(sides: list[tuple[float, float]]) -> Array:
    """(4, 2) float32: where the sides meet, clockwise from the upper left."""
    top, bottom, left, right = sides
    points = []
    for level_side, upright in ((top, left), (top, right), (bottom, right), (bottom, left)):
        y = (level_side[0] + level_side[1] * upright[0]) / (1 - level_side[1] * upright[1])
        points.append((upright[0] + upright[1] * y, y))
    return np.array(points, np.float32)


def _cleared(plate: Plate) -> Plate:
    """Without the frame; rules between rows and cells are no ink."""
    mask = plate.mask
    top, bottom = _frame(mask), len(mask) - _frame(mask[::-1])
    left, right = _frame(mask.T), mask.shape[1] - _frame(mask.T[::-1])
    inside = (slice(top, bottom), slice(left, right))
    mask = mask[inside].copy()
    for lines in (mask, mask.T):
        lines[_wide(_ruled(lines) > RULE)] = False
    return Plate(plate.colour[inside], plate.ink[inside], mask)


def _frame(mask: Array) -> int:
    """How deep the frame reaches in from the first row, which lies on it."""
    lines = mask[: max(3, len(mask) // 6)].mean(axis=1) > FRAME
    start = int(lines[:4].argmax()) if lines[:4].any() else 0
    return start + int(np.r_[lines[start:], False].argmin()) + 1


def _ruled(lines: Array) -> Array:
    """The share of each row that unbroken lines cover."""
    kernel: Array = np.ones((1, max(3, round(UNBROKEN * lines.shape[1]))), np.uint8)
    return np.asarray(cv2.morphologyEx(lines.astype(np.uint8), cv2.MORPH_OPEN, kernel).mean(axis=1))


def _wide(marks: Array) -> Array:
    """One more on either side."""
    return np.asarray(np.convolve(marks, np.ones(3), "same") > 0)
