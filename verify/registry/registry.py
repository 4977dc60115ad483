"""A platform's export, read: rows of who held which role in which project, found again by number and by name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from rapidfuzz.distance import OSA

from verify.across import Record
from verify.dates import PartialDate
from verify.project_names import SHORTEST, number_key, taken_apart

ENDS = 4
"""With one slip in a name of SHORTEST characters or more, its first or its last so many are untouched."""


class Entry(NamedTuple):
    """A row as plain text, so that millions of them come out of a worker; dates are as PartialDate writes them."""

    project: str
    number: str
    person: str
    role: str
    unit: str
    started: str
    completed: str
    id_number: str
    where: str


@dataclass(frozen=True)
class Registry:
    """An export. `file` is its name, `digest` the SHA-256 of its bytes, `notes` say in Chinese what was left out."""

    file: str
    digest: str
    entries: tuple[Entry, ...]
    notes: tuple[str, ...] = ()

    def about(self, name: str | None, number: str | None) -> Iterator[Entry]:
        """The rows with this number, then those with a name that may be this one, its sections and phases included."""
        seen: set[int] = set()
        by_number = self._numbers.get(number_key(number), []) if number else []
        for place in (*by_number, *(self._near(name) if name else ())):
            if place not in seen:
                seen.add(place)
                yield self.entries[place]

    @cached_property
    def projects(self) -> int:
        """How many projects it names."""
        return len({entry.project for entry in self.entries})

    def _near(self, name: str) -> Iterator[int]:
        wanted = taken_apart(name).stem
        slips = len(wanted) >= SHORTEST
        ends = (*self._ends.get(wanted[:ENDS], ()), *self._ends.get(wanted[-ENDS:], ())) if slips else ()
        alike = [stem for stem in dict.fromkeys(ends) if OSA.distance(wanted, stem, score_cutoff=1) == 1]
        for stem in (wanted, *alike):
            yield from self._stems.get(stem, ())

    @cached_property
    def _numbers(self) -> dict[str, list[int]]:
        found = defaultdict[str, list[int]](list)
        for place, entry in enumerate(self.entries):
            if entry.number:
                found[number_key(entry.number)].append(place)
        return found

    @cached_property
    def _stems(self) -> dict[str, list[int]]:
        found = defaultdict[str, list[int]](list)
        for place, entry in enumerate(self.entries):
            found[taken_apart(entry.project).stem].append(place)
        return found

    @cached_property
    def _ends(self) -> dict[str, list[str]]:
        found = defaultdict[str, list[str]](list)
        for stem in self._stems:
            if len(stem) >= SHORTEST:
                for end in {stem[:ENDS], stem[-ENDS:]}:
                    found[end].append(stem)
        return found


def record_of(entry: Entry, file: str) -> Record:
    """A row as a check sees it."""
    return Record(
        project=entry.project,
        number=entry.number or None,
        person=entry.person or None,
        role=entry.role or None,
        unit=entry.unit or None,
        started=_day(entry.started),
        completed=_day(entry.completed),
        where=f"{file} {entry.where}",
        id_number=entry.id_number or None,
    )


@lru_cache(maxsize=65_536)
def _day(text: str) -> PartialDate | None:
    return PartialDate.parse(text) if text else None
