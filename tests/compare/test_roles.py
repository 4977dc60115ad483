"""Sole roles: which are collected, and when two claims are of one."""

from __future__ import annotations

import pickle
from typing import Any

import pytest

from checks.reuse_role import PERHAPS, SAME
from tests.checks.build import OWNER, case, document, item, page
from tests.compare.build import NOTICE, OTHER, project, role_matches
from verify.across import Doubt
from verify.compare.roles import roles
from verify.compare.terms import terms
from verify.form import Project
from verify.model import Case, Slot

NAME = "绍兴市镜湖新区装配式住宅工程"
DESIGNER = "绍兴越澜建筑设计有限公司"


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("项目经理", ["项目经理"]),
        ("担任施工项目经理", ["项目经理"]),
        ("项目经理（一级建造师）", ["项目经理"]),
        ("总监", ["总监理工程师"]),
        ("项目经理、项目技术负责人", ["项目经理", "技术负责人"]),
        ("项目负责人兼设计负责人", ["项目负责人", "设计负责人"]),
        ("项目经理、施工项目经理", ["项目经理"]),
        ("结构专业负责人", []),
        ("项目副经理", []),
        ("参与人", []),
        ("专业监理工程师", []),
    ],
)
def test_sole_roles(said: str, found: list[str]) -> None:
    assert [role.role for role in roles(project(role=said), NOTICE)] == found
    assert list(terms(NOTICE).sole(said)) == found


def test_a_role_is_shown_where_the_page_names_the_applicant() -> None:
    claim = Project(name=NAME, role="项目经理", folder="工程业绩/1")
    file = document("工程业绩/1/联系单.jpg", Slot.PROJECT, page("工程技术联系单", "项目经理：王建国"))
    held = case(items=[item(Slot.PROJECT, file, claim=claim)])
    (role,) = roles(held, NOTICE)
    assert (role.shown.file, role.shown.text) == ("工程业绩/1/联系单.jpg", "王建国")
    assert pickle.loads(pickle.dumps(role)) == role


def grade(mine: dict[str, Any], theirs: dict[str, Any]) -> list[str]:
    found = role_matches(project(**mine), project(name_of=OTHER, **theirs))
    return ["pass" if m.explained and m.score == SAME else "unsure" if m.score == PERHAPS else "fail" for m in found]


