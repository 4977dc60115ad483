"""How surely two claims are of one sole role in one project, and what else may be behind them."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Literal

from checks.reuse_role import PERHAPS, SAME, ProjectRole
from checks.rows import plain
from verify.across import Doubt
from verify.compare.namesakes import Namesakes, namesakes
from verify.compare.one_project import has_place, lookup, relation
from verify.compare.project_sections import sections
from verify.orgs import DIFFERENT, similarity
from verify.sketches import RoleSketch

Grade = tuple[float, str | None]
Likeness = Literal["same", "unknown", "other"]


def graded(
    mine: tuple[str, RoleSketch], theirs: tuple[str, RoleSketch], params: ProjectRole, apart: bool = False
) -> Grade | None:
    """Score and explanation (checks.reuse_role) of two persons' claims, each by plain name; None for two projects.

    `apart`: the two have two ID numbers.
    """
    one, other = mine[1], theirs[1]
    if one.role != other.role and not any(one.role in group and other.role in group for group in params.alike):
        return None
    unit = _unit(one, other)
    if one.role != other.role and unit == "other":
        return None
    project = _project(one, other)
    if project is None or (project[0] == SAME and project[1]):
        return project
    names = namesakes(mine[0], theirs[0], apart)
    if names == "same":
        return SAME, "两人同名，应是同一人的另一次申报"
    if unit == "other" and one.role == other.role and one.role in params.per_unit:
        return SAME, f"两人所在单位不同（{one.employer}；{other.employer}），{one.role}各参建单位可各有一名"
    doubts = [
        project[1],
        *_common(one, other, params),
        *_doubts(mine, theirs, unit, names),
        *_times(one, other, params),
    ]
    told = [doubt for doubt in doubts if doubt]
    return (PERHAPS, "；".join(told)) if told else (SAME, None)


def _project(one: RoleSketch, other: RoleSketch) -> Grade | None:
    """Whether two claims are of one project: by number and by name, each of which may speak against the other."""
    named = relation(one.project, other.project)
    numbered = one.number == other.number if one.number and other.number else None
    mine, theirs = sections(one.project), sections(other.project)
    if mine and theirs and mine != theirs and named == "other":
        told = f"标段、分期或幢号不同（本人：{one.project}；对方：{other.project}），不是同一项目"
        return (SAME, told) if numbered or one.folded == other.folded else None
    if named == "part":
        return PERHAPS, f"只有一处写明标段、分期或幢号，或只有一部分相同（对方：{other.project}）"
    if numbered:
        return (SAME, None) if named == "same" else (PERHAPS, f"项目编号相同，而名称写法不同（对方：{other.project}）")
    if named == "other":
        return None
    if numbered is False:
        return PERHAPS, f"填报的项目编号不同（{one.number}；{other.number}），可能是两个项目"
    return SAME, None


def _unit(one: RoleSketch, other: RoleSketch) -> Likeness:
    """Whether both were with one unit; a group, its branches and former names are for a person."""
    if not one.employer or not other.employer:
        return "unknown"
    if plain(one.employer) == plain(other.employer):
        return "same"
    mine, theirs = one.employer, other.employer
    return "other" if max(similarity(mine, theirs), similarity(theirs, mine)) < DIFFERENT else "unknown"


def _common(one: RoleSketch, other: RoleSketch, params: ProjectRole) -> list[str]:
    """Names as every place has them (厂房及附属用房工程) do not make one project, without a place or a number."""
    if one.number and one.number == other.number:
        return []
    told = [role.project for role in (one, other) if not has_place(role.project) and _is_common(role.project, params)]
    return ["项目名称没有地名、专名，也没有相同的编号，可能是同名的两个项目"] if told else []


def _is_common(name: str, params: ProjectRole) -> bool:
    words = sorted(params.common, key=len, reverse=True)
    return re.fullmatch(f"(?:{'|'.join(map(re.escape, words))})++", lookup(name)) is not None


def _doubts(
    mine: tuple[str, RoleSketch], theirs: tuple[str, RoleSketch], unit: Likeness, names: Namesakes
) -> list[str]:
    (name, one), (their_name, other) = mine, theirs
    found = ["两人姓名相近，可能是同一人"] if names == "near" else [Doubt.TWO_NUMBERS.value] if names == "two" else []
    if one.role != other.role:
        found.append(f"角色写法不同（{one.said}；{other.said}），可能不是同一岗位")
    elif one.bracket != other.bracket:
        found.append(f"角色括号内的写法不同（本人：{whole(one)}；对方：{whole(other)}），可能各管一部分，不是同一岗位")
    if one.disciplines and other.disciplines and not {*one.disciplines} & {*other.disciplines}:
        mine_of, theirs_of = ("、".join(role.disciplines) for role in (one, other))
        found.append(f"两人材料所属的专业不同（本人：{mine_of}；对方：{theirs_of}），同一单位可各有一名{one.role}")
    if unit == "other":
        found.append(f"两人所在单位不同（{one.employer}；{other.employer}），总包与分包、联合体各方可各有其人")
    elif unit == "unknown" and not (one.platform and other.platform):
        found.append("不能确定两人当时是否在同一单位")
    if their_name in one.people or name in other.people:
        found.append("材料上同一角色列有两人，可能中途变更")
    elif one.changed or other.changed:
        found.append("材料有人员变更的字样，可能中途变更")
    return found


def whole(role: RoleSketch) -> str:
    """A role as said, with its brackets."""
    return f"{role.said}（{role.bracket}）" if role.bracket else role.said


def _times(one: RoleSketch, other: RoleSketch, params: ProjectRole) -> list[str]:
    """Disjoint times are a change of person; so may be such as overlap by little. Without both ends nothing is sure."""
    latest = max([r.started.last for r in (one, other) if r.started], default=date.min)
    earliest = min([r.completed.first for r in (one, other) if r.completed], default=date.max)
    if not all((one.started, one.completed, other.started, other.completed)) and latest <= earliest:
        return ["没有都写明起止时间，可能中途变更"]
    if earliest - latest < timedelta(days=params.handover):
        return [f"任职时间不重叠或几乎不重叠（本人 {_span(one)}，对方 {_span(other)}），可能中途变更"]
    return []


def _span(role: RoleSketch) -> str:
    return f"{role.started or '?'} 至 {role.completed or '?'}"
