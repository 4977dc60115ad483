"""The roster: one row per applicant, matched to folders; rows that match none are never silent."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from verify.errors import UsageError
from verify.form import Form
from verify.intake.form_fields import BadField, settle
from verify.intake.form_shape import Path as FieldPath
from verify.intake.roster_columns import FOLDER, LABELS, field_of, value_of
from verify.intake.roster_table import Cell, Table, read_tables
from verify.intake.text import masked, masked_id
from verify.lang import listed, tr
from verify.model import Problem, Trouble

NAMES = ("roster.xlsx", "roster.csv")
"""What a roster in a batch's root is called."""

_LAST_HEADING_ROW = 30
_IDENTITY: tuple[FieldPath, ...] = (("name",), ("application_id",), FOLDER)
_EXPECTED = (
    "应有一行标题，含 姓名、申报编号 或 文件夹，并可有 身份证号、工作单位、申报职称 等",
    "It needs a row with 姓名 (name), 申报编号 (application) or 文件夹 (folder), "
    "and may have 身份证号 (ID number), 工作单位 (employer), 申报职称 (title) and so on",
)
_LOSSY = "单元格是数字，末几位已丢失，请设为文本后重填"
_FOOTER = re.compile(r"^(?:合计|共计|总计|填表|制表|审核|经办|备注|说明|注[:：])")

Columns = dict[int, FieldPath]
Rows = Sequence[tuple[int, Sequence[Cell]]]


@dataclass(frozen=True, slots=True)
class Row:
    """One applicant's row: where it stands as the office's program shows it, and what it says as a form.

    `where` is "第 5 行", with the sheet before it where several sheets hold applicants.
    """

    where: str
    form: Form
    folder: str | None = None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Roster:
    """A roster that was read. `file` is its name, `unused` the headings that mean nothing to us."""

    file: str
    rows: tuple[Row, ...]
    unused: tuple[str, ...] = ()


def find_roster(batch: Path) -> Path | None:
    """The roster in a batch's root, or None; raises UsageError where there are two."""
    found = [path for path in sorted(batch.iterdir()) if path.name.casefold() in NAMES and path.is_file()]
    if len(found) > 1:
        both = listed(path.name for path in found)
        raise UsageError(tr(f"{batch}: 同时有 {both}，请只留一个名单", f"{batch}: holds {both}; keep one roster"))
    return found[0] if found else None


def read_roster(path: Path) -> Roster:
    """Read a roster, .xlsx or CSV; raises UsageError naming the file, what is wrong and what was expected."""
    tables = read_tables(path)
    found = [(heading, table) for table in tables if (heading := _heading(table.rows))]
    if not found:
        raise UsageError(_no_heading(path, tables))
    rows = [row for heading, table in found for row in _rows(path.name, table, heading, alone=len(found) == 1)]
    if not rows:
        raise UsageError(
            tr(
                f"{path}: 名单只有标题行，没有申报人；请每位申报人填一行",
                f"{path}: headings and no applicants; write one row per applicant",
            )
        )
    unused = sorted({cell for heading, _ in found for cell in heading.unused})
    return Roster(path.name, tuple(rows), tuple(unused))


def roster_of(batch: Path) -> Roster | None:
    """The roster in a batch's root, read; None where there is none; raises UsageError where it is no roster."""
    found = find_roster(batch)
    return read_roster(found) if found else None


def unmatched(roster: Roster, matched: Iterable[Row | None]) -> tuple[Row, ...]:
    """The rows that no folder took, in the roster's order: applicants without materials, to be reported."""
    taken = {row.where for row in matched if row}
    return tuple(row for row in roster.rows if row.where not in taken)


@dataclass(frozen=True, slots=True)
class _Heading:
    columns: Columns
    body: int
    unused: tuple[str, ...]


def _heading(table: Rows) -> _Heading | None:
    """The first row that names an identity and one more field, with the row below where the heading has two."""
    for index, (_, cells) in enumerate(table[:_LAST_HEADING_ROW]):
        texts = [cell.text for cell in cells]
        below = [cell.text for cell in table[index + 1][1]] if index + 1 < len(table) else []
        double = _is_second(texts, below)
        names = [_joined(upper, lower) for upper, lower in _pairs(texts, below)] if double else texts
        columns = _columns(names)
        if len(columns) >= 2 and any(path in columns.values() for path in _IDENTITY):
            unused = tuple(name for at, name in enumerate(names) if name and field_of(name) is None)
            return _Heading(columns, index + (2 if double else 1), unused)
    return None


