"""One page image → a Page: turned upright, its lines, seals and marks."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from verify.page import Box, Page, Seal, Word
from verify.read import ink
from verify.read.engine import RGB, Engine
from verify.read.seals import find_and_read
from verify.read.under import look_under

SURE = 0.85
"""Mean confidence below which a page may lie on its side or head; upright print reads above 0.93."""

MARGIN = 24
"""Pixels of paper left around the ink of a page when it is read by itself."""


def read_page(image: RGB, number: int, engine: Engine, layer: tuple[Word, ...] | None = None) -> tuple[Page, RGB]:
    """Read page `number`; `layer` is its trusted text layer, if it has one. Returns the page and its upright image."""
    if ink.is_blank(image):
        return Page(number, image.shape[1], image.shape[0], "ocr", blank=not layer, words=layer or ()), image
    degrees, words = (0, layer) if layer else _upright(image, engine)
    image = turned(image, degrees)
    seals: tuple[Seal, ...] = find_and_read(image, engine)
    words = (*words, *_drawn(image, words, engine)) if layer else look_under(image, words, seals, engine)
    page = Page(
        number=number,
        width=image.shape[1],
        height=image.shape[0],
        source="text" if layer else "ocr",
        words=words,
        seals=seals,
        marks=ink.marks(image, words, tuple(seal.box for seal in seals if seal.colour == "blue")),
        turned=degrees,
        grey=ink.is_grey(image),
    )
    return page, image


def _drawn(image: RGB, layer: tuple[Word, ...], engine: Engine) -> tuple[Word, ...]:
    """Lines of the ink that a text layer says nothing of: signatures and stamps put onto a page as pictures."""
    marks = ink.marks(image, layer)
    if not marks:
        return ()
    bare = image.copy()
    for x0, y0, x1, y1 in (word.box for word in layer):
        bare[y0:y1, x0:x1] = 255
    left, top = (max(0, min(mark[side] for mark in marks) - MARGIN) for side in (0, 1))
    right, bottom = (max(mark[side] for mark in marks) + MARGIN for side in (2, 3))
    found = (_moved(word, left, top) for word in engine.read(np.ascontiguousarray(bare[top:bottom, left:right])))
    return tuple(word for word in found if any(_meet(word.box, mark) for mark in marks))


def _moved(word: Word, left: int, top: int) -> Word:
    x0, y0, x1, y1 = word.box
    return replace(word, box=(x0 + left, y0 + top, x1 + left, y1 + top))


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def turned(image: RGB, degrees: int) -> RGB:
    """The image turned clockwise by a multiple of 90 degrees."""
    return np.ascontiguousarray(np.rot90(image, -degrees // 90)) if degrees else image


def _upright(image: RGB, engine: Engine) -> tuple[int, tuple[Word, ...]]:
    """Degrees to turn, and the lines; a page whose first reading is good is not looked at twice."""
    words = engine.read(image)
    if not _doubtful(words):
        return 0, words
    degrees = engine.turn(image)
    if not degrees:
        return 0, words
    again = engine.read(turned(image, degrees))
    return (degrees, again) if _sense(again) > _sense(words) else (0, words)


def _doubtful(words: tuple[Word, ...]) -> bool:
    upright = sum(len(word.text) for word in words if not _stands(word))
    letters = sum(len(word.text) for word in words)
    return not letters or upright < 0.6 * letters or _sense(words) / letters < SURE


def _stands(word: Word) -> bool:
    x0, y0, x1, y1 = word.box
    return len(word.text) > 1 and (y1 - y0) > 1.5 * (x1 - x0)


def _sense(words: tuple[Word, ...]) -> float:
    """Letters read, weighed by confidence; a line that stands upright counts for little."""
    return sum(len(word.text) * word.confidence * (0.3 if _stands(word) else 1.0) for word in words)
