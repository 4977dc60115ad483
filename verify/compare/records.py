"""The rows of a platform's export that are about an applicant's projects."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Literal

from verify.across import Record
from verify.form import Project
from verify.model import Case, Slot
from verify.project_names import likeness, number_key
from verify.registry.registry import Registry, record_of

MOST = 60
"""Rows for one claimed project; a name that so many rows share (教学楼工程) says nothing of any of them."""

TELLING = 8
"""A number of fewer characters is a serial number of some list, and no project's."""

About = Literal["number", "same", "like", "part", "differs"]
"""By the same number; by the same name; by nearly the same; a section or phase more or less; another project."""


def records_for(case: Case, registry: Registry) -> tuple[Record, ...]:
    """The rows about the projects that the applicant claims, in the order of the claims, each once."""
    found = (record for claim in claims_of(case) for record in islice(_of(claim, registry), MOST))
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


def _of(claim: Project, registry: Registry) -> Iterator[Record]:
    for entry in registry.about(claim.name, claim.registry_number):
        record = record_of(entry, registry.file)
        if about(claim, record) != "differs":
            yield record
