"""Dates as people write them."""

from __future__ import annotations

import pytest

from verify.dates import PartialDate

WRITTEN = [
    ("2021", "2021"),
    ("2021-05", "2021-05"),
    ("2021.05", "2021-05"),
    ("2021.5.6", "2021-05-06"),
    ("2021年5月6日", "2021-05-06"),
    ("２０２１．０５", "2021-05"),
    ("二〇二一年", "2021"),
    ("二〇二一年五月", "2021-05"),
    ("二○二一年十二月", "2021-12"),
    ("二零二一年十月三十一日", "2021-10-31"),
    (" 二〇二〇年二月二十九日 ", "2020-02-29"),
    ("2021年五月十日", "2021-05-10"),
    ("2024-09-20 15:30", "2024-09-20"),
    ("2024-09-20T15:30:00", "2024-09-20"),
    ("2024-09-20T15:30:00.123+08:00", "2024-09-20"),
    ("2024/9/20 9:05:07", "2024-09-20"),
    ("2024年9月20日 15时30分", "2024-09-20"),
    ("2024-09-20 00:00:00", "2024-09-20"),
]


@pytest.mark.parametrize(("text", "shown"), WRITTEN)
def test_dates_are_read_no_more_exactly_than_they_are_written(text: str, shown: str) -> None:
    assert str(PartialDate.parse(text)) == shown


NONE = [
    "至今", "", "2020.13", "2020-02-30", "二〇二一年十三月", "二〇二一年五十月", "二〇二一年三二月", "二〇二一", "今年五月",
    "2021-05-06 25:00", "2021-05-06 10:61", "2021-05-06T23:30:00Z", "2021-05-06T23:30:00+01:00", "2021-05 10:00", "2021 10:00",
    "2021-05-06 10", "10:00",
]  # fmt: skip


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"日期|month|day"):
        PartialDate.parse(text)
