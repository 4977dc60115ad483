"""An export's file as rows of text, whichever of workbook and CSV it is, one row at a time."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from verify import limits
from verify.encodings import csv_text
from verify.errors import UsageError
from verify.intake.fingerprint import Unusable, read_limited
from verify.intake.sniff import HEAD_BYTES, OFFICE, TEXT, XLSX, sniff
from verify.intake.text import printable
from verify.lang import tr
from verify.model import Trouble

Line = tuple[int, list[str]]
"""A row's number as the office's program shows it, and its cells as text; a row without any text is left out."""

_DELIMITERS = ",;\t"
_DELIMITER_CHARS = 4_000


@dataclass(frozen=True, slots=True)
class Sheet:
    """`name` is the sheet's, or "" for CSV; `lines` can be gone through once."""

    name: str
    lines: Iterator[Line]


def bytes_of(path: Path) -> bytes:
    """The file's bytes; raises UsageError where there is none, none can be read, it is empty or too large."""
    try:
        data = read_limited(path, limits.REGISTRY_MAX_BYTES)
    except Unusable as refused:
        raise UsageError(_refusal(path, refused)) from None
    if not data.strip(b"\xef\xbb\xbf \t\r\n,;"):
        raise UsageError(
            tr(
                f"{path}: 文件是空的，请从平台重新导出",
                f"{path}: the file is empty; export it again from the platform",
            )
        )
    return data


def sheets(path: Path, data: bytes) -> Iterator[Sheet]:
    """Each visible sheet of a workbook, or the one table of a CSV file; raises UsageError for what is neither."""
    media = sniff(data[:HEAD_BYTES], len(data), path)
    if media == XLSX:
        from verify.registry.workbook import sheets_of

        yield from sheets_of(path, data)
    elif media == TEXT:
        yield Sheet("", _csv(path, csv_text(path, data)))
    elif media == OFFICE:
        raise UsageError(
            tr(
                f"{path}: 设有密码，或是旧版 .xls。请在 Excel 中去掉打开密码，另存为 .xlsx 或 .csv",
                f"{path}: it has a password, or is an old .xls; take the password off and save it as .xlsx or .csv",
            )
        )
    else:
        raise UsageError(
            tr(
                f"{path}: 不是表格：既不是 Excel 工作簿（.xlsx）也不是 CSV 文本（内容为 {media}）。请从平台重新导出",
                f"{path}: no table, neither a workbook (.xlsx) nor CSV text (it holds {media}); export it again",
            )
        )


def cleaned(untrusted: str) -> str:
    """A cell's text on one line, cut to the longest that is kept."""
    text = untrusted if untrusted.isalnum() else printable(untrusted.replace("\n", " ").replace("\t", " "))
    return " ".join(text.split())[: limits.REGISTRY_MAX_CHARS]


def _refusal(path: Path, refused: Unusable) -> str:
    most = limits.REGISTRY_MAX_BYTES // 1_000_000
    match refused.trouble:
        case Trouble.TOO_LARGE:
            return tr(
                f"{path}: 超过 {most} MB。请按地区或年份分开导出，只用其中一份，或删去无关的列",
                f"{path}: more than {most} MB; export it by region or year, or delete columns that are not needed",
            )
        case Trouble.NOT_A_FILE:
            return tr(f"{path}: 不是普通文件，请给出文件本身", f"{path}: no regular file; name the file itself")
        case _:
            return tr(
                f"{path}: 文件不存在或无法打开，请检查路径和权限（不接受链接）",
                f"{path}: it is not there or cannot be opened; check path and permissions (links are refused)",
            )


def _csv(path: Path, text: str) -> Iterator[Line]:
    head = text[:_DELIMITER_CHARS]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(_DELIMITERS, key=head.count))
    try:
        for cells in reader:
            texts = [cleaned(cell.removeprefix("'")) for cell in cells[: limits.REGISTRY_MAX_COLUMNS]]
            if any(texts):
                yield reader.line_num, texts
    except csv.Error as error:
        line = reader.line_num
        raise UsageError(
            tr(
                f"{path}: 第 {line} 行不是合法的 CSV（{error}），请检查该行的引号，或重新导出",
                f"{path}: line {line} is not valid CSV ({error}); check its quotes, or export it again",
            )
        ) from None
