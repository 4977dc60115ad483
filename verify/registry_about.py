"""Which rows of a platform's export are about a claimed project: by number and name. Rules EV-11, EV-12."""

from __future__ import annotations

from typing import Literal

from verify.across import Record
from verify.form import Project
from verify.project_names import likeness, number_key

TELLING = 8
"""A number of fewer characters is a serial number of some list, and no project's."""

About = Literal["number", "same", "like", "part", "differs"]
"""By the same number; by the same name; by nearly the same; a section or phase more or less; another project."""


def about(claim: Project, record: Record) -> About:
    """How surely a row is about a claimed project: a number may be mistyped, so another name or number leaves doubt."""
    own, other = number_key(claim.registry_number), number_key(record.number)
    named = likeness(claim.name, record.project) if claim.name else "differs"
    if len(own) >= TELLING and own == other:
        by_name: dict[str, About] = {"same": "number", "like": "number", "part": "part", "differs": "like"}
        return by_name[named]
    return "like" if own and other and named == "same" else named
