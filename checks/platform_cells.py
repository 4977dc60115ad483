"""The cells of a page's tables, and the size of their letters.

It is told from a line's length, not its height: boxes of short lines are up to half as high again as those of long ones,
but a line's length is its characters and a margin that is the same in ems all over a page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from statistics import median

from checks.fields import SURE
from checks.pages import overlap
from checks.rows import levels
from checks.tables import spread
from verify.page import Page, Word

_HAN = re.compile(r"^[㐀-鿿]{2,}$")
_FIGURES = re.compile(r"^\d{4}-\d{2}-\d{2}$|^\d{8,}$")

FIGURE, HYPHEN = 0.55, 0.35
"""Widths of a figure and a hyphen in ems; faces differ, but figures are held against figures."""

APART, FEW = 2, 3
"""Lines whose lengths differ by so many ems tell of their margin; so many pairs of them are enough."""


MOST = 400
"""A page of more cells is no project's: every two of them are compared."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A word of a row; `em` is the size of its letters in pixels, `kind` what they are."""

    word: Word
    kind: str
    row: int
    em: float

    @property
    def middle(self) -> float:
        """Half way between its upper and lower edge."""
        return (self.word.box[1] + self.word.box[3]) / 2


def cells_of(page: Page) -> list[Cell]:
    """The words of rows that have two at least: tables, and labels with their values; none where their margin cannot be
    told."""
    found = list(_words(page))
    if len(found) > MOST:
        return []
    margins = list(_margins([word for word, kind, _ in found if kind == "han"]))
    if len(margins) < FEW:
        return []
    margin = max(0.0, median(margins))
    return [Cell(word, kind, row, _wide(word) / (_ems(word) + margin)) for word, kind, row in found]


def _margins(words: Sequence[Word]) -> Iterator[float]:
    """What lines of one column, and so of one size, say of the margin around each, in ems."""
    for one, other in combinations(words, 2):
        longer, shorter = (one, other) if _ems(one) > _ems(other) else (other, one)
        growth = _wide(longer) - _wide(shorter)
        if _ems(longer) - _ems(shorter) >= APART and growth > 0 and same_column(one, other):
            yield (_wide(shorter) * _ems(longer) - _wide(longer) * _ems(shorter)) / growth


def _words(page: Page) -> Iterator[tuple[Word, str, int]]:
    """Not those that lie over each other: what stands on colour may be read from the text layer and from the picture."""
    for number, row in enumerate(levels(spread(page).words)):
        apart = [one for one in row if not any(overlap(one.box, other.box) for other in row if other is not one)]
        for word in apart if len(apart) > 1 else ():
            kind = "han" if _HAN.match(word.text) else "figures" if _FIGURES.match(word.text) else ""
            if kind and word.confidence >= SURE:
                yield word, kind, number


def _ems(word: Word) -> float:
    return sum(FIGURE if char.isdigit() else HYPHEN if char == "-" else 1.0 for char in word.text)


def _wide(word: Word) -> int:
    return word.box[2] - word.box[0]


def same_column(one: Word, other: Word) -> bool:
    """Whether two lines stand one above the other."""
    common = min(one.box[2], other.box[2]) - max(one.box[0], other.box[0])
    return common > 0.5 * min(_wide(one), _wide(other))
