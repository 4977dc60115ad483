"""A case and a notice → findings and a verdict. Never raises: a check that crashes is a `broken` finding."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from verify.finding import Clause, Consequence, Finding, Observation, Outcome, Report, Stage, Verdict
from verify.model import Case
from verify.notice import Notice, Rule

_STAGES = list(Stage)


def judge(case: Case, notice: Notice) -> Report:
    """Run every check that the notice asks for and the code has; stages order the findings and stop nothing."""
    rules = sorted(
        (rule for rule in notice.rules if rule.check.built), key=lambda rule: _STAGES.index(rule.check.stage)
    )
    findings = tuple(_marked(finding, notice) for rule in rules for finding in _findings(rule, case))
    return Report(case, verdict(findings), findings)


def verdict(findings: Iterable[Finding]) -> Verdict:
    """The verdict that the findings derive (the report contract): the worst failed consequence, else any doubt."""
    findings = tuple(findings)
    failed = {finding.consequence for finding in findings if finding.outcome is Outcome.FAIL}
    for consequence in (Consequence.SUSPECT, Consequence.REJECT, Consequence.RETURN):
        if consequence in failed:
            return Verdict(consequence.value)
    doubtful = any(finding.outcome in (Outcome.UNSURE, Outcome.BROKEN) for finding in findings)
    return Verdict.REVIEW if doubtful else Verdict.PASS


def _findings(rule: Rule, case: Case) -> list[Finding]:
    return [_stamp(rule, observation) for observation in _observe(rule, case)]


def _marked(finding: Finding, notice: Notice) -> Finding:
    """The finding with what the notice leaves open about it, where it is not settled in the applicant's favour."""
    if finding.outcome not in (Outcome.FAIL, Outcome.UNSURE):
        return finding
    return replace(finding, unclear=tuple(one.text for one in notice.unclear if one.about(finding)))


def _observe(rule: Rule, case: Case) -> list[Observation]:
    assert rule.check.judge is not None
    if fault := dict(case.across.faults if case.across else ()).get(rule.check.id):
        return [_broken(rule, f"与他人和外部记录的比对出错（{fault}），本项未作判断，请人工核对")]
    try:
        seen = list(rule.check.judge(case, rule.params))
    except Exception as error:
        return [_broken(rule, f"检查程序出错（{type(error).__name__}: {error}），本项未作判断，请人工核对")]
    return seen or [_broken(rule, "检查程序没有给出结论，请人工核对")]


def _broken(rule: Rule, message: str) -> Observation:
    return Observation(Outcome.BROKEN, rule.check.title, message)


def _clause(rule: Rule, section: str | None) -> Clause | None:
    """The clause that an observation is about: the rule's own, or the further one of that section."""
    return next((clause for clause in rule.further if clause.section == section), rule.clause)


def _stamp(rule: Rule, seen: Observation) -> Finding:
    consequence = {Outcome.FAIL: rule.consequence, Outcome.UNSURE: Consequence.NOTE}.get(seen.outcome)
    return Finding(
        check=rule.check.id,
        stage=rule.check.stage,
        outcome=seen.outcome,
        consequence=consequence,
        subject=seen.subject,
        message=seen.message,
        clause=_clause(rule, seen.section),
        remedy=rule.remedy if seen.outcome is Outcome.FAIL else None,
        evidence=seen.evidence,
        expected=seen.expected,
        found=seen.found,
        table=seen.table,
    )
