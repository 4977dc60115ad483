"""What a platform's export says of a claimed project: rules EV-11, EV-12, 绍建盟[2024]07号 五（七）3.

A project that is not found proves nothing: small, early and out-of-province ones are not recorded.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from checks.masks import fits, is_masked
from checks.names import find_name, looks_like_name
from checks.project_told import RecordAgrees, Told
from checks.rows import plain
from verify.across import Record
from verify.dates import PartialDate
from verify.form import Project
from verify.model import Case
from verify.org_names import plain as unit_plain
from verify.page import Word
from verify.project_names import SHORTEST, taken_apart
from verify.registry_about import about

Who = Literal["self", "perhaps", "other"]

SHOWN = 4
"""So many names, or rows, stand in one message."""

NO_UNIT = "，没有可比的单位，也可能是联合体或分包单位的人员"

_INNOCENT = "（可能是导出较早、人员变更未登记或姓名写法不同）"


def about_claim(case: Case, claim: Project, parts: bool = False) -> tuple[Record, ...]:
    """The export's rows about a claimed project; with `parts` those of a section or phase more or less too."""
    records = case.across.records if case.across else None
    kinds = ("number", "same", "like", "part") if parts else ("number", "same", "like")
    return tuple(record for record in records or () if about(claim, record) in kinds)


def not_recorded(case: Case, claim: Project) -> str:
    """What to add where an export was given and the project is not in it, else ""."""
    if case.across is None or case.across.records is None or about_claim(case, claim, parts=True):
        return ""
    return "平台导出中没有查到本项目；查不到不说明业绩不实（小型、较早或外省的项目可能没有登记）。"


def not_compared(case: Case, claim: Project) -> str:
    """Why the export was not looked at, or which of its rows were not held against the claim, else ""."""
    if case.across is None:
        return "单独核对一人，未与平台导出比对。"
    if case.across.records is None:
        return "没有提供平台导出，未与登记数据比对。"
    parts = about_claim(case, claim, parts=True)
    names = "、".join(list(dict.fromkeys(f"“{row.project}”" for row in parts))[:SHOWN])
    return f"平台导出只有名称差标段或分期的{names}{_where(parts)}，没有据此比对。" if parts else ""


def recorded(case: Case, claim: Project, params: RecordAgrees) -> Iterator[Told]:
    """What the export tells for or against the claim."""
    rows = about_claim(case, claim)
    meant = params.meaning(claim.role) if claim.role else ()
    holders = [row for row in rows if row.role and plain(row.role) in meant]
    own = [row for row in rows if who(case, row) == "self"]
    mine = [row for row in own if row in holders or not row.role or not claim.role]
    if mine:
        yield from _mine(case, claim, mine, holders, params)
    elif holders:
        yield from _others(case, claim, holders, params)
    elif own and claim.role:
        roles = "、".join(dict.fromkeys(row.role or "" for row in own))
        yield Told("角色", f"平台导出上申报人的角色是“{roles}”，申报的是“{claim.role}”{_where(own)}")
    else:
        yield from _part(case, claim, rows, meant)
    yield from _details(claim, mine or own)


def who(case: Case, record: Record) -> Who:
    """Whether a row's person is the applicant: a namesake has another ID number, and a name may be written otherwise."""
    person, number = record.person or "", case.form.id_number or ""
    known = bool(number) and sum(char.isdigit() for char in record.id_number or "") >= 4
    numbered = fits(record.id_number or "", number) if known else None
    if is_masked(person):
        return "perhaps" if fits(person, case.name) and numbered is not False else "other"
    level = find_name(case.name, [Word(person, (0, 0, 10 * len(person), 10), 1.0)]).level
    if level == "exact":
        return "perhaps" if numbered is False else "self"
    return "perhaps" if level == "near" or numbered or not looks_like_name(person) else "other"


def _mine(
    case: Case, claim: Project, mine: list[Record], holders: list[Record], params: RecordAgrees
) -> Iterator[Told]:
    """The applicant holds the role; another of the same unit beside them may be who held it at completion."""
    beside = [row for row in holders if who(case, row) != "self" and not _another_unit(row, mine)]
    if claim.role and not any(row.role for row in mine):
        yield _silent(case, claim, mine)
    if beside and claim.role in params.sole_roles:
        message = f"平台导出上本项目的{claim.role}除申报人外还有“{_names(beside)}”{_where([*mine, *beside])}"
        yield Told(claim.role or "", f"{message}，可能有变更，竣工时是谁需要核对")
    elif not claim.role or any(row.role for row in mine):
        yield Told("角色")


def _others(case: Case, claim: Project, holders: list[Record], params: RecordAgrees) -> Iterator[Told]:
    """Nobody in the role is surely the applicant."""
    holders = [row for row in holders if who(case, row) != "other" or not _unrelated(claim, row)]
    role, perhaps = claim.role or "", [row for row in holders if who(case, row) == "perhaps"]
    told = (
        f"平台导出上本项目的{role}是“{_names(perhaps or holders)}”，申报信息为“{case.name}”{_where(perhaps or holders)}"
    )
    if perhaps:
        yield Told(role, f"{told}，姓名相近、部分隐去，或姓名与证件号只有一个相符，是否同一人需要核对")
    elif role not in params.sole_roles or not holders:
        return
    elif len({plain(row.person or "") for row in holders}) > 1:
        yield Told(role, f"{told}，先后或同时有多人，可能有变更、联合体或分标段")
    elif any(_against(claim, row, params) for row in holders):
        unit = "" if any(row.unit and claim.employer for row in holders) else NO_UNIT
        yield Told(_names(holders), f"{told}{_INNOCENT}{unit}", against=True)
    else:
        yield Told(role, f"{told}（不是竣工时的记录、另一单位的人员，或不能确定是本项目）")


