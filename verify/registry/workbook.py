"""A workbook's sheets row by row: never whole in memory, and merged cells filled as their range says."""

from __future__ import annotations

import io
import re
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

from verify import limits
from verify.errors import UsageError
from verify.lang import tr
from verify.registry.table import Line, Sheet, cleaned

LOSSY = "E+"
"""Stands in the text of a number so long that the workbook has lost its last digits, as a CSV file writes it."""

_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\b[^>]{0,100}?\bref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"')
_ERRORS = {"#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!"}
_EXACT_DIGITS = 15
_FAR_ROW = re.compile(rb'\br="[A-Z]{0,3}\d{8,}"')  # a sheet's last row is 1,048,576
_CHUNK = 1 << 20
_LONGEST_TAG = 200

Merged = dict[int, list[tuple[int, int, int]]]
"""By the first row of a range: its last row, and its first and last column from 0."""


def sheets_of(path: Path, data: bytes) -> Iterator[Sheet]:
    """The visible sheets; raises UsageError where the workbook is damaged or unpacks to too much."""
    from openpyxl import load_workbook

    try:
        _check_size(path, data)
        workbook = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        for sheet in workbook.worksheets:
            if sheet.sheet_state == "visible":
                yield Sheet(cleaned(sheet.title), _lines(path, workbook, sheet))
    except (UsageError, MemoryError):
        raise
    except Exception as error:  # openpyxl names no set of errors for damaged workbooks
        raise _damaged(path, error) from None


def _lines(path: Path, workbook: Any, sheet: Any) -> Iterator[Line]:
    try:
        sheet.reset_dimensions()  # what the file claims as its extent is often A1 alone
        merged = _merged(workbook._archive, sheet._worksheet_path)
        rows = sheet.iter_rows(max_col=limits.REGISTRY_MAX_COLUMNS, values_only=True)
        for number, cells in _filled(((at, [_text(value) for value in row]) for at, row in enumerate(rows, 1)), merged):
            if any(cells):
                yield number, cells
    except (UsageError, MemoryError):
        raise
    except Exception as error:
        raise _damaged(path, error) from None


def _check_size(path: Path, data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = archive.infolist()
    size = sum(part.file_size for part in parts)
    if size > limits.REGISTRY_MAX_UNPACKED_BYTES:
        most = limits.REGISTRY_MAX_UNPACKED_BYTES // 1_000_000
        raise UsageError(
            tr(
                f"{path}: 工作簿解压后有 {size:,} 字节，超过 {most} MB。请删去无关的工作表和列后另存，或导出为 CSV",
                f"{path}: the workbook unpacks to {size:,} bytes, more than {most} MB; "
                "delete sheets and columns that are not needed, or export CSV",
            )
        )
    if any(_is_hollow(part) for part in parts):
        raise UsageError(
            tr(
                f"{path}: 工作表里几乎全是空白（解压后 {size:,} 字节）。请删去空白的行和列后另存，或导出为 CSV",
                f"{path}: a sheet is almost nothing but blanks ({size:,} bytes unpacked); delete the empty rows and "
                "columns and save it again, or export CSV",
            )
        )


def _is_hollow(part: zipfile.ZipInfo) -> bool:
    """Whether a part unpacks to far more than rows with something in them do."""
    ratio = part.file_size / max(1, part.compress_size)
    return part.file_size > limits.REGISTRY_RATIO_FLOOR_BYTES and ratio > limits.REGISTRY_MAX_RATIO


def _merged(archive: zipfile.ZipFile, part: str) -> Merged:
    """The merged ranges of a sheet; they stand behind its rows, so all of it is passed through.

    Raises ValueError where a row is numbered beyond any sheet's last: its reader would count all the way there.
    """
    found: Merged = defaultdict(list)
    left, tail = limits.REGISTRY_MAX_MERGED, b""
    with archive.open(part) as stream:
        while left > 0 and (chunk := stream.read(_CHUNK)):
            text, end = tail + chunk, 0
            if _FAR_ROW.search(text):
                raise ValueError("a row beyond the last")
            for one in _MERGED.finditer(text):
                found[int(one[2])].append((int(one[4]), _column(one[1]), _column(one[3])))
                left, end = left - 1, one.end()
            tail = text[max(end, len(text) - _LONGEST_TAG) :]
    return found


def _filled(lines: Iterator[Line], merged: Merged) -> Iterator[Line]:
    """The rows with the text of each merged range in all its cells; a reader of rows sees it in the first alone."""
    open_: list[tuple[int, int, int, str]] = []
    for number, cells in lines:
        open_ = [one for one in open_ if one[0] >= number]
        for last, first, end in merged.get(number, ()):
            text = cells[first] if first < len(cells) else ""
            if len(open_) < limits.REGISTRY_MAX_COLUMNS:  # ranges do not overlap, so no more can be open
                open_.append((last, first, min(end, limits.REGISTRY_MAX_COLUMNS - 1), text))
        for _, first, end, text in open_:
            cells.extend([""] * (end + 1 - len(cells)))
            cells[first : end + 1] = [cell or text for cell in cells[first : end + 1]]
        yield number, cells


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number - 1


def _text(value: Any) -> str:
    if isinstance(value, str):
        text = cleaned(value)
        return "" if text in _ERRORS else text
    if isinstance(value, datetime | date):
        return f"{value:%Y-%m-%d}"
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, int | float):
        return _number(value)
    return cleaned(str(value))


def _number(value: int | float) -> str:
    if isinstance(value, float) and not value.is_integer():
        return repr(value)
    text = f"{value:.0f}"
    return f"{value:.5{LOSSY[0]}}" if len(text.lstrip("-")) > _EXACT_DIGITS else text


def _damaged(path: Path, error: Exception) -> UsageError:
    kind = type(error).__name__
    return UsageError(
        tr(
            f"{path}: 工作簿已损坏（{kind}），请用 Excel 打开后另存为 .xlsx",
            f"{path}: the workbook is damaged ({kind}); open it in Excel and save it as .xlsx",
        )
    )
