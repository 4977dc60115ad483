"""What stands on a page beside text: marks (signatures, ticks), whether it is blank, and the paper round a portrait."""

from __future__ import annotations

import cv2
import numpy as np

from verify.page import Border, Box, Word
from verify.read.engine import RGB, Array

WORK_SIDE = 1400
"""Longest side in pixels at which marks are looked for."""

MAX_MARKS = 60
BLANK_SHARE = 0.0004
"""A page with less ink than this, and no text, shows nothing: 1/25 of a line of print."""

_DARK = 55
"""Levels below the paper from which a pixel is ink."""

_REDDISH = 45
"""Levels of red above the weaker of green and blue from which a pixel is a red seal's."""


def marks(image: RGB, words: tuple[Word, ...], seals: tuple[Box, ...] = ()) -> tuple[Box, ...]:
    """Boxes of dark or blue ink that no line of text covers, rules left out; the MAX_MARKS largest, in order.

    `seals` are the boxes of blue seals, whose ink is none of a pen's; red ink is never a mark.
    """
    scale = min(1.0, WORK_SIDE / max(image.shape[:2]))
    small: Array = image if scale == 1.0 else cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    ink = _ink(small)
    for box in (*(word.box for word in words), *seals):
        x0, y0, x1, y1 = (int(value * scale) for value in box)
        ink[max(0, y0 - 2) : y1 + 3, max(0, x0 - 2) : x1 + 3] = 0
    ink = _without_rules(ink)
    joined = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (15, 9)))
    count, _, stats, _ = cv2.connectedComponentsWithStats(joined)
    found = [stats[i] for i in range(1, count) if _is_mark(stats[i], ink)]
    largest = sorted(found, key=lambda s: (-int(s[4]), int(s[1]), int(s[0])))[:MAX_MARKS]
    boxes = (_scaled(s, scale, image) for s in largest)
    return tuple(sorted(boxes, key=lambda box: (box[1], box[0])))


def is_blank(image: RGB) -> bool:
    """Whether a page is nothing but paper: a scan's noise and its dark edges do not count."""
    height, width = image.shape[:2]
    inner = image[height // 25 : height - height // 25, width // 25 : width - width // 25]
    small: Array = cv2.resize(inner, (500, 700), interpolation=cv2.INTER_AREA) if inner.size else inner
    return bool(small.size == 0 or (_ink(small, red=True) > 0).mean() < BLANK_SHARE)


def is_grey(image: RGB) -> bool:
    """Whether a page has no colour at all: a colour scan of black print on white paper still has the sensor's tints."""
    small: Array = cv2.resize(image, (400, 560), interpolation=cv2.INTER_AREA)
    return int(cv2.subtract(small.max(axis=2), small.min(axis=2)).max()) <= 3


def border(image: RGB) -> Border:
    """The paper round a portrait: a strip along the top and the upper halves of the sides, in L*a*b*."""
    height, width = image.shape[:2]
    deep, wide = max(2, height // 16), max(2, width // 16)
    strips = (image[:deep], image[deep : height * 45 // 100, :wide], image[deep : height * 45 // 100, -wide:])
    pixels = np.concatenate([strip.reshape(-1, 3) for strip in strips]).astype(np.float32)[None] / 255
    lab = cv2.cvtColor(pixels, cv2.COLOR_RGB2LAB)[0]
    light, chroma = lab[:, 0], np.hypot(lab[:, 1], lab[:, 2])
    low, shade, high = np.percentile(light, (5, 15, 95))
    return Border(
        lightness=round(float(np.median(light)), 2),
        chroma=round(float(np.median(chroma)), 2),
        spread=round(float(high - low), 2),
        shade=round(float(shade), 2),
        tinge=round(float(np.percentile(chroma, 85)), 2),
    )


def _ink(image: RGB, red: bool = False) -> Array:
    """255 where a pixel is darker than its paper; red ink (seals) is left out unless asked for."""
    grey = (image.min(axis=2) if red else image[..., 0]).astype(np.uint8)
    if not red:
        grey[cv2.subtract(image[..., 0], np.ascontiguousarray(image[..., 1:].min(axis=2))) > _REDDISH] = 255
    paper = cv2.medianBlur(cv2.resize(grey, None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA), 31)
    paper = cv2.resize(paper, (grey.shape[1], grey.shape[0]), interpolation=cv2.INTER_LINEAR)
    return ((paper.astype(np.int16) - grey) > _DARK).astype(np.uint8) * 255


def _without_rules(ink: Array) -> Array:
    height, width = ink.shape
    across = cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones((1, max(25, width // 14)), np.uint8))
    down = cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones((max(25, height // 14), 1), np.uint8))
    rules = cv2.dilate(cv2.bitwise_or(across, down), np.ones((5, 5), np.uint8))
    return cv2.bitwise_and(ink, cv2.bitwise_not(rules))


def _is_mark(stats: Array, ink: Array) -> bool:
    x, y, width, height, _ = (int(value) for value in stats)
    tall, wide = ink.shape
    if not (0.008 * tall <= height <= 0.15 * tall and 0.012 * wide <= width <= 0.5 * wide):
        return False
    share = float((ink[y : y + height, x : x + width] > 0).mean())
    return 0.03 <= share <= 0.6 and share * width * height >= 40


def _scaled(stats: Array, scale: float, image: RGB) -> Box:
    x, y, width, height = (int(value) for value in stats[:4])
    right, bottom = min(image.shape[1], int((x + width) / scale)), min(image.shape[0], int((y + height) / scale))
    return int(x / scale), int(y / scale), right, bottom
