"""What the form alone decides: specialty, category, dates of the unit, the list of projects, sanctions."""

from __future__ import annotations

from typing import Any

from scripts.fixturekit.cases.case import Build, Case, form
from scripts.fixturekit.folder import Folder
from scripts.fixturekit.page import Sheet


def declared(**fields: Any) -> Build:
    """The form with these fields, and no files."""

    def build(folder: Folder) -> None:
        form(folder, **fields)

    return build


def _applying(**target: str) -> Build:
    return declared(applying_for={"title": "工程师", **target})


def _published(started: str, ended: str, objections: str = "无") -> Build:
    return declared(publicity={"started": started, "ended": ended, "objections": objections})


def _materials(kind: str) -> Build:
    target = {"title": "助理工程师", "specialty": "建筑材料"}
    return declared(employer={"name": "永嘉瓯鉴建材检测站", "kind": kind}, applying_for=target)


AGAIN = {"year": 2023, "passed": False, "deadline": "2023-10-10"}
"""Last year's application, which failed."""


def _listed(count: int, held: int) -> Build:
    """`count` claimed projects, of which `held` have a page of evidence."""

    def build(folder: Folder) -> None:
        projects = [{"name": f"越澜嘉园{n}号楼工程", "folder": f"工程业绩/{n}"} for n in range(1, count + 1)]
        for number in range(1, held + 1):
            sheet = Sheet(f"listed/{number}", vector=True)
            sheet.centre(90, "工程联系单", 40)
            sheet.text((120, 200), f"工程名称：越澜嘉园{number}号楼工程", 26)
            folder.pdf(f"工程业绩/{number}/联系单.pdf", [sheet])
        form(folder, projects=projects)

    return build


def _again(*completed: str, **more: Any) -> Build:
    projects = [{"name": f"越澜嘉园{n}号楼工程", "completed": day} for n, day in enumerate(completed, 1)]
    return declared(previous_application=AGAIN | more, projects=projects, submitted_at="2024-09-20")


def _sanctioned(kind: str, day: str) -> Build:
    return declared(sanctions=[{"kind": kind, "revoked": day}], submitted_at="2024-09-20")


CASES = (
    Case("form.specialty", "pass", "construction", "a name of the catalogue", _applying(specialty="装配式建筑施工")),
    Case("form.specialty", "fail", "cost", "工程造价, of no such plan", _applying(specialty="工程造价")),
    Case("form.specialty", "unsure", "longer", "the name and 工程", _applying(specialty="装配式建筑施工工程")),
    Case("form.specialty", "na", "none", "no specialty", _applying()),
    Case("form.specialty", "fail", "materials-yongjia", "建筑材料, applied for by a firm", _materials("企业")),
    Case("form.specialty", "pass", "institution-yongjia", "建筑材料, of a public institution", _materials("事业单位")),
    Case("form.category", "pass", "works", "one of the three", _applying(category="施工与监理类")),
    Case("form.category", "fail", "production", "生产类, none of the three", _applying(category="生产类")),
    Case(
        "form.category",
        "unsure",
        "others",
        "the designers' category, with 装配式建筑施工",
        _applying(specialty="装配式建筑施工", category="规划与设计类"),
    ),
    Case("form.category", "na", "none", "no category", _applying()),
    Case("form.endorsed_in_window", "pass", "last-day", "2024-10-22", declared(endorsed_at="2024-10-22")),
    Case("form.endorsed_in_window", "fail", "day-late", "2024-10-23", declared(endorsed_at="2024-10-23")),
    Case("form.endorsed_in_window", "unsure", "month-only", "2024-10", declared(endorsed_at="2024-10")),
    Case("form.endorsed_in_window", "unsure", "impossible", "2024.13 is no date", declared(endorsed_at="2024.13")),
    Case("form.endorsed_in_window", "na", "no-date", "no date", declared()),
    Case(
        "form.publicity",
        "pass",
        "make-up-day",
        "11 to 17 October: six, as Saturday the 12th is a working day",
        _published("2024-10-11", "2024-10-17"),
    ),
    Case(
        "form.publicity",
        "fail",
        "over-the-holiday",
        "29 September to 8 October: ten days, three of them working days",
        _published("2024-09-29", "2024-10-08"),
    ),
    Case("form.publicity", "fail", "backwards", "ends before it starts", _published("2024-10-17", "2024-10-11")),
    Case(
        "form.publicity",
        "unsure",
        "both-ends",
        "Monday to Friday: five only if both ends count",
        _published("2024-10-14", "2024-10-18"),
    ),
    Case(
        "form.publicity",
        "unsure",
        "objection",
        "long enough, and an objection",
        _published("2024-10-11", "2024-10-17", "收到异议一件，反映业绩不实"),
    ),
    Case("form.publicity", "unsure", "until-now", "ended 至今, which is no date", _published("2024-10-11", "至今")),
    Case("form.publicity", "na", "none", "no publicity", declared()),
    Case(
        "form.publicity",
        "pass",
        "week-yongjia",
        "6 to 14 September",
        _published("二〇二一年九月六日", "2021.9.14"),
    ),
    Case("form.publicity", "fail", "six-days-yongjia", "6 to 11 September", _published("2021-09-06", "2021-09-11")),
    Case("project.count", "pass", "one", "one project and its evidence", _listed(1, 1)),
    Case("project.count", "fail", "twelve-and-three", "twelve claimed, evidence of three", _listed(12, 3)),
    Case("project.count", "fail", "two-and-one", "two claimed, evidence of one", _listed(2, 1)),
    Case("project.count", "na", "none", "no project", _listed(0, 0)),
    Case("project.new_since_last", "pass", "one-new", "the second ended since", _again("2021-06-30", "2024-03-29")),
    Case("project.new_since_last", "fail", "all-old", "both ended before", _again("2021-06-30", "2023-09-28")),
    Case("project.new_since_last", "unsure", "that-month", "ended in the month of the last day", _again("2023-10")),
    Case("project.new_since_last", "unsure", "no-deadline", "last day unknown", _again("2024-03-29", deadline=None)),
    Case("project.new_since_last", "na", "first-time", "no earlier application", declared()),
    Case(
        "sanction.deregistered", "fail", "day-early", "three years are over tomorrow", _sanctioned("挂证", "2021-09-21")
    ),
    Case("sanction.deregistered", "pass", "free-day", "three years ago to the day", _sanctioned("挂证", "2021-09-20")),
    Case("sanction.deregistered", "pass", "cancelled", "given up by the holder", _sanctioned("注销注册", "2024-03-01")),
    Case("sanction.deregistered", "unsure", "month-only", "in that very month", _sanctioned("挂证", "2021-09")),
    Case("sanction.deregistered", "na", "none", "no sanction", declared()),
    Case("sanction.integrity_archive", "fail", "2022", "recorded in 2022", _sanctioned("弄虚作假", "2022-01-19")),
    Case("sanction.integrity_archive", "pass", "2020", "recorded in 2020", _sanctioned("弄虚作假", "2020-12-01")),
    Case("sanction.integrity_archive", "unsure", "no-day", "recorded, no day", _sanctioned("弄虚作假", "不详")),
    Case("sanction.integrity_archive", "na", "none", "no archive given", declared()),
)
