"""title.*: the form, and a certificate or a letter of appointment of one page with a text layer."""

from __future__ import annotations

from typing import Any

from scripts.fixturekit.cases.case import Build, Case, form
from scripts.fixturekit.folder import Folder
from scripts.fixturekit.page import Sheet
from scripts.fixturekit.people import Person
from scripts.fixturekit.plan import WANG
from scripts.fixturekit.seal import Seal, press

APPOINTED = "title.appointed"
OUTSIDE = "title.outside_confirmed"
SMALL = (900, 640)


def _certificate(
    name: str = WANG.name, day: str = "2018年12月28日", issuer: str = "绍兴市人力资源和社会保障局"
) -> Sheet:
    sheet = Sheet(f"title/{name}/{day}", SMALL, vector=True)
    sheet.centre(50, "专业技术资格证书", 40)
    rows = [("姓　　名", name), ("资格名称", "助理工程师"), ("取得资格时间", day), ("发证单位", issuer)]
    for row, (label, value) in enumerate(rows):
        sheet.text((120, 170 + row * 70), f"{label}：{value}", 26)
    return sheet


def appointment(person: Person, term: str) -> Sheet:
    """A letter of appointment as 技术员 under the employer's seal."""
    key = f"letter/{term}" if person is WANG else f"letter/{term}/{person.name}"
    sheet = Sheet(key, SMALL, vector=True)
    sheet.centre(50, "聘　书", 44)
    sheet.text((100, 170), f"兹聘任{person.name}同志为建筑施工专业技术员。", 26)
    sheet.text((100, 240), f"聘期：{term}", 26)
    press(sheet, Seal(person.employer.name, star=True), (640, 420))
    return sheet


def _titled(*sheets: Sheet, obtained: str = "2018-12-28", issued_in: str | None = None) -> Build:
    def build(folder: Folder) -> None:
        if sheets:
            folder.pdf("职称证书/资格证书.pdf", sheets)
        title = {"name": "助理工程师", "obtained": obtained, **({"issued_in": issued_in} if issued_in else {})}
        form(folder, titles=[title])

    return build


def _posted(*terms: str, **more: Any) -> Build:
    """A 技术员 with a letter for each term, whose education opens no route."""

    def build(folder: Folder) -> None:
        for number, term in enumerate(terms, 1):
            folder.pdf(f"职称证书/聘书{number}.pdf", [appointment(WANG, term)])
        form(
            folder,
            applying_for={"title": "助理工程师", "route": "正常申报"},
            education=[{"level": "初中", "graduated": "2010-06-30"}],
            specialty_years=6,
            titles=[{"name": "技术员", "obtained": "2015-12-01", "appointed": "2016-01-01"}],
            **more,
        )

    return build


CASES = (
    Case(
        APPOINTED, "pass", "certificate", "the applicant's own, of the day that the form says", _titled(_certificate())
    ),
    Case(APPOINTED, "fail", "nothing", "a title claimed, no certificate", _titled()),
    Case(APPOINTED, "fail", "anothers", "another person's certificate", _titled(_certificate("李志强"))),
    Case(
        APPOINTED,
        "unsure",
        "another-day",
        "the certificate is of March, the form of December",
        _titled(_certificate(day="2019年3月1日")),
    ),
    Case(
        APPOINTED,
        "pass",
        "two-letters-yongjia",
        "two letters, one after the other, to the end of 2021",
        _posted("2016年1月1日至2018年12月31日", "2019年1月1日至2021年12月31日"),
    ),
    Case(
        APPOINTED,
        "fail",
        "not-in-force-yongjia",
        "the letter ended in 2020",
        _posted("2016年1月1日至2020年12月31日"),
    ),
    Case(OUTSIDE, "pass", "of-the-city", "issued in 绍兴", _titled(issued_in="浙江省绍兴市")),
    Case(OUTSIDE, "fail", "of-another-province", "issued in 南京, no confirmation", _titled(issued_in="江苏省南京市")),
    Case(
        OUTSIDE,
        "unsure",
        "of-the-province",
        "issued in 杭州: the notice says two things",
        _titled(issued_in="浙江省杭州市"),
    ),
)