@pytest.mark.parametrize(
    ("mine", "theirs", "found"),
    [
        ({}, {}, ["fail"]),
        ({"name": "镜湖新区装配式住宅项目"}, {}, ["fail"]),
        ({"role": "施工项目经理"}, {"role": "项目经理"}, ["fail"]),
        ({"registry_number": "3306022103180101"}, {"registry_number": "3306022103180101-JX-001"}, ["fail"]),
        # other projects
        ({"name": f"{NAME}（一标段）"}, {"name": f"{NAME}（二标段）"}, ["pass"]),
        (
            {"name": f"{NAME}一期", "registry_number": "3306022103180101"},
            {"name": f"{NAME}二期", "registry_number": "3306022103180101"}, ["pass"],
        ),
        ({"name": "杭州市云栖路小学迁建工程"}, {"name": "绍兴市云栖路小学迁建工程"}, []),
        ({"name": "住宅工程"}, {"name": "住宅工程"}, []),  # says nothing without a number
        ({"name": "绍兴市诸暨市浣东街道保障房工程"}, {"name": "绍兴市嵊州市浣东街道保障房工程"}, []),
        ({"name": "绍兴市诸暨市浣东街道保障房工程"}, {"name": "诸暨市浣东街道保障房工程"}, ["fail"]),
        # a name that every place has
        ({"name": "厂房及附属用房工程"}, {"name": "厂房及附属用房工程"}, ["unsure"]),
        ({"name": "柯桥区厂房及附属用房工程"}, {"name": "厂房及附属用房工程"}, ["unsure"]),
        ({"name": "柯桥区厂房及附属用房工程"}, {"name": "柯桥区厂房及附属用房工程"}, ["fail"]),
        ({"name": "越澜厂房及附属用房工程"}, {"name": "越澜厂房及附属用房工程"}, ["fail"]),
        (
            {"name": "厂房及附属用房工程", "registry_number": "3306022103180101"},
            {"name": "厂房及附属用房工程", "registry_number": "3306022103180101"}, ["fail"],
        ),
        # perhaps one project
        ({}, {"name": f"{NAME}（二标段）"}, ["unsure"]),
        ({"registry_number": "3306022103180101"}, {"registry_number": "3306022203180102"}, ["unsure"]),
        (
            {"name": "云栖路小学", "registry_number": "3306022103180101"}, {"registry_number": "3306022103180101"},
            ["unsure"],
        ),
        # roles
        ({}, {"role": "技术负责人"}, []),
        ({}, {"role": "项目负责人"}, ["unsure"]),  # may be the same post
        ({}, {"role": "项目负责人", "employer": DESIGNER}, []),
        ({"role": "结构专业负责人"}, {"role": "结构专业负责人"}, []),
        ({"role": "技术负责人（土建）"}, {"role": "技术负责人（安装）"}, ["unsure"]),  # each has a part
        ({"role": "技术负责人（土建）"}, {"role": "技术负责人(土建)"}, ["fail"]),
        ({"role": "总监理工程师（安装专业）"}, {"role": "总监理工程师"}, ["unsure"]),
        ({"role": "项目经理（施工）"}, {"role": "项目经理"}, ["fail"]),  # says nothing more
        ({"role": "项目经理（施工项目经理）"}, {}, ["fail"]),
        # units
        ({"role": "项目负责人"}, {"role": "项目负责人", "employer": DESIGNER}, ["pass"]),
        ({}, {"employer": OWNER}, ["unsure"]),  # a main contractor's and a subcontractor's
        ({}, {"employer": None}, ["unsure"]),
        ({}, {"employer": "浙江宝业建设集团有限公司绍兴分公司"}, ["unsure"]),
        # times
        ({"completed": "2020-05-31"}, {"started": "2020-06-01"}, ["unsure"]),
        ({"completed": "2020-06-10"}, {"started": "2020-06-01"}, ["unsure"]),  # handing over
        ({"started": None}, {}, ["unsure"]),
        ({"started": "2019", "completed": "2021"}, {}, ["fail"]),
    ],
)  # fmt: skip
def test_graded(mine: dict[str, Any], theirs: dict[str, Any], found: list[str]) -> None:
    assert grade(mine, theirs) == found


def with_papers(name: str, role: str, *lines: str, **claim: Any) -> Case:
    """A claim with one page."""
    told = project(name, role=role, **claim).items[0].claim
    return case(name=name, items=[item(Slot.PROJECT, document("业绩/1/a.jpg", Slot.PROJECT, page(*lines)), claim=told)])


SURVEY, DESIGN = "岩土工程勘察报告", "施工图设计总说明"


@pytest.mark.parametrize(
    ("role", "mine", "theirs", "score"),
    [
        ("项目负责人", SURVEY, DESIGN, PERHAPS),
        ("项目负责人", "施 工 图 审 查 合 格 书", "装饰工程施工合同", PERHAPS),
        ("项目负责人", DESIGN, "初步设计文件", SAME),
        ("项目负责人", SURVEY, "竣工验收报告", SAME),  # the other's tells none
        ("项目经理", SURVEY, DESIGN, SAME),  # a project has one
    ],
)
def test_one_unit_may_survey_and_design(role: str, mine: str, theirs: str, score: float) -> None:
    sides = (("王建国", mine), (OTHER, theirs))
    (match,) = role_matches(*(with_papers(who, role, head, f"{role}：{who}") for who, head in sides))
    assert match.score == score


def test_a_unit_named_for_what_it_does_tells_no_discipline() -> None:
    unit = "绍兴越澜勘察有限公司"
    sides = (("王建国", unit), (OTHER, DESIGN))
    (match,) = role_matches(*(with_papers(who, "项目负责人", head, employer=unit) for who, head in sides))
    assert match.score == SAME


