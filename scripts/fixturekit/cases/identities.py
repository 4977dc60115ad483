"""identity.*: who the applicant is, in the form and on one page of proof."""

from __future__ import annotations

from typing import Any

from scripts.fixturekit.cases.case import Build, Case, form
from scripts.fixturekit.cases.declared import declared
from scripts.fixturekit.folder import Folder
from scripts.fixturekit.page import Sheet
from scripts.fixturekit.people import id_number
from scripts.fixturekit.plan import WANG

OTHER = id_number("330602", "1990-01-01", True, 21)
MASKED = f"{WANG.id_number[:6]}********{WANG.id_number[-4:]}"


def _sheet(key: str, title: str, *rows: str) -> Sheet:
    sheet = Sheet(f"identity/{key}", vector=True)
    sheet.centre(90, title, 40)
    for number, row in enumerate(rows):
        sheet.text((130, 220 + 70 * number), row, 26)
    return sheet


def _proof(*rows: str, **fields: Any) -> Build:
    """A proof of hours with these rows."""

    def build(folder: Folder) -> None:
        title = "专业技术人员继续教育学时证明"
        folder.pdf("继续教育/学时证明.pdf", [_sheet("/".join(rows), title, *rows, "2023年度 专业科目 62学时")])
        form(folder, id_number=WANG.id_number, **fields)

    return build


def _renamed(folder: Folder) -> None:
    """The former name of the firm on the proof, and a note that says so."""
    old = "绍兴宁筑建筑工程公司"
    _proof(f"姓名：{WANG.name}", f"工作单位：{old}")(folder)
    note = f"{old}于2023年3月更名为{WANG.employer.name}，特此说明。"
    folder.pdf("单位说明/更名说明.pdf", [_sheet("renamed", "单位说明", note)])


CASES = (
    Case(
        "identity.agrees",
        "pass",
        "masked",
        "name, employer, and the ID number with its middle masked",
        _proof(f"姓名：{WANG.name}", f"身份证号：{MASKED}", f"工作单位：{WANG.employer.name}"),
    ),
    Case("identity.agrees", "pass", "renamed", "the firm's former name, with the proof of it", _renamed),
    Case(
        "identity.agrees",
        "fail",
        "others-proof",
        "another person's proof",
        _proof("姓名：李卫东", f"身份证号：{OTHER}"),
    ),
    Case(
        "identity.agrees",
        "fail",
        "others-number",
        "the applicant's name, another's ID number",
        _proof(f"姓名：{WANG.name}", f"身份证号：{OTHER}"),
    ),
    Case(
        "identity.agrees",
        "unsure",
        "digit-wrong",
        "one digit of the ID number is wrong",
        _proof(
            f"姓名：{WANG.name}", f"身份证号：{WANG.id_number[:9]}{9 - int(WANG.id_number[9])}{WANG.id_number[10:]}"
        ),
    ),
    Case(
        "identity.agrees",
        "unsure",
        "other-firm",
        "a firm that the form does not name",
        _proof(f"姓名：{WANG.name}", "工作单位：诸暨青禾市政园林有限公司"),
    ),
    Case("identity.agrees", "na", "no-pages", "nothing to compare with", declared(id_number=WANG.id_number)),
    Case("identity.number_valid", "pass", "both", "both numbers well formed", declared(id_number=WANG.id_number)),
    Case(
        "identity.number_valid",
        "pass",
        "blanks",
        "the ID number written in three groups",
        declared(id_number=f"{WANG.id_number[:6]} {WANG.id_number[6:14]} {WANG.id_number[14:]}"),
    ),
    Case(
        "identity.number_valid",
        "fail",
        "check-digit",
        "another last digit",
        declared(id_number=f"{WANG.id_number[:17]}{'0' if WANG.id_number[17] != '0' else '1'}"),
    ),
    Case(
        "identity.number_valid",
        "fail",
        "15-digits",
        "the number as it was before 1999",
        declared(id_number=WANG.id_number[:6] + WANG.id_number[8:17]),
    ),
    Case(
        "identity.number_valid",
        "fail",
        "credit-code",
        "another last character of the credit code",
        declared(
            employer={
                "name": WANG.employer.name,
                "uscc": f"{WANG.employer.uscc[:17]}{'A' if WANG.employer.uscc[17] != 'A' else 'B'}",
            }
        ),
    ),
    Case("identity.number_valid", "unsure", "other-document", "no resident ID number", declared(id_number="H12345678")),
    Case("identity.number_valid", "na", "none", "no numbers", declared(employer={"name": WANG.employer.name})),
)
