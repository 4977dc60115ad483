"""How findings are ranked, named and counted, wherever they are shown."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from verify.finding import Consequence, Outcome, Stage, Verdict

Row = Mapping[str, Any]
"""A finding, as in report.json."""

BUCKETS = ("suspect", "reject", "return", "void", "doubt", "note")
"""What a reader must look at, worst first; `doubt` holds what is unsure or broken."""

QUIET = ("pass", "na")
"""What was looked at and asks nothing of the reader."""

VERDICTS = tuple(verdict.value for verdict in Verdict)

_FIELDS = {
    "education": "学历",
    "titles": "现职称",
    "skills": "技能等级",
    "assessments": "年度考核",
    "continuing_education": "继续教育",
    "social_insurance": "社保",
    "projects": "工程业绩",
    "papers": "论文",
    "patents": "专利",
    "standards": "标准",
    "awards": "获奖",
    "self_assessment": "自评表",
    "recommenders": "推荐人",
    "previous_application": "上次申报",
    "sanctions": "处罚记录",
    "publicity": "公示",
    "statement": "述职",
    "applying_for": "申报信息",
    "employer": "工作单位",
    "submitted_at": "申报时间",
    "endorsed_at": "单位推荐时间",
    "id_number": "身份证号",
    "application_id": "申报编号",
    "name": "姓名",
}
_FIELD = re.compile(r"([a-z_]+)(?:\[(\d{1,4})\])?((?:\.[a-z_]+)*)")


def bucket(finding: Row) -> str:
    """The group under which a finding is shown: one of BUCKETS or QUIET."""
    outcome = finding["outcome"]
    if outcome in (Outcome.UNSURE, Outcome.BROKEN):
        return "doubt"
    return str(finding["consequence"] or Consequence.NOTE) if outcome == Outcome.FAIL else str(outcome)


def grouped(findings: Iterable[Row]) -> dict[str, list[Row]]:
    """Findings by bucket, all buckets present, worst first; the given order is kept within each."""
    groups: dict[str, list[Row]] = {name: [] for name in (*BUCKETS, *QUIET)}
    for finding in findings:
        groups[bucket(finding)].append(finding)
    return groups


def counts(findings: Iterable[Row]) -> dict[str, int]:
    """How many findings each bucket holds."""
    found = Counter(map(bucket, findings))
    return {name: found[name] for name in (*BUCKETS, *QUIET)}


def worst_first(findings: Iterable[Row]) -> list[Row]:
    """What a reader must look at, worst first."""
    groups = grouped(findings)
    return [finding for name in BUCKETS for finding in groups[name]]


def title_of(check: str) -> str:
    """The check's Chinese title; its id where the table no longer has it."""
    return _titles().get(check, (check, Stage.FORM))[0]


def stage_of(check: str) -> Stage:
    """The stage at which the check stands."""
    return _titles().get(check, (check, Stage.FORM))[1]


def subject_name(subject: str) -> str:
    """A subject for people: fields of the form by their Chinese names (`projects[0]` is 工程业绩第1项)."""
    match = _FIELD.fullmatch(subject)
    if not match or match[1] not in _FIELDS:
        return subject
    index = match[2]
    place = "" if index is None else f"（{index}年）" if len(index) == 4 else f"第{int(index) + 1}项"
    return _FIELDS[match[1]] + place


@cache
def _titles() -> dict[str, tuple[str, Stage]]:
    from checks.table import CHECKS

    return {check.id: (check.title, check.stage) for check in CHECKS.values()}
