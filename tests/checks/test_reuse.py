"""What the checks on reuse of numbers and roles say of matches."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checks.reuse_number import ALIKE, APART, READ, SAME
from checks.reuse_role import PERHAPS
from tests.checks.build import EMPLOYER, case, document, item, observe, outcomes, page
from verify.across import Across, Match, MatchKind, Whose
from verify.finding import Evidence, Outcome
from verify.form import Project
from verify.model import Case, Slot

NUMBER, ROLE = "reuse.certificate_number", "reuse.project_role"
NOTICES = ("shaoxing-2024-07", "yongjia-2021-23")
CLAIM = Project(name="云栖路小学", role="项目经理")
FORM = Evidence("applicant.json", text="云栖路小学：项目经理")
PAGE = Evidence("专利/1/证书.pdf", 1, (1, 2, 3, 4), "ZL202121457823.9")


def held(*matches: Match, across: Across | None = None) -> Case:
    items = [
        item(Slot.PROJECT, subject="projects[0]", claim=CLAIM),
        item(Slot.PATENT, document(PAGE.file, Slot.PATENT, page("专利证书"))),
    ]
    one = case(items=items, projects=[CLAIM.model_dump()])
    return replace(one, across=across or Across(compared=True, matches=matches))


def match(kind: MatchKind, score: float, explained: str | None = None, who: str = "裘一鸣") -> Match:
    mine = PAGE if kind is MatchKind.NUMBER else FORM
    theirs = replace(mine, file=f"../{who}/{mine.file}")
    return Match(kind, "某某", mine, theirs, Whose(who, who, "某公司"), score, explained=explained)


@pytest.mark.parametrize("notice", NOTICES)
@pytest.mark.parametrize(
    ("score", "explained", "outcome"),
    [(SAME, None, "fail"), (SAME, "共同发明人", "pass"), (READ, None, "unsure"), (ALIKE, None, "unsure"), (APART, None, "unsure")],
)  # fmt: skip
def test_numbers(notice: str, score: float, explained: str | None, outcome: str) -> None:
    seen = held(match(MatchKind.NUMBER, score, explained))
    assert outcomes(NUMBER, seen, notice) == [(outcome, "专利/1")]


@pytest.mark.parametrize("notice", NOTICES)
@pytest.mark.parametrize(
    ("score", "explained", "outcome"),
    [(SAME, None, "fail"), (SAME, "标段不同", "pass"), (PERHAPS, "可能中途变更", "unsure")],
)
def test_roles(notice: str, score: float, explained: str | None, outcome: str) -> None:
    seen = held(match(MatchKind.ROLE, score, explained))
    assert outcomes(ROLE, seen, notice) == [(outcome, "projects[0]")]


@pytest.mark.parametrize("id", [NUMBER, ROLE])
def test_both_sides_are_shown_and_what_may_be_innocent_is_named(id: str) -> None:
    kind = MatchKind.NUMBER if id == NUMBER else MatchKind.ROLE
    (seen,) = observe(id, held(match(kind, SAME)))
    assert [evidence.file.startswith("../裘一鸣/") for evidence in seen.evidence] == [False, True]
    assert all(word in seen.message for word in ("裘一鸣", "某公司", "本人：", "对方：", "可能", "请"))


def test_a_thing_that_many_have_is_told_once() -> None:
    many = [match(MatchKind.NUMBER, READ, who=name) for name in ("裘一鸣", "柳成舟", "章可欣", "钱文博", "徐青山")]
    (seen,) = observe(NUMBER, held(*many))
    assert seen.outcome is Outcome.UNSURE
    assert "等 5 人" in seen.message
    assert "徐青山" not in seen.message
    assert len(seen.evidence) == 4


def told(*whose: Whose) -> str:
    one = match(MatchKind.NUMBER, SAME)
    matches = [replace(one, whose=who, theirs=replace(one.theirs, file=f"../{who.folder}/证书.pdf")) for who in whose]
    (seen,) = observe(NUMBER, held(*matches))
    return seen.message


def test_several_people_are_told_shortly_and_what_they_share_once() -> None:
    people = [Whose(name, name, "某公司") for name in ("裘一鸣", "柳成舟", "章可欣", "钱文博", "徐青山")]
    message = told(*people)
    assert "申报人“裘一鸣”、“柳成舟”、“章可欣”等 5 人（单位均为某公司；本人：专利/1/证书.pdf 第 1 页）" in message
    assert (message.count("某公司"), message.count("本人："), "对方：" in message) == (1, 1, False)
    assert "多半是单位、课程、项目或文件的编号" in message


def test_several_people_are_told_with_what_it_takes_to_find_them() -> None:
    message = told(Whose("001_裘一鸣", "裘一鸣", "甲公司"), Whose("柳成舟", "柳成舟", "乙公司", "去年"))
    assert "“裘一鸣”（文件夹“001_裘一鸣”，甲公司）、“柳成舟”（批次“去年”，乙公司） 2 人（本人：" in message
    assert "文件夹“柳成舟”" not in message


def test_one_person_with_two_papers_is_one_person() -> None:
    one = match(MatchKind.NUMBER, SAME)
    again = replace(one, theirs=replace(one.theirs, page=2))
    (seen,) = observe(NUMBER, held(one, again))
    assert ("人（" in seen.message, "培训班" in seen.message, len(seen.evidence)) == (False, False, 3)
    assert (
        "（文件夹“裘一鸣”，某公司；本人：专利/1/证书.pdf 第 1 页；对方：../裘一鸣/专利/1/证书.pdf 第 1 页）"
        in seen.message
    )


@pytest.mark.parametrize("notice", NOTICES)
@pytest.mark.parametrize(
    ("employers", "outcome"),
    [
        ([EMPLOYER, EMPLOYER], "unsure"),
        ([EMPLOYER], "fail"),
        ([EMPLOYER, "乙公司"], "fail"),
        (["乙公司", "乙公司"], "fail"),
        (["乙公司", "乙公司", "乙公司"], "unsure"),  # whom a whole unit's number reached
        ([None, None, None], "fail"),
    ],
)
def test_a_number_that_a_whole_unit_has(notice: str, employers: list[str | None], outcome: str) -> None:
    each = [match(MatchKind.NUMBER, SAME, who=f"某{n}") for n in range(len(employers))]
    held_by = [replace(one, whose=replace(one.whose, employer=unit)) for one, unit in zip(each, employers, strict=True)]
    assert outcomes(NUMBER, held(*held_by), notice) == [(outcome, "专利/1")]


@pytest.mark.parametrize("id", [NUMBER, ROLE])
def test_nothing_compared_and_nothing_found(id: str) -> None:
    assert [outcome for outcome, _ in outcomes(id, replace(held(), across=None))] == ["na"]
    assert [outcome for outcome, _ in outcomes(id, held(across=Across()))] == ["na"]
    assert [outcome for outcome, _ in outcomes(id, held())] == ["pass"]


def test_no_project_no_role() -> None:
    assert outcomes(ROLE, replace(case(), across=Across(compared=True))) == [("na", "项目角色")]
