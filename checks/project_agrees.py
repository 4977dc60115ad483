"""Form, platform page, papers and the platform's export of a project side by side: rules EV-11, EV-12, SS-01.

Only a readable platform page, or the export, that names another person in the claimed role is against the applicant;
whatever a person could have mistyped, or papers word otherwise, is a person's to look at.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from checks.check import failed, na, passed, unsure
from checks.fields import Field, day_of, no_day, told
from checks.names import find_name, looks_like_name
from checks.platform_pages import Record, records
from checks.platform_project import about, is_part, name_agrees, number_agrees
from checks.project_holders import held
from checks.project_prose import roles_of, sentences
from checks.project_prose_days import days_of
from checks.project_prose_told import of_roles, of_spans
from checks.project_registry import not_compared, not_recorded, recorded
from checks.project_table import side_by_side
from checks.project_told import RecordAgrees as RecordAgrees
from checks.project_told import Told
from checks.tables import labelled
from verify.dates import PartialDate
from verify.finding import Observation
from verify.form import Project
from verify.model import Case, Document, Item, Slot
from verify.page import Page, Word


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
    yield from held(case, claim, found, params)


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
