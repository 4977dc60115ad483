"""The pages that a report points at, drawn again: a small picture of the page, a sharp one of each box."""

from __future__ import annotations

import io
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from verify.model import Box, Outcome, Report
from verify.read import raster
from verify.read.page import turned
from verify.report.picture import PageImage

PAGE_SIDE = 1100
"""Longest side in pixels of the picture of a whole page."""

CROP_WIDTH = 900
MAX_PAGES = 80
"""Most pages drawn into one report; evidence beyond that is named without a picture."""

_SHOWN = (Outcome.FAIL, Outcome.UNSURE, Outcome.BROKEN)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A page to draw: where it comes from, by how many degrees it was turned clockwise, and the boxes on it."""

    file: str
    path: Path
    media: str
    page: int
    turned: int
    boxes: tuple[Box, ...]


def wanted(report: Report) -> tuple[Wanted, ...]:
    """The pages that the flagged findings of a report point at, worst first as the findings stand."""
    documents = {document.file: document for document in report.case.documents}
    boxes: dict[tuple[str, int], set[Box]] = defaultdict(set)
    for evidence in (e for finding in report.findings if finding.outcome in _SHOWN for e in finding.evidence):
        document, number = documents.get(evidence.file), evidence.page or 1
        if document and 1 <= number <= len(document.pages):
            boxes[evidence.file, number] |= {evidence.box} if evidence.box else set()
    return tuple(
        Wanted(
            file,
            documents[file].path,
            documents[file].media,
            number,
            documents[file].pages[number - 1].turned,
            tuple(sorted(on)),
        )
        for (file, number), on in list(boxes.items())[:MAX_PAGES]
    )


def draw(pages: Iterable[Wanted]) -> dict[tuple[str, int], PageImage]:
    """Pictures by (file, page); a page that no longer draws is left out, and the report names it without one."""
    drawn = ((page, _picture(page)) for page in pages)
    return {(page.file, page.page): picture for page, picture in drawn if picture}


def _picture(page: Wanted) -> PageImage | None:
    try:
        pixels = turned(raster.one_page(raster.load(page.path), page.media, page.page), page.turned)
    except (raster.Unreadable, OSError, StopIteration):
        return None
    image = Image.fromarray(pixels)
    crops = {box: _jpeg(image.crop(box), CROP_WIDTH, 80) for box in page.boxes if box[0] < box[2] and box[1] < box[3]}
    return PageImage(_jpeg(image, PAGE_SIDE, 62), image.width, image.height, crops)


def _jpeg(image: Image.Image, side: int, quality: int) -> bytes:
    small = image.copy()
    small.thumbnail((side, side), Image.Resampling.LANCZOS)
    stream = io.BytesIO()
    small.save(stream, "JPEG", quality=quality, optimize=True)
    return stream.getvalue()
