"""sanction.*: SX 五（七）4, 五（八）. Rules IN-01, IN-02."""

from __future__ import annotations

import pytest

from tests.checks.build import case, observe, outcomes
from verify.model import Problem, Trouble

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


@pytest.mark.parametrize("route", ["转评", "兼评"])
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
