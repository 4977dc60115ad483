"""eligibility.route: SX 附件1 一3、二, 五（一）、五（三）; YJ 一（二）, 二（二）. Rules EL-03 … EL-26, TM-04, TM-05."""

from __future__ import annotations

from typing import Any

import pytest

from tests.checks.build import case, document, observe, outcomes, page
from verify.model import Slot

YJ = "yongjia-2021-23"
SX = "shaoxing-2024-07"


def education(level: str, graduated: str | None = None, **more: Any) -> dict[str, Any]:
    return {"level": level, "graduated": graduated, **more}


def form(title: str, *learned: dict[str, Any], **more: Any) -> dict[str, Any]:
    kind = more.pop("kind", "正常申报")
    return {"applying_for": {"title": title, "route": kind}, "education": list(learned), **more}


def said(notice: str, filled: dict[str, Any]) -> str:
    (first, *_) = outcomes("eligibility.route", case(**filled), notice)
    assert first[1] == "applying_for"
    return first[0]


def message(notice: str, filled: dict[str, Any]) -> str:
    return observe("eligibility.route", case(**filled), notice)[0].message


DEGREE = education("本科", "2012-06-30")


def sx(obtained: str | None, *learned: dict[str, Any], **more: Any) -> dict[str, Any]:
    title = {"name": more.pop("name", "助理工程师"), "obtained": obtained, "appointed": more.pop("appointed", None)}
    return form("工程师", *(learned or (DEGREE,)), **{"in_prefab_since": "2019-01-01", "titles": [title], **more})


SHAOXING: list[tuple[dict[str, Any], str]] = [
    (sx("2020-12-31"), "pass"),
    (sx("2021-01-01"), "unsure"),  # a day short, and 3.2 points elsewhere
    (sx("2022-06-30"), "unsure"),  # never rejected for routes that the notice does not contain
    (sx("2020"), "pass"),
    (sx("2021"), "unsure"),
    (sx("2018-12", education("大专（高职）", "2010")), "pass"),
    (sx("2018-12", education("大学本科学历（函授）", "2010-06")), "pass"),
    (sx("2018-12", education("全日制本科", "2010-06")), "pass"),
    (sx("2018-12", education("研究生", "2010-06")), "pass"),
    (sx("2018-12", education("中专", "2010-06")), "unsure"),
    (sx("2018-12", education("本科结业", "2010-06")), "unsure"),
    (sx("2018-12", education("本科（肄业）", "2010-06")), "unsure"),
    (sx("2018-12", education("本科", "2025-06")), "unsure"),  # after the cut-off
    (sx("2018-12", education("高中", "2005"), education("大专", "2012"), education("本科", "2025-06")), "pass"),
    (sx("2018-12", in_prefab_since=None), "unsure"),
    (sx("2018-12", in_prefab_since="2025-03-01"), "unsure"),
    (sx(None, appointed="2019-01-01"), "pass"),  # obtained no later than that
    (sx(None, appointed="2022-01-01"), "unsure"),
    (sx(None), "unsure"),
    (sx("2018-12", name="助理工程师（建筑施工）"), "pass"),
    (sx("2018-12", name="土建助理工程师"), "unsure"),
    (sx("2018-12", name="技术员"), "unsure"),
    (sx("2018-12", name="工程师"), "unsure"),  # a 转评 that was applied for as another kind
    (sx("2018-12", name="工程师", kind="转评"), "pass"),
    (sx("2018-12", name="工程师", kind="兼评", in_prefab_since="2024-06-01"), "unsure"),
    (sx("2018-12", name="经济师（建筑经济）", kind="转评"), "pass"),
    (sx("2018-12", name="经济师", kind="转评"), "unsure"),
    (form("工程师", education("中专", "2010-06"), kind="自评申报"), "na"),
    (sx("2020-01-01", kind="自评申报"), "pass"),
    (form("高级工程师", DEGREE), "unsure"),  # not of this notice: nothing was checked
    (form("工程师"), "na"),
    ({}, "na"),
]


@pytest.mark.parametrize(("filled", "outcome"), SHAOXING)
def test_shaoxing(filled: dict[str, Any], outcome: str) -> None:
    assert said(SX, filled) == outcome


