"""The judge: findings stamped with clause and consequence, the verdict that they derive, and never an exception."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pytest

from checks.check import Check, Params, failed, na, passed, unsure
from tests.checks.build import case
from verify.across import Across
from verify.finding import Clause, Consequence, Finding, Observation, Outcome, Stage, Verdict
from verify.form import Project
from verify.judge import judge, verdict
from verify.model import Case, Item, Slot
from verify.notice import Head, Notice, Rule
from verify.packs import load

HEAD = Head(id="x", number="x", title="x", issuer="x", issued="2024-01-01", level="x")  # type: ignore[arg-type]


def rule(judged: Any, consequence: str = "return", stage: Stage = Stage.FORM, id: str = "a.b") -> Rule:
    clause = Clause("一", "原文")
    return Rule(Check(id, stage, "题", judged), clause, Consequence(consequence), "请补正。", Params())


def run(*rules: Rule) -> tuple[Finding, ...]:
    return judge(case(), Notice(HEAD, rules, "0")).findings


def says(*seen: Observation) -> Any:
    return lambda case, params: seen


def finding(outcome: str, consequence: str | None = None) -> Finding:
    stated = Consequence(consequence) if consequence else None
    return Finding("a.b", Stage.FORM, Outcome(outcome), stated, "x", "x")


def test_what_could_not_be_gathered_is_broken_and_judged_by_nobody() -> None:
    notice = Notice(HEAD, (rule(says(passed("x", "x")), id="a.b"), rule(says(passed("x", "x")), id="a.c")), "0")
    gathered = replace(case(), across=Across(faults=(("a.b", "ValueError: 空"),)))
    broken, other = judge(gathered, notice).findings
    assert (broken.outcome, other.outcome) == (Outcome.BROKEN, Outcome.PASS)
    assert "ValueError: 空" in broken.message


VERDICTS = [
    ([], "pass"),
    ([("pass", None), ("na", None)], "pass"),
    ([("fail", "note")], "pass"),
    ([("fail", "void")], "pass"),
    ([("unsure", "note")], "review"),
    ([("broken", None)], "review"),
    ([("fail", "void"), ("unsure", "note")], "review"),
    ([("fail", "return"), ("unsure", "note")], "return"),
    ([("fail", "return"), ("fail", "reject")], "reject"),
    ([("fail", "reject"), ("fail", "suspect"), ("broken", None)], "suspect"),
]


@pytest.mark.parametrize(("findings", "expected"), VERDICTS)
def test_the_verdict_derives_from_the_findings(findings: list[tuple[str, str | None]], expected: str) -> None:
    assert verdict(finding(*one) for one in findings) is Verdict(expected)


OUTCOMES = [
    (passed("s", "m"), None, None),
    (failed("s", "m"), Consequence.SUSPECT, "请补正。"),
    (unsure("s", "m"), Consequence.NOTE, None),
    (na("s", "m"), None, None),
]


@pytest.mark.parametrize(("seen", "consequence", "remedy"), OUTCOMES)
def test_a_consequence_stands_only_where_something_is_wrong_and_doubt_never_accuses(
    seen: Observation, consequence: Consequence | None, remedy: str | None
) -> None:
    (one,) = run(rule(says(seen), "suspect"))
    assert (one.outcome, one.consequence, one.remedy, one.clause) == (
        seen.outcome,
        consequence,
        remedy,
        Clause("一", "原文"),
    )


def test_a_check_that_crashes_is_a_broken_finding_and_stops_no_other() -> None:
    def crashes(case: Case, params: Params) -> Iterable[Observation]:
        raise ZeroDivisionError("除以零")

    first, second = run(rule(crashes, id="a.a"), rule(says(passed("s", "m")), id="a.b"))
    assert (first.outcome, first.consequence, first.subject) == (Outcome.BROKEN, None, "题")
    assert "ZeroDivisionError" in first.message
    assert second.outcome is Outcome.PASS
    assert judge(case(), Notice(HEAD, (rule(crashes),), "0")).verdict is Verdict.REVIEW


def test_a_check_that_crashes_half_way_says_nothing_but_broken() -> None:
    def crashes(case: Case, params: Params) -> Iterable[Observation]:
        yield passed("s", "m")
        raise KeyError("x")

    assert [one.outcome for one in run(rule(crashes))] == [Outcome.BROKEN]


def test_a_check_that_says_nothing_is_broken() -> None:
    assert [one.outcome for one in run(rule(says()))] == [Outcome.BROKEN]


def test_stages_order_the_findings() -> None:
    late, early = rule(says(passed("s", "m")), stage=Stage.ACROSS), rule(says(passed("s", "m")), stage=Stage.PHOTO)
    assert [one.stage for one in run(late, early)] == [Stage.PHOTO, Stage.ACROSS]


def test_checks_that_are_not_built_say_nothing_and_are_listed() -> None:
    assert run(rule(None)) == ()
    assert Notice(HEAD, (rule(None),), "0").not_built == ("a.b",)


@pytest.mark.parametrize("name", ["shaoxing-2024-07", "yongjia-2021-23"])
def test_an_empty_case_breaks_no_check_and_is_told_everything(name: str) -> None:
    notice = load(name)
    report = judge(case(employer={}), notice)
    built = {rule.check.id for rule in notice.rules if rule.check.built}
    assert {one.check for one in report.findings} == built
    assert [one.check for one in report.findings if one.outcome is Outcome.BROKEN] == []


def test_an_observation_may_be_about_a_further_clause_of_its_check() -> None:
    other = Clause("二", "另一句")
    seen = (failed("x", "y"), replace(failed("x", "y"), section="二"), replace(failed("x", "y"), section="三"))
    findings = run(replace(rule(says(*seen)), further=(other,)))
    assert [one.clause for one in findings] == [Clause("一", "原文"), other, Clause("一", "原文")]


def test_a_project_without_files_is_not_said_to_have_the_employers_word_only() -> None:
    claimed = Item(Slot.PROJECT, "projects[0]", Project(name="镜湖住宅"))
    report = judge(case(items=[claimed]), load("shaoxing-2024-07"))
    (seen,) = (one for one in report.findings if one.check == "project.third_party_seal")
    assert seen.clause
    assert "必须是有第三方证明" in seen.clause.quote
    assert "没有佐证材料" in seen.message


def test_what_the_notice_leaves_open_stands_beside_what_it_touches() -> None:
    given = case(
        employer={"name": "绍兴市建设工程质量检测站", "kind": "事业单位"},
        applying_for={"title": "工程师", "route": "正常申报"},
        education=[{"level": "本科", "graduated": "2012-06-30"}],
        titles=[{"name": "助理工程师", "obtained": "2018-12"}],
        in_prefab_since="2019",
    )
    report = judge(given, load("shaoxing-2024-07"))
    seen = {one.subject: one.unclear for one in report.findings if one.check == "eligibility.route"}
    assert [("事业单位" in text) for text in seen["employer.kind"]] == [True]
    assert seen["applying_for"] == ()  # met: nothing is left open
    assert report.verdict is not Verdict.PASS


@pytest.mark.parametrize("name", ["shaoxing-2024-07", "yongjia-2021-23"])
def test_nearly_every_contradiction_names_the_checks_beside_which_it_is_shown(name: str) -> None:
    assert [one.sections for one in load(name).unclear if not one.checks] in ([], [("附件",)])
