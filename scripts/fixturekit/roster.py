"""roster.xlsx: one row an applicant."""

from __future__ import annotations

import datetime
from pathlib import Path

import xlsxwriter

from scripts.fixturekit import filled
from scripts.fixturekit.folder import MIDNIGHT
from scripts.fixturekit.plan import Plan


def write_roster(path: Path, plans: tuple[Plan, ...]) -> None:
    """The roster of a batch, the same bytes each time."""
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
    for row, plan in enumerate(plans, 1):
        form, person = filled.shaoxing(plan), plan.person
        target, firm = form["applying_for"], form["employer"]
        sheet.write_row(
            row,
            0,
            (
                form["application_id"],
                person.name,
                person.id_number,
                firm["name"],
                firm["uscc"],
                firm["kind"],
                target["title"],
                target["specialty"],
                target["category"],
                target["route"],
                form["education"][0]["level"],
                person.graduated,
                "助理工程师",
                person.titled,
                plan.folder,
            ),
        )
    book.close()
