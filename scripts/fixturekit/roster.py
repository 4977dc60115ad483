"""roster.xlsx: one row an applicant."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import xlsxwriter

from scripts.fixturekit.folder import MIDNIGHT


def write_roster(path: Path, forms: Mapping[str, Mapping[str, Any]]) -> None:
    """The roster of a batch, from each folder's form as it was filled in; the same bytes each time."""
    heads = (
        "申报编号",
        "姓名",
        "身份证号",
        "工作单位",
        "统一社会信用代码",
        "单位性质",
        "申报职称",
        "申报专业",
        "申报类别",
        "申报类型",
        "学历",
        "毕业时间",
        "现职称",
        "现职称取得时间",
        "文件夹",
    )
    book = xlsxwriter.Workbook(str(path))
    book.set_properties({"created": datetime.datetime(*MIDNIGHT)})
    sheet = book.add_worksheet("名册")
    sheet.write_row(0, 0, heads, book.add_format({"bold": True}))
    for row, (folder, form) in enumerate(forms.items(), 1):
        target, firm = form["applying_for"], form["employer"]
        degree, title = form["education"][0], form["titles"][0]
        sheet.write_row(
            row,
            0,
            (
                form["application_id"],
                form["name"],
                form["id_number"].upper(),
                firm["name"],
                firm["uscc"],
                firm["kind"],
                target["title"],
                target["specialty"],
                target["category"],
                target["route"],
                degree["level"],
                degree["graduated"],
                title["name"],
                title["obtained"],
                folder,
            ),
        )
    book.close()
