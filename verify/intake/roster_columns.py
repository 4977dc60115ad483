"""What a roster's columns mean: headings to fields of the form, cells to the fields' values."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta
from typing import Any

from verify.intake.form_shape import Kind, Path, kind_at
from verify.intake.roster_table import Cell
from verify.intake.text import squeezed

FOLDER: Path = ("folder",)
"""The column that names the applicant's folder; no field of the form."""

_FIELDS: dict[Path, str] = {
    FOLDER: "文件夹 材料文件夹 文件夹名 文件夹名称 目录 材料目录",
    ("application_id",): "申报编号 申请编号 受理编号 报名号 报名编号 申报号 编号",
    ("name",): "姓名 申报人 申报人姓名 申请人 申请人姓名",
    ("id_number",): "身份证号 身份证号码 身份证 公民身份号码 证件号码 证件号 身份证件号码",
    ("employer", "name"): "工作单位 单位 单位名称 申报单位 所在单位 现工作单位 工作单位名称",
    ("employer", "uscc"): "统一社会信用代码 社会信用代码 信用代码 单位统一社会信用代码",
    ("employer", "kind"): "单位性质 单位类型 单位类别",
    ("applying_for", "title"): "申报职称 申报资格 拟申报职称 申报级别 申报职务 申报专业技术资格 申报任职资格",
    ("applying_for", "specialty"): "申报专业 申报职称专业 申报专业名称",
    ("applying_for", "category"): "申报类别 专业类别 申报专业类别",
    ("applying_for", "route"): "申报类型 申报方式 申报途径",
    ("applying_for", "committee"): "评委会 评审委员会 申报评委会",
    ("submitted_at",): "提交时间 提交日期 申报时间 申报日期",
    ("endorsed_at",): "推荐时间 推荐日期 单位推荐时间",
    ("education", 0, "level"): "学历 最高学历",
    ("education", 0, "school"): "毕业院校 毕业学校 学校",
    ("education", 0, "major"): "所学专业 毕业专业",
    ("education", 0, "graduated"): "毕业时间 毕业日期 毕业年月",
    ("titles", 0, "name"): "现职称 现有职称 现任职称 现专业技术资格 现任职资格 现职称名称 现资格",
    ("titles", 0, "specialty"): "现职称专业 现职称专业名称",
    ("titles", 0, "obtained"): "现职称取得时间 取得时间 职称取得时间 现职称取得日期 取得现职称时间 现资格取得时间",
    ("specialty_years",): "从事专业年限 专业年限 专业工作年限 从事本专业年限",
}  # fmt: skip

HEADINGS: dict[str, Path] = {heading: path for path, listed in _FIELDS.items() for heading in listed.split()}
"""Known headings, squeezed."""

LABELS: dict[Path, str] = {path: listed.split()[0] for path, listed in _FIELDS.items()}
"""The first heading of each field, for messages."""

_BRACKETED = re.compile(r"[(\[【（].*?[)\]】）]")
_COMPACT = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})?")
_WITH_TIME = re.compile(r"\s+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?$|T\d{2}:\d{2}.*$")
_FIRST_SERIAL, _LAST_SERIAL = 20_000, 60_000  # 1954 to 2064 in Excel's count of days
_EPOCH = date(1899, 12, 30)


def field_of(heading: str) -> Path | None:
    """The field that a heading means, notes in brackets and asterisks aside ("姓名（必填）*")."""
    plain = squeezed(_BRACKETED.sub("", unicodedata.normalize("NFKC", heading)))
    return HEADINGS.get(plain)


def value_of(path: Path, cell: Cell) -> Any:
    """The cell as the form wants it at `path`; what cannot be told apart stays as it is, for the form to refuse."""
    if path == FOLDER:
        return cell.text
    if kind_at(path) is Kind.DATE:
        return _day(cell)
    if path == ("name",) and not cell.text.isascii():
        return cell.text.replace(" ", "")  # "张　三", spaced to align with longer names
    return cell.text


def _day(cell: Cell) -> str:
    text = _WITH_TIME.sub("", cell.text)
    if cell.numeric and text.isdecimal() and _FIRST_SERIAL <= int(text) <= _LAST_SERIAL:
        return str(_EPOCH + timedelta(days=int(text)))
    if cell.numeric and re.fullmatch(r"\d{4}\.\d", text):
        return f"{text}（数字，分不清是 1 月还是 10 月）" if text.endswith(".1") else text
    if compact := _COMPACT.fullmatch(text):
        return "-".join(part for part in compact.groups() if part)
    return text
