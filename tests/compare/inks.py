"""Sealed pages for the tests: one stamp's impressions, copies of one, and other seals, each drawn once."""

from __future__ import annotations

import io
from dataclasses import replace
from functools import cache
from pathlib import Path

import cv2
import numpy as np
from PIL import Image

from scripts.fixturekit.cases.twin_seals import RADIUS, RED, UNIT, copied, even, sheet, wet
from scripts.fixturekit.seals import ring
from scripts.sealkit.impression import Die, inked, lifted, turned
from verify.compare.ink_sketch import seal_sketch
from verify.model import Case, Document, Slot
from verify.page import Page, Seal, SealOutline, Word
from verify.read.engine import RGB, Array
from verify.read.seals.find import find
from verify.read.seals.strip import outline_of
from verify.sketches import InkSketches, SealSketch


@cache
def page(what: str) -> RGB:
    """wet1, wet2, copy, even, small; nicked1, nicked2 and a copy of the first, nicked, of a stamp whose rim is broken in
    many places; the page of wet1 scanned a second time, smaller and askew (again), or photographed
    at a slant (slant)."""
    if what in ("again", "slant"):
        return _again(page("wet1"), what == "slant")
    if what.startswith("nicked"):
        return _opened(sheet("方一诺" if what == "nicked1" else "蒋思源", _nicked(what.removeprefix("nicked"))))
    layers: dict[str, tuple[str, Array]] = {
        "wet1": ("方一诺", wet(1)),
        "wet2": ("蒋思源", wet(2, turn=-12.0)),
        "copy": ("蒋思源", copied()),
        "even": ("方一诺", even()),
        "small": ("方一诺", wet(1, 80.0)),
    }
    return _opened(sheet(*layers[what]))


def _opened(data: bytes) -> RGB:
    return np.asarray(Image.open(io.BytesIO(data)).convert("RGB"), np.uint8)


def _nicked(number: str) -> Array:
    """An impression as a layer, or what was lifted off the scan of the first."""
    if not number:
        outline = seal_on("nicked1").outline
        assert outline
        return turned(lifted(page("nicked1"), outline), 0.93, 41.0)
    die = Die(ring(UNIT), 5, nicks=14)
    layer = inked(die.impression(np.random.default_rng((5, int(number))), 0.3), RED)
    return turned(layer, 2 * RADIUS / max(layer.shape[:2]), 7.0 * int(number))


@cache
def seal_on(what: str) -> Seal:
    """The seal as the reader finds it, untitled."""
    (found,) = [seal for seal in find(page(what)) if seal.ink == "red"]
    x, y = round(found.outline.x), round(found.outline.y)
    box = (x - round(RADIUS), y - round(RADIUS), x + round(RADIUS), y + round(RADIUS))
    return Seal("绍兴镜澜城市开发有限公司", (), "unit", "circle", "red", box, 0.9, outline=outline_of(found.outline))


def sketch_of(what: str, **changed: object) -> SealSketch:
    """Its sketch; `changed` are fields of the seal."""
    return seal_sketch(page(what), 1, replace(seal_on(what), **changed))  # type: ignore[arg-type]


def moved(outline: SealOutline, dx: float, dy: float, larger: float) -> SealOutline:
    """An outline that was fitted roughly."""
    return replace(
        outline, x=outline.x + dx, y=outline.y + dy, width=outline.width * larger, height=outline.height * larger
    )


def document(file: str, what: str, *lines: str, sha256: str = "", slot: Slot = Slot.PROJECT) -> Document:
    """A file of one sealed page."""
    words = tuple(Word(text, (0, 0, 10, 10), 0.98) for text in lines)
    pages = (Page(1, *page(what).shape[1::-1], "ocr", words, (seal_on(what),)),)
    return Document(file, Path(file), sha256 or file, 1000, "image/jpeg", slot, pages=pages)


def sketches(case: Case, *whats: str) -> dict[str, InkSketches]:
    """The sketches of a case's files, one kind of page each."""
    pairs = zip(case.documents, whats, strict=True)
    return {document.file: InkSketches((sketch_of(what),)) for document, what in pairs}


def _again(image: RGB, slant: bool) -> RGB:
    height, width = image.shape[:2]
    matrix = np.vstack([cv2.getRotationMatrix2D((width / 2, height / 2), 0.8, 0.94), [0, 0, 1]])
    if slant:
        corners = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
        seen_at = corners + np.array([[14, 6], [-4, 0], [0, -2], [4, -10]], np.float32)
        matrix = cv2.getPerspectiveTransform(corners, seen_at)
    seen = cv2.warpPerspective(image, matrix, (width, height), flags=cv2.INTER_CUBIC, borderValue=(250, 250, 248))
    noise = np.random.default_rng(3).normal(0, 1.5, (height, width, 1))
    out = io.BytesIO()
    Image.fromarray(np.clip(seen + noise, 0, 255).astype(np.uint8)).save(out, "JPEG", quality=80)
    return _opened(out.getvalue())
