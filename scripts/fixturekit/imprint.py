"""The shape of a seal: rim, words along it, star, lines and code, as a mask of ink at full strength."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PIL import Image, ImageDraw

from scripts.fixturekit.fonts import font
from scripts.fixturekit.page import DPI

FINE = 4
"""Seals are drawn this many times larger than pressed."""

RED = (206, 32, 38)
BLUE = (34, 52, 150)


@dataclass(frozen=True)
class Seal:
    """A seal to press; lengths are millimetres. `lines` stand below the star (round) or fill it (oval, rectangle).

    `worn` 0 is fresh ink, 1 all but gone; `smudged` is the blur of a wet impression, in pixels.
    """

    title: str
    lines: tuple[str, ...] = ()
    code: str = ""
    star: bool = True
    shape: str = "round"
    width: float = 40.0
    height: float = 40.0
    ink: tuple[int, int, int] = RED
    worn: float = 0.25
    smudged: float = 0.0


def mask_of(seal: Seal) -> Image.Image:
    """The seal's ink at full strength, at the paper's dpi."""
    scale = DPI / 25.4 * FINE
    size = (round(seal.width * scale), round(seal.height * scale))
    mask = Image.new("L", size, 0)
    (_plate if seal.shape == "plate" else _ring)(mask, seal, scale)
    return mask.resize((size[0] // FINE, size[1] // FINE), Image.Resampling.LANCZOS)


def _ring(mask: Image.Image, seal: Seal, scale: float) -> None:
    draw, (width, height) = ImageDraw.Draw(mask), mask.size
    draw.ellipse((2, 2, width - 3, height - 3), outline=255, width=round(1.1 * scale))
    sweep = 246 if seal.star and seal.lines else 262 if seal.code else 290
    tall = 5.4 if seal.height > 36 else 4.4
    _arc(mask, seal.title, (min(sweep, 25 * len(seal.title)), 2.0 * scale), tall * scale)
    if seal.code:
        _arc(mask, seal.code, (62, 1.7 * scale), 2.1 * scale, below=True)
    if seal.star:
        draw.polygon(_star(width / 2, height / 2 - 0.4 * scale, 0.165 * width), fill=255)
    start = height / 2 + (8.2 if seal.star else -2.6 * (len(seal.lines) - 1)) * scale
    for number, line in enumerate(seal.lines):
        _line(mask, line, start + number * 5.0 * scale, 4.0 * scale, (0.44 if seal.star else 0.58) * width)


def _plate(mask: Image.Image, seal: Seal, scale: float) -> None:
    draw, (width, height) = ImageDraw.Draw(mask), mask.size
    draw.rectangle((2, 2, width - 3, height - 3), outline=255, width=round(0.8 * scale))
    step = (height - 4 * scale) / len(seal.lines)
    for number, line in enumerate(seal.lines):
        _line(mask, line, 2 * scale + (number + 0.5) * step, min(4.6 * scale, step * 0.78), width - 6 * scale)


def _star(x: float, y: float, radius: float) -> list[tuple[float, float]]:
    points = []
    for number in range(10):
        reach = radius if number % 2 == 0 else radius * 0.382
        angle = math.radians(-90 + 36 * number)
        points.append((x + reach * math.cos(angle), y + reach * math.sin(angle)))
    return points


def _glyph(character: str, width: float, height: float) -> Image.Image:
    """One character, condensed to `width` by `height`."""
    big = Image.new("L", (200, 200), 0)
    ImageDraw.Draw(big).text((100, 96), character, font=font("serif-bold", 184), fill=255, anchor="mm")
    return big.resize((max(1, round(width)), max(1, round(height))), Image.Resampling.LANCZOS)


def _line(mask: Image.Image, text: str, y: float, tall: float, widest: float) -> None:
    step = min(tall * 0.98, widest / max(len(text), 1))
    left = mask.width / 2 - step * len(text) / 2
    for number, character in enumerate(text):
        glyph = _glyph(character, step * 1.02, tall)
        spot = (round(left + number * step), round(y - tall / 2))
        mask.paste(255, (*spot, spot[0] + glyph.width, spot[1] + glyph.height), glyph)


def _arc(mask: Image.Image, text: str, arc: tuple[float, float], tall: float, below: bool = False) -> None:
    """Text along the rim, from left to right over the top (or under the centre); arc: sweep in degrees, inset."""
    sweep, inset = arc
    a, b = mask.width / 2 - inset - tall / 2, mask.height / 2 - inset - tall / 2
    step = sweep / max(len(text), 1)
    for number, character in enumerate(text):
        angle = -sweep / 2 + (number + 0.5) * step  # from the top, clockwise
        turn = -angle if not below else angle
        theta = math.radians(angle - 90) if not below else math.radians(90 - angle)
        x, y = mask.width / 2 + a * math.cos(theta), mask.height / 2 + b * math.sin(theta)
        slope = math.degrees(math.atan2(math.sin(theta) / b, math.cos(theta) / a)) + (90 if not below else -90)
        turn = -slope if a != b else turn
        pitch = math.hypot(a * math.sin(theta), b * math.cos(theta)) * math.radians(step)
        glyph = _glyph(character, min(pitch * 0.9, tall * 0.86), tall).rotate(
            turn, Image.Resampling.BICUBIC, expand=True
        )
        spot = (round(x - glyph.width / 2), round(y - glyph.height / 2))
        mask.paste(255, (*spot, spot[0] + glyph.width, spot[1] + glyph.height), glyph)
