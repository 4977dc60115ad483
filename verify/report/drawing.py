"""The pages that a report shows, drawn again: a small picture of the page, a sharp one of each box, ID numbers covered."""

from __future__ import annotations

import base64
import contextlib
import io
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw

from verify.finding import Report
from verify.mask import mask_ids
from verify.model import Document
from verify.page import Box, Page, Seal, Word
from verify.read import raster
from verify.read.engine import RGB
from verify.read.page import turned
from verify.report.html import PageImage, pages_to_show, seals_to_show
from verify.report.picture import Strip

PAGE_SIDE = 1100
"""Longest side in pixels of the picture of a whole page."""

CROP_WIDTH = 900
STRIP_WIDTH = 1600
MAX_PAGES = 80
"""Most pages drawn into one report; evidence beyond that is named without a picture."""

Earlier = dict[tuple[str, int], dict[Box, bytes]]
"""By file and page."""

_MASKED = re.compile(r"\*{8}")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A page to draw: where it comes from, its clockwise rotation in degrees, the boxes to cut out and those to cover.

    `seals` are straightened as well; of a page that is not `whole` nothing else is shown. `earlier` are pictures of what
    stood at a box before.
    """

    file: str
    path: Path
    media: str
    page: int
    turned: int
    boxes: tuple[Box, ...]
    covered: tuple[Box, ...]
    seals: tuple[Seal, ...] = ()
    whole: bool = True
    earlier: tuple[tuple[Box, bytes], ...] = ()


def wanted(report: Report) -> tuple[Wanted, ...]:
    """The pages that the report shows, in the order in which its findings need them."""
    others = report.case.across.documents if report.case.across else ()
    documents = {document.file: document for document in (*report.case.documents, *others)}
    whole, passed, earlier = pages_to_show(report), seals_to_show(report), _earlier(report)
    places = {place: (*whole.get(place, ()), *passed.get(place, ())) for place in (*whole, *passed)}
    return tuple(
        _wanted(document, document.pages[number - 1], tuple(dict.fromkeys(boxes)), (file, number) in whole, earlier)
        for (file, number), boxes in places.items()
        if (document := documents.get(file)) and 1 <= number <= len(document.pages)
    )[:MAX_PAGES]


def _earlier(report: Report) -> Earlier:
    """What stood at a box before, where a check has a picture of it."""
    found: Earlier = {}
    for finding in report.findings:
        for one in finding.evidence:
            if one.earlier and one.box and one.page:
                found.setdefault((one.file, one.page), {})[one.box] = base64.b64decode(one.earlier)
    return found


def draw(pages: Iterable[Wanted]) -> dict[tuple[str, int], PageImage]:
    """Pictures by (file, page); a page that no longer draws is left out, and the report names it without one."""
    drawn = ((page, _picture(page)) for page in pages)
    return {(page.file, page.page): picture for page, picture in drawn if picture}


def id_boxes(page: Page) -> tuple[Box, ...]:
    """Where the birthday and serial digits of ID numbers stand on a page, by either reader."""
    return tuple(box for word in (*page.words, *page.second) for box in _hidden(word))


def _wanted(document: Document, page: Page, boxes: tuple[Box, ...], whole: bool, earlier: Earlier) -> Wanted:
    seals = tuple(seal for seal in page.seals if seal.box in boxes)
    file, path, media = document.file, document.path, document.media
    before = tuple(earlier.get((file, page.number), {}).items())
    return Wanted(file, path, media, page.number, page.turned, boxes, id_boxes(page), seals, whole, before)


def _hidden(word: Word) -> Iterator[Box]:
    masked = mask_ids(word.text)
    if masked == word.text:
        return
    x0, y0, x1, y1 = word.box
    unit = (x1 - x0) / max(1, _width(masked))
    for found in _MASKED.finditer(masked):
        left = x0 + unit * (_width(masked[: found.start()]) - 0.5)
        yield int(left), y0, int(left + unit * 9), y1


def _width(text: str) -> int:
    """In half-width columns, as a proportional line of mixed text roughly runs."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def _picture(page: Wanted) -> PageImage | None:
    try:
        pixels = turned(raster.one_page(raster.load(page.path), page.media, page.page), page.turned)
    except (raster.Unreadable, OSError, StopIteration):
        return None
    image = Image.fromarray(pixels)
    for box in page.covered:
        ImageDraw.Draw(image).rectangle(box, fill=(110, 110, 110))
    crops = {box: _jpeg(image.crop(box), CROP_WIDTH, 80) for box in page.boxes if box[0] < box[2] and box[1] < box[3]}
    shown = _jpeg(image, PAGE_SIDE, 62) if page.whole else b""
    strips = dict(_strips(np.asarray(image), page.seals))
    return PageImage(shown, image.width, image.height, crops, strips, dict(page.earlier))


def _strips(pixels: RGB, seals: tuple[Seal, ...]) -> Iterator[tuple[Box, Strip]]:
    """Each seal straightened from the page as it is shown, what is covered covered; one that does not draw is left out."""
    from verify.read.seals.strip import straighten

    for seal in seals:
        with contextlib.suppress(ValueError):
            if seal.outline:
                strip = Image.fromarray(straighten(pixels, seal.outline, seal.colour))
                yield seal.box, Strip(_jpeg(strip, STRIP_WIDTH, 78), strip.width, strip.height)


def _jpeg(image: Image.Image, side: int, quality: int) -> bytes:
    small = image.copy()
    small.thumbnail((side, side), Image.Resampling.LANCZOS)
    stream = io.BytesIO()
    small.save(stream, "JPEG", quality=quality, optimize=True)
    return stream.getvalue()
