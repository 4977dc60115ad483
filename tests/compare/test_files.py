"""Files that two applicants handed in byte for byte."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.checks.build import document, item, page
from tests.compare.world import LI, WANG, World, one
from verify.across import Doubt, Reason
from verify.form import Project
from verify.model import Case, Document, Problem, Slot, Trouble

FORM = document("年度考核/2023.jpg", Slot.ASSESSMENT, page("年度考核登记表", f"姓名：{LI}"))
BROKEN = Problem(Trouble.CORRUPT, "a.jpg", "打不开")


def explained(mine: Case, theirs: Case) -> list[str | None]:
    return [match.explained for match in World([mine, theirs]).files()]


@pytest.mark.parametrize(
    ("shared", "found"),
    [
        (FORM, [None]),
        (replace(FORM, pages=(page(f"姓名：{WANG}"),)), [Doubt.MINE]),
        (replace(FORM, pages=(page(f"{WANG}、{LI}"),)), [Reason.BOTH_NAMED]),
        (replace(FORM, pages=(page("照片"),)), [Doubt.NAMELESS]),
        (document("证件照/a.jpg", Slot.PHOTO), [None]),
        (replace(FORM, size=1999), []),
        (replace(FORM, problem=BROKEN), []),
        (replace(FORM, pages=(page(blank=True),)), []),
    ],
)
def test_files(shared: Document, found: list[str | None]) -> None:
    assert explained(one(WANG, shared), one(LI, shared)) == found


def test_a_record_of_one_project_is_shared() -> None:
    record = document("工程业绩/1/验收.jpg", Slot.PROJECT, page("竣工验收记录"))

    def claims(name: str, project: str) -> Case:
        return one(name, items=[item(Slot.PROJECT, record, claim=Project(name=project))])

    mine = claims(WANG, "镜湖公园工程")
    assert explained(mine, claims(LI, "镜湖公园工程")) == [Reason.SHARED_WORK]
    assert explained(mine, claims(LI, "袍江厂房工程")) == [Doubt.NAMELESS]


def test_a_record_of_two_sections_is_shared() -> None:
    lines = ("工程名称：柯桥区滨海保障房一、二标段", f"项目经理：{LI}")
    record = document("工程业绩/1/验收.jpg", Slot.PROJECT, page(*lines))
    mine, theirs = (
        one(who, items=[item(Slot.PROJECT, record, claim=Project(name=f"柯桥区滨海保障房工程{part}标段"))])
        for who, part in ((WANG, "二"), (LI, "一"))
    )
    assert [explained(mine, theirs), explained(theirs, mine)] == [[Doubt.SHARED]] * 2


def test_other_bytes_are_another_file() -> None:
    assert explained(one(WANG, FORM), one(LI, replace(FORM, sha256="other"))) == []


def test_a_file_that_hundreds_share_names_five() -> None:
    crowd = [one(name, FORM) for name in (WANG, *(f"李{n}" for n in range(300)))]
    assert len(World(crowd).files()) == 5


def test_one_project_in_other_words_by_its_number() -> None:
    record = document("工程业绩/1/合同.jpg", Slot.PROJECT, page("建设工程施工合同", f"项目经理：{LI}"))

    def claims(name: str, project: str, number: str | None = "3306022103180101", unit: str = "甲公司") -> Case:
        claim = Project(name=project, registry_number=number)
        return one(name, items=[item(Slot.PROJECT, record, claim=claim)], employer={"name": unit})

    theirs = claims(LI, "绍兴市镜湖新区云栖小学迁建工程（二标段）")
    for mine in (
        claims(WANG, "云栖小学迁建工程二标段"),
        claims(WANG, "云栖小学迁建工程", "3306022103180101-SG-001"),
        claims(WANG, "绍兴市镜湖新区云栖小学迁建工程", unit="乙公司"),
    ):
        assert explained(mine, theirs) == [Reason.SHARED_WORK]
    for mine in (
        claims(WANG, "云栖小学迁建工程二标段", None),
        claims(WANG, "云栖小学迁建工程二标段", "3306022203180102"),
        claims(WANG, "云栖小学迁建工程一标段"),  # one number, two sections
        claims(WANG, "云栖小学迁建工程二标段", unit="乙公司"),
    ):
        assert explained(mine, theirs) == [None]


ROSTER = ("2023年度公需科目培训合格人员名单", "1 柳成舟 18", "2 裘一鸣 18", f"3 {LI} 18")


@pytest.mark.parametrize(
    ("lines", "unit", "found"),
    [
        (ROSTER, "甲公司", Doubt.LISTED),
        (ROSTER, "乙公司", None),
        (("2023年度继续教育学时汇总表", *ROSTER[3:]), "甲公司", None),  # one person's
        (("2023年度公需科目培训合格人员名单", *ROSTER[3:]), "甲公司", None),  # no others on it
        (("关于考核结果的通报", "孟广宁等46名同志为优秀", "甲公司"), "甲公司", Reason.COMMON),
        (("关于考核结果的通报", "孟广宁等46名同志为优秀", "甲公司"), "乙公司", Doubt.NAMELESS),
        (("关于考核结果的通报", f"{LI}同志为优秀", "甲公司"), "甲公司", None),
        (("年度考核登记表", "考核结果：优秀", "甲公司"), "甲公司", Doubt.NAMELESS),
    ],
)
def test_lists_and_a_units_notices(lines: tuple[str, ...], unit: str, found: str | None) -> None:
    shared = replace(FORM, pages=(page(*lines),))
    assert explained(one(WANG, shared, employer={"name": unit}), one(LI, shared, employer={"name": "甲公司"})) == [
        found
    ]


def test_a_page_that_names_three_who_have_it_is_a_list() -> None:
    def has(named: str) -> list[str | None]:
        shared = replace(FORM, pages=(page("关于聘任工程师的通知", named),))
        return [
            match.explained for match in World([one(who, shared) for who in (WANG, LI, "柳成舟", "裘一鸣")]).files()
        ]

    assert has(f"{LI}、柳成舟、裘一鸣") == [Doubt.LISTED] * 3
    assert has(f"{LI}、柳成舟") == [None, None, Doubt.NAMELESS]


PHOTO = document("证件照/a.jpg", Slot.PHOTO)


@pytest.mark.parametrize(
    ("shared", "name", "number", "found"),
    [
        (PHOTO, LI, None, Doubt.NAMESAKE),  # last year's, without an ID number
        (PHOTO, LI, "?2", Doubt.NAMESAKE),  # mistyped
        (PHOTO, LI, "2", None),  # one photo, two ID numbers
        (PHOTO, "李霈然", None, Doubt.NEAR_NAME),
        (PHOTO, "李霈然", "2", None),
        (PHOTO, WANG, None, None),
        (FORM, LI, None, Doubt.NAMESAKE),
        (FORM, LI, "2", Doubt.TWO_NUMBERS),
        (FORM, "李霈然", None, Doubt.NEAR_NAME),
        (FORM, "李霈然", "2", None),
        (FORM, WANG, "2", None),
    ],
)
def test_one_name_or_nearly(shared: Document, name: str, number: str | None, found: str | None) -> None:
    """The ID numbers stand for their digests."""
    mine = replace(one(name, shared, employer={"name": "甲公司"}, id_number=number), folder="1")
    theirs = replace(one(LI, shared, employer={"name": "乙公司"}, id_number="1"), folder="2")
    assert explained(mine, theirs) == [found]
