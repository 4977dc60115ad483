"""sanction.*: SX 五（七）4, 五（八）. Rules IN-01, IN-02."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.checks.build import case, observe, outcomes
from verify.across import Across, Breach
from verify.model import Case, Problem, Trouble

DEREGISTERED = [
    ("挂证", "2022-03-01", "2024-09-20", "fail"),
    ("“挂证”撤销注册", "2022-03-01", "2024-09-20", "fail"),
    ("挂证", "2021-09-21", "2024-09-20", "fail"),  # free tomorrow
    ("挂证", "2021-09-20", "2024-09-20", "pass"),  # the free day
    ("挂证", "2019-12-01", "2024-09-20", "pass"),
    ("挂证", "2021-09", "2024-09-20", "unsure"),
    ("挂证", "2021-08", "2024-09-20", "pass"),
    ("挂证", "2021", "2024-09", "unsure"),
    ("挂证", None, "2024-09-20", "unsure"),
    ("挂证", "2024-10-08", "2024-09-20", "unsure"),  # revoked after it was handed in?
    ("挂证", "2020-02-29", "2023-02-27", "fail"),
    ("挂证", "2020-02-29", "2023-02-28", "unsure"),  # which day is free, the 28th or 1 March?
    ("挂证", "2020-02-29", "2023-03-01", "pass"),
    ("注销", "2024-03-01", "2024-09-20", "pass"),  # given up by the holder
    ("挂证期间自行注销", "2024-03-01", "2024-09-20", "pass"),
    ("挂证，未撤销注册，本人注销", "2024-03-01", "2024-09-20", "unsure"),
    ("挂证", "9999-12-31", "2024-09-20", "unsure"),
    ("撤销注册", "2024-03-01", "2024-09-20", "unsure"),  # for 挂证?
    (None, "2024-03-01", "2024-09-20", "unsure"),
    ("挂证", "2021-07-19", None, "pass"),  # free on the first day of the window
    ("挂证", "2021-08-01", None, "unsure"),
    ("挂证", "2021-10-11", None, "fail"),
]


@pytest.mark.parametrize(("kind", "revoked", "submitted", "outcome"), DEREGISTERED)
def test_deregistered(kind: str | None, revoked: str | None, submitted: str | None, outcome: str) -> None:
    form = case(sanctions=[{"kind": kind, "revoked": revoked}], submitted_at=submitted)
    assert outcomes("sanction.deregistered", form) == [(outcome, "sanctions[0]")]


@pytest.mark.parametrize("route", ["转评", "兼评", "转评（经济师）", "转评/兼评"])
def test_who_seeks_no_higher_grade_may_be_free(route: str) -> None:
    form = case(
        sanctions=[{"kind": "挂证", "revoked": "2023-03-01"}],
        submitted_at="2024-09-20",
        applying_for={"route": route},
    )
    assert outcomes("sanction.deregistered", form) == [("unsure", "sanctions[0]")]


def test_each_sanction_is_judged_by_its_own_check() -> None:
    kinds = [{"kind": "弄虚作假", "revoked": "2023-03-01"}, {"kind": "挂证", "revoked": "2020-03-01"}]
    form = case(sanctions=kinds, submitted_at="2024-09-20")
    assert outcomes("sanction.deregistered", form) == [("pass", "sanctions[1]")]
    assert outcomes("sanction.integrity_archive", form) == [("fail", "sanctions[0]")]


DENIED = [
    *(
        (one, "unsure")
        for one in ("未认定挂证", "未发现“挂证”行为", "不属于挂证", "没有挂证", "未被认定为挂证", "非挂证")
    ),
    *(
        (one, "unsure")
        for one in ("挂证，通报批评（未撤销注册）", "挂证整改完毕，未处罚", "挂证（已撤销处罚决定）", "挂证，查无实据")
    ),
    *(
        (one, "fail")
        for one in ("挂证，撤销注册", "未经单位同意挂证", "未按期整改，挂证", "挂证，不得再注册", "挂证；无其他处罚")
    ),
    *((one, "fail") for one in ("非法挂证", "挂证，未整改")),
]


@pytest.mark.parametrize(("kind", "outcome"), DENIED)
def test_what_is_denied_bars_nobody(kind: str, outcome: str) -> None:
    form = case(sanctions=[{"kind": kind, "revoked": "2023-03-01"}], submitted_at="2024-09-20")
    (seen,) = observe("sanction.deregistered", form)
    assert seen.outcome.value == outcome
    assert kind in seen.message


@pytest.mark.parametrize(
    ("kind", "outcome"),
    [
        ("无弄虚作假记录", "unsure"),
        ("未发现造假", "unsure"),
        ("未如实填报，弄虚作假", "fail"),
        ("业绩造假，未整改", "fail"),
    ],
)
def test_fraud_that_is_denied_bars_nobody(kind: str, outcome: str) -> None:
    form = case(sanctions=[{"kind": kind, "revoked": "2023-03-01"}], submitted_at="2024-09-20")
    assert outcomes("sanction.integrity_archive", form) == [(outcome, "sanctions[0]")]


def test_a_sanction_long_past_is_past_however_it_is_put() -> None:
    form = case(sanctions=[{"kind": "未认定挂证", "revoked": "2019-03-01"}], submitted_at="2024-09-20")
    assert outcomes("sanction.deregistered", form) == [("pass", "sanctions[0]")]


ARCHIVE = [
    ("弄虚作假", "2022-01-19", "fail"),
    ("业绩造假", "2022-01-19", "fail"),
    ("弄虚作假", "2021-09-20", "pass"),
    ("弄虚作假", "2021-09-21", "fail"),
    ("弄虚作假", "2021-09", "unsure"),
    ("弄虚作假", None, "unsure"),
]


@pytest.mark.parametrize(("kind", "recorded", "outcome"), ARCHIVE)
def test_integrity_archive(kind: str, recorded: str | None, outcome: str) -> None:
    form = case(sanctions=[{"kind": kind, "revoked": recorded}], submitted_at="2024-09-20")
    assert outcomes("sanction.integrity_archive", form) == [(outcome, "sanctions[0]")]


@pytest.mark.parametrize("id", ["sanction.deregistered", "sanction.integrity_archive"])
def test_nothing_known_is_no_clean_record(id: str) -> None:
    seen = observe(id, case(submitted_at="2024-09-20"))
    assert [(one.outcome.value, "没有" in one.message) for one in seen] == [("na", True)]


def test_a_date_that_is_none_is_said() -> None:
    bad = Problem(Trouble.BAD_FORM, "sanctions[0].revoked", '第 3 行：应为日期；实为 "不详"')
    seen = observe("sanction.deregistered", case(sanctions=[{"kind": "挂证"}], problems=[bad]))
    assert [(one.outcome.value, "不详" in one.message) for one in seen] == [("unsure", True)]


def archived(*breaches: Breach, **form: object) -> Case:
    """A case of whom the archive holds so much."""
    return replace(case(**form), across=Across(breaches=breaches))


def breach(recorded: str, sure: bool = True, reason: str = "业绩造假") -> Breach:
    return Breach(date.fromisoformat(recorded), reason, sure, "第 7 条（认定：张敏）")


BREACHES = [
    ("2022-01-19", True, "2024-09-20", "fail"),
    ("2021-09-21", True, "2024-09-20", "fail"),  # free tomorrow
    ("2021-09-20", True, "2024-09-20", "pass"),  # the free day
    ("2022-01-19", False, "2024-09-20", "unsure"),  # a namesake, or not
    ("2020-01-19", False, "2024-09-20", "pass"),  # over, whoever it was
    ("2024-10-08", True, "2024-09-20", "unsure"),  # decided after it was handed in
    ("2020-02-29", True, "2023-02-27", "fail"),
    ("2020-02-29", True, "2023-02-28", "unsure"),  # which day is free, the 28th or 1 March?
    ("2020-02-29", True, "2023-03-01", "pass"),
    ("2021-08-01", True, None, "unsure"),  # free within the window
    ("2021-10-11", True, None, "fail"),
]


@pytest.mark.parametrize(("recorded", "sure", "submitted", "outcome"), BREACHES)
def test_the_archive(recorded: str, sure: bool, submitted: str | None, outcome: str) -> None:
    held = archived(breach(recorded, sure), submitted_at=submitted)
    assert outcomes("sanction.integrity_archive", held) == [(outcome, "诚信档案库")]


def test_the_archive_and_the_form_are_both_read() -> None:
    kinds = [{"kind": "弄虚作假", "revoked": "2020-03-01"}]
    held = archived(breach("2023-03-01"), breach("2019-03-01"), sanctions=kinds, submitted_at="2024-09-20")
    found = [("pass", "sanctions[0]"), ("fail", "诚信档案库"), ("pass", "诚信档案库")]
    assert outcomes("sanction.integrity_archive", held) == found


def test_whom_the_archive_does_not_know_passes_and_is_not_called_clean() -> None:
    (seen,) = observe("sanction.integrity_archive", archived(submitted_at="2024-09-20"))
    assert (seen.outcome.value, "没有身份证号" in seen.message, "不在核对之内" in seen.message) == ("pass", True, True)


def test_a_namesake_is_told_what_to_look_at() -> None:
    (seen,) = observe("sanction.integrity_archive", archived(breach("2023-03-01", sure=False), submitted_at="2024-09"))
    assert all(words in seen.message for words in ("第 7 条", "同名请核实", "可能是同名的另一人"))


@pytest.mark.parametrize(("recorded", "said"), [("2024-10-08", True), ("2021-09-21", False)])
def test_a_record_of_after_the_submission_may_be_of_this_review(recorded: str, said: bool) -> None:
    (seen,) = observe("sanction.integrity_archive", archived(breach(recorded), submitted_at="2024-09-20"))
    assert ("本次评审" in seen.message) is said


def test_a_long_reason_is_cut() -> None:
    (seen,) = observe(
        "sanction.integrity_archive", archived(breach("2023-03-01", reason="造" * 900), submitted_at="2024-09-20")
    )
    assert 60 <= seen.message.count("造") < 70
