"""All traces of one file. Nothing in here stops a file from being read: what fails is named in `incomplete`."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeVar

import pikepdf
import pypdfium2

from verify.mask import mask_ids
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
Placed = TypeVar("Placed", Change, Overlay)


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
        here, opened = _tried(partial(_on_page, document, page.number, engine, left), _Looked())
        laid += [_turned(one, pages) for one in here.overlays]
        left -= here.looked
        looked, whole = looked and opened, whole and not here.crowded
    return tuple(laid[: bounds.OVERLAYS]), looked, whole and left > 0


@dataclass(frozen=True, slots=True)
class _Looked:
    """The overlays of one page, how many covers were looked at, and whether there was more than that."""

    overlays: tuple[Overlay, ...] = ()
    looked: int = 0
    crowded: bool = False


def _on_page(document: pypdfium2.PdfDocument, number: int, engine: Engine, most: int) -> _Looked:
    printed = Printed(document, number - 1)
    return _Looked(*overlays(printed, number, engine, most), printed.crowded)


def _tried(call: Callable[[], T], otherwise: T) -> tuple[T, bool]:
    """What a look at hostile input gave, or `otherwise`, and whether it went well; only memory's end is passed on."""
    try:
        return call(), True
    except MemoryError:
        raise
    except Exception:
        return otherwise, False


def _turned(one: Placed, pages: tuple[Page, ...]) -> Placed:
    """As on the page as it was turned; without a picture beside an ID number."""
    page, box = next((page for page in pages if page.number == one.page), None), _upright(one.box, one.page, pages)
    shown = "" if page is None or box is None or _beside_id(page, box) else upright(one.picture, page.turned)
    return replace(one, box=box, picture=shown)


def _beside_id(page: Page, box: Box) -> bool:
    """Whether an ID number stands on the page where a picture of the box's line would show some of it."""
    tall = box[3] - box[1]
    x0, y0, x1, y1 = box[0] - 3 * tall, box[1] - tall, box[2] + 3 * tall, box[3] + tall
    words = [word for word in (*page.words, *page.second) if mask_ids(word.text) != word.text]
    return any(x0 < w.box[2] and w.box[0] < x1 and y0 < w.box[3] and w.box[1] < y1 for w in words)


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
    left, top = max(0, spun[0]), max(0, spun[1])
    right, bottom = min(page.width, spun[2]), min(page.height, spun[3])
    return (left, top, right, bottom) if left < right and top < bottom else None