def test_shaoxing_tells_each_route_and_its_arithmetic() -> None:
    told = message(SX, sx("2021-01-01"))
    assert "2021-01-01 至 2024-12-31 满 3 年，要求 4 年，差 1 天" in told
    assert "浙人社发〔2018〕61号不在本通知文本内" in told
    assert "高级工程师" not in told.replace("工程师和高级工程师", "")  # 3.4 is for another title
    assert "2020-12-31 至 2024-12-31 满 4 年，满足 4 年" in message(SX, sx("2020-12-31"))
    assert message(SX, sx("2020-12-31")).startswith("符合3.1")


def test_a_second_grade_registration_opens_a_route_that_a_person_confirms() -> None:
    titles = [{"name": "助理工程师", "obtained": "2022-12-31", "appointed": "2019-01-01"}, {"name": "二级建造师"}]
    told = message(SX, form("工程师", DEGREE, titles=titles, in_prefab_since="2019"))
    assert "3.2 后段【待核】" in told
    assert "聘任早于取得" in told  # both readings
    titles[0]["obtained"] = "2018-12-31"
    assert message(SX, form("工程师", DEGREE, titles=titles)).count("待核") == 2
    assert said(SX, form("工程师", DEGREE, titles=titles[1:], in_prefab_since="2019")) == "unsure"


def yj(*learned: dict[str, Any], title: str = "助理工程师", worked: float | None = 1, **more: Any) -> dict[str, Any]:
    return form(title, *learned, specialty_years=worked, **more)


def held(name: str, appointed: str | None = None, obtained: str | None = None) -> dict[str, Any]:
    return {"name": name, "appointed": appointed, "obtained": obtained}


def skill(level: str, obtained: str | None, trade: str = "钢筋工") -> dict[str, Any]:
    return {"level": level, "obtained": obtained, "trade": trade}


LOW = education("初中", "2010-06")
YONGJIA: list[tuple[dict[str, Any], str]] = [
    (yj(education("本科", "2020-12-31"), worked=1), "pass"),
    (yj(education("本科", "2021-06-30"), worked=0), "fail"),
    (yj(education("本科", "2021-06-30"), worked=None), "unsure"),  # may have worked before
    (yj(education("本科", "2021-06-30"), worked=6), "unsure"),
    (yj(education("本科", "2020-06-30"), worked=None), "pass"),
    (yj(education("大专", "2018-12-31"), worked=3), "pass"),
    (yj(education("大专", "2019-01-01"), worked=2), "fail"),  # by what was stated too
    (yj(education("大专", "2019-01-01"), worked=3), "unsure"),
    (yj(education("大专", "2017-06-30"), worked=2), "unsure"),
    (yj(education("大专", "2019-06-30"), worked=2), "fail"),
    (yj(education("大专", None), worked=5), "unsure"),
    (yj(education("大专", "2022-01-10"), worked=5), "fail"),  # after the cut-off
    (yj(education("中专/技校", "2016-06"), worked=5), "pass"),
    (yj(education("高中/职高", "2011-06"), worked=10), "pass"),
    (yj(education("高中/职高", "2014-06"), worked=7), "unsure"),  # 职高 may count as 中专
    (yj(education("高中", "2014-06"), worked=7), "fail"),
    (yj(education("初中", "2006-06"), worked=15), "pass"),
    (yj(education("夜大学历班", "2006-06"), worked=2), "unsure"),  # not a known word
    (yj({"graduated": "2006-06"}, worked=2), "unsure"),
    (yj(LOW, titles=[held("技术员", "2017-12-31")]), "pass"),
    (yj(LOW, titles=[held("技术员", "2018-01-01")]), "unsure"),  # with its first day four years in post
    (yj(LOW, titles=[held("技术员", "2018-01-02")]), "fail"),
    (yj(LOW, titles=[held("技术员", "2018")]), "unsure"),
    (yj(LOW, titles=[held("技术员", "2019-03")]), "fail"),
    (yj(LOW, titles=[held("技术员", None, "2015-01-01")]), "unsure"),  # the post is what counts
    (yj(LOW, titles=[held("技术员", "2016-01-01", "2019-01-01")]), "unsure"),  # appointed before it was obtained
    (yj(LOW, titles=[held("技术员", "2016-01-01", "2017-01-01")]), "pass"),  # by both readings
    (yj(LOW, titles=[held("施工员", "2010-01-01")]), "unsure"),
    (yj(LOW, titles=[held("技术员")]), "unsure"),
    (yj(LOW, skills=[skill("高级工（三级）", "2019-12-31")]), "pass"),
    (yj(LOW, skills=[skill("高级工", "2020-01-02")]), "fail"),
    (yj(LOW, skills=[skill("高级工", "2019-12-31", "电工")]), "unsure"),  # the notice's list is open
    (yj(LOW, skills=[skill("高级工", None)]), "unsure"),
    (yj(LOW, skills=[skill("中级工", "2010-01-01")]), "fail"),
    (yj(LOW, skills=[skill("技师", "2010-01-01")]), "pass"),
    (yj(LOW, skills=[skill("中级工", "2019-01-01")], title="技术员"), "pass"),
    (yj(education("中专", "2019-06"), title="技术员", worked=2), "pass"),
    (yj(education("高中", "2016-06"), title="技术员", worked=5), "fail"),
    (yj(LOW, worked=11, titles=[held("技术员", "2019-01-01")]), "fail"),
    (yj(titles=[held("技术员", "2019-01-01")]), "unsure"),  # no education given
    (yj(title="工程师"), "unsure"),
    (yj(), "na"),
]