def _against(claim: Project, row: Record, params: RecordAgrees) -> bool:
    """Whether a row surely names another person in the claimed role, at completion, in this very project."""
    unit = same_unit(claim.employer, row.unit)
    once = plain(row.role or "") == plain(claim.role or "") and claim.role in params.paper_roles
    if unit is False or (unit is None and not once):
        return False
    if row.completed is None and (claim.platform or "") not in params.unstaged:
        return False
    kind = about(claim, row)
    telling = len(taken_apart(claim.name or "").stem) >= SHORTEST
    return kind == "number" or (kind == "same" and telling and (unit is True or _meet(claim.completed, row.completed)))


def _unrelated(claim: Project, row: Record) -> bool:
    """Whether a row is likelier another project's: only its name is alike, and neither unit nor days agree."""
    if about(claim, row) != "like" or same_unit(claim.employer, row.unit):
        return False
    return not _meet(claim.completed, row.completed) and not _meet(claim.started, row.started)


def _part(case: Case, claim: Project, rows: Iterable[Record], meant: tuple[str, ...]) -> Iterator[Told]:
    """Nobody in the role: the project is recorded all the same, or the applicant holds the role in a part of it."""
    if recorded := [row for row in rows if about(claim, row) in ("number", "same")]:
        yield _silent(case, claim, recorded)
        return
    parts = [row for row in about_claim(case, claim, parts=True) if plain(row.role or "") in meant]
    own = [row for row in parts if who(case, row) == "self"]
    if own:
        names = "、".join(list(dict.fromkeys(f"“{row.project}”" for row in own))[:SHOWN])
        yield Told(
            "项目名称",
            f"平台导出登记申报人担任{claim.role}的是{names}，与申报的“{claim.name}”只差标段或分期{_where(own)}",
        )


def _silent(case: Case, claim: Project, rows: list[Record]) -> Told:
    """The project is recorded, and not who held the role: what its rows say, and what they lack (EV-11)."""
    own = any(who(case, row) == "self" for row in rows)
    lacking = [name for name, said in (("姓名", "person"), ("角色", "role")) if not any(getattr(r, said) for r in rows)]
    people = list(dict.fromkeys(f"{row.role or ''} {row.person or ''}".strip() for row in rows))
    said = "、".join(f"“{one}”" for one in people[:SHOWN] if one)
    whom = "写有申报人" if own else f"写的是{said}" if said else "没有写人员"
    asked = f"没有写{'、'.join(lacking)}" if lacking else f"没有写谁任{claim.role}" if claim.role else "没有写申报人"
    message = f"平台导出有本项目，{whom}，{asked}{_where(rows)}，不能据此核对；没有写不说明业绩不实"
    return Told(claim.role or "人员", message, silent=True)


def _details(claim: Project, rows: list[Record]) -> Iterator[Told]:
    """Unit and days of the rows that name the applicant; one row that agrees is enough."""
    units = [row for row in rows if row.unit and claim.employer]
    if units:
        same = any(same_unit(claim.employer, row.unit) for row in units)
        message = (
            f"平台导出上申报人的单位是“{units[0].unit}”，申报信息为“{claim.employer}”（可能改名或调动）{_where(units)}"
        )
        yield Told("单位", "" if same else message)
    yield from _day("开工日期", claim.started, [(row.started, row) for row in rows])
    yield from _day("竣工日期", claim.completed, [(row.completed, row) for row in rows])


def _day(what: str, claimed: PartialDate | None, said: list[tuple[PartialDate | None, Record]]) -> Iterator[Told]:
    days = [(day, row) for day, row in said if day]
    if claimed and days:
        same = any(_meet(claimed, day) for day, _ in days)
        message = f"平台导出的{what}是 {days[0][0]}，申报信息为 {claimed}{_where([row for _, row in days])}"
        yield Told(what, "" if same else message)


def _meet(one: PartialDate | None, other: PartialDate | None) -> bool:
    return bool(one and other and one.first <= other.last and other.first <= one.last)


def same_unit(claimed: str | None, said: str | None) -> bool | None:
    """Whether a claim and a source say one unit; None where one of them says none."""
    return unit_plain(claimed) == unit_plain(said) if claimed and said else None


def _another_unit(row: Record, mine: list[Record]) -> bool:
    """Whether a holder of the role is of another unit than the applicant: each contractor has its own manager."""
    return bool(row.unit) and all(same_unit(own.unit, row.unit) is False for own in mine)


def _names(rows: Iterable[Record]) -> str:
    names = list(dict.fromkeys(row.person or "" for row in rows))
    return "、".join(names[:SHOWN]) + ("等" if len(names) > SHOWN else "")


def _where(rows: Iterable[Record]) -> str:
    places = list(dict.fromkeys(row.where for row in rows if row.where))
    return f"（{'、'.join(places[:SHOWN])}{'等' if len(places) > SHOWN else ''}）" if places else ""
