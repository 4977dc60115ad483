"""The pages that a report shows, drawn again: a small picture of the page, a sharp one of each box, ID numbers covered."""

from __future__ import annotations

import base64
import contextlib
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw

from verify.finding import Report
from verify.id_places import id_boxes, near
from verify.model import Document
from verify.page import Box, Seal
from verify.read import raster
from verify.read.engine import RGB
from verify.read.page import turned
from verify.read.traces.bounds import TEXT
from verify.report.html import PageImage, pages_to_show, seals_to_show
from verify.report.json_report import written
from verify.report.picture import Place, Strip

PAGE_SIDE = 1100
"""Longest side in pixels of the picture of a whole page."""

CROP_WIDTH = 900
STRIP_WIDTH = 1600
MAX_PAGES = 80
"""Most pages drawn into one report; evidence beyond that is named without a picture."""

KNOWN = 14
"""Characters from which on the form's ID number is looked for on the pages."""

Earlier = dict[tuple[str, int], dict[Place, bytes]]
"""By file and page."""

CODED = re.compile(r"\d{6}\*{8}\d{3}[\dX]")
"""A masked ID number in the text of a code."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A page to draw: where it comes from, its clockwise rotation in degrees, the boxes to cut out and those to cover.

    `seals` are straightened as well; of a page that is not `whole` nothing else is shown. `earlier` are pictures of what
    stood at a box before what is said to stand there now.
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
    earlier: tuple[tuple[Place, bytes], ...] = ()


def wanted(report: Report) -> tuple[Wanted, ...]:
    """The pages that the report shows, in the order in which its findings need them."""
    others = report.case.across.documents if report.case.across else ()
    documents = {document.file: document for document in (*report.case.documents, *others)}
    given = report.case.form.id_number or ""
    own = "".join(given.split())
    known = (own,) if len(own) >= KNOWN else ()
    whole, passed, earlier = pages_to_show(report), seals_to_show(report), _earlier(report, given)
    places = {place: (*whole.get(place, ()), *passed.get(place, ())) for place in (*whole, *passed)}
    return tuple(
        _wanted(document, number, tuple(dict.fromkeys(boxes)), (file, number) in whole, earlier, known)
        for (file, number), boxes in places.items()
        if (document := documents.get(file)) and 1 <= number <= len(document.pages)
    )[:MAX_PAGES]


def _earlier(report: Report, id_number: str) -> Earlier:
    """What stood at a box before, where a check has a picture of it."""
    found: Earlier = {}
    for finding in report.findings:
        for one in finding.evidence:
            if one.earlier and one.box and one.page:
                place = one.box, written(one.text or "", id_number)
                found.setdefault((one.file, one.page), {}).setdefault(place, base64.b64decode(one.earlier))
    return found


def draw(pages: Iterable[Wanted]) -> dict[tuple[str, int], PageImage]:
    """Pictures by (file, page); a page that no longer draws is left out, and the report names it without one."""
    drawn = ((page, _picture(page)) for page in pages)
    return {(page.file, page.page): picture for page, picture in drawn if picture}


def _wanted(
    document: Document, number: int, boxes: tuple[Box, ...], whole: bool, earlier: Earlier, known: tuple[str, ...]
) -> Wanted:
    page = document.pages[number - 1]
    seals = tuple(seal for seal in page.seals if seal.box in boxes)
    covered = (*id_boxes(page, known), *_coded(document, number, known), *_retyped(document, number))
    before = tuple(
        (place, picture)
        for place, picture in earlier.get((document.file, number), {}).items()
        if not near(place[0], page, known)
    )
    return Wanted(
        document.file, document.path, document.media, number, page.turned, boxes, covered, seals, whole, before
    )


def _retyped(document: Document, number: int) -> Iterator[Box]:
    """The patches on ID numbers of a page: a text layer mixes what is under them with what is on them."""
    overlays = document.traces.overlays if document.traces else ()
    mixed = (one for one in overlays if one.in_number and one.over == "text")
    return (one.box for one in mixed if one.box and one.page == number)


def _coded(document: Document, number: int, known: tuple[str, ...]) -> Iterator[Box]:
    """The codes on a page that say an ID number, or more than was kept of them."""
    for code in document.traces.codes if document.traces else ():
        said = CODED.search(code.text) or any(one in code.text for one in known) or len(code.text) >= TEXT
        if said and code.box and code.page == number:
            yield code.box


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
