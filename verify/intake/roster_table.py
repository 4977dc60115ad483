"""A roster's file as rows of text cells, whichever of workbook and CSV it is."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from verify import limits
from verify.encodings import csv_text
from verify.errors import UsageError
from verify.intake.fingerprint import Unusable, read_limited
from verify.intake.sniff import HEAD_BYTES, OFFICE, TEXT, XLSX, sniff
from verify.intake.text import printable
from verify.lang import tr
from verify.model import Trouble

_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\b[^>]*?\bref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"')
_ERRORS = {"#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!"}
_DELIMITERS = ",;\t"
_DELIMITER_CHARS = 4_000
_EXACT_DIGITS = 15
_BLANK = b"\xef\xbb\xbf \t\r\n,;"
_MAX_FILLED = 1_000_000
_OLD = (
    "是旧版 .xls 或设有密码的工作簿，请去掉密码并另存为 .xlsx 或 .csv",
    "an old .xls or a workbook with a password; take the password off and save it as .xlsx or .csv",
)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's text. `numeric`: stored as a number; `lossy`: as one of so many digits that the last are gone."""

    text: str = ""
    numeric: bool = False
    lossy: bool = False


Row = tuple[int, tuple[Cell, ...]]
"""The row's number as the office's program shows it, and its cells."""


@dataclass(frozen=True, slots=True)
class Table:
    """The rows that hold anything. `name` is the sheet's, or "" for CSV."""

    name: str
    rows: tuple[Row, ...]


def read_tables(path: Path) -> tuple[Table, ...]:
    """Each visible sheet of a workbook, or the one table of a CSV file; raises UsageError for what is neither."""
    try:
        data = read_limited(path, limits.ROSTER_MAX_BYTES)
    except Unusable as refused:
        raise UsageError(_refusal(path, refused)) from None
    if not data.strip(_BLANK):
        raise UsageError(tr(f"{path}: 文件是空的，请重新导出名单", f"{path}: the file is empty; export it again"))
    media = sniff(data[:HEAD_BYTES], len(data), path)
    if media == XLSX:
        return _workbook(path, data)
    if media == TEXT:
        return (_csv(path, csv_text(path, data)),)
    if media == OFFICE:
        raise UsageError(tr(f"{path}: {_OLD[0]}", f"{path}: {_OLD[1]}"))
    raise UsageError(
        tr(
            f"{path}: 不是 Excel 工作簿（.xlsx）也不是 CSV 文本（内容为 {media}），请重新导出名单",
            f"{path}: neither a workbook (.xlsx) nor CSV text (it holds {media}); export the roster again",
        )
    )


def _refusal(path: Path, refused: Unusable) -> str:
    why = {
        Trouble.NOT_A_FILE: "no regular file; put the file itself there",
        Trouble.TOO_LARGE: f"more than {limits.ROSTER_MAX_BYTES:,} bytes; check what it holds",
    }.get(refused.trouble, "it cannot be opened; check its permissions, and that it is no link")
    return tr(f"{path}: 名单无法读取：{refused.message}", f"{path}: the roster cannot be read: {why}")


def _workbook(path: Path, data: bytes) -> tuple[Table, ...]:
    from openpyxl import load_workbook

    try:
        _check_size(path, data)
        workbook = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        visible = [sheet for sheet in workbook.worksheets if sheet.sheet_state == "visible"]
        return tuple(_sheet(path, workbook, sheet) for sheet in visible)
    except UsageError:
        raise
    except Exception as error:  # openpyxl names no set of errors for damaged workbooks
        kind = type(error).__name__
        raise UsageError(
            tr(
                f"{path}: 工作簿已损坏（{kind}），请用 Excel 打开后另存为 .xlsx",
                f"{path}: the workbook is damaged ({kind}); open it in Excel and save it as .xlsx",
            )
        ) from None


