"""Passport photographs without a person in them: a plain schematic figure in front of a wall."""

from __future__ import annotations

import io

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from scripts.fixturekit.chance import dice, grain

WHITE = (250, 250, 250)
BLUE = (67, 142, 219)
GREY = (212, 212, 214)
SIZE = (480, 640)


def portrait(key: str, size: tuple[int, int] = SIZE, wall: tuple[int, int, int] = WHITE) -> Image.Image:
    """Head and shoulders, drawn with ovals; cloth and hair have a weave, the wall is even."""
    roll, (width, height) = dice("portrait", key), (size[0] * 2, size[1] * 2)
    scale, middle = min(width / 480, height / 640), width / 2
    figure = Image.new("RGBA", (width, height), (0, 0, 0, 0))
    draw = ImageDraw.Draw(figure)
    skin, hair = (
        roll.choice([(226, 190, 160), (214, 176, 146), (232, 200, 172)]),
        roll.choice([(30, 28, 28), (44, 36, 32)]),
    )
    _body(draw, middle, height, scale, roll.choice([(38, 44, 66), (56, 58, 62), (70, 40, 48), (30, 62, 58)]))
    _head(draw, middle, height, scale, skin, hair)
    figure = figure.resize(size, Image.Resampling.LANCZOS)
    weave = grain("weave", key).normal(0, 9, (size[1], size[0], 1))
    pixels = np.clip(np.asarray(figure.convert("RGB"), np.float32) + weave, 0, 255).astype(np.uint8)
    photo = Image.new("RGB", size, wall)
    photo.paste(Image.fromarray(pixels), (0, 0), figure.getchannel("A"))
    return photo


def shaded(photo: Image.Image, depth: int = 60) -> Image.Image:
    """The photograph with a shadow that deepens to the right."""
    shadow = np.linspace(0, depth, photo.width)[None, :, None]
    return Image.fromarray(np.clip(np.asarray(photo, np.float32) - shadow, 0, 255).astype(np.uint8))


def compressed(photo: Image.Image, quality: int = 86, **options: object) -> bytes:
    out = io.BytesIO()
    photo.save(out, "JPEG", quality=quality, optimize=True, **options)
    return out.getvalue()


def to_size(photo: Image.Image, low: int, high: int) -> bytes:
    """The JPEG whose length lies in low..high bytes: the best quality that fits, then padded with a comment."""
    for quality in range(98, 10, -1):
        data = compressed(photo, quality)
        if len(data) <= high:
            break
    missing = low - len(data)
    return data if missing <= 0 else compressed(photo, quality, comment=b" " * (missing + 8))


def blurred(photo: Image.Image) -> Image.Image:
    return photo.filter(ImageFilter.GaussianBlur(6))


def _body(draw: ImageDraw.ImageDraw, middle: float, height: int, scale: float, cloth: tuple[int, int, int]) -> None:
    top = height - 225 * scale
    draw.rounded_rectangle((middle - 175 * scale, top, middle + 175 * scale, height + 200 * scale), 90 * scale, cloth)
    collar = [(middle - 46 * scale, top), (middle + 46 * scale, top), (middle, top + 96 * scale)]
    draw.polygon(collar, (244, 244, 246))
    draw.polygon(
        [
            (middle - 9 * scale, top + 30 * scale),
            (middle + 9 * scale, top + 30 * scale),
            (middle + 13 * scale, height),
            (middle - 13 * scale, height),
        ],
        (120, 40, 44),
    )


def _head(draw: ImageDraw.ImageDraw, middle: float, height: int, scale: float, skin: object, hair: object) -> None:
    foot, face = height - 210 * scale, (98 * scale, 128 * scale)
    centre = foot - 150 * scale
    draw.rectangle((middle - 38 * scale, centre, middle + 38 * scale, foot + 10 * scale), fill=skin)
    draw.ellipse((middle - 108 * scale, centre - 150 * scale, middle + 108 * scale, centre + 70 * scale), fill=hair)
    draw.ellipse((middle - face[0], centre - 112 * scale, middle + face[0], centre + face[1]), fill=skin)
    for side in (-1, 1):
        x, y = middle + side * 40 * scale, centre + 2 * scale
        draw.ellipse((x - 11 * scale, y - 6 * scale, x + 11 * scale, y + 6 * scale), fill=(52, 44, 42))
    draw.line(
        (middle - 26 * scale, centre + 72 * scale, middle + 26 * scale, centre + 72 * scale),
        (168, 96, 88),
        int(6 * scale),
    )