@pytest.mark.parametrize(("filled", "outcome"), YONGJIA)
def test_yongjia(filled: dict[str, Any], outcome: str) -> None:
    assert said(YJ, filled) == outcome


def test_yongjia_names_the_best_route_first_and_tells_them_all() -> None:
    filled = yj(education("大专", "2019-06-30"), worked=2, titles=[held("技术员", "2016-05-01")])
    told = message(YJ, filled)
    assert told.startswith("符合⑥“担任技术员职务 4 年以上”：技术员聘任 2016-05-01 至 2021-12-31 满 5 年，满足 4 年")
    assert "②【未满】大专毕业 2019-06-30 至 2021-12-31 满 2 年，要求 3 年，差 181 天" in told
    assert all(name in told for name in "①②③④⑤⑥⑦")


def test_certificates_that_the_form_does_not_tell_of_may_open_a_route() -> None:
    file = document("职称证书/a.jpg", Slot.TITLE, page("聘书"))
    filled = yj(LOW)
    assert outcomes("eligibility.route", case(**filled), YJ)[0][0] == "fail"
    assert outcomes("eligibility.route", case(file, **filled), YJ)[0][0] == "unsure"


SKILL = page("职业技能等级证书", "王建国", "钢筋工 三级/高级工", "2018年5月1日")
POST = page("兹聘任王建国为技术员")
POOR = page("某某证书", confidence=0.4)
BUILDER = page("二级建造师执业资格证书", "王建国", "专业类别：建筑工程", "2019年5月1日")
OWN_SKILL = {"skills": [skill("三级/高级工", "2021-05-01")]}
LICENSED = {"titles": [{"name": "二级建造师"}]}
FILES: list[tuple[str, tuple[Any, ...], dict[str, Any], str]] = [
    ("a skill that is not claimed", (document("职称证书/b.jpg", Slot.TITLE, SKILL),), LICENSED, "unsure"),
    ("one among other files", (document("其他/b.jpg", Slot.OTHER, SKILL),), LICENSED, "unsure"),
    ("a post that is not claimed", (document("职称证书/b.jpg", Slot.TITLE, POST),), LICENSED, "unsure"),
    ("one that was not read", (document("职称证书/b.jpg", Slot.TITLE),), LICENSED, "unsure"),
    ("one that was hardly read", (document("职称证书/b.jpg", Slot.TITLE, POOR),), LICENSED, "unsure"),
    ("the licence that is claimed", (document("职称证书/b.jpg", Slot.TITLE, BUILDER),), LICENSED, "fail"),
    ("the skill that is claimed", (document("职称证书/b.jpg", Slot.TITLE, SKILL),), OWN_SKILL, "fail"),
    ("its other name", (document("职称证书/b.jpg", Slot.TITLE, SKILL),), {"skills": [skill("高级工", "2021-05-01")]}, "fail"),
    ("a grade of something else", (document("其他/b.jpg", Slot.OTHER, page("安全生产标准化三级企业")),), LICENSED, "fail"),
    ("no files", (), LICENSED, "fail"),
]  # fmt: skip


@pytest.mark.parametrize(("files", "more", "outcome"), [c[1:] for c in FILES], ids=[c[0] for c in FILES])
def test_nobody_is_rejected_while_a_certificate_may_open_a_route(
    files: tuple[Any, ...], more: dict[str, Any], outcome: str
) -> None:
    assert outcomes("eligibility.route", case(*files, **yj(LOW, **more)), YJ)[0][0] == outcome


