"""Who holds the claimed role on a platform's pages of the project, and whether that is against the applicant.

Only who surely stood in the applicant's place is: at completion, in this section, of the same unit.
"""

from __future__ import annotations

from collections.abc import Iterator

from checks.fields import compare, told
from checks.pages import WELL, read_well
from checks.platform_pages import Record
from checks.platform_people import Person, in_role, is_sure
from checks.platform_project import about
from checks.project_registry import NO_UNIT, same_unit
from checks.project_told import RecordAgrees, Told, role_within
from checks.rows import plain
from verify.form import Project
from verify.model import Case

INNOCENT = "（可能是人员变更未登记或姓名写法不同）"
UNCERTAIN = "（不是竣工时的记录、有变更、另一单位或单位不明的人员、未读清，或不能确定是本项目、本标段）"


def held(case: Case, claim: Project, found: list[Record], params: RecordAgrees) -> Iterator[Told]:
    """The role at completion counts: who holds it on any page of the project, and under which heading."""
    if not claim.role:
        return
    holders = [(record, person) for record in found for person in in_role(record.people, claim.role, params)]
    mine = [person for _, person in holders if person.named(case.name) != "none"]
    if mine:
        yield from _mine(claim, mine, [p for _, p in holders if p not in mine])
        return
    if not holders:
        yield from _otherwise(case, claim, found, params)
    alone = len({person.name.text for _, person in holders}) == 1
    for record, person in holders:
        unit = f"（{person.unit.text}）" if person.unit else ""
        message = f"平台页面上本项目的{claim.role}是“{person.name.text}”{unit}，申报信息为“{case.name}”"
        if _against(case, claim, record, person, params, alone):
            innocent = INNOCENT if person.unit and claim.employer else f"{INNOCENT}{NO_UNIT}"
            yield Told(person.name.text, f"{message}{innocent}", (person.name.shown,), against=True)
        else:
            yield Told(claim.role, f"{message}{UNCERTAIN}", (person.name.shown,))


def _otherwise(case: Case, claim: Project, found: list[Record], params: RecordAgrees) -> Iterator[Told]:
    """Nobody in the claimed role: who holds the one that it is a longer way to write (施工项目经理, 项目经理（一级）)."""
    meant = role_within(claim.role or "", params)
    holders = [person for record in found for person in record.people if person.role == meant]
    if any(person.named(case.name) != "none" for person in holders):
        yield Told("角色", shown=(holders[0].name.shown,))
    elif holders:
        message = f"平台页面上的{meant}是“{holders[0].name.text}”，申报的角色“{claim.role}”写法不同，是否同一角色"
        yield Told(claim.role or "", message, (holders[0].name.shown,))


def _mine(claim: Project, mine: list[Person], others: list[Person]) -> Iterator[Told]:
    """The applicant holds the role; another holder beside them may be who held it at completion."""
    if others and claim.role and "专业" not in claim.role:
        names = "、".join(dict.fromkeys(person.name.text for person in others))
        shown = tuple(person.name.shown for person in (*mine, *others))
        yield Told(claim.role, f"平台页面上的{claim.role}除申报人外还有“{names}”，可能有变更，竣工时是谁", shown)
    else:
        yield Told("角色", shown=(mine[0].name.shown,))
    units = [person.unit for person in mine if person.unit]
    agreement, field = compare(claim.employer, units) if claim.employer else ("unread", None)
    if agreement == "differs" and field and claim.employer:
        yield Told("单位", f"平台页面上申报人的单位不同（{told(claim.employer, field)}）", (field.shown,))


def _against(case: Case, claim: Project, record: Record, person: Person, params: RecordAgrees, alone: bool) -> bool:
    """Whether a page surely names another person in the claimed role, at completion, in this very project."""
    if not is_sure(person) or person.numbered(case.form.id_number or "") is True:
        return False
    if about(claim, record) != "same" or not read_well(record.page, WELL) or record.changed:
        return False
    # A partner, a subcontractor and a design firm have their own: without the unit only what a project has one of counts.
    unit = same_unit(claim.employer, person.unit.text if person.unit else None)
    once = alone and plain(claim.role or "") == person.role and claim.role in params.paper_roles
    if unit is False or (unit is None and not once):
        return False
    return person.stage == "completion" or record.platform in params.unstaged
