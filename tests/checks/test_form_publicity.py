"""form.publicity and form.endorsed_in_window: SX 五（一）（二）; YJ 三. Rules PB-01, PB-02, PB-04, TM-03."""

from __future__ import annotations

import pytest

from tests.checks.build import case, observe, outcomes
from verify.model import Problem, Trouble

SX, YJ = "shaoxing-2024-07", "yongjia-2021-23"

LENGTHS = [
    (SX, "2024-10-11", "2024-10-17", "pass"),  # Saturday the 12th is a make-up day: six
    (SX, "2024-10-14", "2024-10-21", "pass"),  # six
    (SX, "2024-10-14", "2024-10-18", "unsure"),  # five only if both ends count
    (SX, "2024-10-19", "2024-10-27", "pass"),  # the ends are at weekends: five, whichever way the ends count
    (SX, "2024-10-14", "2024-10-17", "fail"),  # four
    (SX, "2024-09-13", "2024-09-18", "fail"),  # 15 to 17 off: 13, 14 and 18
    (SX, "2024-09-29", "2024-10-08", "fail"),  # ten days, but 29, 30 and 8
    (SX, "2024-10-16", "2024-10-16", "fail"),
    (SX, "2024-10-17", "2024-10-11", "fail"),  # ends before it starts
    (SX, "2024-10", "2024-10", "unsure"),
    (SX, "2024-10-11", "2024-10", "unsure"),
    (SX, "2024-08", "2024-10", "pass"),  # all of September lies between
    (SX, "2030-03-04", "2030-03-20", "unsure"),  # no calendar for that year
    (SX, "2030-03-04", "2030-03-06", "fail"),  # three days are no five, in any calendar
    (YJ, "2021-09-06", "2021-09-14", "pass"),
    (YJ, "2021-09-06", "2021-09-13", "pass"),  # seven even without the first
    (YJ, "2021-09-06", "2021-09-12", "unsure"),  # seven with both ends
    (YJ, "2021-09-06", "2021-09-11", "fail"),
    (YJ, "2021-10-01", "2021-10-08", "pass"),  # calendar days: holidays count
    (YJ, "2021-09", "2021-10-09", "pass"),
]


@pytest.mark.parametrize(("notice", "started", "ended", "outcome"), LENGTHS)
def test_length(notice: str, started: str, ended: str, outcome: str) -> None:
    form = case(publicity={"started": started, "ended": ended, "objections": "无"})
    assert outcomes("form.publicity", form, notice) == [(outcome, "publicity")]


def test_an_office_may_decide_that_both_ends_count() -> None:
    form = case(publicity={"started": "2024-10-14", "ended": "2024-10-18"})
    assert outcomes("form.publicity", form, ends="both") == [("pass", "publicity")]


MISSING = [(None, "na"), ({}, "na"), ({"started": "2024-10-14"}, "na"), ({"ended": "2024-10-14"}, "na")]


@pytest.mark.parametrize(("publicity", "outcome"), MISSING)
def test_without_its_dates_nothing_is_counted(publicity: dict[str, str] | None, outcome: str) -> None:
    assert outcomes("form.publicity", case(publicity=publicity)) == [(outcome, "publicity")]


def test_a_date_that_is_none_is_not_taken_for_a_missing_one() -> None:
    bad = Problem(Trouble.BAD_FORM, "publicity.ended", '第 9 行 publicity.ended：应为日期；实为 "至今"')
    form = case(publicity={"started": "2024-10-14"}, problems=[bad])
    seen = observe("form.publicity", form)
    assert [(one.outcome.value, one.subject) for one in seen] == [("unsure", "publicity")]
    assert "至今" in seen[0].message


OBJECTIONS = [
    ("无", []),
    ("无异议", []),
    (" 无 异 议 ", []),
    ("", []),
    (None, []),
    *(
        (one, [])
        for one in ("公示期间无异议", "经公示无异议", "公示无异议。", "经公示，群众无异议", "公示期内未收到任何异议")
    ),
    *((one, []) for one in ("在本单位公示期间，无异议", "公示期满无异议")),
    *(
        (one, [("unsure", "publicity.objections")])
        for one in ("公示期间有异议", "公示", "经公示，有一人提出异议", "公示期间异议已处理")
    ),
    *(
        (one, [("unsure", "publicity.objections")])
        for one in ("除李某外无异议", "未经公示，无异议", "公示期间收到异议后撤回，无异议")
    ),
    ("有群众反映业绩不实", [("unsure", "publicity.objections")]),
    ("无异议（一人口头询问）", [("unsure", "publicity.objections")]),
]


@pytest.mark.parametrize(("objections", "more"), OBJECTIONS)
def test_objections_are_a_persons_to_read(objections: str | None, more: list[tuple[str, str]]) -> None:
    form = case(publicity={"started": "2024-10-11", "ended": "2024-10-17", "objections": objections})
    assert outcomes("form.publicity", form) == [("pass", "publicity"), *more]


ORDERS = [("2024-10-17", False), ("2024-10-18", False), ("2024-10-16", True), ("2024-10", False), (None, False)]


@pytest.mark.parametrize(("endorsed", "doubted"), ORDERS)
def test_the_unit_recommends_after_the_publicity(endorsed: str | None, doubted: bool) -> None:
    form = case(publicity={"started": "2024-10-11", "ended": "2024-10-17"}, endorsed_at=endorsed)
    more = [("unsure", "publicity.ended")] if doubted else []
    assert outcomes("form.publicity", form) == [("pass", "publicity"), *more]


ENDORSED = [
    ("2024-10-22", None, "pass"),
    ("2024-10-18", "2024-09-20", "pass"),
    ("2024-10-18", "2024-10-18", "pass"),
    ("2024-10-23", None, "fail"),
    ("2025", None, "fail"),
    ("2024-10", None, "unsure"),
    ("2024-09", None, "pass"),
    ("2023-10-18", None, "unsure"),  # last year's number
    ("2023-10-18", "2023-09-20", "unsure"),  # both of last year
    ("2024-09-10", "2024-09-20", "unsure"),  # before the application itself
    (None, None, "na"),
]


@pytest.mark.parametrize(("endorsed", "submitted", "outcome"), ENDORSED)
def test_endorsed_in_window(endorsed: str | None, submitted: str | None, outcome: str) -> None:
    form = case(endorsed_at=endorsed, submitted_at=submitted)
    assert outcomes("form.endorsed_in_window", form) == [(outcome, "endorsed_at")]


@pytest.mark.parametrize(
    ("id", "field"), [("form.endorsed_in_window", "endorsed_at"), ("form.submitted_in_window", "submitted_at")]
)
def test_an_impossible_date_is_doubted_not_absent(id: str, field: str) -> None:
    bad = Problem(Trouble.BAD_FORM, field, f'第 3 行 {field}：应为日期；实为 "2024.13"')
    assert outcomes(id, case(problems=[bad])) == [("unsure", field)]


def test_it_says_what_the_recommendation_came_before() -> None:
    dates = [
        ("2023-10-18", "2023-09-20", "申报开始时间 2024-07-19"),
        ("2024-09-10", "2024-09-20", "提交时间 2024-09-20"),
    ]
    for endorsed, submitted, said in dates:
        seen = observe("form.endorsed_in_window", case(endorsed_at=endorsed, submitted_at=submitted))[0]
        assert f"早于{said}" in seen.message
