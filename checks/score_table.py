"""A table of scores on a page: the number in the total's row, and those above it in the same column."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from checks.rows import levels, plain
from verify.page import Box, Page, Word

_NUMBER = re.compile(r"\d{1,4}(?:\.\d{1,2})?")
_AFTER = re.compile(r"^[:=]?(\d{1,4}(?:\.\d{1,2})?)分?$")
SURE = 0.9
"""Confidence from which on a figure may be added up."""


@dataclass(frozen=True, slots=True)
class Scores:
    """`total` as written, the items above it, and the line in which the total stands; `sure` if all was well read."""

    total: float
    items: tuple[float, ...]
    word: Word
    sure: bool

    @property
    def add_up(self) -> bool:
        """Whether the items make the total; a page with fewer than two items says nothing."""
        return len(self.items) >= 2 and abs(sum(self.items) - self.total) < 0.005


def scores(page: Page, total_labels: Iterable[str], headings: Iterable[str]) -> Scores | None:
    """The scores of the first total on a page, None where no total is read. `headings` stand above the items."""
    rows = levels(page.words)
    labels, tops = [plain(one) for one in total_labels], [plain(one) for one in headings]
    for index, row in enumerate(rows):
        for word in row:
            label = next((one for one in labels if plain(word.text).startswith(one)), None)
            if label and (found := _total(row, word, label)):
                number, box, place = found
                items = _column(rows[:index], box, tops)
                sure = all(one.confidence >= SURE for one in (place, *(word for _, word in items)))
                return Scores(number, tuple(value for value, _ in items), place, sure)
    return None


def _total(row: list[Word], label: Word, said: str) -> tuple[float, Box, Word] | None:
    """The number after a total's label: in the same line, or the only one to its right."""
    rest = _AFTER.match(plain(label.text)[len(said) :])
    if rest:
        return float(rest[1]), label.box, label
    right = [word for word in row if word.box[0] >= label.box[2] - 5 and (_value(word) is not None)]
    value = _value(right[0]) if len(right) == 1 else None
    return (value, right[0].box, right[0]) if value is not None else None


def _column(rows: list[list[Word]], box: Box, headings: list[str]) -> list[tuple[float, Word]]:
    """The numbers above a box, in its column, from the last heading on; none where there is no heading."""
    found: list[tuple[float, Word]] = []
    for row in reversed(rows):
        for word in row:
            if not _over(word.box, box):
                continue
            if plain(word.text) in headings:
                return found[::-1]
            if (value := _value(word)) is not None:
                found.append((value, word))
    return []


def _over(word: Box, box: Box) -> bool:
    return min(word[2], box[2]) > max(word[0], box[0])


def _value(word: Word) -> float | None:
    text = plain(word.text).removesuffix("分")
    return float(text) if _NUMBER.fullmatch(text) else None
