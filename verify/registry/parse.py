"""Sheets of an export → its entries: the heading found, columns matched, a row taken apart into its people."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from verify import limits
from verify.errors import UsageError
from verify.intake.text import masked
from verify.lang import listed, tr
from verify.registry.columns import NUMBERS, Column, Field, column_of, expected
from verify.registry.registry import Entry
from verify.registry.rows import Layout, Tally, entries_of
from verify.registry.table import Line, Sheet, sheets

HEADING_WITHIN = 30
"""Rows from the top in which the heading must stand."""


@dataclass
class _Found:
    """What was seen so far, over all sheets."""

    entries: list[Entry] = field(default_factory=list)
    tally: Tally = field(default_factory=Tally)
    first: list[str] = field(default_factory=list)
    lacking: list[str] = field(default_factory=list)
    unused: dict[str, None] = field(default_factory=dict)
    headed: bool = False
    rows: int = 0


def parsed(path: Path, data: bytes) -> tuple[tuple[Entry, ...], tuple[str, ...]]:
    """Every entry of the export's bytes and, in Chinese, what was left out; raises UsageError as read_registry does."""
    found = _Found()
    for sheet in sheets(path, data):
        _sheet(path, sheet, found)
    if not found.headed:
        raise UsageError(_lacking(path, found) if found.lacking else _no_heading(path, found))
    if not found.entries:
        raise UsageError(
            tr(
                f"{path}: 只有标题行，或没有一行同时有项目名称和人员；请检查导出的内容",
                f"{path}: headings alone, or no row with a project and a person; check what was exported",
            )
        )
    unused = (f"未使用的列：{'、'.join(list(found.unused)[:12])}",) if found.unused else ()
    return tuple(found.entries), (*found.tally.notes(), *unused)


def _sheet(path: Path, sheet: Sheet, found: _Found) -> None:
    top = list(islice(sheet.lines, HEADING_WITHIN))
    layout = _layout(top)
    if layout is None:
        where = tr(f"工作表“{sheet.name}”", f"sheet {sheet.name}") if sheet.name else ""
        found.first += [where + _shown(cells) for _, cells in top[:3]]
        found.lacking += [f"{where} {lack}".strip() for lack in _half_headed(top)]
        return
    found.headed = True
    found.unused |= dict.fromkeys(name for name in layout.names if name and column_of(name) is None)
    for line in _body(top[layout.body :], sheet.lines):
        found.rows += 1
        if found.rows > limits.REGISTRY_MAX_ROWS:
            raise UsageError(_too_many(path))
        found.entries += entries_of(line, layout, sheet.name, found.tally)


def _body(top: list[Line], rest: Iterator[Line]) -> Iterator[Line]:
    yield from top
    yield from rest


def _layout(top: list[Line]) -> Layout | None:
    """The first row that names the project and a person, with the row below where the heading has two."""
    for index, (_, cells) in enumerate(top):
        below = top[index + 1][1] if index + 1 < len(top) else []
        for names, body in ((_joined(cells, below), index + 2), (cells, index + 1)):
            columns = _columns(names)
            fields = {column.field for column in columns.values()}
            if names and {Field.PROJECT, Field.PERSON} <= fields:
                return Layout(columns, body, tuple(names))
    return None


def _joined(upper: list[str], lower: list[str]) -> list[str]:
    """The names of a heading of two rows; [] where the second is no heading: it must add or repeat a known column."""
    width = max(len(upper), len(lower))
    pairs = list(zip(upper + [""] * (width - len(upper)), lower + [""] * (width - len(lower)), strict=True))
    if not any(a and b and (column_of(a + b) or (a == b and column_of(a))) for a, b in pairs):
        return []
    return [next((t for t in (a if a == b else a + b, b, a) if column_of(t)), a + b) for a, b in pairs]


def _columns(names: list[str]) -> dict[int, Column]:
    """Columns by their place; of several for one thing the first counts, of numbers the most telling."""
    best: dict[Column, tuple[int, int]] = {}
    for at, name in enumerate(names):
        column = column_of(name)
        if column is not None:
            rank = NUMBERS.get(name, len(NUMBERS)) if column.field is Field.NUMBER else 0
            best[column] = min(best.get(column, (rank, at)), (rank, at))
    return {at: column for column, (_, at) in best.items()}


def _half_headed(top: list[Line]) -> list[str]:
    """For the row that is most like a heading: which required column it lacks."""
    graded = [{c.field for c in _columns(cells).values()} for _, cells in top]
    best = max(range(len(graded)), key=lambda at: len(graded[at]), default=None)
    if best is None or len(graded[best]) < 2:
        return []
    lacks = [
        name
        for name, wanted in (("项目名称", Field.PROJECT), ("姓名/项目经理", Field.PERSON))
        if wanted not in graded[best]
    ]
    row = top[best][0]
    return [tr(f"第 {row} 行的标题缺少“{'”“'.join(lacks)}”", f"row {row}: no {listed(lacks)}")]


def _lacking(path: Path, found: _Found) -> str:
    zh, en = expected()
    return tr(
        f"{path}: 缺少必需的列：{'；'.join(found.lacking[:5])}。{zh}；请补上该列或改正列名",
        f"{path}: a required column is missing: {'; '.join(found.lacking[:5])}. {en}; add it or mend its heading",
    )


def _no_heading(path: Path, found: _Found) -> str:
    zh, en = expected()
    first = tr("；", "; ").join(found.first[:5]) or tr("（空）", "(nothing)")
    return tr(
        f"{path}: 前 {HEADING_WITHIN} 行中找不到标题行。{zh}。开头几行为：{first}",
        f"{path}: no row of headings within the first {HEADING_WITHIN}. {en}. The first rows are: {first}",
    )


def _shown(cells: list[str]) -> str:
    return masked(" | ".join(cell for cell in cells if cell)[:80])


def _too_many(path: Path) -> str:
    most = f"{limits.REGISTRY_MAX_ROWS:,}"
    return tr(
        f"{path}: 超过 {most} 行。请按地区或年份分开导出，只用与本批有关的一份",
        f"{path}: more than {most} rows; export it by region or year",
    )
