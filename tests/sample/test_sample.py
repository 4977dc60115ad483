"""Who is drawn and why: risk by the table, spread over units, the same for the same seed."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from tests.sample.build import batch, doubt, finding, report
from verify.report.order import BUCKETS
from verify.sample.rules import reasons_of, rules
from verify.sample.sample import applicants_of, draw

RISKS: list[tuple[list[dict[str, Any]], list[tuple[str, int, int]]]] = [
    ([], []),
    ([finding("photo.format", "pass", None), finding("photo.format", "na", None)], []),
    ([finding("paper.numbers_valid", "fail", "note")], []),
    ([finding("reuse.page", "fail", "suspect")], [("与他人或往年的材料重复", 1, 8)]),
    ([doubt("reuse.page")], [("与他人或往年的材料重复", 1, 8)]),
    ([finding("paper.listed", "fail", "suspect")], [("疑似弄虚作假", 1, 10)]),
    ([doubt("project.role"), doubt("project.size"), doubt("photo.bytes")], [("存疑：工程业绩", 2, 6), ("存疑：其他", 1, 1)]),
    ([finding("photo.bytes", "broken", None)], [("存疑：其他", 1, 1)]),
    ([finding("document.readable", "fail", "return")], [("文件未能读取", 1, 4)]),
    ([finding("photo.format")] * 9, [("退回补正", 9, 15)]),
]  # fmt: skip


@pytest.mark.parametrize(("findings", "wanted"), RISKS)
def test_what_makes_a_report_risky(findings: list[dict[str, Any]], wanted: list[tuple[str, int, int]]) -> None:
    assert [(one.name, one.count, one.points) for one in reasons_of(findings, rules())] == wanted


def test_the_table_is_about_buckets_and_checks_that_exist() -> None:
    from checks.table import CHECKS

    assert {name for rule in rules().rule for name in rule.buckets} <= set(BUCKETS)
    begins = {name for rule in rules().rule for name in rule.checks}
    assert [begin for begin in begins if not any(check.startswith(begin) for check in CHECKS)] == []
    assert len({rule.name for rule in rules().rule}) == len(rules().rule)


def test_every_kind_of_finding_but_a_note_counts() -> None:
    seen = [finding("form.none", "fail", name) for name in BUCKETS if name not in ("doubt", "note")]
    assert all(reasons_of([one], rules()) for one in (*seen, doubt("form.none")))


def test_the_same_seed_draws_the_same_in_whatever_order_the_reports_come() -> None:
    reports = batch(30, 30)
    first = draw(applicants_of(reports, rules()), 6, 0.2, "7")
    assert first == draw(applicants_of(reports[::-1], rules()), 6, 0.2, "7")
    assert first != draw(applicants_of(reports, rules()), 6, 0.2, "8")
    # Written out, so that a change of the method, or a Python that draws otherwise, is noticed.
    assert [one.applicant.folder for one in first.drawn] == ["f003", "f028", "f002", "f017", "f000", "c014"]


@pytest.mark.parametrize("seed", ["1", "2", "3"])
def test_every_unit_is_looked_at(seed: str) -> None:
    drawn = draw(applicants_of(batch(0, 40, units=4), rules()), 8, 0.2, seed)
    units = Counter(one.applicant.stratum[0] for one in drawn.drawn)
    assert sorted(units.values()) == [2, 2, 2, 2]


def test_the_riskiest_stand_first_and_the_clean_last() -> None:
    drawn = draw(applicants_of(batch(30, 30), rules()), 20, 0.2, "1")
    risks = [one.applicant.risk for one in drawn.by_risk]
    assert (risks, len(drawn.at_random)) == (sorted(risks, reverse=True), 4)
    assert {one.applicant.risk for one in drawn.at_random} == {1}


def test_a_report_of_an_earlier_version_has_no_stratum() -> None:
    old = report("甲", "pass")
    for key in ("employer", "specialty"):
        del old["applicant"][key]
    (one,) = applicants_of([old], rules())
    assert one.stratum == ("", "")
