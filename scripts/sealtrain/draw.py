"""Draws seals as masks of ink on a square canvas, with the places of their texts.

The canvas is CANVAS pixels a side, the seal's centre in its middle; angles are degrees clockwise from up.
"""

from __future__ import annotations

import math
import random
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

from scripts.sealtrain import words

Array = Any
CANVAS = 520
GLYPH = 72
ROOT = Path("/usr/share/fonts")
FONTS: tuple[tuple[str, int], ...] = (
    ("truetype/arphic-gbsn00lp/gbsn00lp.ttf", 0),
    ("truetype/arphic/uming.ttc", 0),
    ("truetype/arphic-gbsn00lp/gbsn00lp.ttf", 0),
    ("opentype/noto/NotoSerifCJK-Regular.ttc", 2),
    ("opentype/noto/NotoSerifCJK-SemiBold.ttc", 2),
    ("opentype/noto/NotoSerifCJK-Bold.ttc", 2),
    ("opentype/noto/NotoSansCJK-Regular.ttc", 2),
    ("opentype/noto/NotoSansCJK-Light.ttc", 2),
    ("opentype/noto/NotoSansCJK-Bold.ttc", 2),
    ("truetype/wqy/wqy-zenhei.ttc", 0),
    ("truetype/wqy/wqy-microhei.ttc", 0),
    ("truetype/arphic-gkai00mp/gkai00mp.ttf", 0),
)
"""Debian's fonts-arphic-*, fonts-noto-cjk(-extra), fonts-wqy-*; Song faces first: most seals are cut in one."""


@dataclass(frozen=True)
class Text:
    """A text of the seal: along the rim (`start`, `span` in degrees, `inner` and `outer` radius as shares of the short
    semi-axis), reversed at the bottom, or straight (`box` in canvas pixels)."""

    text: str
    start: float = 0.0
    span: float = 0.0
    inner: float = 0.0
    outer: float = 0.0
    bottom: bool = False
    box: tuple[float, float, float, float] | None = None


@dataclass
class Drawn:
    """A seal's ink (0..255), its semi-axes and the depth of the rim's inner edge as a share of the short one."""

    mask: Array
    a: float
    b: float
    edge: float
    texts: list[Text] = field(default_factory=list)


@cache
def face(number: int) -> ImageFont.FreeTypeFont:
    path, index = FONTS[number]
    return ImageFont.truetype(str(ROOT / path), GLYPH - 8, index=index)


@lru_cache(maxsize=40000)
def glyph(character: str, number: int) -> Array:
    """The character as GLYPH x GLYPH, cut to its ink and laid out to fill the square but for a margin."""
    image = Image.new("L", (GLYPH * 2, GLYPH * 2), 0)
    ImageDraw.Draw(image).text((GLYPH, GLYPH), character, font=face(number), fill=255, anchor="mm")
    ink = np.asarray(image)
    if not ink.any():
        return np.zeros((GLYPH, GLYPH), np.uint8)
    wide = character.isascii()
    ys, xs = np.nonzero(ink)
    top, bottom = (ys.min(), ys.max() + 1) if wide else (min(ys.min(), GLYPH - 30), max(ys.max() + 1, GLYPH + 30))
    left, right = (xs.min(), xs.max() + 1) if wide else (min(xs.min(), GLYPH - 30), max(xs.max() + 1, GLYPH + 30))
    return cv2.resize(np.ascontiguousarray(ink[top:bottom, left:right]), (GLYPH, GLYPH), interpolation=cv2.INTER_AREA)


