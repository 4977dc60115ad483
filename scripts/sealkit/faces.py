"""The faces that seals are cut in: those of Noto, and Arphic's and WenQuanYi's where they are installed."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from verify.read.engine import Array

FONTS = Path("/usr/share/fonts")

FACES: dict[str, tuple[str, int]] = {
    "noto-serif": ("opentype/noto/NotoSerifCJK-Regular.ttc", 2),
    "noto-serif-semibold": ("opentype/noto/NotoSerifCJK-SemiBold.ttc", 2),
    "noto-serif-bold": ("opentype/noto/NotoSerifCJK-Bold.ttc", 2),
    "noto-sans": ("opentype/noto/NotoSansCJK-Regular.ttc", 2),
    "noto-sans-medium": ("opentype/noto/NotoSansCJK-Medium.ttc", 2),
    "arphic-song": ("truetype/arphic-gbsn00lp/gbsn00lp.ttf", 0),
    "arphic-kai": ("truetype/arphic-gkai00mp/gkai00mp.ttf", 0),
    "arphic-ming": ("truetype/arphic/uming.ttc", 0),
    "wqy-zenhei": ("truetype/wqy/wqy-zenhei.ttc", 0),
}
"""File and index of the simplified face."""

SHARES: dict[str, int] = {
    "noto-serif": 14,
    "noto-serif-semibold": 12,
    "noto-serif-bold": 10,
    "noto-sans": 6,
    "noto-sans-medium": 5,
    "arphic-song": 24,
    "arphic-kai": 8,
    "arphic-ming": 14,
    "wqy-zenhei": 7,
}
"""How often a seal is cut in each: the rules for seals ask for simplified Song."""

TILE = 160
"""Side in pixels of a drawn character."""


def installed() -> tuple[str, ...]:
    """The faces whose files are there."""
    return tuple(face for face, (file, _) in FACES.items() if (FONTS / file).is_file())


@cache
def font(face: str, size: int) -> ImageFont.FreeTypeFont:
    """A face at a size in pixels."""
    file, index = FACES[face]
    return ImageFont.truetype(str(FONTS / file), size, index=index)


@cache
def glyph(face: str, character: str) -> Array:
    """A character's ink, cut to its own box but for a hair's breadth: float32 in 0..1.

    Digits and Latin letters keep their narrow box; a character is cut to a square that its ink fills.
    """
    tile = Image.new("L", (2 * TILE, 2 * TILE), 0)
    ImageDraw.Draw(tile).text((TILE, TILE), character, font=font(face, TILE), fill=255, anchor="mm")
    box = tile.getbbox() or (0, 0, TILE, TILE)
    ink = np.asarray(tile.crop((box[0] - 2, box[1] - 2, box[2] + 2, box[3] + 2)), np.float32) / 255
    flat = ink.shape[0] < 0.45 * TILE or (ink.shape[1] < 0.45 * TILE and not character.isdigit())
    return _padded(ink) if flat else ink


def _padded(ink: Array) -> Array:
    """A character of few strokes (一, 卜) at its own size in the middle of a square."""
    side = max(*ink.shape, int(0.9 * TILE))
    room = [((side - length) // 2, side - length - (side - length) // 2) for length in ink.shape]
    return np.pad(ink, room)
