"""One file → what stands on its pages. Runs in a worker: the parsers below are handed files from outside."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from verify.model import Trouble
from verify.page import ImageFacts, Page, Word
from verify.read import ink, raster
from verify.read.engine import RGB, Engine
from verify.read.page import read_page, turned
from verify.read.pdf_text import TextLayer
from verify.read.traces.gather import gather, page_codes
from verify.traces import Code, Traces


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read of one file. `trouble` and `message` (Chinese) say why reading stopped; pages read before stay."""

    pages: tuple[Page, ...] = ()
    image: ImageFacts | None = None
    trouble: Trouble | None = None
    message: str = ""
    traces: Traces | None = None


def read_file(path: Path, media: str, engine: Engine) -> Reading:
    """Read every page of a file of known content; what cannot be read is said, not raised."""
    pages: list[Page] = []
    codes: list[Code] = []
    image: ImageFacts | None = None
    try:
        data = raster.load(path)
        image = _facts(data, media)
        for picture, layer in _pictures(data, media, engine):
            page, upright = read_page(picture, len(pages) + 1, engine, layer)
            pages.append(page)
            codes += page_codes(upright, page.number)
    except raster.Unreadable as stopped:
        return Reading(tuple(pages), image, stopped.trouble, str(stopped))
    return Reading(tuple(pages), image, traces=gather(data, media, tuple(pages), tuple(codes), engine))


def read_again(path: Path, media: str, pages: tuple[Page, ...], second: Engine) -> tuple[Page, ...]:
    """The pages with the second reader's lines; pages whose text layer was trusted are left as they are."""
    pictures = raster.pages(raster.load(path), media)
    return tuple(
        page if page.source == "text" or page.blank else replace(page, second=second.read(turned(picture, page.turned)))
        for page, picture in zip(pages, pictures, strict=False)
    )


def _pictures(data: bytes, media: str, engine: Engine) -> Iterator[tuple[RGB, tuple[Word, ...] | None]]:
    if media != "application/pdf":
        yield from ((picture, None) for picture in raster.pages(data, media))
        return
    document = raster.open_pdf(data)
    layer = TextLayer(data)
    for index in range(len(document)):
        picture = raster.pdf_page(document, index)
        yield picture, layer.words(index, picture, engine)
    layer.close()


def _facts(data: bytes, media: str) -> ImageFacts | None:
    """An image's facts, its size after the EXIF orientation."""
    if not media.startswith("image/"):
        return None
    header = raster.open_image(data)
    sideways = header.getexif().get(0x0112, 1) in (5, 6, 7, 8)
    width, height = header.size[::-1] if sideways else header.size
    facts = ImageFacts(media, width, height, header.mode)
    try:
        return replace(facts, border=ink.border(next(raster.image_pages(data))))
    except raster.Unreadable:
        return facts