def ring(roll: random.Random) -> Drawn:
    """A round or oval seal with a title, and mostly a star or an emblem, lines, a code."""
    oval = roll.random() < 0.22
    a = CANVAS * 0.44
    b = a / roll.uniform(1.2, 1.62) if oval else a
    mask = np.zeros((CANVAS, CANVAS), np.uint8)
    edge = _rim(mask, roll, a, b)
    font, bold = roll.randrange(len(FONTS)), roll.random() < 0.25
    drawn = Drawn(mask, a, b, edge)
    text = words.title(roll)
    while len(text) > 24:
        text = words.title(roll)
    tall = roll.uniform(0.2, 0.34) * (1.15 if oval else 1.0)
    outer = 1 - edge - roll.uniform(0.015, 0.09)
    pitch = tall * roll.uniform(0.62, 1.25)
    middle = outer - tall / 2
    most = roll.uniform(200, 290) if not oval else roll.uniform(170, 235)
    span = min(most, math.degrees(pitch * len(text) / middle) * roll.choice([1.0, 1.0, 1.5, 2.0]))
    lean = roll.gauss(0, 4)
    _along(mask, drawn, text, (lean - span / 2, span), (outer - tall, outer), font, False)
    free = 360 - span
    low = roll.random()
    if free > 110 and low < 0.3:
        under = words.line(roll)[:10]
        reach = min(free - 45, math.degrees(tall * 0.8 * len(under) / middle))
        _along(mask, drawn, under, (180 + lean - reach / 2, reach), (outer - tall * 0.9, outer), font, True)
    elif free > 75 and low < 0.75:
        small = roll.uniform(0.08, 0.13)
        reach = min(free - 25, roll.uniform(50, 85))
        _along(mask, drawn, words.code(roll), (180 - reach / 2, reach), (outer - small, outer), font, True)
    _middle(mask, drawn, roll, outer - tall, font)
    if bold:
        cv2.dilate(mask, np.ones((3, 3), np.uint8), dst=mask)
    return drawn


def plate(roll: random.Random) -> Drawn:
    """A rectangular stamp of one to four lines, mostly framed."""
    mask = np.zeros((CANVAS, CANVAS), np.uint8)
    count = roll.choice([1, 1, 2, 2, 3, 4])
    lines = [words.line(roll) if roll.random() < 0.6 else words.title(roll)[:18] for _ in range(count)]
    tall = roll.uniform(0.75, 0.95)
    step = min(CANVAS * 0.8 / max(map(len, lines)) * roll.uniform(1.0, 1.6), CANVAS * 0.7 / count)
    height, width = step * count + 24, min(CANVAS - 30.0, step * 0.95 * max(map(len, lines)) + 40)
    drawn = Drawn(mask, width / 2, height / 2, 0.0)
    font = roll.randrange(len(FONTS))
    x, y = (CANVAS - width) / 2, (CANVAS - height) / 2
    for number, text in enumerate(lines):
        _straight(mask, drawn, text, CANVAS / 2, y + 12 + (number + 0.5) * step, step * tall, width - 34, font)
    if roll.random() < 0.8:
        corners = (int(x), int(y)), (int(x + width), int(y + height))
        cv2.rectangle(mask, *corners, 255, roll.randint(3, 9))
        if roll.random() < 0.3:
            for number in range(1, count):
                level = int(y + 12 + number * step)
                cv2.line(mask, (int(x), level), (int(x + width), level), 255, 3)
    return drawn


def _rim(mask: Array, roll: random.Random, a: float, b: float) -> float:
    """Draws one or two rims; gives the depth of the inner edge as a share of the short semi-axis."""
    thick = roll.uniform(0.012, 0.065)
    _ellipse(mask, a, b, thick)
    if roll.random() < 0.22:
        depth, thin = thick + roll.uniform(0.02, 0.07), roll.uniform(0.008, 0.02)
        _ellipse(mask, a - depth * b, b - depth * b, thin)
        return depth + thin
    return thick


def _ellipse(mask: Array, a: float, b: float, thick: float) -> None:
    width = max(1, round(thick * b))
    axes = round((a - width / 2) * 8), round((b - width / 2) * 8)
    cv2.ellipse(mask, (CANVAS * 4, CANVAS * 4), axes, 0, 0, 360, 255, width, cv2.LINE_AA, 3)


def _stamp(mask: Array, picture: Array, matrix: Array) -> None:
    """Adds a glyph moved by `matrix` (2 x 3) where it falls on the canvas."""
    corners = np.array([[0, 0, 1], [GLYPH, 0, 1], [GLYPH, GLYPH, 1], [0, GLYPH, 1]], float) @ matrix.T
    x0, y0 = np.maximum(np.floor(corners.min(0)).astype(int), 0)
    x1, y1 = np.minimum(np.ceil(corners.max(0)).astype(int) + 1, CANVAS)
    if x1 <= x0 or y1 <= y0:
        return
    moved = matrix.copy()
    moved[:, 2] -= (x0, y0)
    size = int(x1 - x0), int(y1 - y0)
    np.maximum(mask[y0:y1, x0:x1], cv2.warpAffine(picture, moved, size), out=mask[y0:y1, x0:x1])


