"""No two applicants claim the same sole role in the same project: rules XC-08, EV-11, EV-12.

What was compared stands in `case.across`; the match's score says how sure it is.
"""

from __future__ import annotations

from collections.abc import Iterable

from checks.check import Params, failed, na, passed, unsure
from checks.reuse_words import grouped, others, shown, subject_of
from verify.across import Match, MatchKind
from verify.finding import Observation
from verify.model import Case

SUBJECT = "项目角色"

SAME = 1.0
"""Score of a role that two surely claim at one time; with an explanation, of one that two may well have."""

PERHAPS = 0.5
"""Of one that two may claim; the explanation says what may be behind it."""


class ProjectRole(Params):
    """`sole`: roles that a project (or, among `per_unit`, each of its units) has one of, each with its other words.

    `alike`: roles that may be one post by another word. `links` part several roles in one text, `leads` stand before
    one. `least`: characters that the name of a project has at least, without place and section, to be compared alone;
    `common`: words of which, alone, no name tells one project from the next.
    `handover`: an overlap of so many days may be one of handing over; `changes`: words of a change of person. Of those
    `per_unit` a unit may have one in each of `disciplines`, each with the words by which papers tell it.
    """

    sole: dict[str, tuple[str, ...]]
    per_unit: tuple[str, ...]
    alike: tuple[tuple[str, ...], ...] = ()
    links: tuple[str, ...]
    leads: tuple[str, ...]
    least: int
    common: tuple[str, ...]
    handover: int
    changes: tuple[str, ...]
    disciplines: dict[str, tuple[str, ...]]


def project_role(case: Case, params: ProjectRole) -> Iterable[Observation]:
    """One observation for each claim of another applicant's; else one that says with how many nothing was in common."""
    if case.across is None:
        return [na(SUBJECT, "单独核对一人，未与其他申报人比对。")]
    if not case.form.projects:
        return [na(SUBJECT, "没有申报工程业绩，本项不适用。")]
    if not case.across.compared:
        return [na(SUBJECT, "没有其他申报人可供比对。")]
    found = grouped(case.across.of(MatchKind.ROLE), _level)
    if found:
        return [_observed(case, level, group) for level, group in found]
    text = "没有发现其他申报人在同一项目中填报同一个唯一角色；项目名称写法差别大而又没有编号的比对不出。"
    return [passed(SUBJECT, text)]


def _level(match: Match) -> str:
    if match.score < SAME:
        return "unsure"
    return "pass" if match.explained else "fail"


def _observed(case: Case, level: str, group: list[Match]) -> Observation:
    match, subject = group[0], subject_of(case, group[0], SUBJECT)
    why = "；".join(dict.fromkeys(one.explained for one in group if one.explained))
    if level == "pass":
        return passed(subject, f"{match.what}，{others(group)}也有相近的填报，但{why}。", *shown(group))
    if level == "unsure":
        text = f"{match.what}，{others(group)}也填报了，但{why}。请比对各人的业绩材料，并到平台查询该项目的人员记录。"
        return unsure(subject, text, *shown(group), found=match.what)
    text = (
        f"{match.what}，{others(group)}在同一时间也填报了，这一角色一般只有一人。可能是一方误填、同名项目，或中途变更"
        "而日期未写清，也可能有一方冒领，请到平台查询该项目竣工时的人员记录，并比对各人的业绩材料。"
    )
    return failed(subject, text, *shown(group), expected="唯一角色只有一人填报", found=match.what)
