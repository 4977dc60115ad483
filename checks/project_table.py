"""A claimed project as each source has it, side by side, for the report."""

from __future__ import annotations

from checks.fields import Field
from checks.platform_pages import Record as Screen
from checks.platform_pages import records
from checks.platform_people import in_role
from checks.project_prose import roles_of, sentences
from checks.project_prose_days import days_of
from checks.project_registry import about_claim
from checks.project_told import RecordAgrees
from checks.tables import labelled
from verify.across import Record
from verify.finding import Cells
from verify.form import Project
from verify.model import Case, Document, Item
from verify.page import Page

HEADINGS = ("来源", "项目名称", "项目编号", "角色：人员", "单位", "开工", "竣工")

MOST = 8
"""Rows of one kind of source."""

Pages = list[tuple[Document, Page]]


def side_by_side(case: Case, item: Item, claim: Project, params: RecordAgrees) -> Cells:
    """The form, platform pages, papers and the export; () where there is nothing beside the form."""
    screens = [record for record in records(item, params) if record.platform]
    taken = {(screen.document.file, screen.page.number) for screen in screens}
    papers = [(d, p) for d in item.documents for p in d.pages if (d.file, p.number) not in taken]
    rows = [
        *(_screen(screen, claim, params) for screen in screens[:MOST]),
        *([row] if (row := _papers(case, papers, claim, params)) else []),
        *(_record(record) for record in about_claim(case, claim, parts=True)[:MOST]),
    ]
    return (HEADINGS, _claim(case, claim), *rows) if rows else ()


def _claim(case: Case, claim: Project) -> tuple[str, ...]:
    days = (str(claim.started or ""), str(claim.completed or ""))
    held = f"{claim.role or ''}：{case.name}"
    return ("申报信息", claim.name or "", claim.registry_number or "", held, claim.employer or "", *days)


def _screen(screen: Screen, claim: Project, params: RecordAgrees) -> tuple[str, ...]:
    held = in_role(screen.people, claim.role, params) if claim.role else list(screen.people)
    fields = (screen.names[:1], [screen.number] if screen.number else [])
    units = [person.unit.text for person in held if person.unit]
    days = (_first(screen.started), _first(screen.completed))
    people = "、".join(f"{person.role}：{person.name.text}" for person in held[:MOST])
    where = f"平台页面 {screen.document.file} 第 {screen.page.number} 页"
    return (where, *map(_first, fields), people, "、".join(dict.fromkeys(units)), *days)


def _papers(case: Case, pages: Pages, claim: Project, params: RecordAgrees) -> tuple[str, ...] | None:
    """One row: what the papers say first of each, after a label or in running text, read surely."""

    def said(labels: tuple[str, ...]) -> str:
        found = (field for document, page in pages for field in labelled(document, page, labels) if field.sure)
        return next((field.text for field in found), "")

    role = said(params.meaning(claim.role)) if claim.role in params.paper_roles and claim.role else ""
    prose = list(sentences(pages))
    held = roles_of(case.name, claim, prose, params)
    own = "、".join(dict.fromkeys(role for one in held for role in one.roles))
    people = "；".join([*([f"{claim.role}：{role}"] if role else []), *([f"{own}：{case.name}"] if own else [])])
    cells = (said(params.name_labels), said(params.number_labels), people, "")
    told = days_of(case.name, claim, prose, params)
    span = (str(told.spans[0].first), str(told.spans[0].last)) if told.spans else ("", "")
    begun, done = (_first([field for field in fields if field.sure]) for fields in (told.begun, told.done))
    days = (said(params.started_labels) or begun or span[0], said(params.completed_labels) or done or span[1])
    return ("其他材料", *cells, *days) if any((*cells, *days)) else None


def _record(record: Record) -> tuple[str, ...]:
    days = (str(record.started or ""), str(record.completed or ""))
    held = f"{record.role or ''}：{record.person or ''}"
    return (f"平台导出 {record.where}", record.project, record.number or "", held, record.unit or "", *days)


def _first(fields: list[Field]) -> str:
    return fields[0].text if fields else ""
