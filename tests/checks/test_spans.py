"""Full years to a cut-off: TM-04, TM-05."""

from __future__ import annotations

from datetime import date

import pytest

from checks.spans import Span, anniversary, days_short, full_years
from verify.dates import PartialDate

END = date(2024, 12, 31)


def span(start: str, end: date = END) -> Span:
    return Span(PartialDate.parse(start), end)


FULL = [
    ("2020-12-31", "2024-12-31", 4, 4, 0),
    ("2021-01-01", "2024-12-31", 3, 4, 1),
    ("2021-01-31", "2024-12-31", 3, 4, 31),
    ("2024-12-31", "2024-12-31", 0, 1, 365),
    ("2025-01-01", "2024-12-31", -1, 0, 1),
    ("2020-02-29", "2021-02-27", 0, 1, 1),
    ("2020-02-29", "2021-02-28", 1, 1, 0),  # the month has no 29th: its last day
    ("2020-02-29", "2024-02-28", 3, 4, 1),  # but this one has
    ("2020-02-29", "2024-02-29", 4, 4, 0),
    ("2021-02-28", "2024-02-28", 3, 3, 0),
    ("2021-03-31", "2021-06-30", 0, 1, 274),
    ("2000-08-31", "2001-08-30", 0, 1, 1),
    ("1999-06-30", "2021-12-31", 22, 15, 0),
]


@pytest.mark.parametrize(("start", "end", "years", "asked", "short"), FULL)
def test_full_years(start: str, end: str, years: int, asked: int, short: int) -> None:
    one, other = date.fromisoformat(start), date.fromisoformat(end)
    assert full_years(one, other) == years
    assert days_short(one, other, asked) == short


def test_an_anniversary_in_a_month_without_the_day() -> None:
    assert [anniversary(date(2020, 2, 29), n).isoformat() for n in (0, 1, 4)] == [
        "2020-02-29",
        "2021-02-28",
        "2024-02-29",
    ]


PARTIAL = [
    ("2020", END, 4, 4, (0, 0)),
    ("2021", END, 3, 3, (1, 365)),
    ("2020-12", END, 4, 4, (0, 0)),
    ("2021-01", END, 3, 3, (1, 31)),
    ("2020", date(2024, 6, 30), 3, 4, (0, 184)),
    ("2020-06", date(2024, 6, 15), 3, 4, (0, 15)),
    ("2020-02", date(2024, 2, 29), 4, 4, (0, 0)),
]


@pytest.mark.parametrize(("start", "end", "least", "most", "short"), PARTIAL)
def test_a_date_without_month_or_day_has_two_readings(
    start: str, end: date, least: int, most: int, short: tuple[int, int]
) -> None:
    one = span(start, end)
    assert (one.least, one.most, one.short(4)) == (least, most, short)
    assert one.exact == (least == most)


TOLD = [
    ("2020-12-31", 4, "2020-12-31 至 2024-12-31 满 4 年，满足 4 年"),
    ("2021-01-01", 4, "2021-01-01 至 2024-12-31 满 3 年，要求 4 年，差 1 天"),
    ("2022-02-01", 4, "2022-02-01 至 2024-12-31 满 2 年，要求 4 年，差 1 年 32 天"),
    ("2025-06-30", 1, "2025-06-30 晚于截止日 2024-12-31，不计"),
    ("2021", 4, "2021 至 2024-12-31 满 3 年，要求 4 年，按 2021-01-01 起算差 1 天，按 2021-12-31 起算差 365 天"),
]


@pytest.mark.parametrize(("start", "years", "said"), TOLD)
def test_the_arithmetic_is_told(start: str, years: int, said: str) -> None:
    assert span(start).told(years) == said


def test_two_readings_are_both_told() -> None:
    assert span("2020", date(2024, 6, 30)).told(4) == (
        "2020 至 2024-06-30 满 3 年或 4 年（日期只写到 2020），要求 4 年，按 2020-01-01 起算不差，按 2020-12-31 起算差 184 天"
    )
