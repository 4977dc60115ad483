"""What a scanner does to a sheet, and the files that come out: JPEG, PNG, WebP, TIFF, PDF."""

from __future__ import annotations

import io
from collections.abc import Sequence

import numpy as np
from PIL import Image, ImageFilter

from scripts.fixturekit.chance import dice, grain
from scripts.fixturekit.page import PAPER, Sheet

QUALITY = 34
SIDEWAYS = 6
"""The EXIF orientation of a picture whose top lies on its right-hand side."""


def scan(sheet: Sheet, skew: float | None = None) -> Image.Image:
    """The sheet a little skewed, soft, unevenly lit, with some dust."""
    roll = dice("scan", sheet.key)
    skew = roll.uniform(-0.8, 0.8) if skew is None else skew
    image = sheet.image.rotate(skew, Image.Resampling.BICUBIC, fillcolor=PAPER)
    image = image.filter(ImageFilter.GaussianBlur(roll.uniform(0.35, 0.6)))
    tone = np.linspace(1.0, roll.uniform(0.965, 0.99), image.width, dtype=np.float32)[None, :, None]
    pixels = np.asarray(image, np.float32) * tone
    pixels += grain("noise", sheet.key).normal(0, 0.4, (*pixels.shape[:2], 1)).astype(np.float32)
    image = Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))
    for _ in range(roll.randint(3, 9)):
        x, y = roll.randrange(image.width), roll.randrange(image.height)
        image.paste((150, 148, 145), (x, y, x + roll.randint(1, 2), y + roll.randint(1, 3)))
    return image


def jpeg(image: Image.Image, quality: int = QUALITY, orientation: int = 1) -> bytes:
    """JPEG at 150 dpi; `orientation` is written as an EXIF tag when it is not 1."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    extra = {"exif": exif} if orientation != 1 else {}
    return _bytes(image, "JPEG", quality=quality, optimize=True, progressive=True, dpi=(150, 150), **extra)


def webp(image: Image.Image) -> bytes:
    """Lossy WebP."""
    return _bytes(image, "WEBP", quality=50, method=4)


def png(image: Image.Image, colours: int = 64) -> bytes:
    """PNG of a screen: a palette, no dithering."""
    return _bytes(image.quantize(colours, dither=Image.Dither.NONE), "PNG", optimize=True)


def tiff(images: Sequence[Image.Image]) -> bytes:
    """One TIFF of many pages, JPEG inside."""
    first, *rest = [image.convert("YCbCr") for image in images]
    return _bytes(first, "TIFF", save_all=True, append_images=rest, compression="jpeg", quality=24, dpi=(150, 150))


def _bytes(image: Image.Image, kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()
