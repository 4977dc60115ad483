"""The batch being made: its applicants, last year's batch, the platforms' export, the archive."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from random import Random

from scripts.fixturekit.chance import dice
from scripts.fixturekit.people import Company, Person
from scripts.fixturekit.projects import Works
from scripts.fraud_eval import people
from scripts.fraud_eval.member import Member, member


@dataclass
class World:
    """`guilty` is thrice as large as one kind's share, so that a kind's offenders and their accomplices are two thirds."""

    seed: int
    share: int
    guilty: list[Member]
    innocent: list[Member]
    last_year: list[Member]
    works: Iterator[Works]
    people: Iterator[Person]
    registry: list[dict[str, str]] = field(default_factory=list)
    archive: list[dict[str, str]] = field(default_factory=list)

    @property
    def members(self) -> list[Member]:
        """The batch, in the order of its folders."""
        return sorted((*self.guilty, *self.innocent), key=lambda one: one.folder)

    def dice(self, *name: object) -> Random:
        """Dice for one thing of this batch."""
        return dice("fraud eval", self.seed, *name)

    def stranger(self, firm: Company) -> Person:
        """Somebody of a firm who does not apply."""
        return replace(next(self.people), employer=firm, project=next(self.works).name)

    def project(self, firm: Company, role: str = "项目经理") -> Works:
        """A project that nobody has claimed."""
        return replace(next(self.works), contractor=firm, role=role)

    def add_last_year(self, person: Person, works: Works | None = None) -> Member:
        """An application of last year's batch."""
        number = len(self.last_year) + 1
        self.last_year.append(
            member(number, person, works or self.project(person.employer), f"L{number:03d}_{person.name}")
        )
        return self.last_year[-1]


def world_of(count: int, seed: int) -> World:
    """`count` applicants with clean papers, in pairs of one firm."""
    roll = dice("fraud eval", seed)
    cast, works, firms = people.people(roll), people.projects(roll), people.firms(max(3, count // 6), roll)
    share, numbers = max(1, count // 10), roll.sample(range(1, count + 1), count)
    made = list[Member]()
    for place, number in enumerate(numbers):
        firm = firms[(place % share if place < 3 * share else (place - 3 * share) // 2) % len(firms)]
        own = replace(next(works), contractor=firm)
        person = replace(next(cast), employer=firm, project=own.name)
        made.append(member(number, person, own, f"{number:03d}_{person.name}"))
    return World(seed, share, made[: 3 * share], made[3 * share :], [], works, cast)
