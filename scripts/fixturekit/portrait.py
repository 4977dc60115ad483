"""Passport photographs without a person in them: a plain schematic figure in front of a wall."""

from __future__ import annotations

import io
from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageDraw

from scripts.fixturekit.chance import dice, grain

WHITE = (250, 250, 250)
BLUE = (67, 142, 219)
GREY = (212, 212, 214)
SIZE = (480, 640)


SKINS = ((226, 190, 160), (214, 176, 146), (232, 200, 172))
HAIRS = ((30, 28, 28), (44, 36, 32), (72, 68, 66))
CLOTHES = ((38, 44, 66), (56, 58, 62), (70, 40, 48), (30, 62, 58), (168, 176, 186), (120, 132, 150))


@dataclass(frozen=True)
class Look:
    """How one figure differs from another: colours, and sizes as shares of the plain figure's."""

    skin: tuple[int, int, int]
    hair: tuple[int, int, int]
    cloth: tuple[int, int, int]
    long_hair: bool
    tie: bool
    glasses: bool
    shoulders: float
    face: float
    neck: float
    shift: float

    @classmethod
    def of(cls, key: str, long_hair: bool) -> Look:
        """The look that belongs to `key`."""
        roll = dice("portrait", key)
        colours = (roll.choice(SKINS), roll.choice(HAIRS), roll.choice(CLOTHES))
        ticks = (long_hair, not long_hair and roll.random() < 0.6, roll.random() < 0.4)
        sizes = (roll.uniform(0.84, 1.15), roll.uniform(0.86, 1.12), roll.uniform(0, 34), roll.uniform(-16, 16))
        return cls(*colours, *ticks, *sizes)


def portrait(
    key: str, size: tuple[int, int] = SIZE, wall: tuple[int, int, int] = WHITE, long_hair: bool = False
) -> Image.Image:
    """Head and shoulders, drawn with ovals; cloth and hair have a weave, the wall is even."""
    width, height = size[0] * 2, size[1] * 2
    scale, look = min(width / 480, height / 640), Look.of(key, long_hair)
    figure = Image.new("RGBA", (width, height), (0, 0, 0, 0))
    draw, middle = ImageDraw.Draw(figure), width / 2 + look.shift * scale
    _head(draw, (middle, height - (210 + look.neck) * scale), scale, look)
    _body(draw, middle, height, scale, look)
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
    """The photograph as JPEG."""
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


def _body(draw: ImageDraw.ImageDraw, middle: float, height: int, scale: float, look: Look) -> None:
    top, reach = height - 225 * scale, 172 * look.shoulders * scale
    draw.rounded_rectangle((middle - reach, top, middle + reach, height + 200 * scale), 90 * scale, look.cloth)
    collar = [(middle - 46 * scale, top), (middle + 46 * scale, top), (middle, top + 96 * scale)]
    draw.polygon(collar, (244, 244, 246) if look.tie else look.skin)
    if look.tie:
        knot, hem = (9 * scale, top + 30 * scale), (13 * scale, height)
        corners = [(middle - knot[0], knot[1]), (middle + knot[0], knot[1])]
        draw.polygon([*corners, (middle + hem[0], hem[1]), (middle - hem[0], hem[1])], (120, 40, 44))


def _head(draw: ImageDraw.ImageDraw, foot: tuple[float, float], scale: float, look: Look) -> None:
    """Hair, neck and face; `foot` is where the neck meets the collar."""
    middle, unit = foot[0], scale * look.face
    centre = foot[1] - 150 * unit

    def oval(left: float, top: float, right: float, bottom: float, fill: object) -> None:
        draw.ellipse(
            (middle + left * unit, centre + top * unit, middle + right * unit, centre + bottom * unit), fill=fill
        )

    oval(-114, -152, 114, 150 if look.long_hair else 66, look.hair)
    draw.rectangle((middle - 38 * unit, centre, middle + 38 * unit, foot[1] + 60 * scale), fill=look.skin)
    oval(-98, -112, 98, 128, look.skin)
    for x in (-40, 40):
        oval(x - 11, -4, x + 11, 8, (52, 44, 42))
        if look.glasses:
            box = (middle + (x - 30) * unit, centre - 20 * unit, middle + (x + 30) * unit, centre + 24 * unit)
            draw.ellipse(box, outline=(40, 40, 44), width=int(5 * unit))
    draw.line(
        (middle - 26 * unit, centre + 72 * unit, middle + 26 * unit, centre + 72 * unit), (168, 96, 88), int(6 * unit)
    )