def _check_size(path: Path, data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        size = sum(info.file_size for info in archive.infolist())
    if size > limits.ROSTER_MAX_UNPACKED_BYTES:
        raise UsageError(
            tr(
                f"{path}: 工作簿解压后过大（{size:,} 字节），请删去无关的工作表和格式后另存",
                f"{path}: the workbook unpacks to {size:,} bytes; delete sheets and formats that are not needed",
            )
        )


def _sheet(path: Path, workbook: Any, sheet: Any) -> Table:
    sheet.reset_dimensions()  # what the file claims as its extent is often A1 alone
    rows: dict[int, list[Cell]] = {}
    for number, cells in enumerate(sheet.iter_rows(max_col=limits.ROSTER_MAX_COLUMNS), start=1):
        texts = [_cell(cell) for cell in cells]
        if any(cell.text for cell in texts):
            rows[number] = texts
            _check_rows(path, len(rows))
    _fill(rows, workbook._archive.read(sheet._worksheet_path))
    return Table(printable(sheet.title), tuple((number, tuple(cells)) for number, cells in rows.items()))


def _check_rows(path: Path, count: int) -> None:
    if count > limits.ROSTER_MAX_ROWS:
        most = limits.ROSTER_MAX_ROWS
        raise UsageError(
            tr(f"{path}: 名单超过 {most} 行，请分批", f"{path}: more than {most} rows; make several batches")
        )


def _fill(rows: dict[int, list[Cell]], xml: bytes) -> None:
    """Write the text of each merged range into all its cells; a reader of rows sees it in the first alone."""
    left = _MAX_FILLED
    for found in _MERGED.finditer(xml, max(xml.rfind(b"sheetData"), 0)):
        first, last = _column(found[1]), min(_column(found[3]), limits.ROSTER_MAX_COLUMNS)
        top, bottom = int(found[2]), min(int(found[4]), max(rows, default=0))
        if top not in rows or first > len(rows[top]):
            continue
        for number in range(top, bottom + 1):
            left -= last - first + 1
            if left < 0:
                return
            _fill_row(rows, number, (first, last), rows[top][first - 1])


def _fill_row(rows: dict[int, list[Cell]], number: int, columns: tuple[int, int], cell: Cell) -> None:
    row = rows.get(number)
    if row is None:
        return
    row.extend([Cell()] * (columns[1] - len(row)))
    for column in range(columns[0] - 1, columns[1]):
        row[column] = row[column] if row[column].text else cell


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number


def _cell(cell: Any) -> Cell:
    value = cell.value
    if isinstance(value, datetime | date):
        return Cell(_date(value, str(cell.number_format)))
    if isinstance(value, bool) or value is None:
        return Cell("" if value is None else "是" if value else "否")
    if isinstance(value, int | float):
        return _number(value)
    text = _clean(str(value))
    return Cell("" if text in _ERRORS else text)


def _number(value: int | float) -> Cell:
    if isinstance(value, float) and not value.is_integer():
        return Cell(repr(value), numeric=True)
    text = f"{value:.0f}" if isinstance(value, float) else str(value)
    long = len(text.lstrip("-")) > _EXACT_DIGITS
    return Cell(text, numeric=True, lossy=long and (isinstance(value, float) or text.endswith("000")))


def _date(value: datetime | date, number_format: str) -> str:
    """The date as exact as the cell shows it: a cell of format yyyy年m月 holds the first of the month."""
    shown = re.sub(r'"[^"]*"|\[[^\]]*\]|\\.', "", number_format.casefold())
    if "d" in shown or "y" not in shown:
        return f"{value:%Y-%m-%d}"
    return f"{value:%Y-%m}" if "m" in shown else f"{value:%Y}"


def _csv(path: Path, text: str) -> Table:
    head = text[:_DELIMITER_CHARS]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(_DELIMITERS, key=head.count))
    rows: list[Row] = []
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                rows.append((reader.line_num, _csv_cells(cells[: limits.ROSTER_MAX_COLUMNS])))
                _check_rows(path, len(rows))
    except csv.Error as error:
        line = reader.line_num
        raise UsageError(
            tr(
                f"{path}: 第 {line} 行不是合法的 CSV（{error}），请重新导出",
                f"{path}: line {line} is not valid CSV ({error}); export the roster again",
            )
        ) from None
    return Table("", tuple(rows))


def _csv_cells(cells: Iterable[str]) -> tuple[Cell, ...]:
    texts = (_clean(cell.removeprefix("'")) for cell in cells)
    return tuple(Cell(text, lossy=bool(re.fullmatch(r"\d(?:\.\d+)?[Ee]\+1\d", text))) for text in texts)


def _clean(untrusted: str) -> str:
    return " ".join(printable(untrusted.replace("\n", " ").replace("\t", " ")).split())
