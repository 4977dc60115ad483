"""What is read of a page: lines, seals, marks. Imports nothing of ours.

Lengths are pixels of the upright page as read; boxes are (x0, y0, x1, y1), x to the right and y down.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

Box = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Word:
    """A line of text as the engine groups it, with its confidence in 0..1."""

    text: str
    box: Box
    confidence: float


SealKind = Literal["unit", "review", "registration", "other"]
SealShape = Literal["circle", "ellipse", "rectangle"]


class SealPurpose(StrEnum):
    """What a seal is for; verify/purposes.py has their names and the kind that each is of."""

    OFFICIAL = "official"  # 公章, a branch's too
    CONTRACT = "contract"
    FINANCE = "finance"
    PROJECT = "project"  # 项目部, 项目经理部, 项目监理部
    DRAWING = "drawing"  # 出图专用章
    TECHNICAL = "technical"  # 技术, 资料, 业务专用章
    INVOICE = "invoice"  # 发票专用章
    DEPARTMENT = "department"  # 办公室, 人事, 档案
    SPECIAL = "special"  # any other 专用章
    REVIEW = "review"  # 施工图审查
    REGISTRATION = "registration"  # a registered person's
    COMPLETION = "completion"  # 竣工图章: a form to be filled in and signed
    PERSONAL = "personal"  # a person's name
    TAX = "tax"  # 发票监制章, printed with the invoice
    REMARK = "remark"  # 附件, 核对无误, 作废
    OTHER = "other"
    UNKNOWN = "unknown"  # round, and not legible enough to tell


@dataclass(frozen=True, slots=True)
class SealOutline:
    """Where a seal's border lies, in pixels of the page: an ellipse (a circle is one) or a rectangle.

    `width` runs along `angle`, in degrees clockwise from the x axis, `height` across it; both are whole axes or sides.
    `start` is the direction, in degrees clockwise from up, in which the widest gap between the letters ends, and `span`
    the degrees from there to where that gap begins; a rectangle has neither.
    """

    shape: Literal["ring", "rectangle"]
    x: float
    y: float
    width: float
    height: float
    angle: float
    start: float = 0.0
    span: float = 360.0


LatticeLine = tuple[tuple[tuple[str, float], ...], ...]
"""One reading of a line: for each letter what it may be, likeliest first, with probabilities."""

Lattice = tuple[LatticeLine, ...]


@dataclass(frozen=True, slots=True)
class Seal:
    """A seal's impression. `candidates` are readings of the title, best first; `title` is the first or "".

    `purpose` is finer than `kind`, which follows from it. `outline` is None where nothing but the box is known.
    `lattice` says of the best readings what else their letters may be. `skipped`: seen but not read, as its page bears
    more seals than are read of one.
    """

    title: str
    texts: tuple[str, ...]
    kind: SealKind
    shape: SealShape
    colour: str
    box: Box
    confidence: float
    candidates: tuple[str, ...] = ()
    purpose: SealPurpose = SealPurpose.UNKNOWN
    outline: SealOutline | None = None
    lattice: Lattice = ()
    skipped: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """One upright page. `second` are the lines of the second reader, () where it was not asked.

    `marks` are boxes of ink that no reader took for text: signatures, ticks, drawings. `turned` is the clockwise
    rotation in degrees that made the page upright. `blank`: nothing but paper. `grey`: without any colour, as a
    black-and-white copy is: a seal found there counts (its colour is "black"), but one may as well have been missed.
    """

    number: int
    width: int
    height: int
    source: Literal["ocr", "text"]
    words: tuple[Word, ...] = ()
    seals: tuple[Seal, ...] = ()
    second: tuple[Word, ...] = ()
    marks: tuple[Box, ...] = ()
    turned: int = 0
    blank: bool = False
    grey: bool = False

    @property
    def text(self) -> str:
        """All lines of the first reader, one a line, in reading order."""
        return "\n".join(word.text for word in self.words)


@dataclass(frozen=True, slots=True)
class Border:
    """The paper around a portrait, from its top edge and upper sides, in CIE L*a*b* (L 0..100).

    `lightness` and `chroma` are medians; `spread` is the 5th-to-95th percentile range of L; `shade` is the
    15th percentile of L and `tinge` the 85th of chroma: 85 of 100 pixels are at least so light, at most so coloured.
    """

    lightness: float
    chroma: float
    spread: float
    shade: float
    tinge: float


@dataclass(frozen=True, slots=True)
class ImageFacts:
    """An image file as uploaded: `width` and `height` after its EXIF orientation; `mode` is Pillow's (RGB, CMYK, L)."""

    media: str
    width: int
    height: int
    mode: str
    border: Border | None = None
