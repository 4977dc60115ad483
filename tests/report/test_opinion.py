"""The text that a reviewer pastes, word for word."""

from __future__ import annotations

from pathlib import Path

from tests.report import build
from verify.finding import Report, Verdict
from verify.report.json_report import as_json
from verify.report.opinion import internal, opinion

HERE = Path(__file__).parent


def texts(report: Report) -> tuple[str, str]:
    data = as_json(report, build.notice())
    return opinion(data), internal(data)


def golden(name: str) -> list[str]:
    return (HERE / name).read_text("utf-8").splitlines()


def test_every_defect_is_told_at_once() -> None:
    assert texts(build.full())[0].splitlines() == golden("opinion.txt")


def test_what_is_suspected_stays_in_the_office() -> None:
    assert texts(build.full())[1].splitlines() == golden("internal.txt")


def test_nothing_to_say() -> None:
    clean = build.report("孙丽", "孙丽", Verdict.PASS, build.PASS, build.NA, build.NOTE)
    assert texts(clean) == ("经核对，未发现需要退回补正的事项。", "")


def test_long_texts_are_cut() -> None:
    told, _ = texts(build.hostile())
    assert len(told) < 4000
    assert build.ID not in told
