"""The pages that a report points at, drawn again: a small picture of the page, a sharp one of each box."""

from __future__ import annotations

import io
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PIL import Image
from verify.report.picture import PageImage

from verify.model import Box, Case, Outcome
from verify.read import raster
from verify.read.engine import RGB
from verify.read.page import turned

PAGE_SIDE = 1000
"""Longest side in pixels of the picture of a whole page."""

CROP_WIDTH = 1000
MAX_PAGES = 80
"""Most pages drawn into one report; evidence beyond that is named without a picture."""

_SHOWN = {Outcome.FAIL.value, Outcome.UNSURE.value, Outcome.BROKEN.value}


@dataclass(frozen=True, slots=True)
class Source:
    """Where a document's pages come from; `turned` holds each page's clockwise rotation in degrees."""

    file: str
    path: Path
    media: str
    turned: tuple[int, ...]


def sources(case: Case) -> tuple[Source, ...]:
    """The sources of a case's documents that have pages."""
    return tuple(
        Source(document.file, document.path, document.media, tuple(page.turned for page in document.pages))
        for document in case.documents
        if document.pages
    )


def draw(report: Mapping[str, Any], available: Iterable[Source]) -> dict[tuple[str, int], PageImage]:
    """Pictures of the pages that the flagged findings of a report point at, by (file, page)."""
    by_file = {source.file: source for source in available}
    wanted = list(_wanted(report).items())[:MAX_PAGES]
    drawn = ((place, _page(by_file.get(place[0]), place[1], boxes)) for place, boxes in wanted)
    return {place: picture for place, picture in drawn if picture is not None}


def _wanted(report: Mapping[str, Any]) -> dict[tuple[str, int], set[Box]]:
    wanted: dict[tuple[str, int], set[Box]] = defaultdict(set)
    for finding in report["findings"]:
        for evidence in finding["evidence"] if finding["outcome"] in _SHOWN else ():
            boxes = wanted[evidence["file"], evidence.get("page") or 1]
            if evidence.get("box"):
                boxes.add(tuple(evidence["box"]))
    return wanted


def _page(source: Source | None, number: int, boxes: set[Box]) -> PageImage | None:
    if source is None or not 1 <= number <= len(source.turned):
        return None
    try:
        upright = turned(raster.one_page(raster.load(source.path), source.media, number), source.turned[number - 1])
    except (raster.Unreadable, OSError, StopIteration):
        return None
    page = Image.fromarray(upright)
    crops = {box: _jpeg(_crop(upright, box), CROP_WIDTH, 80) for box in sorted(boxes)}
    return PageImage(_jpeg(page, PAGE_SIDE, 68), page.width, page.height, crops)


def _crop(page: RGB, box: Box) -> Image.Image:
    """The box with some of its surroundings, so that a reader sees where on the page it is."""
    x0, y0, x1, y1 = box
    margin = max(24, (y1 - y0) // 2)
    return Image.fromarray(page[max(0, y0 - margin) : y1 + margin, max(0, x0 - 2 * margin) : x1 + 2 * margin])


def _jpeg(image: Image.Image, side: int, quality: int) -> bytes:
    small = image.copy()
    small.thumbnail((side, side), Image.Resampling.LANCZOS)
    stream = io.BytesIO()
    small.save(stream, "JPEG", quality=quality, optimize=True)
    return stream.getvalue()
