"""Names of projects: what tells two projects apart, and what is only written otherwise."""

from __future__ import annotations

import pytest

from verify.project_names import fold, likeness, number_key

PAIRS = [
    ("镜湖住宅工程（二标段）", "镜湖住宅工程(2标段)", "same"),
    ("镜湖住宅工程 第II标段", "镜湖住宅工程Ⅱ标", "same"),
    ("甲小区一期1#～8#楼", "甲小区一期1-8幢", "same"),
    ("标段一：环城道路工程", "一标段环城道路工程", "same"),
    ("柯桥区云栖路小学工程", "浙江省绍兴市柯桥区云栖路小学项目", "like"),
    ("云栖路小学工程", "柯桥区云栖路小学", "like"),
    ("镜湖中学教学楼改造工程", "镜湖中学教学搂改造工程", "like"),
    ("统一标准化厂房工程", "统一标准化厂房工程（二期）", "part"),
    ("甲小区一期", "甲小区一期3号楼", "part"),
    ("平水安置房工程一标段", "平水安置房工程二标段", "differs"),
    ("甲小区1#、8#楼", "甲小区1#～8#楼", "differs"),
    ("镜湖中学东教学楼改造工程", "镜湖中学西教学楼改造工程", "differs"),
    ("越城区第一小学", "柯桥区第一小学", "differs"),
    ("柯岩小区改造工程", "小区改造工程", "differs"),
    ("云栖小学", "云溪小学", "differs"),  # too short for a slip
]


@pytest.mark.parametrize(("one", "other", "how"), PAIRS)
def test_likeness_goes_both_ways(one: str, other: str, how: str) -> None:
    assert (likeness(one, other), likeness(other, one)) == (how, how)


def test_fold() -> None:
    assert fold(" 镜湖住宅工程（第 二 标 段）") == "镜湖住宅工程2标段"


@pytest.mark.parametrize(
    ("number", "key"),
    [("3306021608300101-JX-001", "3306021608300101"), ("浙2021-08 ", "浙202108"), ("３３06", "3306"), (None, "")],
)
def test_number_key(number: str | None, key: str) -> None:
    assert number_key(number) == key