STATED = [
    (None, "na"), (0, "pass"), (12, "pass"), (12.5, "unsure"), (13, "unsure"),
]  # fmt: skip


@pytest.mark.parametrize(("years", "outcome"), STATED)
def test_the_stated_years_against_those_since_graduation(years: float | None, outcome: str) -> None:
    filled = sx("2018-12-28", specialty_years=years)
    assert outcomes("eligibility.route", case(**filled))[-1] == (outcome, "specialty_years")


MAJORS = [("土木工程", []), ("会计", [("unsure", "education")]), (None, [])]


@pytest.mark.parametrize(("major", "more"), MAJORS)
def test_a_major_of_another_field_is_for_a_person(major: str | None, more: list[tuple[str, str]]) -> None:
    filled = sx("2018-12-28", education("本科", "2012-06-30", major=major))
    assert outcomes("eligibility.route", case(**filled))[1:-1] == more
    filled["titles"].append({"name": "一级注册建造师"})
    assert all("可适当放宽" in seen.message for seen in observe("eligibility.route", case(**filled))[1:-1])


def target(title: str, kind: str | None = "正常申报", **more: Any) -> dict[str, Any]:
    titles = [{"name": "助理工程师", "obtained": "2018-12"}]
    return {"education": [DEGREE], "titles": titles, "in_prefab_since": "2019", **more} | {
        "applying_for": {"title": title, "route": kind}
    }


@pytest.mark.parametrize(
    ("notice", "title", "outcome"),
    [
        (SX, "工程师（中级）", "pass"), (SX, "中级工程师", "pass"), (SX, "装配式建筑工程师", "pass"), (SX, "中级", "pass"),
        (SX, "副高级工程师", "unsure"), (SX, "智能建造师", "unsure"), (SX, "助理工程师", "unsure"),
        (YJ, "助工", "pass"), (YJ, "助理工程师（初级）", "pass"), (YJ, "初级", "unsure"), (YJ, "工程师", "unsure"),
    ],
)  # fmt: skip
def test_a_title_that_the_notice_does_not_have_is_never_silent(notice: str, title: str, outcome: str) -> None:
    seen = observe("eligibility.route", case(**target(title)), notice)[0]
    assert seen.outcome.value == outcome
    assert outcome == "pass" or f"申报职称“{title}”不是通知的写法" in seen.message


@pytest.mark.parametrize(
    ("kind", "outcomes_"),
    [
        ("正常申报（含后学历）", []), ("自评", []), ("自评申报（不具备规定学历", []), ("转评/兼评", []), (None, []),
        ("破格申报", ["unsure"]), ("其他", ["unsure"]), ("不是自评", ["unsure"]),
    ],
)  # fmt: skip
def test_a_kind_of_application_that_is_not_known_is_for_a_person(kind: str | None, outcomes_: list[str]) -> None:
    seen = observe("eligibility.route", case(**target("工程师", kind)))
    assert [one.outcome.value for one in seen if one.subject == "applying_for.route"] == outcomes_


@pytest.mark.parametrize(("kind", "asked"), [("企业", 0), (None, 0), ("事业单位", 1), ("其他", 1)])
def test_an_employer_that_the_notice_leaves_open_is_for_a_person(kind: str | None, asked: int) -> None:
    found = case(**target("工程师", employer={"name": "绍兴市建设工程质量检测站", "kind": kind}))
    seen = [one for one in observe("eligibility.route", found) if one.subject == "employer.kind"]
    assert [one.outcome.value for one in seen] == ["unsure"] * asked
    assert not seen or "没有见到单位说明" in seen[0].message
    of_yj = observe("eligibility.route", found, YJ)
    assert not [one for one in of_yj if one.subject == "employer.kind"]  # 永嘉 takes both


def test_what_is_told_of_a_degree_is_true() -> None:
    told = message(YJ, yj(education("本科", "2021-06-30"), worked=0))
    assert "②【未满】本科毕业 2021-06-30" in told  # 大专以上 includes it
    assert "填报的学历为成人教育大专" in message(YJ, yj(education("成人教育大专", "2020-06-30"), worked=0))
    assert said(YJ, yj(education("成人教育大专", "2010-06-30"), worked=5)) == "pass"


def test_a_day_short_says_so_first() -> None:
    first, _, _ = message(SX, sx("2021-01-01")).partition("各条：")
    assert "满 3 年，要求 4 年，差 1 天（首日不计则差 1 天，首日计入则恰满" in first
