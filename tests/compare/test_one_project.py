"""Names of claimed projects: looked up, taken apart, and told from one another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verify.compare.one_project import Relation, lookup, relation, sections
from verify.compare.project_sections import LONGEST

NAME = "绍兴市镜湖新区装配式住宅工程"


@pytest.mark.parametrize(
    "name",
    [
        NAME,
        f"{NAME}（二标段）",
        "绍兴镜湖新区装配式住宅工程",
        "镜湖新区装配式住宅项目",
        "浙江省绍兴市 镜湖新区“装配式”住宅建设工程",
        f"{NAME}(一期)1-3#楼",
    ],
)
def test_written_differently_folds_alike(name: str) -> None:
    assert lookup(name) == "镜湖新区装配式住宅"


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("绍兴市柯桥区云栖路小学", "云栖路小学"),
        ("绍兴路下穿通道工程", "绍兴路下穿通道"),  # a street called after a town
        ("农贸市场改建工程", "农贸市场改建"),  # 农贸 is no town
        ("绍兴市政务中心", "绍兴市政务中心"),  # 政务 belongs together
        ("新型城市综合体工程", "新型城市综合体"),
        ("1号线地铁车站工程", "1号线地铁车站"),  # a line is no building
        ("浙江大学紫金港校区科研楼", "浙江大学紫金港校区科研楼"),
        ("第一人民医院", "第一人民医院"),
        ("三座桥梁工程", "三座桥梁"),
        ("二期", "二期"),
        ("", ""),
    ],
)
def test_what_belongs_to_a_name_stays(name: str, folded: str) -> None:
    assert lookup(name) == folded


@pytest.mark.parametrize(
    ("name", "found"),
    [
        (f"{NAME}（二标段）", {"2标段"}),
        (f"{NAME}第Ⅱ标段", {"2标段"}),
        (f"{NAME}02标", {"2标段"}),
        (f"{NAME}标段二", {"2标段"}),
        (f"{NAME}十二标段", {"12标段"}),
        (f"{NAME}一期1-3#楼", {"1期", "1幢", "2幢", "3幢"}),
        (f"{NAME}5#、7#楼", {"5幢", "7幢"}),
        (f"{NAME}A座", {"a幢"}),
        ("R-02地块住宅", {"r-02地块"}),
        ("03-02地块与03-03地块安置房", {"03-02地块", "03-03地块"}),
        ("中国轻纺城三区改造", {"3区"}),
        ("越城区人民医院", set()),
        ("一标准厂房", set()),
        (NAME, set()),
    ],
)
def test_sections(name: str, found: set[str]) -> None:
    assert sections(name) == found


@pytest.mark.parametrize(
    ("one", "other", "related"),
    [
        (NAME, "镜湖新区装配式住宅项目", "same"),
        (f"{NAME}（二标段）", f"{NAME}(第2标段)", "same"),
        (f"{NAME}（一标段）", f"{NAME}（二标段）", "other"),
        (f"{NAME}一期", f"{NAME}二期", "other"),
        (f"{NAME}1#楼", f"{NAME}2#楼", "other"),
        (f"{NAME}R-01地块", f"{NAME}R-02地块", "other"),
        (f"{NAME}一期二标段", f"{NAME}一期一标段", "other"),
        (NAME, f"{NAME}（二标段）", "part"),
        (f"{NAME}一期", f"{NAME}一期二标段", "part"),
        (f"{NAME}1-5#楼", f"{NAME}3#楼", "part"),
        ("绍兴市人民医院迁建工程", "杭州市人民医院迁建工程", "other"),
        ("柯桥区云栖路小学", "上虞区云栖路小学", "other"),
        ("绍兴市柯桥区云栖路小学", "柯桥区云栖路小学", "same"),
        ("绍兴市诸暨市云栖路小学", "诸暨市云栖路小学", "same"),
        ("浙江省绍兴市诸暨市云栖路小学", "诸暨市云栖路小学", "same"),
        ("绍兴市诸暨市云栖路小学", "嵊州市云栖路小学", "other"),
        ("绍兴市诸暨市云栖路小学", "绍兴市嵊州市云栖路小学", "other"),
        ("绍兴市诸暨市云栖路小学", "杭州市云栖路小学", "other"),
        (NAME, "绍兴市镜湖新区装配式厂房工程", "other"),
    ],
)
def test_relation(one: str, other: str, related: Relation) -> None:
    assert relation(one, other) == relation(other, one) == related


@given(st.text(max_size=60) | st.text("一二2十#号楼幢标段期地块、-至ⅡAa绍兴市区", max_size=60))
def test_any_name_is_related_to_itself(name: str) -> None:
    assert relation(name, name) == "same"


def test_a_monstrous_name_is_cut() -> None:
    assert sections("1" * 100_000 + "标段") == frozenset()
    assert len(lookup("1-" * 50_000)) <= LONGEST
