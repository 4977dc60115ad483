"""The archive as a table for people: without ID numbers, and with nothing in it that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from checks.sanction import free_from
from verify.archive.listed import WITHDRAWN
from verify.errors import UsageError
from verify.lang import tr
from verify.mask import tidy
from verify.report.sheets import Cell, Sheets
from verify.store.archive import Record

COLUMNS = [("编号", 8), ("姓名", 14), ("身份证号摘要", 14), ("单位", 30), ("事由", 50), ("类别", 14), ("依据", 16)]
COLUMNS += [
    ("文号", 20),
    ("认定单位", 24),
    ("认定日期", 12),
    ("届满日期", 12),
    ("状态", 24),
    ("来源", 24),
    ("录入时间", 22),
]

DIGEST_CHARS = 8
_LIVE = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""What makes a spreadsheet take a cell for a formula (OWASP, CSV Injection)."""


def in_force_on(record: Record, years: int, today: date) -> bool:
    """Whether the years from its day are not over on `today`, by either reading of 29 February, and it stands."""
    return record.withdrawn is None and today < free_from(record.decided_on, years)[1]


def state_of(record: Record, years: int, today: date) -> str:
    """Whether a record is in force, over or withdrawn, and since or until when."""
    if record.withdrawn:
        return f"{WITHDRAWN} {record.withdrawn}"
    end = free_from(record.decided_on, years)[1]
    return f"期内，至 {end} 届满" if in_force_on(record, years, today) else f"已满 {years} 年 {end}"


def number_of(record: Record) -> str:
    """The ID number as it may be shown: the beginning of its digest, or that there is none."""
    return record.person[:DIGEST_CHARS] if record.person else "无"


def table_of(records: Iterable[Record], years: int, today: date) -> list[list[str]]:
    """A row of texts a record, as COLUMNS names them."""
    return [_row(record, years, today) for record in records]


def export(path: Path, rows: Sequence[Sequence[str]]) -> bytes:
    """The bytes of a .csv (UTF-8 with its mark, for Excel) or .xlsx; raises UsageError for another suffix."""
    suffix = path.suffix.casefold()
    if suffix == ".csv":
        return _csv(rows)
    if suffix == ".xlsx":
        return _workbook(rows)
    raise UsageError(tr(f"{path}: 只能导出为 .csv 或 .xlsx，请改文件名", f"{path}: name it .csv or .xlsx"))


def _row(record: Record, years: int, today: date) -> list[str]:
    end = free_from(record.decided_on, years)[1]
    cells = [str(record.id), record.name, number_of(record), record.employer, record.reason, record.kind, record.clause]
    cells += [record.document, record.decided_by, str(record.decided_on), str(end), state_of(record, years, today)]
    return [tidy(cell or "") for cell in (*cells, record.source, record.added_at)]


def _csv(rows: Sequence[Sequence[str]]) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([name for name, _ in COLUMNS])
    writer.writerows([[_dead(cell) for cell in row] for row in rows])
    return out.getvalue().encode("utf-8-sig")


def _dead(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_LIVE) else cell


def _workbook(rows: Sequence[Sequence[str]]) -> bytes:
    import xlsxwriter

    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(buffer, options) as book:
        Sheets(book).fill("诚信档案库", COLUMNS, (("", list[Cell](row)) for row in rows))
    return buffer.getvalue()
