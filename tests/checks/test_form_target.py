"""form.specialty and form.category: SX 附件4 二（一）（二）; YJ 二（四）."""

from __future__ import annotations

import pytest

from tests.checks.build import case, observe, outcomes

SX, YJ = "shaoxing-2024-07", "yongjia-2021-23"

SPECIALTIES = [
    (SX, "装配式建筑设计", "pass"),
    (SX, " 装配式建筑 施工 ", "pass"),  # white space of a form
    (SX, "装配式建筑施工工程", "unsure"),
    (SX, "装配式建筑施土", "unsure"),
    (SX, "装配式建筑", "unsure"),  # which of the three?
    (SX, "装配式建筑设计、装配式建筑施工", "unsure"),
    (SX, "建筑施工", "fail"),  # the other notice's
    (SX, "装配式建筑监理", "fail"),
    (SX, "工程造价", "fail"),
    (SX, None, "na"),
    (SX, "", "na"),
    (YJ, "建筑施工", "pass"),
    (YJ, "白蚁防 治", "pass"),
    (YJ, "风景园林(景观设计)", "pass"),  # half-width brackets
    (YJ, "风景园林", "unsure"),
    (YJ, "景观设计", "unsure"),
    (YJ, "给排水工程", "unsure"),
    (YJ, "装配式建筑施工", "fail"),
    (YJ, "土木工程", "fail"),
    (YJ, "市", "fail"),
    (SX, "装配式建筑工程施工", "unsure"),  # longer, in the middle
    (SX, "装配式施工", "unsure"),
    (SX, "建筑施工（装配式）", "unsure"),
    (SX, "装配式混凝土施工", "unsure"),  # another middle
    (SX, "装配式给排水", "fail"),
    (SX, "给排水", "fail"),
    *(
        (YJ, one, "unsure")
        for one in ("给水排水", "造价", "结构", "勘察", "工程管理", "施工", "智能化", "市政桥梁", "园林景观")
    ),
    *((YJ, one, "unsure") for one in ("土木建筑设计", "房屋建筑施工", "建筑工程施工管理", "（建筑电气）")),
    *((YJ, one, "fail") for one in ("机电安装", "水利水电", "测绘", "工程监理", "给电", "结算", "（）")),
]


@pytest.mark.parametrize(("notice", "specialty", "outcome"), SPECIALTIES)
def test_specialty(notice: str, specialty: str | None, outcome: str) -> None:
    seen = outcomes("form.specialty", case(applying_for={"specialty": specialty}), notice)
    assert seen == [(outcome, "applying_for.specialty")]


KINDS = [("事业单位", "pass"), ("企业", "fail"), (None, "unsure"), ("其他", "unsure"), ("国有独资", "unsure")]


@pytest.mark.parametrize(("kind", "outcome"), KINDS)
def test_building_materials_are_for_public_institutions(kind: str | None, outcome: str) -> None:
    form = case(applying_for={"specialty": "建筑材料"}, employer={"name": "永嘉某站", "kind": kind})
    assert outcomes("form.specialty", form, YJ) == [(outcome, "applying_for.specialty")]


def test_other_specialties_are_open_to_every_employer() -> None:
    form = case(applying_for={"specialty": "建筑装饰"}, employer={"name": "永嘉某公司", "kind": "企业"})
    assert outcomes("form.specialty", form, YJ) == [("pass", "applying_for.specialty")]


CATEGORIES = [
    ("规划与设计类", "装配式建筑设计", "pass"),
    ("施工与监理类", "装配式建筑施工", "pass"),
    ("技术管理类", "装配式建筑设计", "pass"),  # management is open to all
    ("规划与设计类", "装配式建筑生产", "pass"),  # the notice does not say where production belongs
    ("施工与监理类", None, "pass"),
    ("施工与监理类", "装配式建筑设计", "unsure"),
    ("规划与设计", "装配式建筑设计", "unsure"),
    ("规划设计类", "装配式建筑设计", "unsure"),
    ("生产类", "装配式建筑生产", "fail"),
    ("技术员类", "装配式建筑生产", "fail"),
    ("", "装配式建筑施工", "na"),
    (None, "装配式建筑施工", "na"),
]


@pytest.mark.parametrize(("category", "specialty", "outcome"), CATEGORIES)
def test_category(category: str | None, specialty: str | None, outcome: str) -> None:
    form = case(applying_for={"category": category, "specialty": specialty})
    assert outcomes("form.category", form) == [(outcome, "applying_for.category")]


def test_the_nearest_names_are_shown() -> None:
    for word, names in (("造价", "“工程造价”"), ("给水排水", "“给排水”"), ("工程管理", "“建筑工程管理”")):
        assert names in observe("form.specialty", case(applying_for={"specialty": word}), YJ)[0].message


def test_the_catalogue_is_shown_where_the_specialty_is_not_in_it() -> None:
    seen = observe("form.specialty", case(applying_for={"specialty": "工程造价"}))[0]
    assert "装配式建筑设计、装配式建筑生产、装配式建筑施工" in seen.message


@pytest.mark.parametrize(
    ("committee", "outcome"),
    [
        ("绍兴市装配式建筑行业中评委", "pass"),
        ("绍兴市装配式建筑行业工程技术人员中级专业技术职务任职资格评审委员会", "pass"),
        ("装配式建筑行业工程技术人员中级专业技术职务任职资格评审委员会", "pass"),
        ("杭州市建设工程中级评审委员会", "fail"),
        ("绍兴市建设工程中评委", "unsure"),
        ("评委会", "unsure"),
    ],
)
def test_the_committee_that_receives_it(committee: str, outcome: str) -> None:
    form = {"category": "施工与监理类", "committee": committee}
    seen = observe("form.category", case(applying_for=form))
    assert [one.outcome.value for one in seen] == ["pass", outcome]
    assert seen[1].section == "附件2 二3"  # its own clause, not that of the category


def test_no_committee_is_asked_for() -> None:
    assert outcomes("form.category", case(applying_for={"category": "施工与监理类"})) == [
        ("pass", "applying_for.category")
    ]
