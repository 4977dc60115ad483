"""form.statement_length and form.submitted_in_window: SX 附件2 二3, 五（一）; YJ 三."""

from __future__ import annotations

import pytest

from tests.checks.build import case, observe, outcomes

LENGTHS = [
    ("述" * 1000, "pass"),
    ("述" * 999, "pass"),
    ("述" * 1001, "fail"),
    ("述" * 999 + "\n\n\n", "pass"),  # the form strips the ends
    ("述" * 500 + " \n " + "述" * 500, "pass"),  # white space is no character
    (("述" * 19 + "，") * 52, "unsure"),  # 1040 with punctuation, 988 without
    ("述" * 990 + "2023" * 10, "unsure"),  # figures counted one by one or as one
    (("述" * 19 + "，") * 53, "fail"),  # 1060
    ("述" * 2000, "fail"),
    ("", "na"),
    (None, "na"),
]


@pytest.mark.parametrize(("text", "outcome"), LENGTHS, ids=[str(n) for n in range(len(LENGTHS))])
def test_statement_length(text: str | None, outcome: str) -> None:
    assert outcomes("form.statement_length", case(statement=text)) == [(outcome, "statement")]


WINDOW = [
    ("shaoxing-2024-07", "2024-07-19", "pass"),
    ("shaoxing-2024-07", "2024-10-10", "pass"),
    ("shaoxing-2024-07", "2024-10-11", "fail"),
    ("shaoxing-2024-07", "2024-07-18", "fail"),
    ("shaoxing-2024-07", "2024-09", "pass"),
    ("shaoxing-2024-07", "2024-10", "unsure"),
    ("shaoxing-2024-07", "2024", "unsure"),
    ("shaoxing-2024-07", "2023", "fail"),
    ("shaoxing-2024-07", None, "na"),
    ("yongjia-2021-23", "2021-07-20", "pass"),
    ("yongjia-2021-23", "2021-08-31", "pass"),
    ("yongjia-2021-23", "2021-09-01", "fail"),
]


@pytest.mark.parametrize(("notice", "day", "outcome"), WINDOW)
def test_submitted_in_window(notice: str, day: str | None, outcome: str) -> None:
    assert outcomes("form.submitted_in_window", case(submitted_at=day), notice) == [(outcome, "submitted_at")]


def test_only_a_late_form_may_have_been_handed_in_before() -> None:
    late, early = (
        observe("form.submitted_in_window", case(submitted_at=day))[0] for day in ("2024-10-11", "2024-07-18")
    )
    assert "首次提交" in late.message
    assert "首次提交" not in early.message


def test_above_the_band_another_way_of_counting_does_not_help() -> None:
    text = "述" * 972 + "abcde" * 20  # 1,072; the Latin words counted singly give fewer than 1,000
    assert outcomes("form.statement_length", case(statement=text)) == [("fail", "statement")]
