"""identity.*: the form, the roster and the pages. Rules XC-01 … XC-04."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.checks.build import EMPLOYER, NAME, case, document, observe, outcomes, page, row
from verify.form import Form
from verify.intake.roster import Row
from verify.intake.roster_merge import merge
from verify.model import Case, Slot
from verify.page import Page


def _numbers(**form: Any) -> list[str]:
    return [outcome for outcome, _ in outcomes("identity.number_valid", case(**form))]


RESIDENTS = [
    ("33060219850412123X", "fail"),  # another check digit
    ("330602850412123", "fail"),  # 15 digits
    ("3306021985041212", "fail"),
    ("330602198502301232", "fail"),
    ("33060219850412A232", "fail"),
    ("", "na"),
    (None, "na"),
    ("330602********1232", "na"),
    ("H12345678", "unsure"),
]


@pytest.mark.parametrize(("number", "outcome"), RESIDENTS)
def test_a_resident_number_that_is_not_well_formed(number: str | None, outcome: str) -> None:
    assert _numbers(id_number=number, employer={"name": EMPLOYER}) == [outcome, "na"]


def _check_digit(body: str) -> str:
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return body + "10X98765432"[sum(int(d) * w for d, w in zip(body, weights, strict=True)) % 11]


WELL_FORMED = _check_digit("33060219850412123")
ENDS_IN_X = next(n for n in (_check_digit(f"33060219850412{k:03d}") for k in range(100)) if n.endswith("X"))
NOWHERE = _check_digit("99999919850412123")


@pytest.mark.parametrize(
    "number",
    [
        WELL_FORMED, ENDS_IN_X, ENDS_IN_X.lower(), f"{WELL_FORMED[:6]} {WELL_FORMED[6:14]} {WELL_FORMED[14:]}",
        WELL_FORMED.translate(str.maketrans("0123456789", "０１２３４５６７８９")), NOWHERE,
    ],
)  # fmt: skip
def test_a_resident_number_however_it_is_written(number: str) -> None:
    assert _numbers(id_number=number) == ["pass", "na"]


CODES = [
    ("91110000600037341L", "pass"),
    ("91110000 6000 37341l", "pass"),
    ("91110000600037341A", "fail"),
    ("91350203M0001QAY9B", "fail"),  # a real code that fails: a note
    ("330600000012345", "fail"),
    ("9111000060003734IL", "fail"),
]


@pytest.mark.parametrize(("code", "outcome"), CODES)
def test_credit_codes(code: str, outcome: str) -> None:
    assert _numbers(employer={"name": EMPLOYER, "uscc": code}) == ["na", outcome]


def test_the_number_is_masked_in_what_is_said() -> None:
    seen = observe("identity.number_valid", case(id_number=WELL_FORMED))[0]
    assert WELL_FORMED not in seen.message


def _with(*pages: Page, slot: Slot = Slot.TRAINING, **form: Any) -> Case:
    form.setdefault("id_number", WELL_FORMED)
    return case(document("a/1.jpg", slot, *pages), **form)


MINE = f"{WELL_FORMED[:6]}********{WELL_FORMED[-4:]}"
THEIRS = _check_digit("33060219900101123")

PAGES = [
    ("the same", page(f"姓名：{NAME}", f"身份证号：{WELL_FORMED}", f"工作单位：{EMPLOYER}"), "pass"),
    ("in one line", page(f"姓名：{NAME} 性别：男 身份证号：{WELL_FORMED}"), "pass"),
    ("masked", page(f"姓名：{NAME}", f"身份证号：{MINE}"), "pass"),
    ("masked with x", page(f"姓名：{NAME}", f"身份证号：{MINE.replace('*', 'x')}"), "pass"),
    ("the old number", page(f"姓名：{NAME}", f"身份证号：{WELL_FORMED[:6]}{WELL_FORMED[8:17]}"), "pass"),
    ("with blanks", page(f"公民身份号码 {WELL_FORMED[:6]} {WELL_FORMED[6:14]} {WELL_FORMED[14:]}"), "pass"),
    ("in boxes", page(*row("姓 名", NAME, "性别", "男", y=200)), "pass"),
    ("another's name", page("姓名：李卫东", "身份证号："), "fail"),
    ("another's name, then sex", page("姓名：李卫东性别：男"), "fail"),
    ("another's number", page(f"姓名：{NAME}", f"身份证号：{THEIRS}"), "fail"),
    ("one of the few visible digits differs", page(f"身份证号：{THEIRS[:4]}**********{THEIRS[-4:]}"), "unsure"),
    ("two visible digits differ", page(f"姓名：{NAME}", f"身份证号：{MINE[:-2]}99"), "fail"),
    ("one visible digit differs", page(f"姓名：{NAME}", f"身份证号：33060{9}{MINE[6:]}"), "unsure"),
    ("a digit misread", page(f"姓名：{NAME}", f"身份证号：{WELL_FORMED[:9]}7{WELL_FORMED[10:]}"), "unsure"),
    ("another's number, hardly read", page(f"姓名：{NAME}", (f"身份证号：{THEIRS}", 0.7)), "unsure"),
    ("one character differs", page("姓名：王建囯"), "unsure"),
    ("another's name, hardly read", page(("姓名：李卫东", 0.7)), "unsure"),
    ("a list of people", page("姓名：李卫东", "姓名：赵明远"), "unsure"),
    ("the headmaster's name", page("校长姓名：李卫东"), "na"),
    ("the headmaster's beside one's own", page(f"姓名：{NAME}", "校（院）长姓名：李卫东"), "pass"),
    ("no name after the label", page("姓名：", "性别：男"), "na"),
    ("nothing to compare", page("继续教育学时证明"), "na"),
    ("a certificate number of 18 digits", page(f"姓名：{NAME}", "证书编号：109991200705001234"), "pass"),
]  # fmt: skip


@pytest.mark.parametrize(("found", "outcome"), [one[1:] for one in PAGES], ids=[one[0] for one in PAGES])
def test_pages(found: Page, outcome: str) -> None:
    seen = [outcome for outcome, _ in outcomes("identity.agrees", _with(found))]
    assert max(seen, key=["na", "pass", "unsure", "fail"].index) == outcome


@pytest.mark.parametrize("slot", [Slot.PROJECT, Slot.SELF_ASSESSMENT, Slot.RECOMMENDATION, Slot.AWARD])
def test_other_slots_name_other_people(slot: Slot) -> None:
    assert outcomes("identity.agrees", _with(page("姓名：李卫东"), slot=slot)) == [("na", "identity")]


def test_a_recommenders_certificate_is_not_the_applicants() -> None:
    helped = {"score": 108, "recommenders": [{"name": "李卫东"}]}
    found = _with(page("姓名：李卫东"), slot=Slot.TITLE, self_assessment=helped)
    assert outcomes("identity.agrees", found) == [("na", "identity")]


def test_a_former_name_that_a_page_mentions_is_a_persons_to_judge() -> None:
    note = document("单位说明/1.jpg", Slot.EMPLOYER_NOTE, page(f"{NAME}，曾用名李卫东，系我单位职工"))
    title = document("职称证书/1.jpg", Slot.TITLE, page("姓名：李卫东"))
    assert outcomes("identity.agrees", case(note, title)) == [("unsure", "职称证书/1.jpg")]


def test_a_folders_name_is_held_against_no_page() -> None:
    found = replace(_with(page("姓名：李卫东")), form=Form(), name="材料1")
    assert outcomes("identity.agrees", found) == [("na", "identity")]


RARE = [
    ("misread, and the number is the same", f"身份证号：{WELL_FORMED}", "pass"),
    ("misread, and no number", "性别：女", "unsure"),
    ("misread, and the number is another's", f"身份证号：{THEIRS}", "fail"),
]


@pytest.mark.parametrize(("line", "outcome"), [one[1:] for one in RARE], ids=[one[0] for one in RARE])
def test_a_rare_character_is_misread_and_the_number_says_who_it_is(line: str, outcome: str) -> None:
    named = _with(page("姓名：欧阳契", line))
    found = replace(named, name="欧阳㛃", form=named.form.model_copy(update={"name": "欧阳㛃"}))
    assert [outcome for outcome, _ in outcomes("identity.agrees", found)] == [outcome]


def test_a_name_in_text_that_runs_on_is_no_other_name() -> None:
    named = _with(page("学生王建性善勤学"), slot=Slot.EDUCATION)
    found = replace(named, name="王建", form=named.form.model_copy(update={"name": "王建"}))
    assert outcomes("identity.agrees", found) == [("na", "identity")]


OLD = "绍兴宝业建筑工程有限公司"

EMPLOYERS = [
    ("the same", Slot.TRAINING, f"工作单位：{EMPLOYER}", {}, "pass"),
    ("with a post", Slot.ASSESSMENT, f"单位及职务：{EMPLOYER}工程部", {}, "pass"),
    ("another", Slot.TRAINING, f"工作单位：{OLD}", {}, "unsure"),
    ("that of a year", Slot.ASSESSMENT, f"工作单位：{OLD}", {"assessments": [{"year": 2021, "employer": OLD}]}, "pass"),
    ("an old certificate's", Slot.TITLE, f"工作单位：{OLD}", {}, "na"),
    ("what the unit thinks", Slot.ASSESSMENT, "所在单位考核意见：同意公司意见", {}, "na"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("slot", "line", "form", "outcome"), [one[1:] for one in EMPLOYERS], ids=[one[0] for one in EMPLOYERS]
)
def test_employers(slot: Slot, line: str, form: dict[str, Any], outcome: str) -> None:
    seen = [outcome for outcome, _ in outcomes("identity.agrees", _with(page(line), slot=slot, **form))]
    assert seen == [outcome]


def test_a_renamed_employer_with_its_proof_is_the_same() -> None:
    note = document("单位说明/1.jpg", Slot.EMPLOYER_NOTE, page(f"{OLD}于2022年3月更名为{EMPLOYER}"))
    hours = document("继续教育/1.jpg", Slot.TRAINING, page(f"工作单位：{OLD}"))
    assert outcomes("identity.agrees", case(note, hours)) == [("pass", "identity")]


def _merged(own: dict[str, Any], other: dict[str, Any], *documents: Any) -> Case:
    _form, problems = merge(Form.model_validate(own), Row("第 3 行", Form.model_validate(other)))
    return case(*documents, problems=problems, **{key: value for key, value in own.items() if key != "name"})


ROSTERS = [
    ({"name": NAME}, {"name": "李卫东"}, "fail"),
    ({"name": NAME}, {"name": "王建囯"}, "unsure"),
    ({"name": NAME, "id_number": WELL_FORMED}, {"name": NAME, "id_number": THEIRS}, "fail"),
    ({"name": NAME, "id_number": WELL_FORMED}, {"name": NAME, "id_number": WELL_FORMED.lower()}, "na"),
    ({"name": NAME, "employer": {"name": EMPLOYER}}, {"name": NAME, "employer": {"name": "绍兴槐屿建设有限公司"}}, "fail"),
    ({"name": NAME, "employer": {"name": EMPLOYER}}, {"name": NAME, "employer": {"name": "浙江宝业建设集团"}}, "unsure"),
    ({"name": NAME, "submitted_at": "2024-09-20"}, {"name": NAME, "submitted_at": "2024-09-21"}, "na"),
]  # fmt: skip


@pytest.mark.parametrize(("own", "other", "outcome"), ROSTERS)
def test_rosters(own: dict[str, Any], other: dict[str, Any], outcome: str) -> None:
    assert [outcome for outcome, _ in outcomes("identity.agrees", _merged(own, other))] == [outcome]


def test_a_roster_with_the_former_name_of_the_employer() -> None:
    note = document("单位说明/1.jpg", Slot.EMPLOYER_NOTE, page(f"{OLD}于2022年3月更名为{EMPLOYER}"))
    found = _merged({"name": NAME, "employer": {"name": EMPLOYER}}, {"name": NAME, "employer": {"name": OLD}}, note)
    assert outcomes("identity.agrees", found) == [("pass", "employer.name")]


PERSON = [
    ("the same", ("出生日期：1985年04月12日", "性别：男"), "pass"),
    ("to the month", ("出生年月：1985.04", "性别：男"), "pass"),
    ("in characters", ("出生日期：一九八五年四月十二日",), "pass"),
    ("another birthday", ("出生日期：1990年01月01日", "性别：男"), "fail"),
    ("the lunar birthday", ("出生日期：1985年02月23日",), "unsure"),
    ("one figure", ("出生日期：1985年04月13日",), "unsure"),
    ("hardly read", (("出生日期：1990年01月01日", 0.6),), "unsure"),
    ("the other sex", ("性别：女",), "fail"),
    ("the other sex, hardly read", (("性别：女", 0.6),), "unsure"),
]


@pytest.mark.parametrize(("lines", "outcome"), [one[1:] for one in PERSON], ids=[one[0] for one in PERSON])
def test_birthday_and_sex_are_those_of_the_id_number(lines: tuple[Any, ...], outcome: str) -> None:
    found = _with(page("教育部学历证书电子注册备案表", f"姓名：{NAME}", *lines), slot=Slot.EDUCATION)
    seen = observe("identity.agrees", found)
    assert seen[0].outcome.value == outcome
    assert outcome == "pass" or "身份证号中为" in seen[0].message


def test_another_persons_birthday_says_nothing_and_a_number_with_a_slip_settles_nothing() -> None:
    other = page("推荐人 李明", "出生日期：1960年01月01日", "性别：女")
    assert "出生日期" not in observe("identity.agrees", _with(other))[0].message
    mine = page(f"姓名：{NAME}", "出生日期：1990年01月01日")
    (seen, *_) = observe("identity.agrees", _with(mine, id_number="33060219850412123X"))
    assert (seen.outcome.value, "出生日期" in seen.message) == ("unsure", True)
