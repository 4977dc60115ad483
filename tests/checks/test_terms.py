"""Terms of appointment on a page, and what they leave uncovered: TT-01."""

from __future__ import annotations

from datetime import date

import pytest

from checks.terms import Term, missing, terms
from tests.checks.build import page

SAID = [
    (("聘期：2018年1月1日至2021年12月31日",), ["2018-01-01 2021-12-31"]),
    (("聘期自2018.01.01起至2021.12.31止",), ["2018-01-01 2021-12-31"]),
    (("聘任时间2018-01-01—2019-12-31",), ["2018-01-01 2019-12-31"]),
    (("兹聘任王建国同志为技术员，聘期自二〇一八年一月一日至二〇二一年", "十二月三十一日。"), ["2018-01-01 2021-12-31"]),
    (("聘期：2018年1月至2020年12月",), ["2018-01-01 2020-12-31"]),
    (("2018年3月1日至今",), ["2018-03-01 open"]),
    (("自2018年3月1日起聘任，聘期三年",), ["2018-03-01 2021-02-28"]),
    (("自2018年3月1日起聘任，聘期为4年。",), ["2018-03-01 2022-02-28"]),
    (("聘期三年",), []),
    (("2018年1月1日",), []),
    (("聘期：2021年12月31日至2018年1月1日",), []),
    (("聘期：2018年13月1日至2021年12月31日",), []),
    (("2018年1月1日至2018年12月31日", "2019年1月1日至2021年12月31日"), ["2018-01-01 2018-12-31", "2019-01-01 2021-12-31"]),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "found"), SAID)
def test_terms_on_a_page(lines: tuple[str, ...], found: list[str]) -> None:
    assert [f"{t.first} {'open' if t.open else t.last}" for t in terms(page(*lines))] == found


def term(text: str) -> Term:
    first, last = text.split()
    return Term(date.fromisoformat(first), date.fromisoformat(last))


HOLES = [
    (["2018-01-01 2021-12-31"], []),
    (["2018-01-01 2019-12-31", "2020-01-01 2021-12-31"], []),
    (["2020-01-01 2021-12-31", "2018-01-01 2020-06-30"], []),
    (["2017-01-01 2025-12-31"], []),
    (["2018-01-01 2019-12-31", "2020-01-02 2021-12-31"], ["2020-01-01 2020-01-01"]),
    (["2018-03-01 2021-12-31"], ["2018-01-01 2018-02-28"]),
    (["2018-01-01 2020-12-31"], ["2021-01-01 2021-12-31"]),
    (["2022-01-01 2022-12-31"], ["2018-01-01 2021-12-31"]),
    (["2010-01-01 2012-12-31"], ["2018-01-01 2021-12-31"]),
    ([], ["2018-01-01 2021-12-31"]),
]


@pytest.mark.parametrize(("given", "holes"), HOLES)
def test_what_no_term_covers(given: list[str], holes: list[str]) -> None:
    found = missing(map(term, given), date(2018, 1, 1), date(2021, 12, 31))
    assert [f"{first} {last}" for first, last in found] == holes
