"""Draws seals and pages for the tests: a rim, letters along it, a star, lines across."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from verify.read.engine import RGB

FONT = Path("/usr/share/fonts/opentype/noto/NotoSerifCJK-Bold.ttc")
RED, BLUE, BLACK = (214, 40, 48), (44, 62, 178), (24, 24, 24)

Colour = tuple[int, int, int]


def font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(FONT), size)


def page(width: int = 1240, height: int = 1754) -> Image.Image:
    """A white A4 page at 150 dpi with some black print."""
    image = Image.new("RGB", (width, height), "white")
    draw = ImageDraw.Draw(image)
    for line in range(8):
        draw.text((120, 120 + 60 * line), "工程名称镜湖新区安置房二期建设地点绍兴", fill=BLACK, font=font(30))
    return image


def ring(
    title: str, colour: Colour = RED, size: int = 236, tall: float = 1.0, line: str = "", span: float = 250
) -> Image.Image:
    """A round seal `size` pixels wide (an oval one where `tall` is under 1) on a transparent ground."""
    big = 4 * size
    image = Image.new("RGBA", (big, big), (0, 0, 0, 0))
    draw = ImageDraw.Draw(image)
    draw.ellipse((8, 8, big - 8, big - 8), outline=colour, width=big // 40)
    step = span / max(1, len(title) - 1)
    for i, character in enumerate(title):
        _letter(image, character, -span / 2 + i * step, colour, big)
    if line:
        draw.text((big / 2, big * 0.7), line, fill=colour, font=font(big // 11), anchor="mm")
    _star(draw, big / 2, big * 0.13, colour)
    return image.resize((size, round(size * tall)), Image.Resampling.LANCZOS)


def rectangle(text: str, colour: Colour = RED) -> Image.Image:
    image = Image.new("RGBA", (60 * len(text) + 60, 110), (0, 0, 0, 0))
    draw = ImageDraw.Draw(image)
    draw.rectangle((3, 3, image.width - 4, image.height - 4), outline=colour, width=5)
    draw.text((image.width / 2, image.height / 2), text, fill=colour, font=font(52), anchor="mm")
    return image


def stamped(ground: Image.Image, seal: Image.Image, x: int, y: int, turn: float = 0) -> Image.Image:
    """`seal`, turned `turn` degrees clockwise, with its upper left corner at (x, y)."""
    seal = seal.rotate(-turn, resample=Image.Resampling.BICUBIC, expand=True)
    ground.paste(seal, (x, y), seal)
    return ground


def array(image: Image.Image) -> RGB:
    return np.asarray(image.convert("RGB")).copy()


def _letter(image: Image.Image, character: str, angle: float, colour: Colour, big: int) -> None:
    """One letter at `angle` degrees clockwise from the top, its feet to the centre."""
    side = big // 6
    tile = Image.new("RGBA", (side, side), (0, 0, 0, 0))
    ImageDraw.Draw(tile).text((side / 2, side / 2), character, fill=colour, font=font(big // 8), anchor="mm")
    tile = tile.rotate(-angle, resample=Image.Resampling.BICUBIC, expand=True)
    radius = 0.37 * big
    x, y = big / 2 + radius * math.sin(math.radians(angle)), big / 2 - radius * math.cos(math.radians(angle))
    image.alpha_composite(tile, (round(x - tile.width / 2), round(y - tile.height / 2)))


def _star(draw: ImageDraw.ImageDraw, middle: float, radius: float, colour: Colour) -> None:
    points = []
    for i in range(10):
        r = radius if i % 2 == 0 else radius * 0.382
        points.append((middle + r * math.sin(i * math.pi / 5), middle - r * math.cos(i * math.pi / 5)))
    draw.polygon(points, fill=colour)
