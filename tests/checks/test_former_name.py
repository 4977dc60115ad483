"""Papers in a former name: identity.agrees, title.appointed, assessment.form, continuing_education.proof_agrees. Rule XC-01."""

from __future__ import annotations

from typing import Any

import pytest

from tests.checks.build import NAME, case, document, observe, page, row
from tests.checks.test_assessment_form import LONG, at, document_of, sheet
from verify.model import Case, Document, Slot
from verify.page import Page

SX, YJ = "shaoxing-2024-07", "yongjia-2021-23"
BEFORE = "李浩然"
OWN, OTHERS = "330602198504121232", "330602199003021150"
CHECKS = ["identity.agrees", "title.appointed", "assessment.form", "continuing_education.proof_agrees"]


def files(*lines: str) -> tuple[Document, ...]:
    """A certificate, an assessment and a proof of hours in another name; `lines` stand on each."""
    head = (f"姓名：{BEFORE}", *lines)
    title = page("专业技术资格证书", *head, "资格名称：助理工程师", "取得资格时间：2018年12月01日")
    more = tuple(at(line, 640, 197) for line in lines)
    form = sheet(*LONG, name=BEFORE, signers=(BEFORE, "马骏", BEFORE), top=more)
    hours = page("学时证明", *head, "2023年度专业科目60学时，一般公需科目18学时，行业公需科目12学时")
    return (
        document("职称证书/a.jpg", Slot.TITLE, title),
        document_of(form),
        document("继续教育/a.jpg", Slot.TRAINING, hours),
    )


def other(*lines: Any) -> Document:
    return document("其他/a.jpg", Slot.OTHER, page(*lines))


def given(*documents: Document, number: str | None = OWN) -> Case:
    return case(
        *documents,
        id_number=number,
        titles=[{"name": "助理工程师", "obtained": "2018-12-01"}],
        continuing_education=[{"year": 2023, "professional": 60, "general": 18, "industry": 12}],
    )


REGISTER = other("户口簿", f"姓名 {NAME}", f"曾用名 {BEFORE}")
CASES: list[tuple[str, tuple[Document, ...], str | None, str]] = [
    ("their own ID number", files(f"身份证号：{OWN}"), OWN, "unsure"),
    ("their own, masked", files(f"身份证号：{OWN[:6]}********{OWN[-4:]}"), OWN, "unsure"),
    ("the household register", (*files(), REGISTER), OWN, "unsure"),
    ("without an ID number on the form", (*files(), REGISTER), None, "unsure"),
    (
        "the register's cells",
        (*files(), other(*row("姓名", NAME, y=200), *row("曾用名", BEFORE, y=300))),
        OWN,
        "unsure",
    ),
    ("a note of the police", (*files(), other(f"兹证明{BEFORE}于2020年5月更名为{NAME}")), OWN, "unsure"),
    ("name and number elsewhere", (*files(), other(f"姓名：{BEFORE}", f"身份证号：{OWN}")), OWN, "unsure"),
    ("nothing tells of it", files(), OWN, "fail"),
    ("another's ID number", files(f"身份证号：{OTHERS}"), OWN, "fail"),
    ("another's change", (*files(), other("户口簿", f"姓名 {NAME}", "曾用名 赵明远")), OWN, "fail"),
    ("a list of the unit", (*files(), other(f"{NAME} {OWN}", f"{BEFORE} {OTHERS}")), OWN, "fail"),
]


@pytest.mark.parametrize("id", CHECKS)
@pytest.mark.parametrize(("documents", "number", "outcome"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_papers_in_another_name(id: str, documents: tuple[Document, ...], number: str | None, outcome: str) -> None:
    seen = {one.outcome.value for one in observe(id, given(*documents, number=number))}
    assert ("fail" in seen) is (outcome == "fail"), seen
    assert outcome in seen


@pytest.mark.parametrize("id", ["identity.agrees", "continuing_education.proof_agrees"])
@pytest.mark.parametrize(("lines", "outcome"), [((f"身份证号：{OWN}",), "unsure"), ((), "fail")])
def test_by_the_other_notice_too(id: str, lines: tuple[str, ...], outcome: str) -> None:
    seen = {one.outcome.value for one in observe(id, given(*files(*lines)), YJ)}
    assert ("fail" in seen) is (outcome == "fail"), seen


def test_it_is_said_why() -> None:
    shown: Page = page("专业技术资格证书", f"姓名：{BEFORE}", f"身份证号：{OWN}", "资格名称：助理工程师")
    (seen,) = observe("title.appointed", given(document("职称证书/a.jpg", Slot.TITLE, shown)))
    assert BEFORE in seen.message
    assert "身份证号与申报人相同" in seen.message
    assert OWN not in seen.message