def _placed(x: float, y: float, width: float, height: float, turn: float) -> Array:
    """The matrix that takes a glyph to `width` x `height` around (x, y), turned clockwise by `turn` degrees."""
    c, s = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    sx, sy = width / GLYPH, height / GLYPH
    linear = np.array([[c * sx, -s * sy], [s * sx, c * sy]])
    return np.hstack([linear, (np.array([x, y]) - linear @ [GLYPH / 2, GLYPH / 2])[:, None]])


def _along(
    mask: Array,
    drawn: Drawn,
    text: str,
    arc: tuple[float, float],
    radii: tuple[float, float],
    font: int,
    bottom: bool,
) -> None:
    """Writes `text` along the rim over `arc` (start, span), between `radii`; from right to left if at the `bottom`."""
    (start, span), (inner, outer) = arc, radii
    a, b, middle = drawn.a, drawn.b, (inner + outer) / 2
    u, v = a - (1 - middle) * b, middle * b
    angles = np.linspace(start, start + span, 400)
    at = _parameter(angles, a, b)
    line = np.stack([u * np.sin(at), -v * np.cos(at)], 1)
    length = np.r_[0, np.cumsum(np.hypot(*np.diff(line, axis=0).T))]
    step = length[-1] / max(1, len(text))
    tall, wide = (outer - inner) * b, min(step * 0.97, (outer - inner) * b * 1.15)
    for number, character in enumerate(text[::-1] if bottom else text):
        t = float(np.interp((number + 0.5) * step, length, at))
        x, y = CANVAS / 2 + u * math.sin(t), CANVAS / 2 - v * math.cos(t)
        turn = math.degrees(math.atan2(v * math.sin(t), u * math.cos(t))) + (180 if bottom else 0)
        narrow = 0.55 if character.isascii() and not bottom else 1.0
        _stamp(mask, glyph(character, font), _placed(x, y, wide * narrow, tall, turn))
    drawn.texts.append(Text(text, start, span, inner, outer, bottom))


def _parameter(angles: Array, a: float, b: float) -> Array:
    """The ellipse's parameter, clockwise from up, of directions in degrees."""
    radians = np.radians(angles)
    turns = np.round(radians / (2 * math.pi)) * 2 * math.pi
    return np.arctan2(np.sin(radians) / a, np.cos(radians) / b) + turns


def _middle(mask: Array, drawn: Drawn, roll: random.Random, inner: float, font: int) -> None:
    """A star, an emblem or lines across the middle."""
    radius = inner * drawn.b
    kind = roll.random()
    y = CANVAS / 2
    if kind < 0.68 and drawn.a == drawn.b:
        size = min(radius * 0.75, drawn.b * roll.uniform(0.24, 0.38))
        if kind < 0.58:
            cv2.fillPoly(mask, [_star(size)], 255, cv2.LINE_AA)
        else:
            cv2.circle(mask, (CANVAS // 2, CANVAS // 2), int(size), 255, roll.randint(3, 12), cv2.LINE_AA)
        y += size * 1.1 + radius * 0.12
        if roll.random() < 0.5:
            return
    lines = roll.choice([1, 1, 2, 3]) if y == CANVAS / 2 else 1
    step = radius * roll.uniform(0.24, 0.4)
    y -= (lines - 1) / 2 * step
    for number in range(lines):
        level = y + number * step
        half = math.sqrt(max(0.0, radius**2 - (abs(level - CANVAS / 2) + step / 2) ** 2)) * drawn.a / drawn.b
        if half > 40:
            _straight(mask, drawn, words.line(roll)[:12], CANVAS / 2, level, step * 0.85, 2 * half * 0.95, font)


def _star(size: float) -> Array:
    angles = np.radians(np.arange(10) * 36)
    reach = np.where(np.arange(10) % 2 == 0, size, size * 0.382)
    return np.stack([CANVAS / 2 + reach * np.sin(angles), CANVAS / 2 - reach * np.cos(angles)], 1).astype(np.int32)


def _straight(mask: Array, drawn: Drawn, text: str, x: float, y: float, tall: float, widest: float, font: int) -> None:
    steps = [0.55 if character.isascii() else 1.0 for character in text]
    step = min(tall * 1.05, widest / sum(steps))
    left = x - step * sum(steps) / 2
    drawn.texts.append(Text(text, box=(left, y - tall / 2, left + step * sum(steps), y + tall / 2)))
    for character, width in zip(text, steps, strict=True):
        matrix = _placed(left + step * width / 2, y, step * width * 0.95, tall, 0)
        _stamp(mask, glyph(character, font), matrix)
        left += step * width
