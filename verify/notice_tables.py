"""The tables of a notice's file, as a person writes them."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from verify.finding import Consequence, Finding

Said = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
"""A text that must not be blank."""


class Table(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Head(Table):
    """[notice]: who says it, and when. `id` is the pack's name in reports and on the command line."""

    id: Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*$", max_length=60)]
    number: Said
    title: Said
    issuer: Said
    issued: date
    level: Said
    source: str | None = None


class Unchecked(Table):
    """[[unchecked]]: a clause on which no check stands, and why no machine can judge it."""

    section: Said
    quote: Said
    reason: Said


class Unclear(Table):
    """[[unclear]]: where the notice contradicts itself or leaves open what it means.

    `checks` are those it touches; `subjects` those of their subjects, where it does not touch all.
    """

    sections: tuple[Said, ...]
    text: Said
    checks: tuple[str, ...] = ()
    subjects: tuple[Said, ...] = ()

    def about(self, finding: Finding) -> bool:
        """Whether it bears on a finding."""
        return finding.check in self.checks and (not self.subjects or finding.subject.startswith(self.subjects))


class Further(Table):
    """A further clause that a check judges."""

    section: Said
    quote: Said


class Entry(BaseModel):
    """What every [checks."…"] table may hold beside the check's own parameters."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    section: str | None = None
    quote: str | None = None
    consequence: Consequence
    remedy: str | None = None
    further: tuple[Further, ...] = ()
