"""self_assessment.*: the table of points and the people who recommend."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from scripts.fixturekit.cases.case import Build, Case, form
from scripts.fixturekit.cases.declared import declared
from scripts.fixturekit.folder import Folder
from scripts.fixturekit.page import Sheet
from scripts.fixturekit.plan import WANG

TARGET = {"title": "工程师", "route": "自评申报"}
ITEMS = (("学历资历", 28), ("工程业绩", 56), ("论文著作", 10), ("继续教育", 14))
SENIOR = {"title": "高级工程师", "specialty": "建筑施工", "in_service": True}
PEOPLE = ({"name": "许伯年"} | SENIOR, {"name": "温如海"} | SENIOR)


def _table(total: int, items: Sequence[tuple[str, int]]) -> Sheet:
    sheet = Sheet(f"self-assessed/{total}/{items[-1][1]}", vector=True)
    sheet.centre(80, "浙江省建设工程专业工程师职务任职资格自评表", 38)
    sheet.text((120, 180), f"姓名：{WANG.name}", 26)
    rows = [("序号", "评价项目", "自评分"), *((str(n), item, str(points)) for n, (item, points) in enumerate(items, 1))]
    sheet.table((100, 260), (120, 680, 240), [*rows, ("", "自评总分", str(total))], height=62, size=26)
    return sheet


def _scored(score: int, total: int = 108, items: Sequence[tuple[str, int]] = ITEMS) -> Build:
    def build(folder: Folder) -> None:
        folder.pdf("自评表/自评表.pdf", [_table(total, items)])
        form(folder, applying_for=TARGET, self_assessment={"score": score})

    return build


def _recommended(*people: dict[str, Any], held: int = 2) -> Build:
    """The recommenders of the form, and certificates of the first `held`."""

    def build(folder: Folder) -> None:
        for number, person in enumerate(people[:held], 1):
            sheet = Sheet(f"self-assessed/{person['name']}", (1240, 900), vector=True)
            sheet.centre(90, "浙江省专业技术职务任职资格证书", 44)
            sheet.text((130, 260), f"姓名：{person['name']}", 28)
            sheet.text((130, 340), f"资格名称：{person['title']}", 28)
            folder.pdf(f"推荐/推荐人证书{number}.pdf", [sheet])
        form(folder, applying_for=TARGET, self_assessment={"score": 108, "recommenders": list(people)})

    return build


CASES = (
    Case("self_assessment.score", "pass", "adds-up", "108 points, which the items make", _scored(108)),
    Case(
        "self_assessment.score",
        "fail",
        "96",
        "96 points",
        _scored(96, 96, (("学历资历", 28), ("工程业绩", 56), ("继续教育", 12))),
    ),
    Case(
        "self_assessment.score",
        "unsure",
        "does-not-add-up",
        "108 points, of which the items make 98",
        _scored(108, 108, (*ITEMS[:3], ("继续教育", 4))),
    ),
    Case("self_assessment.score", "unsure", "disagrees", "118 on the form, 108 on the table", _scored(118)),
    Case(
        "self_assessment.score",
        "unsure",
        "no-table",
        "a score and no table",
        declared(applying_for=TARGET, self_assessment={"score": 108}),
    ),
    Case("self_assessment.score", "na", "other-route", "正常申报", declared(applying_for={"route": "正常申报"})),
    Case("self_assessment.recommenders", "pass", "two", "two, with their certificates", _recommended(*PEOPLE)),
    Case(
        "self_assessment.recommenders", "fail", "same-person", "one twice", _recommended(PEOPLE[0], PEOPLE[0], held=1)
    ),
    Case(
        "self_assessment.recommenders",
        "fail",
        "retired",
        "one no longer in service",
        _recommended(PEOPLE[0], PEOPLE[1] | {"in_service": False}, held=0),
    ),
    Case("self_assessment.recommenders", "unsure", "one-certificate", "one has none", _recommended(*PEOPLE, held=1)),
    Case("self_assessment.recommenders", "na", "other-route", "正常申报", declared(applying_for={"route": "正常申报"})),
)
