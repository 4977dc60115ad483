"""What a page says, for the checks: phrases, labels and what stands beside them, dates, and how well it was read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from statistics import median
from typing import Literal

from rapidfuzz.distance import OSA

from checks.days import dates_in as dates_in
from checks.rows import height, plain, rows
from verify.dates import PartialDate
from verify.finding import Evidence
from verify.model import Document
from verify.page import Box, Page, Word

READ, PRINTED = 10, 30
"""A value stands at most so many heights to the right of its label: as pages are read, and where a text layer is sure."""

POOR = 0.6
"""Mean confidence below which a page was not read well enough to say what is not on it."""

SWOLLEN = 1.8
"""A line so many times higher than the page's usual one holds more than its text."""

WELL = 0.8
"""Mean confidence from which on a page was read well enough to say what is not on it."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase on a page: in which line, and whether letter by letter ("exact") or with one slip ("near")."""

    level: Literal["exact", "near"]
    word: Word
    phrase: str


def at(document: Document, page: Page, word: Word | None = None) -> Evidence:
    """The place of a line on a page, or the whole page."""
    if word is None:
        return Evidence(document.file, page.number)
    return Evidence(document.file, page.number, word.box, word.text, round(word.confidence, 3))


def lines(page: Page) -> Iterator[Word]:
    """The lines of both readers, then each row of the first one as a single line."""
    yield from page.words
    yield from page.second
    for row in rows(page.words):
        if len(row) > 1:
            yield joined(row)


def joined(row: list[Word]) -> Word:
    """One line made of neighbouring ones."""
    boxes = [word.box for word in row]
    around = (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))
    return Word("".join(word.text for word in row), around, min(word.confidence for word in row))


def find(page: Page, phrases: Iterable[str], fuzzy: bool = False) -> Hit | None:
    """The first of `phrases` that the page says, in text or seals; with `fuzzy`, else one with a single slip."""
    wanted = [plain(phrase) for phrase in phrases]
    said = [(word, plain(word.text)) for word in (*lines(page), *stamps(page))]
    for phrase in wanted:
        for word, text in said:
            if phrase in text:
                return Hit("exact", word, phrase)
    for phrase in wanted if fuzzy else ():
        for word, text in said:
            if slipped(phrase, text):
                return Hit("near", word, phrase)
    return None


def slipped(phrase: str, text: str) -> bool:
    """Whether text holds the phrase with one character changed; both plain, the phrase of four or more."""
    size = len(phrase)
    parts = (text[start : start + size] for start in range(len(text) - size + 1))
    return size >= 4 and any(OSA.distance(phrase, part, score_cutoff=1) == 1 for part in parts)


def stamps(page: Page) -> Iterator[Word]:
    """What the seals say, as lines."""
    for seal in page.seals:
        for text in dict.fromkeys((seal.title, *seal.texts, *seal.candidates)):
            if text:
                yield Word(text, seal.box, seal.confidence)


def beside(page: Page, labels: Iterable[str]) -> Iterator[tuple[Word, Word | None]]:
    """Each line that holds a label, with what stands after the label: in the line, to its right, or just below."""
    any_label = "|".join(sorted((re.escape(plain(label)) for label in labels), key=len, reverse=True))
    # Labels may follow each other (申报人签名) and have a remark in brackets (承诺人（签名）).
    pattern = re.compile(rf"(?:(?:{any_label})(?:\([^()]*\))?)+[\s:_.…/—-]*(.*)")
    reach = PRINTED if page.source == "text" else READ
    for source in (page.words, page.second):
        for word in source:
            if found := pattern.search(plain(word.text)):
                rest = _unwrapped(found[1])
                yield word, Word(rest, word.box, word.confidence) if rest else _neighbour(word, source, reach)


def _unwrapped(text: str) -> str:
    """What stands in brackets or after them; a bracket that closes one within it stays: …工程(二标段)."""
    bare = text.strip("()")
    return bare + ")" if text.endswith(")") and bare.count("(") > bare.count(")") else bare


def _neighbour(label: Word, words: Iterable[Word], reach: int) -> Word | None:
    right = [w for w in words if w is not label and _right_of(label.box, w.box, reach)]
    below = [w for w in words if w is not label and right_below(label.box, w.box)]
    found = min(right, key=lambda w: w.box[0], default=None)
    return found or min(below, key=lambda w: w.box[1], default=None)


def _right_of(label: Box, box: Box, reach: int) -> bool:
    level = min(label[3], box[3]) - max(label[1], box[1]) >= 0.3 * height(label)
    return level and -height(label) <= box[0] - label[2] <= reach * height(label)


def right_below(label: Box, box: Box) -> bool:
    """Whether a box stands right below another one, in the same column."""
    return -2 <= box[1] - label[3] <= 1.5 * height(label) and min(label[2], box[2]) > max(label[0], box[0])


def marks(page: Page) -> list[Box]:
    """The unread ink of a page that does not lie wholly within a seal: signatures, ticks, drawings."""
    return [mark for mark in page.marks if not any(_within(mark, seal.box) for seal in page.seals)]


def marks_by(page: Page, box: Box, reach: float = 3.0) -> list[Box]:
    """The unread ink within `reach` line heights of a box, around it and further to its right, seals or not.

    A seal's own red is never among it: black ink within a seal is a signature across it, or print beneath it.
    """
    far = int(reach * height(box))
    area = (box[0] - far, box[1] - far, box[2] + 3 * far, box[3] + far)
    return [mark for mark in page.marks if overlap(area, mark)]


def swollen(page: Page, word: Word) -> bool:
    """Whether a line's box is far larger than its text needs: there is more in it, such as a signature."""
    others = [w for w in page.words if w is not word and len(w.text) >= 2]
    if not others:
        return False
    return height(word.box) > SWOLLEN * median(height(w.box) for w in others)


def _within(a: Box, b: Box) -> bool:
    return b[0] <= a[0] and b[1] <= a[1] and a[2] <= b[2] and a[3] <= b[3]


def overlap(a: Box, b: Box) -> bool:
    """Whether two boxes share a pixel."""
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def confidence(page: Page) -> float:
    """The mean confidence of a page's lines, weighted by their length; 0 for a page without text."""
    size = sum(len(word.text) for word in page.words)
    return sum(word.confidence * len(word.text) for word in page.words) / size if size else 0.0


def read_well(page: Page, bar: float = POOR) -> bool:
    """Whether enough was read, and surely enough, to say what the page does not say."""
    return page.source == "text" or page.blank or (len(plain(page.text)) >= 4 and confidence(page) >= bar)


def dates(page: Page) -> list[tuple[PartialDate, Word]]:
    """Full dates on the page, in figures (2024.9.20, 2024年9月20日) or in characters (二〇二四年九月二十日)."""
    return [(day, word) for word in lines(page) for day in dates_in(word.text)]
