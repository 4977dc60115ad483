"""An office's existing list of records (CSV or XLSX) → entries; each row that cannot be taken is named with its reason."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from verify.archive.columns import FIELDS, NEEDED, Heading, day_text, heading_of
from verify.archive.entry import Entry, day, number, required, text
from verify.errors import UsageError
from verify.intake.roster_table import Cell, Table, read_tables
from verify.lang import listed, tr

WITHDRAWN = "已撤回"
"""What the state of a record begins with that was taken back; our own export says so too."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A row that was not taken: `file.csv:7` and what is wrong with each of its cells."""

    where: str
    why: str

    def __str__(self) -> str:
        return f"{self.where}: {self.why}"


@dataclass(frozen=True, slots=True)
class Listed:
    """A list that was read. `unused` are the headings that mean nothing to us."""

    entries: tuple[Entry, ...]
    refused: tuple[Refused, ...]
    unused: tuple[str, ...]


def read_list(path: Path, by: str, today: date) -> Listed:
    """Read a list; `by` stands for who decided where a row does not say. Raises UsageError where it is no such list."""
    tables = read_tables(path)
    found = [(heading, table) for table in tables if (heading := heading_of(table))]
    if not found:
        raise UsageError(_no_heading(path))
    rows = [row for heading, table in found for row in _rows(path, table, heading, by, today, len(found) == 1)]
    if not rows:
        raise UsageError(tr(f"{path}: 只有标题行，没有记录", f"{path}: headings and no records"))
    entries = tuple(row for row in rows if isinstance(row, Entry))
    refused = tuple(row for row in rows if isinstance(row, Refused))
    return Listed(entries, refused, tuple(sorted({name for heading, _ in found for name in heading.unused})))


def _rows(path: Path, table: Table, heading: Heading, by: str, today: date, alone: bool) -> list[Entry | Refused]:
    sheet = "" if alone or not table.name else f"[{table.name}]"
    return [_row(f"{path.name}{sheet}:{line}", heading, cells, by, today) for line, cells in table.rows[heading.body :]]


def _row(where: str, heading: Heading, cells: Sequence[Cell], by: str, today: date) -> Entry | Refused:
    values: dict[str, Any] = {}
    faults: list[str] = []
    for name, read in _readers(today).items():
        try:
            values[name] = read(heading.cell(name, cells))
        except ValueError as fault:
            faults.append(f"{heading.labels[name]}{fault}")
    if faults:
        return Refused(where, "；".join(faults))
    values.pop("state")
    return Entry(**{**values, "decided_by": values["decided_by"] or by, "source": where})


def _readers(today: date) -> dict[str, Callable[[Cell], Any]]:
    """How the cell of each field is read; each raises ValueError, saying what is wrong."""
    optional = ("employer", "kind", "clause", "document", "decided_by")
    return {
        "name": lambda cell: required("name", cell.text),
        "id_number": _number,
        "reason": lambda cell: required("reason", cell.text),
        "decided_on": lambda cell: day(day_text(cell), today),
        "state": _state,
        **{name: partial(_text, name) for name in optional},
    }


def _text(name: str, cell: Cell) -> str | None:
    return text(name, cell.text)


def _state(cell: Cell) -> None:
    if cell.text.startswith(WITHDRAWN):
        raise ValueError(tr(f"为“{WITHDRAWN}”，不导入", " says it was taken back; not imported"))


def _number(cell: Cell) -> str | None:
    if cell.lossy:
        raise ValueError(
            tr(
                "单元格是数字，末几位已丢失，请设为文本后重填",
                " is a number whose last digits are gone; store it as text",
            )
        )
    return number(cell.text)


def _no_heading(path: Path) -> str:
    needed = [FIELDS[name].split()[0] for name in NEEDED]
    more = [all_.split()[0] for name, all_ in FIELDS.items() if name not in (*NEEDED, "state")]
    return tr(
        f"{path}: 找不到标题行。应有一行标题，含 {listed(needed)}，并可有 {listed(more)}",
        f"{path}: no headings found. It needs a row with {listed(needed)}, and may have {listed(more)}",
    )
