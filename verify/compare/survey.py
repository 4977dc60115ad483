"""Pass 1: what is to be compared of every applicant, sketched and put into the store."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine

from checks.identity_numbers import compact, is_masked, resident_fault
from verify.compare.numbers import numbers
from verify.compare.page_sketch import sketch
from verify.compare.roles import roles
from verify.compare.tried import tried
from verify.intake.text import display_name
from verify.model import Case
from verify.notice import Notice
from verify.sketches import InkSketches
from verify.store import applicants
from verify.store.applicants import Applicant
from verify.store.inks import put_inks
from verify.store.numbers import put_numbers
from verify.store.pages import put_files, put_pages
from verify.store.projects import put_claims
from verify.store.roles import put_roles
from verify.store.secret import DOUBTFUL, Secret
from verify.store.works import put_works

FORMAT = "11"
"""Raise when a change in sketching makes old sketches wrong."""


@dataclass(frozen=True, slots=True)
class Survey:
    """The store as a batch's first pass writes it; `batch` is the batch's folder, `notice` says what is compared."""

    engine: Engine
    secret: Secret
    batch: Path
    notice: Notice

    @property
    def key(self) -> str:
        """How the store knows this batch."""
        return str(self.batch.resolve())

    def changed(self, prints: Mapping[str, str]) -> list[str]:
        """The folders whose fingerprints the store does not know; those that are gone from the batch are forgotten."""
        with self.engine.begin() as connection:
            applicants.keep_only(connection, self.key, prints)
            known = applicants.digests(connection, self.key)
        return [folder for folder, print_ in prints.items() if known.get(folder) != _digest(print_)]

    def put(self, case: Case, print_: str, inks: Mapping[str, InkSketches]) -> None:
        """Store one applicant's sketches, all or none; `inks` are those of seals and photos, by file."""
        with self.engine.begin() as connection:
            applicant = applicants.put(connection, self.entry(case, print_))
            self._put(connection, applicant, case)
            put_inks(connection, applicant, case, inks)

    def entry(self, case: Case, print_: str = "") -> Applicant:
        """The applicant as the store knows them."""
        return Applicant(
            batch=self.key,
            label=display_name(self.batch.resolve().name),
            folder=case.folder,
            name=case.name,
            employer=case.form.employer.name,
            person=self._person(compact(case.form.id_number or "")),
            digest=_digest(print_),
        )

    def _person(self, number: str) -> str | None:
        """The digest of an ID number, marked where it is not well formed; None for a masked one, which many may share."""
        digest = None if is_masked(number) else self.secret.of(number)
        return f"{DOUBTFUL}{digest}" if digest and resident_fault(number) else digest

    def _put(self, connection: Connection, applicant: int, case: Case) -> None:
        """Every kind of sketch of one applicant; what cannot be sketched is met again, and told, when it is compared."""
        put_numbers(connection, applicant, tried(lambda: numbers(case, self.notice))[0])
        put_roles(connection, applicant, tried(lambda: roles(case, self.notice))[0])
        put_claims(connection, applicant, case)
        put_works(connection, applicant, case)
        put_files(connection, applicant, case.documents)
        put_pages(connection, applicant, tried(lambda: (one for d in case.documents for one in sketch(d)))[0])


def _digest(print_: str) -> str:
    return f"{FORMAT}:{print_}"
