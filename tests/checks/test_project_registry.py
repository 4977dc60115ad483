"""The registry part of project.record_agrees: EV-11, EV-12, SX 五（七）3. Whoever is not surely another is not accused."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.checks.build import EMPLOYER, NAME, item, observe
from tests.checks.test_project_platform import CHIEF, ID, MANAGER, NUMBER, PAPER, WORK, claimed, project, screen
from tests.paths import FIXTURES
from verify.across import Across, Record
from verify.compare.records import records_for
from verify.dates import PartialDate
from verify.finding import Observation
from verify.form import Form, Project
from verify.model import Case, Document, Slot
from verify.registry.read import parse_file
from verify.registry.registry import Entry, Registry

DONE, ANOTHER = PartialDate(2023, 6, 30), "宁波宁筑建设有限公司"
MINE = Record(WORK, NUMBER, NAME, "项目经理", EMPLOYER, PartialDate(2021, 4, 12), DONE, "导出.csv 第 2 行")
THEIRS = replace(MINE, person="李海燕", where="导出.csv 第 3 行")
ALIKE = replace(
    THEIRS, person="赵敏", project=WORK.replace("镜湖", "镜胡"), number=None, unit=ANOTHER, started=None, completed=None
)
LEAD, STRUCTURE = "项目负责人", "结构专业负责人"
PART, SECTION = WORK.removesuffix("（二标段）"), WORK.replace("二", "一")


def row(record: Record = MINE, **changed: Any) -> Record:
    return replace(record, **changed)


def given(*records: Record, files: tuple[Document, ...] = (), **changed: Any) -> Case:
    return replace(claimed(*files, **changed), across=Across(records=records))


def short(case: Case) -> Case:
    """The same, of a claimed 教学楼."""
    (one,) = case.items
    assert isinstance(one.claim, Project)
    return replace(case, items=(replace(one, claim=one.claim.model_copy(update={"name": "教学楼"})),))


def seen(case: Case) -> Observation:
    (one,) = observe("project.record_agrees", case)
    return one


PAGE = screen(project(MANAGER, CHIEF))
SUPPORTS: list[tuple[str, Case, str]] = [
    ("the same", given(MINE), "pass"),
    ("by number and name written otherwise", given(row(project="浙江省" + WORK.replace("（", "(").replace("）", ")"))), "pass"),
    ("another word for the role", given(row(role="项目负责人")), "pass"),
    ("a month for a day", given(row(completed=PartialDate(2023, 6))), "pass"),
    ("masked, the digits agree", given(row(id_number="330602********1150")), "pass"),
    ("two contractors, each its manager", given(MINE, row(THEIRS, unit=ANOTHER)), "pass"),
    ("two of a role that several hold", given(row(role=STRUCTURE), row(THEIRS, role=STRUCTURE), role=STRUCTURE), "pass"),
    ("without a role, and a page that says it", given(row(role=None), files=(PAGE,)), "pass"),
    ("nobody in the role, and a page that says it", given(row(THEIRS, role="技术负责人"), files=(PAGE,)), "pass"),
    ("in the role, no unit", given(row(unit=None)), "pass"),
    ("in the role, beside a row without roles", given(MINE, row(THEIRS, role=None)), "pass"),
]  # fmt: skip
AGAINST: list[tuple[str, Case, str]] = [
    ("another person, by number", given(THEIRS), "fail"),
    ("twice, once without its end", given(THEIRS, row(THEIRS, completed=None)), "fail"),
    ("by name and unit, no number", given(row(THEIRS, number=None)), "fail"),
    ("by name and day, no unit", given(row(THEIRS, number=None, unit=None)), "fail"),
    ("the applicant in a lesser role", given(THEIRS, row(role="技术负责人")), "fail"),
    ("beside another project of a like name", given(THEIRS, ALIKE), "fail"),
    ("the platform of design has no stages", given(row(THEIRS, completed=None, role=LEAD), platform="kcsj", role=LEAD), "fail"),
]  # fmt: skip
DOUBTFUL: list[tuple[str, Case, str]] = [
    ("a change: two persons, none the applicant", given(THEIRS, row(THEIRS, person="赵敏")), "unsure"),
    ("a change: the applicant and another", given(MINE, THEIRS), "unsure"),
    ("another unit's manager", given(row(THEIRS, unit=ANOTHER)), "unsure"),
    ("not at completion", given(row(THEIRS, completed=None)), "unsure"),
    ("the name, another number", given(row(THEIRS, number="3306022103189999")), "unsure"),
    ("the number, another name", given(row(THEIRS, project="柯桥区云栖路小学工程")), "unsure"),
    ("a short name that many projects have", short(given(row(THEIRS, project="教学楼", number=None))), "unsure"),
    ("a role of several disciplines, no unit", given(row(THEIRS, role=LEAD, unit=None), role=LEAD), "unsure"),
    ("another word, no unit", given(row(THEIRS, role="项目负责人", unit=None)), "unsure"),
    ("one character differs", given(row(person="王健国")), "unsure"),
    ("a namesake by the ID number", given(row(id_number="330702********0022")), "unsure"),
    ("renamed, the ID number agrees", given(row(THEIRS, id_number="330602********1150")), "unsure"),
    ("masked, no digits", given(row(person="王*国")), "unsure"),
    ("no person's name", given(row(person="详见附件")), "unsure"),
    ("another role", given(row(role="技术负责人")), "unsure"),
    ("another day", given(row(completed=PartialDate(2023, 8, 30))), "unsure"),
    ("another unit", given(row(unit=ANOTHER)), "unsure"),
    ("the applicant without a role", given(row(role=None)), "unsure"),
    ("another without a role", given(row(THEIRS, role=None)), "unsure"),
    ("nobody named", given(row(person=None, role=None, unit=None)), "unsure"),
    ("a role and no name", given(row(person=None, role="技术负责人")), "unsure"),
    ("the project, and nobody in the role", given(row(THEIRS, role="技术负责人")), "unsure"),
    ("no role on the form, another named", given(THEIRS, role=None), "unsure"),
    ("without its section", given(row(project=PART, number=None)), "unsure"),
]  # fmt: skip
NOTHING: list[tuple[str, Case, str]] = [
    ("no rows", given(), "na"),
    ("another section's manager", given(row(THEIRS, project=SECTION, number=None)), "na"),
    ("the whole project's manager", given(row(THEIRS, project=PART, number=None)), "na"),
    ("a like name alone", given(ALIKE), "na"),
    ("no export", replace(claimed(), across=Across()), "na"),
    ("judged alone", claimed(), "na"),
    ("judged alone, with papers", claimed(screen(project(MANAGER, CHIEF))), "pass"),
]  # fmt: skip
ALL = [*SUPPORTS, *AGAINST, *DOUBTFUL, *NOTHING]


@pytest.mark.parametrize(("name", "case", "outcome"), ALL, ids=[name for name, _, _ in ALL])
def test_the_export(name: str, case: Case, outcome: str) -> None:
    said = seen(case)
    assert said.outcome == outcome, said.message


@pytest.mark.parametrize(
    ("record", "lacks"),
    [
        (row(role=None), "写有申报人，没有写角色（导出.csv 第 2 行）"),
        (row(THEIRS, role=None), "写的是“李海燕”，没有写角色"),
        (row(person=None, role=None), "没有写人员，没有写姓名、角色"),
        (row(THEIRS, role="技术负责人"), "写的是“技术负责人 李海燕”，没有写谁任项目经理"),
    ],
)
def test_what_an_export_does_not_state_is_said_and_proves_nothing(record: Record, lacks: str) -> None:
    alone, beside = seen(given(record)), seen(given(record, files=(PAGE,)))
    for said in (alone, beside):
        assert lacks in said.message
        assert "没有写不说明业绩不实" in said.message
    assert (alone.outcome, beside.outcome) == ("unsure", "pass")


def test_an_accusation_says_where_whom_and_what_may_explain_it() -> None:
    said = seen(given(THEIRS))
    assert said.message == (
        "平台导出上本项目的项目经理是“李海燕”，申报信息为“王建国”（导出.csv 第 3 行）"
        "（可能是导出较早、人员变更未登记或姓名写法不同）。请人工到平台查询核实。"
    )
    assert (said.expected, said.found) == (NAME, "李海燕")


def test_not_found_is_said_and_proves_nothing() -> None:
    said = seen(given(files=(screen(project(MANAGER, CHIEF)),)))
    assert said.outcome == "pass"
    assert said.message.endswith("查不到不说明业绩不实（小型、较早或外省的项目可能没有登记）。")
    assert "平台导出" not in seen(claimed(screen(project(MANAGER, CHIEF)))).message


def test_the_page_and_the_export_disagree() -> None:
    said = seen(given(THEIRS, files=(screen(project(MANAGER, CHIEF)),)))
    assert said.outcome == "fail"
    assert [line[0] for line in said.table] == [
        "来源", "申报信息", "平台页面 工程业绩/01/平台.png 第 1 页", "平台导出 导出.csv 第 3 行"
    ]  # fmt: skip


def test_all_sources_side_by_side() -> None:
    said = seen(given(MINE, files=(screen(project(MANAGER, CHIEF)), PAPER), id_number=ID))
    name = WORK.replace("（", "(").replace("）", ")")
    assert said.table == (
        ("来源", "项目名称", "项目编号", "角色：人员", "单位", "开工", "竣工"),
        ("申报信息", WORK, NUMBER, f"项目经理：{NAME}", EMPLOYER, "2021-04-12", "2023-06-30"),
        ("平台页面 工程业绩/01/平台.png 第 1 页", name, NUMBER, f"项目经理：{NAME}", EMPLOYER, "2021-04-12", "2023-06-30"),
        ("其他材料", name, "", "", "", "", ""),
        ("平台导出 导出.csv 第 2 行", WORK, NUMBER, f"项目经理：{NAME}", EMPLOYER, "2021-04-12", "2023-06-30"),
    )  # fmt: skip
    assert "与平台导出的角色、单位、开工日期、竣工日期一致" in said.message


def test_why_the_export_was_not_looked_at() -> None:
    assert seen(claimed()).message.endswith("单独核对一人，未与平台导出比对。")
    assert seen(replace(claimed(), across=Across())).message.endswith("没有提供平台导出，未与登记数据比对。")


def test_of_a_name_that_many_share_only_what_has_more_in_common_is_kept() -> None:
    entry = Entry(WORK, "", "甲", "项目经理", "别的公司", "", "", "", "")
    many = [entry._replace(where=f"第 {at} 行") for at in range(100)]
    rows = (*many, entry._replace(person=NAME), entry._replace(unit=EMPLOYER), entry._replace(number=NUMBER))
    found = records_for(given(), Registry("导出.csv", "", rows))
    assert [(one.person, one.unit, one.number) for one in found] == [
        (NAME, "别的公司", None), ("甲", "别的公司", NUMBER), ("甲", EMPLOYER, None)
    ]  # fmt: skip


def test_a_row_of_another_section_is_told_though_it_is_not_compared() -> None:
    said = seen(given(row(THEIRS, project=PART, number=None)))
    assert said.outcome == "na"
    assert f"平台导出只有名称差标段或分期的“{PART}”（导出.csv 第 3 行），没有据此比对" in said.message


def test_whose_unit_is_not_told_may_be_a_partners() -> None:
    assert "也可能是联合体或分包单位的人员" in seen(given(row(THEIRS, unit=None))).message
    assert "联合体" not in seen(given(THEIRS)).message
    page = screen(project(("项目经理", "李海燕", "3306**********0022"), CHIEF))
    assert "也可能是联合体或分包单位的人员" in seen(claimed(page)).message


def test_nothing_is_laid_beside_a_form_alone() -> None:
    assert seen(given()).table == ()


NAMES = (
    "fail-registry-names-another", "pass-registry-agrees", "unsure-registry-change", "unsure-registry-namesake",
    "unsure-registry-another-day", "na-registry-another-section",
)  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_the_small_batches(name: str) -> None:
    """From the export's file to the observation; the reading of pages plays no part in them."""
    folder = FIXTURES / "project" / "record_agrees" / name
    (applicant,) = (one for one in folder.iterdir() if one.is_dir())
    form = Form.model_validate_json((applicant / "applicant.json").read_bytes())
    claims = [item(Slot.PROJECT, subject=f"projects[{at}]", claim=one) for at, one in enumerate(form.projects)]
    alone = Case(applicant.name, form.name or "", form, items=tuple(claims))
    records = records_for(alone, parse_file(folder / "registry.csv"))
    assert seen(replace(alone, across=Across(records=records))).outcome == name.partition("-")[0]


def test_rows_are_found_for_each_claim_and_another_section_is_not() -> None:
    case = given()
    entry = Entry(WORK, "", "甲", "项目经理", "", "", "2023-06-30", "", "第 2 行")
    others = (entry._replace(project=SECTION), entry._replace(project=PART), entry._replace(project="别的工程"))
    found = records_for(case, Registry("导出.csv", "", (entry, *others)))
    assert [(one.project, one.where) for one in found] == [(WORK, "导出.csv 第 2 行"), (PART, "导出.csv 第 2 行")]
    assert found[0].completed == DONE