@pytest.mark.parametrize(
    ("lines", "score"),
    [
        (("项目经理变更函",), PERHAPS),
        ((f"本工程项目经理由{OTHER}同志", "变更为王建国，自2020年7月起",), PERHAPS),
        (("因工作需要更换原项目经理",), PERHAPS),
        (("项目经理：王建国", f"项目经理：{OTHER}"), PERHAPS),  # both, in one role
        (("项目经理：王建国", f"质量员：{OTHER}"), SAME),
        ((f"项目经理：{OTHER}",), SAME),  # the other's paper alone
        (("工程设计变更联系单", "变更内容：楼板标高", "项目经理：王建国"), SAME),
    ],
)  # fmt: skip
def test_papers_may_tell_of_a_change_of_person(lines: tuple[str, ...], score: float) -> None:
    mine, theirs = with_papers("王建国", "项目经理", *lines), project(OTHER)
    assert [match.score for match in (*role_matches(mine, theirs), *role_matches(theirs, mine))] == [score, score]


def test_both_brackets_are_shown() -> None:
    (match,) = role_matches(project(role="设计负责人（结构）"), project(OTHER, role="设计负责人（建筑）"))
    assert match.what.endswith("的设计负责人（结构）")
    assert match.explained
    assert "本人：设计负责人（结构）；对方：设计负责人（建筑）" in match.explained


@pytest.mark.parametrize(
    ("name", "score", "explained"), [("王建国", SAME, True), ("王健国", PERHAPS, True), (OTHER, SAME, False)]
)
def test_the_same_person_in_another_year(name: str, score: float, explained: bool) -> None:
    (match,) = role_matches(project(), project(name))
    assert (match.score, match.explained is not None) == (score, explained)


@pytest.mark.parametrize(("name", "score"), [("王建国", PERHAPS), ("王健国", SAME), (OTHER, SAME)])
def test_two_id_numbers_are_two_people(name: str, score: float) -> None:
    (match,) = role_matches(project(), project(name), apart=True)
    assert (match.score, match.explained) == (score, Doubt.TWO_NUMBERS if score == PERHAPS else None)


HEAD = ("https://jzsc.jst.zj.gov.cn/PublicWeb/index.html", "浙江省建筑市场监管公共服务系统", NAME)


def on_platform(name: str, *people: str, stage: str = "竣工验收", **claim: Any) -> Case:
    """A claim with a platform's page that names `people` as 项目经理."""
    lines = [
        *HEAD,
        "项目编号：3306022103180101",
        stage,
        *(f"项目经理：{one}" for one in people),
        "主办单位：浙江省住建厅",
    ]
    file = document("工程业绩/1/平台.png", Slot.PROJECT, page(*lines))
    told = project(name, registry_number="3306022103180101", platform="jzsc", **claim).items[0].claim
    return case(name=name, items=[item(Slot.PROJECT, file, claim=told)])


def test_two_pages_that_each_name_one_person_contradict_each_other() -> None:
    mine, theirs = on_platform("王建国", "王建国", employer=None), on_platform(OTHER, OTHER, employer=None)
    (match,) = role_matches(mine, theirs)
    assert (match.score, match.explained) == (SAME, None)
    assert (match.mine.file, match.theirs.text) == ("工程业绩/1/平台.png", OTHER)


@pytest.mark.parametrize(
    "mine",
    [
        on_platform("王建国", "王建国", stage="施工许可", employer=None),  # not at completion
        on_platform("王建国", "王建国", stage="基本信息", employer=None),
        on_platform("王建国", "王建国", OTHER),  # both on one page
        on_platform("王建国", "王建国", stage="竣工验收 人员变更"),
    ],
)
def test_a_change_of_person_is_no_contradiction(mine: Case) -> None:
    (match,) = role_matches(mine, on_platform(OTHER, OTHER, employer=mine.items[0].claim.employer))  # type: ignore[union-attr]
    assert match.score == PERHAPS
    assert match.explained
