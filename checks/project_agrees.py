"""Form, platform page, papers and the platform's export of a project side by side: rules EV-11, EV-12, SS-01.

Only a readable platform page, or the export, that names another person in the claimed role is against the applicant;
whatever a person could have mistyped, or papers word otherwise, is a person's to look at.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from checks.check import failed, na, passed, unsure
from checks.fields import Field, compare, day_of, no_day, told
from checks.names import find_name, looks_like_name
from checks.pages import WELL, read_well
from checks.platform_pages import Record, records
from checks.platform_people import Person, in_role, is_sure
from checks.platform_project import about, is_part, name_agrees, number_agrees
from checks.project_prose import roles_of, sentences
from checks.project_prose_days import days_of
from checks.project_prose_told import of_roles, of_spans
from checks.project_registry import NO_UNIT, not_compared, not_recorded, recorded, same_unit
from checks.project_table import side_by_side
from checks.project_told import RecordAgrees as RecordAgrees
from checks.project_told import Told, role_within
from checks.rows import plain
from checks.tables import labelled
from verify.dates import PartialDate
from verify.finding import Observation
from verify.form import Project
from verify.model import Case, Document, Item, Slot
from verify.page import Page, Word

INNOCENT = "（可能是人员变更未登记或姓名写法不同）"
UNCERTAIN = "（不是竣工时的记录、有变更、另一单位或单位不明的人员、未读清，或不能确定是本项目、本标段）"


def judge(case: Case, params: RecordAgrees) -> Iterable[Observation]:
    """One observation for each claimed project."""
    items = case.items_in(Slot.PROJECT)
    return [_item(case, item, params) for item in items] or [na("工程业绩", "没有申报工程业绩，本项不适用。")]


def _item(case: Case, item: Item, params: RecordAgrees) -> Observation:
    claim = item.claim
    if not isinstance(claim, Project):
        return na(item.subject, "申报信息没有这项业绩，无法与材料比较。")
    seen = _judged(case, item, claim, params)
    message = seen.message + not_recorded(case, claim)
    return replace(seen, message=message, table=side_by_side(case, item, claim, params))


def _judged(case: Case, item: Item, claim: Project, params: RecordAgrees) -> Observation:
    found = list(_told(case, item, claim, params))
    silent = [one.message for one in found if one.silent]
    held = any(not one.message and (one.what == "角色" or not claim.role) for one in found)
    wrong = [one for one in found if one.message and not (one.silent and held)]
    message = "；".join(dict.fromkeys(one.message for one in wrong))
    shown = tuple(evidence for one in wrong for evidence in one.shown)
    if any(one.against for one in wrong):
        first = next(one for one in wrong if one.against)
        return failed(item.subject, f"{message}。请人工到平台查询核实。", *shown, expected=case.name, found=first.what)
    if wrong:
        step = "请人工到平台查询核实" if all(one.silent for one in wrong) else "请人工核对以哪个为准"
        return unsure(item.subject, f"{message}。{step}。", *shown)
    if not found:
        said = "材料上没有读到可与申报信息比较的项目名称、角色、日期。"
        return na(item.subject, said + not_compared(case, claim))
    agreed = [one for one in found if not one.message]
    shown = tuple(e for one in agreed[:6] for e in one.shown[:1])
    where = {"与材料上读到的": [o for o in agreed if o.shown], "与平台导出的": [o for o in agreed if not o.shown]}
    same = "、".join(f"{name}{_named(told)}" for name, told in where.items() if told)
    return passed(item.subject, "。".join([f"申报信息{same}一致", *silent, ""]), *shown)


def _named(told: Iterable[Told]) -> str:
    return "、".join(dict.fromkeys(one.what for one in told))


def _told(case: Case, item: Item, claim: Project, params: RecordAgrees) -> Iterator[Told]:
    screens = [record for record in records(item, params) if record.platform]
    on_platform = {(record.document.file, record.page.number) for record in screens}
    papers = [(d, p) for d in item.documents for p in d.pages if (d.file, p.number) not in on_platform]
    yield from _screens(case, claim, [r for r in screens if about(claim, r) != "differs"], params)
    yield from _another_project(claim, [r for r in screens if about(claim, r) == "differs"])
    yield from _papers(case, claim, papers, params)
    yield from recorded(case, claim, params)


def _another_project(claim: Project, found: list[Record]) -> Iterator[Told]:
    for record in found:
        if field := next(iter(record.names), None):
            yield Told("项目名称", f"平台页面的项目名称不同（{told(claim.name or '', field)}）", (field.shown,))


def _screens(case: Case, claim: Project, found: list[Record], params: RecordAgrees) -> Iterator[Told]:
    names = [field for record in found for field in record.names]
    yield from _name(claim, names, "平台页面")
    numbers = [record.number for record in found if record.number]
    yield from _number(claim.registry_number, numbers)
    yield from _date("开工日期", claim.started, [f for record in found for f in record.started], "平台页面")
    yield from _date("竣工日期", claim.completed, [f for record in found for f in record.completed], "平台页面")
    yield from _no_days(found)
    yield from _person(case, claim, found, params)


def _no_days(found: list[Record]) -> Iterator[Told]:
    for record in found:
        for what, fields in (("开工日期", record.started), ("竣工日期", record.completed)):
            for field in filter(no_day, fields):
                yield Told(what, f"平台页面的{what}“{field.text}”不是日历上的日期", (field.shown,))


def _name(claim: Project, said: list[Field], where: str) -> Iterator[Told]:
    if not claim.name:
        return
    agreement, field = name_agrees(claim.name, said)
    if agreement == "same" and field:
        yield Told("项目名称", shown=(field.shown,))
    elif field and (agreement == "differs" or is_part(claim.name, field.text) or agreement == "near"):
        part = "只差标段或分期" if is_part(claim.name, field.text) else "不同"
        yield Told("项目名称", f"{where}的项目名称{part}（{told(claim.name, field)}）", (field.shown,))


def _number(claimed: str | None, said: list[Field]) -> Iterator[Told]:
    agreement, field = number_agrees(claimed, said) if claimed else ("unread", None)
    if field and claimed:
        message = "" if agreement == "same" else f"项目编号不同（{told(claimed, field)}）"
        yield Told("项目编号", message, (field.shown,))


def _date(what: str, claimed: PartialDate | None, said: list[Field], where: str) -> Iterator[Told]:
    """Dates agree where they may mean the same day; one page that says so is enough."""
    days = [(day, field) for field in said if (day := day_of(field)) and field.sure]
    if claimed is None or not days:
        return
    if any(day.first <= claimed.last and claimed.first <= day.last for day, _ in days):
        yield Told(what, shown=(days[0][1].shown,))
    else:
        yield Told(what, f"{where}的{what}不同（{told(str(claimed), days[0][1])}）", (days[0][1].shown,))


def _person(case: Case, claim: Project, found: list[Record], params: RecordAgrees) -> Iterator[Told]:
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
    for record, person in holders:
        unit = f"（{person.unit.text}）" if person.unit else ""
        message = f"平台页面上本项目的{claim.role}是“{person.name.text}”{unit}，申报信息为“{case.name}”"
        if _against(case, claim, record, person, params):
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


def _against(case: Case, claim: Project, record: Record, person: Person, params: RecordAgrees) -> bool:
    """Whether a page surely names another person in the claimed role, at completion, in this very project."""
    if not is_sure(person) or person.numbered(case.form.id_number or "") is True:
        return False
    if about(claim, record) != "same" or not read_well(record.page, WELL) or record.changed:
        return False
    # A partner, a subcontractor and a design firm have their own: without the unit only what a project has one of counts.
    unit = same_unit(claim.employer, person.unit.text if person.unit else None)
    once = plain(claim.role or "") == person.role and claim.role in params.paper_roles
    if unit is False or (unit is None and not once):
        return False
    return person.stage == "completion" or record.platform in params.unstaged


def _papers(case: Case, claim: Project, pages: list[tuple[Document, Page]], params: RecordAgrees) -> Iterator[Told]:
    def said(labels: Iterable[str]) -> list[Field]:
        wanted = tuple(labels)
        return [field for document, page in pages for field in labelled(document, page, wanted)]

    prose = list(sentences(pages))
    days = days_of(case.name, claim, prose, params)
    yield from _name(claim, [field for field in said(params.name_labels) if field.sure], "材料上")
    yield from _date("开工日期", claim.started, [*said(params.started_labels), *days.begun], "材料上")
    yield from _date("竣工日期", claim.completed, [*said(params.completed_labels), *days.done], "材料上")
    yield from of_spans(claim, days.spans)
    yield from of_roles(claim, roles_of(case.name, claim, prose, params), params)
    if claim.role in params.paper_roles:
        names = [field for field in said(params.meaning(claim.role)) if looks_like_name(field.text) and field.sure]
        yield from _on_paper(case, claim.role, names)


def _on_paper(case: Case, role: str, names: list[Field]) -> Iterator[Told]:
    if not names:
        return
    if any(find_name(case.name, [Word(f.text, (0, 0, 10, 10), 0.5)]).level != "none" for f in names):
        yield Told("角色", shown=(names[0].shown,))
    else:
        yield Told(role, f"材料上的{role}是“{names[0].text}”，申报信息为“{case.name}”", (names[0].shown,))
