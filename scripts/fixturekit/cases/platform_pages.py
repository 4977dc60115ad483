"""project.platform_page_genuine: one claimed project and a page of a platform, in order or with one defect."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from scripts.fixturekit.cases.case import Build, Case, form
from scripts.fixturekit.cases.platforms import CLAIM, NATIONAL, WORKS
from scripts.fixturekit.drawings import masked
from scripts.fixturekit.folder import Folder
from scripts.fixturekit.plan import WANG
from scripts.fixturekit.screens import Look, Odd, Shown, window

CHECK = "project.platform_page_genuine"
FORGED = "3306022113480101"
"""A number whose days are no calendar's: month 13, day 48."""


def page(number: str = WORKS.number, completed: str = WORKS.completed, **changed: Any) -> Shown:
    """The platform's page of the claimed project, in few words: each letter of a text layer is in the file."""
    shown = Shown(
        "",
        [("项目编号", number), ("竣工备案编号", f"{number}-JX-001")],
        [("开工日期", WORKS.started), ("竣工验收日期", completed)],
        [],
        foot="",
    )
    return replace(shown, **changed)


def _pdf(shown: Shown, **claim: Any) -> Build:
    """A page printed to PDF."""

    def build(folder: Folder) -> None:
        folder.pdf("工程业绩/1/平台页面.pdf", [window(shown, Look(), f"{shown}", vector=True)])
        _form(folder, **claim)

    return build


def _screen(shown: Shown) -> Build:
    """A screenshot."""

    def build(folder: Folder) -> None:
        folder.screen("工程业绩/1/平台截图.png", window(shown, Look(), f"{shown}").image)
        _form(folder)

    return build


def _form(folder: Folder, **claim: Any) -> None:
    form(folder, id_number=WANG.id_number, submitted_at="2024-09-20", projects=[{**CLAIM, **claim}])


def _case(outcome: str, slug: str, why: str, build: Build) -> Case:
    return Case(CHECK, outcome, slug, why, build)


PEOPLE = [
    ("项目经理", WANG.name, masked(WANG), "甲方"),
    ("项目总监", "虞建平", "3306************35", "乙方"),
    ("项目经理", "甲乙丙", "3306************61", "丙方"),
]
PATH = "/PublicWeb/index.html#/project/detail"
CASES = (
    _case("pass", "address-bar", "the platform's address, a number that decodes, days in order", _pdf(page())),
    _case("pass", "no-address-bar", "cut below the address bar, as most screenshots are", _pdf(page(address=""))),
    _case(
        "fail", "look-alike-host", "the platform's host, and another's domain after it",
        _pdf(page(address=f"https://jzsc.jst.zj.gov.cn.cx-query.com{PATH}")),
    ),
    _case(
        "fail", "local-file", "a file on somebody's desktop",
        _pdf(page(address="file:///C:/Users/Administrator/Desktop/平台.html")),
    ),
    _case(
        "fail", "number-does-not-decode", "month 13, day 48 in the project's number",
        _pdf(page(number=FORGED), registry_number=FORGED),
    ),
    _case("fail", "dates-impossible", "completed before it was begun", _pdf(page(completed="2020-06-30"))),
    _case(
        "unsure", "odd-font", "the manager's name in larger letters than its column",
        _pdf(page(people=PEOPLE, odd=Odd(WANG.name, 1.4))),
    ),
    _case(
        "unsure", "swapped-letter", "g0v for gov on pixels: the reader may have misread it",
        _screen(page(address="https://jzsc.jst.zj.g0v.cn/PublicWeb/")),
    ),
    _case("na", "national-platform", "the national platform's page", _pdf(page(address=NATIONAL[0], head=NATIONAL[1]))),
)  # fmt: skip
