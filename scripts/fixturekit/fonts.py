"""The fonts that pages are set in: Debian's Noto CJK, simplified Chinese."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from PIL import ImageFont

FOLDER = Path("/usr/share/fonts/opentype/noto")
"""Where Debian's fonts-noto-cjk puts its fonts."""

SIMPLIFIED = 2
"""Index of the simplified Chinese face in Noto's collections."""

FILES = {
    "serif": "NotoSerifCJK-Regular.ttc",
    "serif-bold": "NotoSerifCJK-Bold.ttc",
    "sans": "NotoSansCJK-Regular.ttc",
    "sans-bold": "NotoSansCJK-Bold.ttc",
}


class MissingError(RuntimeError):
    """Something that drawing needs is not installed; the message says how to install it."""


def path_of(face: str) -> Path:
    """The file of a face ("serif", "sans-bold", ...)."""
    path = FOLDER / FILES[face]
    if not path.is_file():
        raise MissingError(f"{path} is missing: install it with `apt-get install fonts-noto-cjk` and run again.")
    return path


@cache
def font(face: str, size: int) -> ImageFont.FreeTypeFont:
    """A face at a size in pixels."""
    return ImageFont.truetype(str(path_of(face)), size, index=SIMPLIFIED)
