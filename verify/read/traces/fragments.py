"""Is a piece of a line part of an ID number? By itself it shows no more than a few digits, which complete a masked one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from verify.id_places import BETWEEN, rows
from verify.mask import id_spans, is_valid_id, mask_number
from verify.page import Box, Word
from verify.read.engine import RGB, Engine
from verify.read.traces.printed import Line

Letters = Sequence[tuple[str, float, float]]
"""The characters of a line from left to right, each with its left and right edge."""

EDGE = 24
"""Pixels of paper around a strip that is read."""

_DIGIT = re.compile(r"[\dXx×]")
_DIGITS = re.compile(rf"\d(?:[{re.escape(BETWEEN)}]*[\dXx])*")
_LIKELY = re.compile(r"\d{5,7}(?:19|20)\d\d[\dXx]{5,9}")
"""An ID number of which a digit or two were misread, lost or doubled."""


def masked(text: str) -> str:
    """A text with a piece of an ID number, in which only what is no digit can be read; whole numbers as everywhere."""
    done, at = "", 0
    for start, end in id_spans(text):
        done += _DIGIT.sub("*", text[at:start]) + mask_number(text[start:end])
        at = end
    return done + _DIGIT.sub("*", text[at:])


def unlike(one: str, other: str) -> bool:
    """Whether two texts differ by more than one being a part of the other."""
    first, second = ("".join(sign for sign in text if sign.isalnum()) for text in (one, other))
    return first not in second and second not in first


def of_line(line: Line) -> Letters:
    """The letters of a printed line, with a blank for each wide gap."""
    letters: list[tuple[str, float, float]] = []
    for glyph in line.glyphs:
        left, bottom, right, top = glyph.area
        if letters and left - letters[-1][2] > 0.5 * (top - bottom):
            letters.append((" ", letters[-1][2], left))
        letters.append((glyph.text, left, right))
    return letters


def in_number(letters: Letters, left: float, right: float, likely: bool = False) -> bool:
    """Whether an ID number reaches into a stretch of a line; `likely`: one read with errors counts too."""
    return any(start < right and left < end for start, end in _numbers(letters, likely))


def _numbers(letters: Letters, likely: bool) -> Iterator[tuple[float, float]]:
    """From where to where the ID numbers of a line stand."""
    text = "".join(letter[0][:1] or " " for letter in letters)
    spans = [*id_spans(text), *_runs(text, likely)]
    return ((letters[start][1], letters[end - 1][2]) for start, end in spans)


def _runs(text: str, likely: bool) -> Iterator[tuple[int, int]]:
    for found in _DIGITS.finditer(text):
        places = [n for n in range(*found.span()) if text[n].isdecimal() or text[n] in "Xx"]
        digits = "".join(text[n] for n in places).upper()
        starts = [at for at in range(len(digits) - 17) if is_valid_id(digits[at : at + 18])]
        yield from ((places[at], places[at + 17] + 1) for at in starts)
        if likely and _LIKELY.search(digits):
            yield found.span()


def in_read_number(drawings: Iterable[RGB], box: Box, engine: Engine) -> bool:
    """Whether a place on upright drawings of a page touches an ID number of its line, as read anew in its full width."""
    for image in drawings:
        tall = box[3] - box[1]
        strip = image[max(0, box[1] - tall // 4) : box[3] + tall // 4]
        sheet = np.pad(strip, ((EDGE, EDGE), (EDGE, EDGE), (0, 0)), constant_values=255)
        words = engine.read(np.ascontiguousarray(sheet))
        lines = (_spread([words[place] for place in row]) for row in rows(words))
        if any(in_number(line, box[0] + EDGE, box[2] + EDGE, likely=True) for line in lines):
            return True
    return False


def _spread(words: Iterable[Word]) -> Letters:
    """The letters of a row of words, those of one word as wide as each other."""
    letters: list[tuple[str, float, float]] = []
    for word in words:
        unit = (word.box[2] - word.box[0]) / max(1, len(word.text))
        letters += [
            (sign, word.box[0] + n * unit, word.box[0] + (n + 1) * unit) for n, sign in enumerate(f"{word.text} ")
        ]
    return letters
