"""What a seal is for, by everything read of it, its shape, colour and size.

A purpose is told by a word that all its seals bear; where no such word was read as it stands, one that was read with a
single character wrong (合同专用草) is taken, unless it may then be another purpose's too (纠务专用章).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from verify.page import SealPurpose, SealShape
from verify.read.seals.kind_words import (
    DEPARTMENT,
    DEPARTMENT_LINE,
    OTHER_WORDS,
    PHRASES,
    REMARK,
    SPECIAL,
    TAX_OFFICE,
    UNIT,
    WORDS,
)
from verify.surnames import COMPOUND, SINGLE

P = SealPurpose

SQUARE, MAX_NAME_SHARE = 1.35, 0.2
"""A personal seal's longest side over its shortest, and over the page's width, at most: 30 mm on A4 are 0.14 of it."""

_NAME_END = re.compile(r"(?:之?印章?|章|签)$")


@dataclass(frozen=True, slots=True)
class Impression:
    """What is known of a seal: readings of its title, its other lines, and `size` wide and high in pixels on a page
    that is `page` pixels wide (0: not known). `unread`: it bears a line besides that nobody could read."""

    titles: tuple[str, ...]
    lines: tuple[str, ...] = ()
    shape: SealShape = "circle"
    colour: str = "red"
    size: tuple[int, int] = (1, 1)
    page: int = 0
    unread: bool = False

    @property
    def words(self) -> tuple[str, ...]:
        return (*self.titles, *self.lines)


def purpose_of(seen: Impression) -> SealPurpose:
    """What the seal is for; OTHER or, for a round one, UNKNOWN where nothing tells, or what would was not
    read."""
    seen = replace(seen, titles=tuple(map(_bare, seen.titles)), lines=tuple(map(_bare, seen.lines)))
    if told := _told(seen.words) or _nearly_told(seen.words):
        return told
    if seen.shape == "ellipse" and any(TAX_OFFICE.search(word) for word in seen.words):
        return P.TAX
    if any(UNIT.search(word) for word in seen.words):
        return _units(seen)
    if any(REMARK.fullmatch(word) for word in seen.words):
        return P.REMARK
    if _is_name(seen):
        return P.PERSONAL
    if seen.shape == "ellipse" and seen.colour == "blue" and any(re.search("执业|建造|印章", w) for w in seen.words):
        return P.REGISTRATION
    return _units(seen)


def _bare(text: str) -> str:
    return re.sub(r"[\s()（）:：.,，。·\-*★☆]", "", text)


def _units(seen: Impression) -> SealPurpose:
    """Of a seal without a purpose's own words: a department's, another special one, a unit's own, or none of them."""
    titles, lines = (
        tuple(re.sub(r"[0-9一二三四五六七八九十]{1,3}$", "", w) for w in g) for g in (seen.titles, seen.lines)
    )
    if any(DEPARTMENT.search(title) for title in titles) or any(DEPARTMENT_LINE.fullmatch(line) for line in lines):
        return P.DEPARTMENT
    if any(SPECIAL.search(word) for word in (*titles, *lines)):
        return P.SPECIAL
    if any(UNIT.search(word) for word in seen.words):
        return P.UNKNOWN if seen.unread else P.OFFICIAL
    return P.UNKNOWN if seen.shape == "circle" else P.OTHER


def _told(words: tuple[str, ...]) -> SealPurpose | None:
    return next((purpose for purpose, word in WORDS if any(re.search(word, text) for text in words)), None)


def _nearly_told(words: tuple[str, ...]) -> SealPurpose | None:
    """The one purpose of which a phrase was read with one character wrong; SPECIAL where it may be one of several."""
    near = [p for p, phrases in PHRASES if any(_slipped(phrase, text) for phrase in phrases for text in words)]
    if len(near) > 1:
        return P.SPECIAL if any("专用" in text for text in words) else None
    return near[0] if near else None


def _slipped(phrase: str, text: str) -> bool:
    """Whether `text` holds `phrase` with exactly one character changed."""
    size = len(phrase)
    parts = (text[start : start + size] for start in range(len(text) - size + 1) if not OTHER_WORDS.search(text))
    return any(sum(a != b for a, b in zip(phrase, part, strict=True)) == 1 for part in parts)


def _is_name(seen: Impression) -> bool:
    """Whether the readings are a person's name: with 印 after it in any shape, else alone in a small square."""
    stems = [_NAME_END.sub("", word) for word in seen.words]
    if _named([stem for stem, word in zip(stems, seen.words, strict=True) if word.endswith(("印", "印章"))]):
        return True
    longest, shortest = max(seen.size), min(seen.size)
    small = not seen.page or longest <= MAX_NAME_SHARE * seen.page
    return seen.shape == "rectangle" and longest <= SQUARE * shortest and small and _named(stems[:1])


def _named(stems: list[str]) -> bool:
    return any(
        (stem[:1] in SINGLE and 2 <= len(stem) <= 3) or (stem[:2] in COMPOUND and 3 <= len(stem) <= 4)
        for stem in stems
        if not re.search(r"[^一-鿿]", stem)
    )
