"""What is known of a page or file of the store: whose it is, where it stands, what it is claimed for."""

from __future__ import annotations

from dataclasses import dataclass

from checks.rows import plain
from verify.across import Whose
from verify.finding import Evidence
from verify.model import Case, Slot
from verify.store.secret import same_number


@dataclass(frozen=True, slots=True)
class Stored:
    """A page (or a whole file: `page` is None) of another applicant, or of this one in another batch.

    `title`, `role` and `number` (of a project) are those of the claim that its item folder proves. `names` are the
    applicant's name and others they go by. `person` is the digest of their ID number (verify/store/secret.py), None where
    it is not known.
    """

    whose: Whose
    file: str
    page: int | None
    slot: Slot
    item: str | None = None
    title: str | None = None
    role: str | None = None
    number: str | None = None
    names: tuple[str, ...] = ()
    person: str | None = None
    excerpt: str = ""

    @property
    def named(self) -> tuple[str, ...]:
        """Every name to look for."""
        return tuple(dict.fromkeys((self.whose.name, *self.names)))

    @property
    def evidence(self) -> Evidence:
        return Evidence(self.file, self.page, text=self.excerpt or None)


def is_same_person(mine: Case, other: Stored, person: str | None) -> bool:
    """Whether it is this applicant's own: one ID number, or one name with one folder or one employer.

    `person` is the digest of this applicant's ID number. Two ID numbers that differ, both well formed, are two people of
    one name, but in one folder of one batch nobody else can be.
    """
    if other.whose.batch is None and other.whose.folder == mine.folder:
        return True
    same = same_number(person, other.person)
    if same is not None:
        return same
    if plain(other.whose.name) != plain(mine.name):
        return False
    employer = mine.form.employer.name
    same_employer = bool(employer) and plain(employer or "") == plain(other.whose.employer or "")
    return other.whose.folder == mine.folder or same_employer
