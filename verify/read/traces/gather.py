"""All traces of one file. Nothing in here stops a file from being read: what fails is named in `incomplete`."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeVar

import pikepdf
import pypdfium2

from verify.id_places import near
from verify.page import Box, Page
from verify.read.engine import RGB, Engine
from verify.read.traces import bounds
from verify.read.traces.codes import codes
from verify.read.traces.earlier import upright
from verify.read.traces.overlays import overlays
from verify.read.traces.printed import Printed
from verify.read.traces.revisions import History, history
from verify.read.traces.signatures import signatures
from verify.read.traces.tags import Told, of_image, of_pdf
from verify.traces import CUT, LAYERS, METADATA, PARTLY, UNCOMPARED, Change, Code, Overlay, Traces

T = TypeVar("T")


_NOTHING: tuple[tuple[Overlay, ...], bool, bool] = (), False, True


def page_codes(image: RGB, number: int) -> tuple[Code, ...]:
    """The codes on an upright page; none where the decoder fails."""
    none: tuple[Code, ...] = ()
    return _tried(lambda: codes(image, number), none)[0]


def gather(data: bytes, media: str, pages: tuple[Page, ...], found: tuple[Code, ...], engine: Engine) -> Traces:
    """The traces of a file of known content, whose pages were read and whose codes were found."""
    if media != "application/pdf":
        told, _ = _tried(lambda: of_image(data), Told())
        return _traces(told, found, METADATA[: int(told.cut)])
    told, opened = _tried(lambda: _pdf_told(data), Told())
    past, compared = _tried(lambda: history(data, engine), History())
    (laid, looked, whole), _ = _tried(lambda: _overlays(data, pages, engine), _NOTHING)
    notes = {
        METADATA[0]: told.cut, METADATA[1]: not opened, UNCOMPARED: not compared, PARTLY: past.spent,
        CUT: past.cut,
        LAYERS[0]: not looked, LAYERS[1]: not whole,
    }  # fmt: skip
    traces = _traces(told, found, tuple(note for note, holds in notes.items() if holds))
    revisions = tuple(
        replace(one, changes=tuple(_turned(change, pages) for change in one.changes)) for one in past.revisions
    )
    return replace(
        traces, revisions=revisions, saved=past.saved, unopened=past.unopened, skipped=past.skipped, overlays=laid,
        signatures=signatures(data),
    )  # fmt: skip


def _traces(told: Told, found: tuple[Code, ...], incomplete: tuple[str, ...]) -> Traces:
    return Traces(told.tags, told.aigc, told.c2pa, told.generated, codes=found, incomplete=incomplete)


def _pdf_told(data: bytes) -> Told:
    with pikepdf.open(io.BytesIO(data), suppress_warnings=True) as pdf:
        return of_pdf(pdf)


def _overlays(data: bytes, pages: tuple[Page, ...], engine: Engine) -> tuple[tuple[Overlay, ...], bool, bool]:
    """The overlays of all pages, whether every page could be looked at, and whether none held too much."""
    laid, looked, whole, left = list[Overlay](), True, True, bounds.COVERS
    document = pypdfium2.PdfDocument(data)
    for page in pages:
        here, opened = _tried(partial(_on_page, document, page, engine, left), _Looked())
        laid += [_within(one, page) for one in here.overlays]
        left -= here.looked
        looked, whole = looked and opened, whole and not here.crowded
    return tuple(laid[: bounds.OVERLAYS]), looked, whole and left > 0


@dataclass(frozen=True, slots=True)
class _Looked:
    """The overlays of one page, how many covers were looked at, and whether there was more than that."""

    overlays: tuple[Overlay, ...] = ()
    looked: int = 0
    crowded: bool = False


def _on_page(document: pypdfium2.PdfDocument, page: Page, engine: Engine, most: int) -> _Looked:
    printed = Printed(document, page.number - 1)
    return _Looked(*overlays(printed, page.number, engine, most, page.turned), printed.crowded)


def _tried(call: Callable[[], T], otherwise: T) -> tuple[T, bool]:
    """What a look at hostile input gave, or `otherwise`, and whether it went well; only memory's end is passed on."""
    try:
        return call(), True
    except MemoryError:
        raise
    except Exception:
        return otherwise, False


def _within(one: Overlay, page: Page) -> Overlay:
    """An overlay with its box on the page; without a picture beside an ID number."""
    box = _clipped(one.box, page) if one.box else None
    return replace(one, box=box, picture="" if box is None or near(box, page) else one.picture)


def _turned(one: Change, pages: tuple[Page, ...]) -> Change:
    """As on the page as it was turned; without a picture beside an ID number, or where its line lay on its side."""
    page, box = next((page for page in pages if page.number == one.page), None), _upright(one.box, one.page, pages)
    unfit = page is None or box is None or _sideways(box, page) or near(box, page)
    return replace(one, box=box, picture="" if page is None or unfit else upright(one.picture, page.turned))


def _sideways(box: Box, page: Page) -> bool:
    """Whether a box's line lay on its side before the page was turned: what was cut out is then many lines."""
    return page.turned in (90, 270) and box[2] - box[0] > 0.5 * (box[3] - box[1])


def _upright(box: Box | None, number: int, pages: tuple[Page, ...]) -> Box | None:
    """A box on a page as it prints, as one on the page as it was turned; None where it lies outside."""
    page = next((page for page in pages if page.number == number), None)
    if box is None or page is None:
        return None
    width, height = (page.height, page.width) if page.turned in (90, 270) else (page.width, page.height)
    x0, y0, x1, y1 = box
    spun = {
        0: (x0, y0, x1, y1), 90: (height - y1, x0, height - y0, x1),
        180: (width - x1, height - y1, width - x0, height - y0), 270: (y0, width - x1, y1, width - x0),
    }[page.turned]  # fmt: skip
    return _clipped(spun, page)


def _clipped(box: Box, page: Page) -> Box | None:
    """The part of a box that lies on the page; None where nothing of it does."""
    left, top = max(0, box[0]), max(0, box[1])
    right, bottom = min(page.width, box[2]), min(page.height, box[3])
    return (left, top, right, bottom) if left < right and top < bottom else None
