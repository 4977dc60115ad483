"""summary.xlsx: applicants, findings and lost files, for people who live in a spreadsheet.

Everything from outside is written as a string: `write()` would make live formulas and links of it. Excel takes 65,530
links a sheet, 32,767 characters a cell and 1,048,576 rows; past each of these the text stays and the luxury goes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from verify.report.folders import report_path
from verify.report.mask import clean
from verify.report.order import BUCKETS, VERDICTS, Row, bucket, counts, stage_of, subject_name, title_of, worst_first
from verify.report.page import short
from verify.report.words import Words

LINK_CAP = 65_000
"""Links on one sheet."""

ROW_CAP = 1_048_000
"""Rows on one sheet; the rest goes on a further sheet."""

CELL_CAP = 32_767
"""Characters in a cell."""

URL_CAP = 2_000

REASONS = 3
"""Findings named in an applicant's row."""

_CUT = "……（过长，已截断，全文见 report.json）"
_CREATED = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
_TONES = {"suspect": "#86224F", "reject": "#AB2F2B", "return": "#A85A06", "review": "#2B5F8F", "pass": "#2D6A4A"}
_TONES |= {"void": "#5D5779", "doubt": "#2B5F8F", "note": "#66707B"}
_ESCAPED = ' "#%<>?[]^`{}\\:|*'

Cell = str | int | tuple[str, str]
"""Text, a number, or text with the name of its tone."""


def workbook(batch: Mapping[str, Any], reports: Sequence[Mapping[str, Any]]) -> bytes:
    """The bytes of summary.xlsx, the same for the same dicts."""
    import xlsxwriter

    buffer = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(buffer, options) as book:
        book.set_properties({"title": "申报材料核对总表", "comments": batch["notice"]["number"], "created": _CREATED})
        sheets = _Sheets(book)
        ordered = sorted(reports, key=lambda r: (VERDICTS.index(r["verdict"]), str(r["applicant"]["folder"])))
        sheets.fill("申报人", _APPLICANT, map(_applicant, ordered))
        sheets.fill("问题清单", _FINDING, (_finding(r, f) for r in ordered for f in worst_first(r["findings"])))
        sheets.fill("未能读取的文件", _LOST, map(_lost, batch["unreadable"]))
    return buffer.getvalue()


_W = Words("zh")
_APPLICANT = [("结论", 26), ("姓名", 14), ("申报编号", 20), ("身份证号", 22), ("文件夹", 30)]
_APPLICANT += [(_W(f"short.{name}"), 8) for name in BUCKETS] + [("主要问题", 60), ("报告", 12)]
_FINDING = [("处理", 26), ("姓名", 14), ("申报编号", 20), ("文件夹", 30), ("阶段", 16), ("检查", 22), ("检查编号", 28)]
_FINDING += [("对象", 26), ("说明", 60), ("应为", 26), ("读到", 26), ("条款", 14), ("原文", 50), ("补正办法", 40)]
_FINDING += [("证据", 40), ("报告", 12)]
_LOST = [("文件夹", 30), ("文件", 50), ("原因", 70)]


def _applicant(report: Mapping[str, Any]) -> tuple[str, list[Cell]]:
    who, verdict = report["applicant"], report["verdict"]
    found = counts(report["findings"])
    worst = worst_first(report["findings"])[:REASONS]
    why = "\n".join(f"{_W('short.' + bucket(row))}：{short(row['message'], 100)}" for row in worst)
    row: list[Cell] = [(_W(f"verdict.{verdict}"), verdict), who["name"], who["application_id"] or ""]
    row += [who["id_number"] or "", who["folder"], *(found[name] for name in BUCKETS), why]
    return str(who["folder"]), row


def _finding(report: Mapping[str, Any], row: Row) -> tuple[str, list[Cell]]:
    who, name, clause = report["applicant"], bucket(row), row["clause"]
    cells: list[Cell] = [(_W(f"bucket.{name}"), name), who["name"], who["application_id"] or "", who["folder"]]
    cells += [_W(f"stage.{stage_of(row['check'])}"), title_of(row["check"]), row["check"], subject_name(row["subject"])]
    cells += [row["message"], row["expected"] or "", row["found"] or "", clause["section"] if clause else "核验提示"]
    cells += [clause["quote"] if clause else "", row["remedy"] or "", "\n".join(map(_place, row["evidence"]))]
    return str(who["folder"]), cells


def _lost(entry: Mapping[str, str]) -> tuple[str, list[Cell]]:
    return "", [entry["folder"], entry["file"] or _W("whole_folder"), entry["message"]]


def _place(evidence: Mapping[str, Any]) -> str:
    page = evidence.get("page")
    return str(evidence["file"]) + (f" {_W('page', page)}" if page else "")


class _Sheets:
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
            if isinstance(cell, int):
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
