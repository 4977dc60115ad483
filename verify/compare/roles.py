"""Sole roles in projects (项目经理, 总监理工程师 …), collected from a case. Rules XC-08, EV-11, EV-12."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checks.fields import Field
from checks.names import compact
from checks.platform_pages import Record, records
from checks.platform_people import Person
from checks.platform_project import about
from checks.project_agrees import RecordAgrees
from checks.reuse_role import ProjectRole
from checks.reuse_words import FORM, claimed
from checks.rows import plain
from checks.tables import labelled
from verify.compare import role_papers
from verify.compare.number_text import exact, personal
from verify.compare.one_project import lookup
from verify.compare.project_sections import LONGEST
from verify.finding import Evidence
from verify.form import Project
from verify.mask import tidy
from verify.model import Case, Item, Slot
from verify.notice import Notice
from verify.sketches import RoleSketch

LONG, SHORT = 16, 8
"""Digits of a platform's project number (region, day, type, serial), and the fewest that any number has."""

_BRACKET = re.compile(r"\(([^()]*)\)")


def roles(case: Case, notice: Notice) -> tuple[RoleSketch, ...]:
    """Every sole role of a case, () where the notice does not ask for the check; platform pages as the notice reads them."""
    params = params_of(notice)
    words = next((rule.params for rule in notice.rules if isinstance(rule.params, RecordAgrees)), None)
    return tuple(_collected(case, params, words)) if params else ()


def params_of(notice: Notice) -> ProjectRole | None:
    """What the notice says of sole roles; None where it does not ask for the check."""
    return next((rule.params for rule in notice.rules if isinstance(rule.params, ProjectRole)), None)


def _collected(case: Case, params: ProjectRole, words: RecordAgrees | None) -> Iterator[RoleSketch]:
    for item in case.items_in(Slot.PROJECT):
        claim = item.claim
        if isinstance(claim, Project) and claim.name and claim.role:
            pages = [r for r in records(item, words) if r.platform and about(claim, r) == "same"] if words else []
            for sole in sole_roles(claim.role, params):
                yield _sketch(case, item, claim, sole, pages, params)


@dataclass(frozen=True, slots=True)
class Sole:
    """A sole role as a claim names it: `said`, the pack's word for it, and what stands in brackets with it."""

    said: str
    role: str
    bracket: str = ""


def sole_roles(text: str, params: ProjectRole) -> Iterator[Sole]:
    """Each sole role that a claim's text names; 项目副经理 and 专业负责人 are none."""
    known = {plain(word): role for role, others in params.sole.items() for word in (role, *others)}
    found: dict[str, Sole] = {}
    for part in re.split("|".join(map(re.escape, params.links)), plain(text[:LONGEST])):
        said = _BRACKET.sub("", part).strip("()")
        for lead in params.leads:
            said = said.removeprefix(plain(lead))
        if said in known:
            words = [word for word, role in known.items() if role == known[said]]
            found.setdefault(known[said], Sole(said, known[said], _bracket(part, words)))
    yield from found.values()


def _bracket(part: str, words: list[str]) -> str:
    """What stands in brackets, but what only repeats one of the role's words or a part of it: 项目经理（施工）."""
    return "、".join(held for held in _BRACKET.findall(part) if held and not any(held in word for word in words))


def _key(name: str, least: int) -> str:
    """By which a project is looked up by name: without place and section, or the whole name where too little is left."""
    bare, whole = lookup(name), plain(name)
    return bare if len(bare) >= least else whole if len(whole) >= least else ""


def _sketch(case: Case, item: Item, claim: Project, sole: Sole, pages: list[Record], params: ProjectRole) -> RoleSketch:
    wanted = {plain(word) for word in (sole.role, *params.sole[sole.role])}
    held = [(record, person) for record in pages for person in record.people if person.role in wanted]
    mine = [(record, person) for record, person in held if person.named(case.name) == "exact"]
    others = {compact(person.name.text) for _, person in held if person.named(case.name) == "none"}
    others |= role_papers.others(case, item, wanted)
    unit = next((person.unit.text for _, person in mine if person.unit), None)
    name = tidy(claim.name or "")[:LONGEST]
    return RoleSketch(
        name,
        _key(name, params.least),
        sole.role,
        sole.said,
        mine[0][1].name.shown if mine else _shown(case, item, claim, wanted),
        project_number(claim.registry_number),
        claim.employer or unit,
        claim.started,
        claim.completed,
        any(_final(record, person) for record, person in mine),
        any(record.changed for record in pages) or role_papers.changed(item, wanted, params),
        tuple(sorted(others)),
        sole.bracket,
        role_papers.disciplines(case, item, claim, params) if sole.role in params.per_unit else (),
    )


def project_number(written: str | None) -> str | None:
    """A project's number without its nodes (-JX-001: the acceptance); None for what is too short to be one."""
    number = exact(written or "")
    if len(number) < SHORT or personal(number):
        return None
    return number[:LONG] if number[:LONG].isdecimal() else number


def _final(record: Record, person: Person) -> bool:
    """Whether a page names who held the role at completion, or is of a platform that tells no stages."""
    unstaged = isinstance(record.words, RecordAgrees) and record.platform in record.words.unstaged
    return person.stage == "completion" or (person.stage is None and unstaged)


def _shown(case: Case, item: Item, claim: Project, wanted: set[str]) -> Evidence:
    """Where the pages name the applicant beside the role, else the form's line."""
    for document in item.documents:
        for page in document.pages:
            said: list[Field] = labelled(document, page, wanted)
            if beside := next((field for field in said if compact(case.name) in field.text), None):
                return beside.shown
    return Evidence(FORM, text=claimed(claim))
