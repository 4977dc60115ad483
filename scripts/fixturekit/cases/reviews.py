"""review_form.watermark: the review form as the platform prints it, and scanned."""

from __future__ import annotations

from scripts.fixturekit.cases.case import Build, Case, form
from scripts.fixturekit.cases.declared import declared
from scripts.fixturekit.folder import Folder
from scripts.fixturekit.page import Sheet
from scripts.fixturekit.people import Person
from scripts.fixturekit.plan import WANG
from scripts.fixturekit.typeset import typeset

MARK = "浙江省专业技术任职资格申报与评审管理平台"


def review_page(number: int, person: Person = WANG, vector: bool = True) -> Sheet:
    """A page of 专业技术职务任职资格评审表."""
    sheet = Sheet(f"review/{number}" + ("" if person is WANG else person.name), vector=vector)
    sheet.centre(90, "专业技术职务任职资格评审表", 44)
    rows = [
        ("姓　　名", person.name),
        ("工作单位", person.employer.name),
        ("申报资格", "工程师"),
        ("申报专业", person.specialty),
    ]
    for row, (label, value) in enumerate(rows):
        sheet.text((130, 300 + row * 80), f"{label}：{value}", 28)
    sheet.text((600, 1660), f"第 {number} 页", 22)
    return sheet


def _printed(mark: str) -> Build:
    def build(folder: Folder) -> None:
        folder.put("评审表/评审表.pdf", typeset([review_page(1), review_page(2)], mark))
        form(folder)

    return build


def _scanned(folder: Folder) -> None:
    folder.scan("评审表/评审表.jpg", review_page(1, vector=False))
    form(folder)


CASES = (
    Case("review_form.watermark", "pass", "printed", "the watermark aslant on both pages", _printed(MARK)),
    Case("review_form.watermark", "fail", "none", "a PDF with its text, without the watermark", _printed("")),
    Case("review_form.watermark", "unsure", "cut", "a part of the watermark", _printed(MARK[6:17])),
    Case("review_form.watermark", "unsure", "scan", "a scan, on which it cannot be seen", _scanned),
    Case("review_form.watermark", "na", "none", "no review form", declared()),
)