def _pairs(upper: list[str], lower: list[str]) -> list[tuple[str, str]]:
    width = max(len(upper), len(lower))
    return list(zip(upper + [""] * (width - len(upper)), lower + [""] * (width - len(lower)), strict=True))


def _is_second(upper: list[str], lower: list[str]) -> bool:
    """Whether `lower` goes on with the heading `upper`: merged downwards, or "现职称" over "取得时间"."""
    return any(
        (a == b and field_of(a)) or (a != b and a and b and (field_of(a + b)))
        for a, b in _pairs(upper, lower)
    )  # fmt: skip


def _joined(upper: str, lower: str) -> str:
    candidates = (upper if upper == lower else upper + lower, lower, upper)
    return next((text for text in candidates if field_of(text)), upper + lower)


def _columns(names: list[str]) -> Columns:
    """Column numbers and their fields; of two columns for one field the first counts."""
    columns: Columns = {}
    for at, name in enumerate(names):
        path = field_of(name)
        if path and path not in columns.values():
            columns[at] = path
    return columns


def _rows(file: str, table: Table, heading: _Heading, alone: bool) -> list[Row]:
    rows: list[Row] = []
    for number, cells in table.rows[heading.body :]:
        values = {path: cells[at] for at, path in heading.columns.items() if at < len(cells) and cells[at].text}
        if not values or _is_footer(cells) or all(field_of(cell.text) == path for path, cell in values.items()):
            continue
        row = _row(file, f"第 {number} 行" if alone else f"“{table.name}”第 {number} 行", values)
        if not any(row.form == other.form and row.folder == other.folder for other in rows[-1:]):
            rows.append(row)  # an applicant merged over two rows is one applicant
    return rows


def _is_footer(cells: Sequence[Cell]) -> bool:
    """Whether a row is no applicant's: what stands first in it is 合计, 制表人 and the like."""
    first = next((cell.text for cell in cells if cell.text), "")
    return bool(_FOOTER.match(first))


def _row(file: str, where: str, values: dict[FieldPath, Cell]) -> Row:
    lossy = [
        BadField(path, "单元格是数字，末几位已丢失，请设为文本后重填", _covered(path, cell.text))
        for path, cell in values.items()
        if cell.lossy
    ]
    kept = {path: value_of(path, cell) for path, cell in values.items() if not cell.lossy}
    folder = kept.pop(FOLDER, None)
    settled = settle(_nested(kept))
    problems = tuple(_problem(file, where, field) for field in (*lossy, *settled.bad))
    return Row(where, settled.form, folder, problems)


def _covered(path: FieldPath, text: str) -> str:
    return masked_id(text) if path == ("id_number",) else text


def _nested(values: dict[FieldPath, Any]) -> dict[str, Any]:
    """Fields by path as the form's JSON would have them."""
    form: dict[str, Any] = {}
    for path, value in values.items():
        top = str(path[0])
        if len(path) == 1:
            form[top] = value
        elif len(path) == 2:
            form.setdefault(top, {})[path[1]] = value
        else:
            form.setdefault(top, [{}])[0][path[2]] = value
    return form


def _problem(file: str, where: str, field: BadField) -> Problem:
    label = LABELS.get(field.path, "")
    message = f"名单{where} {label}：{field.expected}；实为 {field.found}。该项未采用，请改正名单"
    return Problem(Trouble.BAD_FORM, file, message)


def _no_heading(path: Path, tables: tuple[Table, ...]) -> str:
    first = _first_rows(tables)
    return tr(
        f"{path}: 找不到名单的标题行。{_EXPECTED[0]}。前几行为：{first}",
        f"{path}: no row of headings. {_EXPECTED[1]}. The first rows are: {first}",
    )


def _first_rows(tables: tuple[Table, ...]) -> str:
    first = tables[0].rows[:3] if tables else ()
    lines = [masked(" | ".join(cell.text for cell in cells if cell.text)[:80]) for _, cells in first]
    return tr("；", "; ").join(lines) or tr("（空）", "(nothing)")
