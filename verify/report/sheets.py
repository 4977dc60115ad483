"""Rows of text → sheets of a workbook, within what Excel can hold.

Everything from outside is written as a string: `write()` would make live formulas and links of it. Excel takes 65,530
links a sheet, 32,767 characters a cell and 1,048,576 rows; past each of these the text stays and the luxury goes.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from verify.mask import clean
from verify.report.folders import report_path

LINK_CAP = 65_000
"""Links on one sheet."""

ROW_CAP = 1_048_000
"""Rows on one sheet; the rest goes on a further sheet."""

CELL_CAP = 32_767
"""Characters in a cell."""

URL_CAP = 2_000
"""Characters of a link."""

_CUT = "……（过长，已截断，全文见 report.json）"
_TONES = {"suspect": "#86224F", "reject": "#AB2F2B", "return": "#A85A06", "review": "#2B5F8F", "pass": "#2D6A4A"}
_TONES |= {"void": "#5D5779", "doubt": "#2B5F8F", "note": "#66707B"}
_ESCAPED = ' "#%<>?[]^`{}\\:|*'

Cell = str | int | float | tuple[str, str]
"""Text, a number, or text with the name of its tone."""


class Sheets:
    """Writes rows onto sheets, each row with a link to its folder's report where there is room for one."""

    def __init__(self, book: Any) -> None:
        self._book = book
        top = {"valign": "top", "text_wrap": True, "font_size": 10}
        self._head = book.add_format({"bold": True, "bg_color": "#E9EBEE", "bottom": 1, "valign": "vcenter"})
        self._text = book.add_format(top)
        self._link = book.add_format({**top, "font_color": "#24558A", "underline": 1})
        self._tones = {
            name: book.add_format({**top, "font_color": tone, "bold": True}) for name, tone in _TONES.items()
        }

    def fill(self, name: str, columns: list[tuple[str, int]], rows: Iterable[tuple[str, list[Cell]]]) -> None:
        """One sheet, and further ones where its rows are too many."""
        number, at = 1, 0
        sheet = self._sheet(name, columns)
        for folder, cells in rows:
            if at == ROW_CAP:
                number, at = number + 1, 0
                sheet = self._sheet(f"{name}{number}", columns)
            at += 1
            self._row(sheet, at, cells)
            if folder:
                self._report(sheet, at, len(cells), folder)
        sheet.autofilter(0, 0, max(at, 1), len(columns) - 1)

    def _sheet(self, name: str, columns: list[tuple[str, int]]) -> Any:
        sheet = self._book.add_worksheet(name)
        for column, (heading, width) in enumerate(columns):
            sheet.set_column(column, column, width)
            sheet.write_string(0, column, heading, self._head)
        sheet.freeze_panes(1, 2)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        return sheet

    def _row(self, sheet: Any, at: int, cells: list[Cell]) -> None:
        for column, cell in enumerate(cells):
            if isinstance(cell, int | float):
                sheet.write_number(at, column, cell, self._text)
                continue
            text, tone = cell if isinstance(cell, tuple) else (cell, "")
            sheet.write_string(at, column, fit(text), self._tones.get(tone, self._text))

    def _report(self, sheet: Any, at: int, column: int, folder: str) -> None:
        url = f"external:{sheet_url(folder)}"
        if at <= LINK_CAP and len(url.encode("utf-16-le")) // 2 <= URL_CAP:
            sheet.write_url(at, column, url, self._link, "打开报告")
        else:
            sheet.write_string(at, column, fit(report_path(folder)), self._text)


def fit(text: str) -> str:
    """The text as a cell can hold it: cleaned, and cut with a note where it is too long (Excel counts UTF-16 units)."""
    text = clean(text)
    if len(text.encode("utf-16-le")) // 2 <= CELL_CAP:
        return text
    cut = text.encode("utf-16-le")[: 2 * (CELL_CAP - len(_CUT))].decode("utf-16-le", "ignore")
    return cut + _CUT


def sheet_url(folder: str) -> str:
    """The report's relative URL as Excel writes one: Chinese stays, what would break the link is escaped."""
    escaped = "".join(f"%{ord(char):02X}" if char in _ESCAPED else char for char in folder)
    return f"{escaped}/report.html"
