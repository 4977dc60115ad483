"""What a file itself tells of how it was made: the traces that the tamper checks judge. Imports nothing of ours.

Every text in here was cleaned, masked and cut to a bounded length when it was read (verify/read/traces/bounds.py).
Boxes are pixels of the upright page, as everywhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

PixelBox = tuple[int, int, int, int]

ChangeKind = Literal["altered", "filled", "inserted", "deleted", "marked"]
"""Printed letters or digits replaced; something written where a blank was; letters put between others; letters gone;
a tick, a sign of a number or the places of lines changed."""

Addition = Literal[
    "annotation", "form", "signature", "stamp", "text", "text_layer", "picture", "pages", "order", "undone", "layout",
    "metadata",
]  # fmt: skip
"""What a revision added, besides changing what was there; "undone": changes that a later one took back; "layout": the
pages look otherwise, and no text is another; "metadata" where nothing on any page differs."""

METADATA = ("元数据过大，只看了开头", "元数据未能读出")
UNCOMPARED, PARTLY = "保存记录未能比较", "页数多，保存记录只比较了一部分"
CUT = "文件结尾不完整（可能没有下载完，也可能被截断），保存记录可能不全"
LAYERS = ("有页面的图层未能查看", "页面内容过多，图层只看了一部分")
"""What `Traces.incomplete` may hold, in the words of the report."""


@dataclass(frozen=True, slots=True)
class Tag:
    """A software or device that a file names, and where it does ("EXIF Software", "PDF Producer", "XMP")."""

    where: str
    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """A line as printed before and after a revision; `source` says what was compared, `page` counts from 1.

    `confidence` is that of the weaker reading, 1.0 for a text layer. `picture` shows what stood there before, as a JPEG
    in base64; "" where there is none. `margin`: it lies in the uppermost or lowest strip of the page.
    """

    kind: ChangeKind
    page: int
    before: str
    after: str
    source: Literal["text", "ocr", "field"]
    box: PixelBox | None = None
    confidence: float = 1.0
    picture: str = ""
    margin: bool = False


@dataclass(frozen=True, slots=True)
class Revision:
    """What one revision (from 2; 1 is the file as first saved) did to the one before it that could be opened."""

    number: int
    changes: tuple[Change, ...] = ()
    additions: tuple[Addition, ...] = ()
    pages_gone: int = 0


@dataclass(frozen=True, slots=True)
class Overlay:
    """An opaque box or picture laid over text, what is beneath it and what stands on top.

    `share` is its part of the page's area. `beneath_sure` and `above_sure` are 1.0 for a text layer, else the reader's
    confidence. `margin`: it lies in the uppermost or lowest strip of the page, where page numbers stand. `picture` shows
    what is beneath, as a JPEG in base64; "" where there is none. `in_number`: the texts differ and touch an ID number, so
    that they show no digit but a whole number's masked.
    """

    page: int
    kind: Literal["box", "picture"]
    over: Literal["text", "scan"]
    beneath: str
    above: str
    share: float
    box: PixelBox | None = None
    beneath_sure: float = 1.0
    above_sure: float = 1.0
    coloured: bool = False
    margin: bool = False
    picture: str = ""
    in_number: bool = False


@dataclass(frozen=True, slots=True)
class Signature:
    """A digital signature in a PDF: do the signed bytes match it? "unchecked": cannot be told here, such as SM2.

    `later`: the file was saved again after it was signed.
    """

    state: Literal["intact", "broken", "unchecked"]
    signer: str
    later: bool = False


@dataclass(frozen=True, slots=True)
class Code:
    """A two-dimensional or bar code on a page; `text` is "" where it was seen and could not be decoded."""

    page: int
    form: str
    text: str
    box: PixelBox | None = None


@dataclass(frozen=True, slots=True)
class Traces:
    """What was found in one file. `aigc` is the label of generated content (TC260), "" where there is none; `c2pa`:
    content credentials are there, not verified. `generated`: they name a generator as the source.

    `revisions` are those compared, of `saved` in all; `unopened` earlier ones could not be opened, `skipped` were not
    compared one by one. `incomplete` names in Chinese what was not looked at, because it was broken or too much.
    """

    tags: tuple[Tag, ...] = ()
    aigc: str = ""
    c2pa: bool = False
    generated: bool = False
    revisions: tuple[Revision, ...] = ()
    saved: int = 1
    unopened: int = 0
    skipped: int = 0
    overlays: tuple[Overlay, ...] = ()
    signatures: tuple[Signature, ...] = ()
    codes: tuple[Code, ...] = ()
    incomplete: tuple[str, ...] = ()
