"""Pages in evidence as SVG geometry: each page is embedded once, and every crop of it is a window onto that picture."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field

from verify.page import Box

CROP_WIDTH = 0.62
"""Least width of a crop as a share of the page, so that its text is not blown up."""

MERGE_HEIGHT = 0.16
"""Boxes of one page whose union is no taller than this share of the page share a crop."""

TEXT_SIZE = 0.022
"""Height of a finding's number on the page, as a share of the page's width."""


Place = tuple[Box, str]
"""A box and what a finding says stands there, as the report has it: at one box there may have been several changes."""


@dataclass(frozen=True, slots=True)
class Strip:
    """A seal straightened: a picture and its size in pixels."""

    jpeg: bytes
    width: int
    height: int

    @property
    def uri(self) -> str:
        return data_uri(self.jpeg)


@dataclass(frozen=True)
class PageImage:
    """A page as embedded: `width` and `height` are the pixels that boxes are given in; `jpeg` (or PNG) may be smaller.

    `crops` are sharper pictures of exactly the boxes that they are keyed by; they are laid over the page. `strips` are
    the seals straightened, by their boxes; `earlier` what stood there before. A page without `jpeg` has only these and is
    not shown itself.
    """

    jpeg: bytes
    width: int
    height: int
    crops: Mapping[Box, bytes] = field(default_factory=dict)
    strips: Mapping[Box, Strip] = field(default_factory=dict)
    earlier: Mapping[Place, bytes] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Mark:
    """A box on a page and the number of the finding that put it there."""

    box: Box
    finding: int

    @property
    def rect(self) -> tuple[int, int, int, int]:
        """x, y, width, height."""
        x0, y0, x1, y1 = self.box
        return x0, y0, x1 - x0, y1 - y0


@dataclass(frozen=True, slots=True)
class Crop:
    """A window (x, y, width, height) onto a page, with the boxes and sharper pictures in it."""

    window: tuple[int, int, int, int]
    marks: tuple[Mark, ...]

    @property
    def tall(self) -> bool:
        return self.window[3] > self.window[2]


@dataclass
class Sheet:
    """One embedded page. `id` is its anchor; `marks` are the boxes of all findings, in order."""

    id: str
    file: str
    page: int
    image: PageImage
    marks: list[Mark] = field(default_factory=list)

    @property
    def uri(self) -> str:
        return data_uri(self.image.jpeg)

    @property
    def sharp(self) -> list[tuple[Mark, str]]:
        """The sharper pictures of boxes that have one, each box once."""
        boxes = {mark.box: mark for mark in self.marks}
        return [(mark, data_uri(self.image.crops[box])) for box, mark in boxes.items() if box in self.image.crops]

    @property
    def text_size(self) -> int:
        return max(12, round(self.image.width * TEXT_SIZE))

    def clip(self, box: Box) -> Box | None:
        """The part of a box that lies on the page; None where nothing of it does."""
        x0, y0, x1, y1 = box
        inside = (max(0, x0), max(0, y0), min(self.image.width, x1), min(self.image.height, y1))
        return inside if inside[0] < inside[2] and inside[1] < inside[3] else None

    def crops(self, marks: list[Mark]) -> list[Crop]:
        """Windows that show the marks from top to bottom; neighbours share one."""
        rows: list[list[Mark]] = []
        for mark in sorted(marks, key=lambda m: (m.box[1], m.box[0])):
            if rows and _height(*rows[-1], mark) <= MERGE_HEIGHT * self.image.height:
                rows[-1].append(mark)
            else:
                rows.append([mark])
        return [Crop(self._window(row), tuple(row)) for row in rows]

    def _window(self, marks: list[Mark]) -> tuple[int, int, int, int]:
        """The marks with some paper around them."""
        x0, y0 = min(m.box[0] for m in marks), min(m.box[1] for m in marks)
        x1, y1 = max(m.box[2] for m in marks), max(m.box[3] for m in marks)
        page = self.image
        left, width = _span(x0, x1, page.width, max(CROP_WIDTH * page.width, (x1 - x0) * 1.12))
        pad = max(0.02 * page.height, 0.4 * (y1 - y0))
        top, height = _span(y0, y1, page.height, y1 - y0 + 2 * min(pad, 0.08 * page.height))
        return left, top, width, height


def data_uri(picture: bytes) -> str:
    """The picture as a data: URI of the kind that its first bytes say."""
    kind = "png" if picture.startswith(b"\x89PNG") else "webp" if picture[8:12] == b"WEBP" else "jpeg"
    return f"data:image/{kind};base64,{b64encode(picture).decode('ascii')}"


def _height(*marks: Mark) -> int:
    return max(m.box[3] for m in marks) - min(m.box[1] for m in marks)


def _span(low: int, high: int, limit: int, wanted: float) -> tuple[int, int]:
    """Start and length of a stretch of `wanted` pixels (at most the page) around low..high."""
    length = min(limit, max(round(wanted), high - low))
    start = round((low + high - length) / 2)
    return min(max(0, start), limit - length), length
