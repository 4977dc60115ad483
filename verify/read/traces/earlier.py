"""A small picture of what stood at a place before: cut out of the earlier revision, or from beneath a cover."""

from __future__ import annotations

import base64
import io
import re

from PIL import Image

from verify.mask import id_spans
from verify.page import Box
from verify.read.engine import RGB

WIDTH = 900
"""Most pixels a picture is wide: a line of print at PDF_DPI."""

QUALITY = 70

_NUMBER = re.compile(r"[\dXx*]{14,}")
"""What may be an ID number, or most of one: where it stands, no picture is kept."""


def picture(image: RGB, box: Box, *said: str) -> str:
    """A JPEG in base64 of a place; "" where a number that must be masked may stand in it, by what it said and says."""
    numbers = (_NUMBER.search(re.sub(r"\s", "", text)) or id_spans(text) for text in said)
    if any(numbers) or box[2] <= box[0] or box[3] <= box[1]:
        return ""
    return _packed(Image.fromarray(image[box[1] : box[3], box[0] : box[2]]))


def upright(picture: str, degrees: int) -> str:
    """The picture turned clockwise by a multiple of 90 degrees, as its page was."""
    if not picture or not degrees:
        return picture
    return _packed(Image.open(io.BytesIO(base64.b64decode(picture))).rotate(-degrees, expand=True))


def _packed(image: Image.Image) -> str:
    image.thumbnail((WIDTH, WIDTH), Image.Resampling.LANCZOS)
    stream = io.BytesIO()
    image.save(stream, "JPEG", quality=QUALITY, optimize=True)
    return base64.b64encode(stream.getvalue()).decode("ascii")
