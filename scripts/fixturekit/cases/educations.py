"""education.*: the form where it decides, else pages with a text layer."""

from __future__ import annotations

from typing import Any

from scripts.fixturekit.cases.case import Build, Case, form
from scripts.fixturekit.dates import chinese, digits
from scripts.fixturekit.folder import Folder
from scripts.fixturekit.page import Sheet
from scripts.fixturekit.people import Person
from scripts.fixturekit.plan import WANG

PROOF = "education.proof"
AGREES = "education.record_agrees"
DEGREE = {"level": WANG.level, "school": WANG.school, "major": WANG.major, "graduated": WANG.graduated}


def _diploma(word: str = "毕业") -> Sheet:
    sheet = Sheet(f"diploma/{word}", (1000, 640), vector=True)
    sheet.centre(60, f"{word}证书", 44)
    text = f"学生{WANG.name}，{WANG.sex}，在本校{WANG.major}专业学习，修完教学计划规定的课程，准予{word}。"
    sheet.para((100, 180), 800, text, 26)
    sheet.text((100, 400), f"证书编号：{WANG.diploma_number}", 24)
    sheet.text((100, 450), f"学校：{WANG.school}", 24)
    sheet.text((600, 520), chinese(WANG.graduated), 24)
    return sheet


def _record(**changed: str) -> Sheet:
    """教育部学历证书电子注册备案表, some of its values changed."""
    values = {
        "姓名": WANG.name,
        "性别": WANG.sex,
        "出生日期": digits(WANG.born),
        "学校名称": WANG.school,
        "专业": WANG.major,
        "层次": WANG.level,
        "学历类别": "普通高等教育",
        "学习形式": "普通全日制",
        "毕业日期": digits(WANG.graduated),
        "毕（结）业": "毕业",
        "证书编号": WANG.diploma_number,
        **changed,
    }
    sheet = Sheet(f"record/{changed}", vector=True)
    sheet.centre(90, "教育部学历证书电子注册备案表", 40)
    y = sheet.table((110, 200), (240, 780), list(values.items()), height=62, size=24)
    notes = "备注：1. 本备案表可在学信网（www.chsi.com.cn）在线验证。2. 在线验证有效期至2025年2月2日。"
    sheet.para((110, y + 40), 1000, notes, 22)
    return sheet


def screen(person: Person = WANG) -> Sheet:
    """A web page on a screen."""
    key = "record/screen" if person is WANG else f"record/screen/{person.name}"
    sheet = Sheet(key, (1000, 640), vector=True)
    for row, line in enumerate(
        ("学信档案", "高等教育信息 > 学历信息", f"{person.name}  {person.school}  {person.level}", "退出登录")
    ):
        sheet.text((80, 60 + 110 * row), line, 30)
    return sheet


def _files(*sheets: Sheet, **more: Any) -> Build:
    def build(folder: Folder) -> None:
        for number, sheet in enumerate(sheets, 1):
            folder.pdf(f"学历学位/{number}.pdf", [sheet])
        form(folder, **{"id_number": WANG.id_number, "education": [DEGREE], **more})

    return build


CASES = (
    Case(PROOF, "pass", "diploma-and-record", "毕业证书 and 备案表", _files(_diploma(), _record())),
    Case(PROOF, "fail", "screen-only", "nothing but a web page of 学信网", _files(screen())),
    Case(PROOF, "fail", "not-graduated", "结业证书", _files(_diploma("结业"))),
    Case(PROOF, "unsure", "diploma-only", "no 备案表: the platform may hold the record", _files(_diploma())),
    Case(
        PROOF,
        "fail",
        "none-for-high-school-yongjia",
        "高中 is not on 学信网, and nothing is uploaded",
        _files(education=[{"level": "高中", "graduated": "2008-06-30"}]),
    ),
    Case(AGREES, "pass", "record", "all as the form says", _files(_record())),
    Case(
        AGREES,
        "fail",
        "number-of-another-year",
        "2008 in the number, 2012 on the page",
        _files(_record(证书编号="109991200805004321")),
    ),
    Case(
        AGREES,
        "fail",
        "anothers",
        "another person's form",
        _files(_record(姓名="李志强", 出生日期="1985年1月9日")),
    ),
    Case(AGREES, "unsure", "another-major", "a major that the form does not say", _files(_record(专业="工程管理"))),
)
