"""The rows of a platform's export that are about an applicant's projects."""

from __future__ import annotations

from itertools import islice

from verify.across import Record
from verify.form import Project
from verify.model import Case, Slot
from verify.registry.registry import Registry, record_of
from verify.registry_about import about

MOST = 60
"""Rows for one claimed project. Of more (教学楼工程) only those are kept that have something else in common with it."""

SEEN = 2_000
"""Rows of one name that are looked at."""


def records_for(case: Case, registry: Registry) -> tuple[Record, ...]:
    """The rows about the projects that the applicant claims, in the order of the claims, each once."""
    found = (record for claim in claims_of(case) for record in _of(claim, case.name, registry))
    return tuple(dict.fromkeys(found))


def claims_of(case: Case) -> tuple[Project, ...]:
    """The projects that the form claims."""
    claimed = (item.claim for item in case.items_in(Slot.PROJECT))
    return tuple(dict.fromkeys((*case.form.projects, *(one for one in claimed if isinstance(one, Project)))))


def _of(claim: Project, person: str, registry: Registry) -> list[Record]:
    rows = (record_of(entry, registry.file) for entry in registry.about(claim.name, claim.registry_number))
    found = list(islice((row for row in rows if about(claim, row) != "differs"), SEEN))
    if len(found) <= MOST:
        return found
    own = [row for row in found if row.person == person]
    near = [row for row in found if about(claim, row) == "number" or (row.unit and row.unit == claim.employer)]
    return list(dict.fromkeys((*own, *near)))[:MOST]
