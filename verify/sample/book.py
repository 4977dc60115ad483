"""sample.xlsx: the same list with columns to be filled in, and how to estimate from it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from io import BytesIO
from typing import Any

from verify.report.sheets import Cell, Sheets
from verify.report.words import Words
from verify.sample.page import estimate_of, notes_of, parts_of
from verify.sample.sample import Drawn, Sample

_COLUMNS = [("抽取方式", 14), ("姓名", 14), ("申报编号", 20), ("文件夹", 28), ("单位", 30), ("专业", 18), ("结论", 24)]
_COLUMNS += [("风险分", 10), ("理由", 44), ("入样概率", 12), ("代表人数", 12)]
_COLUMNS += [("抽查结果", 24), ("是否遗漏或误报", 16), ("抽查人", 12), ("抽查日期", 14), ("报告", 12)]
_BY_HAND: list[Cell] = ["", "", "", ""]
_CREATED = datetime(2000, 1, 1)


def sample_book(sample: Sample, batch: Mapping[str, Any]) -> bytes:
    """The bytes of sample.xlsx, the same for the same sample."""
    import xlsxwriter

    words = Words("zh")
    buffer = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(buffer, options) as book:
        book.set_properties(
            {"title": words("sample_title"), "comments": batch["notice"]["number"], "created": _CREATED}
        )
        sheets = Sheets(book)
        rows = (_row(one, part.title, words) for part in parts_of(sample, words) for one in part.drawn)
        sheets.fill(words("sample_title"), _COLUMNS, rows)
        sheets.fill("说明", [("说明", 120)], (("", list[Cell]([line])) for line in _says(sample, words)))
    return buffer.getvalue()


def _row(one: Drawn, part: str, words: Words) -> tuple[str, list[Cell]]:
    applicant, who = one.applicant, one.applicant.who
    why = "\n".join(f"{r.name} {words('sample_times', r.count)}（+{r.points}）" for r in applicant.reasons)
    cells: list[Cell] = [part, who["name"], who["application_id"] or "", applicant.folder, *applicant.stratum]
    cells += [(words(f"verdict.{applicant.verdict}"), applicant.verdict), applicant.risk, why]
    return applicant.folder, [*cells, round(float(one.probability), 4), one.stands_for, *_BY_HAND]


def _says(sample: Sample, words: Words) -> list[str]:
    head = words("sample_from", sample.flagged + sample.clean, len(sample.drawn), sample.seed)
    says = [part.says for part in parts_of(sample, words)]
    return [head, *notes_of(sample, words), *says, *estimate_of(sample, words), words("sample_footer")]
