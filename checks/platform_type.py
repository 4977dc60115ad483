"""Is one cell of a page's tables in letters of another size, or off its line? Rule SS-07: a hint, and never more.

A cell is held against its neighbours only: those of its row, so that a photo taken aslant does no harm, and those of its
column, so that labels may be smaller than values. How far such cells differ on the page itself is the measure.

The size of letters is told from a line's length, not its height: boxes of short lines are up to half as high again as
those of long ones, but a line's length is its characters and a margin that is the same in ems all over a page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from statistics import median

from checks.check import Params
from checks.fields import SURE
from checks.pages import overlap
from checks.rows import levels
from checks.tables import spread
from verify.model import Page, Word

_HAN = re.compile(r"^[㐀-鿿]{2,}$")
_FIGURES = re.compile(r"^\d{4}-\d{2}-\d{2}$|^\d{8,}$")

FIGURE, HYPHEN = 0.55, 0.35
"""Widths of a figure and a hyphen in ems; faces differ, but figures are held against figures."""

NEAR = 4
"""Cells so many rows away are neighbours."""

APART, FEW = 2, 3
"""Lines whose lengths differ by so many ems tell of their margin; so many pairs of them are enough."""


class Type(Params):
    """`size`: how much larger or smaller than its neighbours' (a share), `line`: how far off theirs (in ems) a cell must
    be, and `spreads` times the usual deviation on that page; `cells`: a page with fewer to compare is not judged.
    """

    size: float
    line: float
    spreads: float
    cells: int


@dataclass(frozen=True, slots=True)
class Odd:
    """A cell unlike its neighbours: `off` says how, in words."""

    word: Word
    off: str


@dataclass(frozen=True, slots=True)
class _Cell:
    """A word of a row; `em` is the size of its letters in pixels, `kind` what they are."""

    word: Word
    kind: str
    row: int
    em: float

    @property
    def middle(self) -> float:
        return (self.word.box[1] + self.word.box[3]) / 2


def odd_cells(page: Page, params: Type) -> list[Odd]:
    """The cells in letters of another size, or off their line; few pages have any."""
    cells = _cells(page)
    if len(cells) <= params.cells:
        return []
    sizes = [(cell, off) for cell in cells if (off := _size(cell, cells)) is not None]
    shifts = [(cell, off) for cell in cells if (off := _shift(cell, cells)) is not None]
    other = [Odd(cell.word, f"的字号与同行同列相差约 {off:+.0%}") for cell, off in _far(sizes, params.size, params)]
    lower = [Odd(cell.word, f"偏离本行约 {off:+.0%} 字高") for cell, off in _far(shifts, params.line, params)]
    return [*other, *(odd for odd in lower if odd.word not in [one.word for one in other])]


def _far(found: Sequence[tuple[_Cell, float]], bar: float, params: Type) -> list[tuple[_Cell, float]]:
    """Those far outside the others' spread (median absolute deviation, as a standard deviation: factor 1.4826)."""
    if len(found) <= params.cells:
        return []
    centre = median(off for _, off in found)
    usual = 1.4826 * median(abs(off - centre) for _, off in found)
    return [(cell, off) for cell, off in found if abs(off - centre) > max(bar, params.spreads * usual)]


def _cells(page: Page) -> list[_Cell]:
    """The words of rows that have two at least: tables, and labels with their values; none where their margin cannot be
    told."""
    found = list(_words(page))
    margins = list(_margins([word for word, kind, _ in found if kind == "han"]))
    if len(margins) < FEW:
        return []
    margin = max(0.0, median(margins))
    return [_Cell(word, kind, row, _wide(word) / (_ems(word) + margin)) for word, kind, row in found]


def _margins(words: Sequence[Word]) -> Iterator[float]:
    """What lines of one column, and so of one size, say of the margin around each, in ems."""
    for one, other in combinations(words, 2):
        longer, shorter = (one, other) if _ems(one) > _ems(other) else (other, one)
        growth = _wide(longer) - _wide(shorter)
        if _ems(longer) - _ems(shorter) >= APART and growth > 0 and _same_column(one, other):
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


def _size(cell: _Cell, cells: Sequence[_Cell]) -> float | None:
    """How much larger than its row's, its column's and its neighbours' letters, the smallest of these; None without any
    to compare."""
    alike = [one for one in cells if one.kind == cell.kind and one is not cell]
    row = [one.em for one in alike if one.row == cell.row]
    column = [one.em for one in alike if one.row != cell.row and _same_column(one.word, cell.word)]
    around = [one.em for one in alike if abs(one.row - cell.row) <= NEAR]
    if not column or len(around) < 2:
        return None
    return _least([cell.em / median(group) - 1 for group in (row, column, around) if group])


def _same_column(one: Word, other: Word) -> bool:
    common = min(one.box[2], other.box[2]) - max(one.box[0], other.box[0])
    return common > 0.5 * min(_wide(one), _wide(other))


def _shift(cell: _Cell, cells: Sequence[_Cell]) -> float | None:
    """How far below the others of its row, in ems, the nearest of them; None where there are fewer than two."""
    row = [one for one in cells if one.row == cell.row and one is not cell]
    return _least([(cell.middle - one.middle) / cell.em for one in row]) if len(row) > 1 else None


def _least(offs: Sequence[float]) -> float:
    """The smallest deviation, 0 where some go the other way."""
    return min(offs, key=abs) if min(offs) * max(offs) > 0 else 0.0
