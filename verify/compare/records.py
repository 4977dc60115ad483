"""The rows of a platform's export that are about an applicant's projects."""

from __future__ import annotations

from itertools import islice
from typing import Literal

from verify.across import Record
from verify.form import Project
from verify.model import Case, Slot
from verify.project_names import likeness, number_key
from verify.registry.registry import Registry, record_of

MOST = 60
"""Rows for one claimed project. Of more (教学楼工程) only those are kept that have something else in common with it."""

SEEN = 2_000
"""Rows of one name that are looked at."""

TELLING = 8
"""A number of fewer characters is a serial number of some list, and no project's."""

About = Literal["number", "same", "like", "part", "differs"]
"""By the same number; by the same name; by nearly the same; a section or phase more or less; another project."""


def records_for(case: Case, registry: Registry) -> tuple[Record, ...]:
    """The rows about the projects that the applicant claims, in the order of the claims, each once."""
    found = (record for claim in claims_of(case) for record in _of(claim, case.name, registry))
    return tuple(dict.fromkeys(found))


def claims_of(case: Case) -> tuple[Project, ...]:
    """The projects that the form claims."""
    claimed = (item.claim for item in case.items_in(Slot.PROJECT))
    return tuple(dict.fromkeys((*case.form.projects, *(one for one in claimed if isinstance(one, Project)))))


def about(claim: Project, record: Record) -> About:
    """How surely a row is about a claimed project: a number may be mistyped, so another name or number leaves doubt."""
    own, other = number_key(claim.registry_number), number_key(record.number)
    named = likeness(claim.name, record.project) if claim.name else "differs"
    if len(own) >= TELLING and own == other:
        by_name: dict[str, About] = {"same": "number", "like": "number", "part": "part", "differs": "like"}
        return by_name[named]
    return "like" if own and other and named == "same" else named


def _of(claim: Project, person: str, registry: Registry) -> list[Record]:
    rows = (record_of(entry, registry.file) for entry in registry.about(claim.name, claim.registry_number))
    found = list(islice((row for row in rows if about(claim, row) != "differs"), SEEN))
    if len(found) <= MOST:
        return found
    own = [row for row in found if row.person == person]
    near = [row for row in found if about(claim, row) == "number" or (row.unit and row.unit == claim.employer)]
    return list(dict.fromkeys((*own, *near)))[:MOST]
