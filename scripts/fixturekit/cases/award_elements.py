"""award.plausible and award.applicant_named: certificates as PDF with a text layer."""

from __future__ import annotations

from collections.abc import Sequence

from scripts.fixturekit.cases.case import Build, Case, form
from scripts.fixturekit.certificates import award
from scripts.fixturekit.folder import Folder
from scripts.fixturekit.plan import WANG

STATE, FIRM = "中华人民共和国国务院", WANG.employer.name
PROGRESS, PROJECT = "国家科学技术进步奖", "获奖项目：装配式结构节点成套技术"
SOCIAL = "华夏建设科学技术奖"


def _award(name: str, lines: Sequence[str], issuer: str, day: str, year: int) -> Build:
    def build(folder: Folder) -> None:
        folder.pdf("获奖/1/证书.pdf", [award(f"{name}证书", lines, issuer, day)])
        form(folder, awards=[{"name": name, "issuer": issuer, "year": year, "folder": "获奖/1"}])

    return build


def _national(grade: str, number: str, day: str, issuer: str = STATE, name: str = PROGRESS) -> Build:
    lines = (
        "为表彰国家科学技术奖获得者，特颁发此证书。",
        PROJECT,
        f"奖励等级：{grade}",
        f"证书号：{number}",
        "获奖者：王建",
    )
    return _award(name, lines, issuer, day, int(number[:4]))


def _social(*lines: str) -> Build:
    return _award(SOCIAL, (PROJECT, "奖励等级：三等奖", *lines), "华夏建设科学技术奖励委员会", "2022-12-30", 2022)


ELEMENTS, NAMED = "award.plausible", "award.applicant_named"
CASES = (
    Case(
        ELEMENTS,
        "pass",
        "state-council",
        "国务院, 二等, 2019",
        _national("二等", "2019-J-22101-2-01-R03", "2019-12-18"),
    ),
    Case(
        ELEMENTS,
        "pass",
        "conferred-later",
        "of 2020, its certificate of 2021",
        _national("二等", "2020-J-22101-2-01-R03", "2021-10-19"),
    ),
    Case(ELEMENTS, "na", "social", "华夏建设科学技术奖, 三等, of 2022: no national award", _social("获奖者：王建")),
    Case(ELEMENTS, "fail", "third", "三等奖 of 2019", _national("三等", "2019-J-22101-3-01-R03", "2019-12-18")),
    Case(
        ELEMENTS,
        "fail",
        "year-2021",
        "of 2021, when there was none",
        _national("二等", "2021-J-22101-2-01-R03", "2022-03-18"),
    ),
    Case(
        ELEMENTS,
        "fail",
        "no-such-award",
        "国家科技成果奖",
        _national("一等", "2019-C-1187", "2019-12-18", "某某成果评审委员会", "国家科技成果奖"),
    ),
    Case(
        ELEMENTS,
        "unsure",
        "other-issuer",
        "国家科学技术进步奖 without 国务院",
        _national("二等", "2019-J-22101-2-01-R03", "2019-12-18", "某某科技促进中心"),
    ),
    Case(
        NAMED,
        "pass",
        "team",
        "third of five in a team's award",
        _social("获奖者：骆思源、裘一鸣、王 建、章可欣、陶远帆"),
    ),
    Case(NAMED, "fail", "unit-only", "the employer alone", _social(f"获奖单位：{FIRM}")),
    Case(NAMED, "fail", "others", "a team without the applicant", _social("获奖者：骆思源、裘一鸣、王海波、陶远帆")),
    Case(NAMED, "unsure", "near", "王健 for 王建", _social("获奖者：骆思源、王健、陶远帆")),
    Case(NAMED, "unsure", "list-elsewhere", "骆思源等同志", _social("获奖者：骆思源等同志（名单附后）")),
)
