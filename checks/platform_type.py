"""Is one cell of a page's tables in letters of another size, or off its line? Rule SS-07: a hint, and never more.

A cell is held against its neighbours only: those of its row, so that a photo taken aslant does no harm, and those of its
column, so that labels may be smaller than values. How far such cells differ on the page itself is the measure.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from checks.check import Params
from checks.platform_cells import Cell, cells_of, same_column
from verify.page import Page, Word

NEAR = 4
"""Cells so many rows away are neighbours."""


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


def odd_cells(page: Page, params: Type) -> list[Odd]:
    """The cells in letters of another size, or off their line; few pages have any."""
    cells = cells_of(page)
    if len(cells) <= params.cells:
        return []
    sizes = [(cell, off) for cell in cells if (off := _size(cell, cells)) is not None]
    shifts = [(cell, off) for cell in cells if (off := _shift(cell, cells)) is not None]
    other = [Odd(cell.word, f"的字号与同行同列相差约 {off:+.0%}") for cell, off in _far(sizes, params.size, params)]
    lower = [Odd(cell.word, f"偏离本行约 {off:+.0%} 字高") for cell, off in _far(shifts, params.line, params)]
    return [*other, *(odd for odd in lower if odd.word not in [one.word for one in other])]


def _far(found: Sequence[tuple[Cell, float]], bar: float, params: Type) -> list[tuple[Cell, float]]:
    """Those far outside the others' spread (median absolute deviation, as a standard deviation: factor 1.4826)."""
    if len(found) <= params.cells:
        return []
    centre = median(off for _, off in found)
    usual = 1.4826 * median(abs(off - centre) for _, off in found)
    return [(cell, off) for cell, off in found if abs(off - centre) > max(bar, params.spreads * usual)]


def _size(cell: Cell, cells: Sequence[Cell]) -> float | None:
    """How much larger than its row's, its column's and its neighbours' letters, the smallest of these; None without any
    to compare."""
    alike = [one for one in cells if one.kind == cell.kind and one is not cell]
    row = [one.em for one in alike if one.row == cell.row]
    column = [one.em for one in alike if one.row != cell.row and same_column(one.word, cell.word)]
    around = [one.em for one in alike if abs(one.row - cell.row) <= NEAR]
    if not column or len(around) < 2:
        return None
    return _least([cell.em / median(group) - 1 for group in (row, column, around) if group])


def _shift(cell: Cell, cells: Sequence[Cell]) -> float | None:
    """How far below the others of its row, in ems, the nearest of them; None where there are fewer than two."""
    row = [one for one in cells if one.row == cell.row and one is not cell]
    return _least([(cell.middle - one.middle) / cell.em for one in row]) if len(row) > 1 else None


def _least(offs: Sequence[float]) -> float:
    """The smallest deviation, 0 where some go the other way."""
    return min(offs, key=abs) if min(offs) * max(offs) > 0 else 0.0
