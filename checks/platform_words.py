"""The words by which the pages of the authorities' platforms are known and read."""

from __future__ import annotations

from checks.check import Params
from checks.rows import plain


class PlatformWords(Params):
    """The words by which platform pages are known and read.

    `platforms`: for each value of the form's `platform`, names and hosts; `doubtful`: words of pages that may be one, the
    national platform's among them. `roles`: other words for a claimed role. `changed`: words of a change of person,
    `unchanged`: of a line that says there was none. `ends`: words of a page's foot, by which it is known to be whole.
    `list_headings`: what else heads a list's columns.
    """

    platforms: dict[str, tuple[str, ...]]
    doubtful: tuple[str, ...] = ()
    roles: dict[str, tuple[str, ...]]
    number_labels: tuple[str, ...]
    name_labels: tuple[str, ...]
    owner_labels: tuple[str, ...] = ()
    started_labels: tuple[str, ...]
    completed_labels: tuple[str, ...]
    role_headings: tuple[str, ...]
    person_headings: tuple[str, ...]
    id_headings: tuple[str, ...]
    unit_headings: tuple[str, ...]
    changed: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    list_headings: tuple[str, ...] = ()

    def meaning(self, role: str) -> tuple[str, ...]:
        """A claimed role and its other words, plain."""
        return tuple(map(plain, (role, *self.roles.get(role, ()))))
