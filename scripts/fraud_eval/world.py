"""The batch being made: its applicants with their papers, last year's batch, the platforms' export, the archive."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

from scripts.fixturekit import filled, hours, portrait, projects, schooling
from scripts.fixturekit.assessment import assessment
from scripts.fixturekit.chance import dice
from scripts.fixturekit.folder import Folder
from scripts.fixturekit.people import OWNER, SUPERVISOR, Company, Person
from scripts.fixturekit.plan import Plan
from scripts.fixturekit.projects import Works
from scripts.fraud_eval import people
from scripts.fraud_eval.sheets import Draw, Make, printed

ASSESSED, TAUGHT, SCHOOLED, TITLED = (
    "年度考核/年度考核.pdf",
    "继续教育/学时证明.pdf",
    "学历学位/毕业证书.pdf",
    "职称证书/职称证书.pdf",
)
WORKED, PORTRAIT = "工程业绩/01本人项目/工程技术联系单.pdf", "证件照/证件照.jpg"

YEARS = (2022, 2023)
"""Whose assessments everybody hands in."""


@dataclass
class Member:
    """An applicant: `files` by their path, `form` as it is written."""

    plan: Plan
    works: Works
    form: dict[str, Any]
    files: dict[str, Make] = field(default_factory=dict)

    @property
    def person(self) -> Person:
        """Who applies."""
        return self.plan.person

    @property
    def name(self) -> str:
        """The applicant's name."""
        return self.person.name

    @property
    def folder(self) -> str:
        """The applicant's folder in the batch."""
        return self.plan.folder

    @property
    def diploma(self) -> Draw:
        """The applicant's diploma."""
        return partial(schooling.diploma, self.person, True)

    @property
    def title(self) -> Draw:
        """The certificate of the present title."""
        return partial(schooling.title_certificate, self.person, vector=True)

    def year(self, year: int) -> Draw:
        """The assessment of a year."""
        return partial(assessment, self.person, year, "合格", True)

    def claim(self, kind: str, /, **said: Any) -> None:
        """Adds an item to a list of the form ("projects", "papers", …)."""
        self.form[kind] = [*self.form.get(kind, ()), said]

    def write(self, root: Path) -> None:
        """Writes the folder."""
        folder = Folder(root / self.folder)
        for path, make in self.files.items():
            folder.put(path, make())
        folder.form(self.form)


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


def member(number: int, person: Person, works: Works, folder: str) -> Member:
    """An applicant with what everybody hands in; numbers up to 10 have oddities in the sample batches' forms."""
    plan = Plan(1000 + number, folder, person, "2024-09-18", works)
    told = Member(plan, works, filled.shaoxing(plan))
    told.form["projects"] = []
    told.form["assessments"] = [one for one in told.form["assessments"] if one["year"] in YEARS]
    told.claim("projects", **claimed(works, "工程业绩/01本人项目"))
    letter = partial(projects.letter, works, person.name, (OWNER, SUPERVISOR), works.completed, vector=True)
    told.files = {
        PORTRAIT: lambda: portrait.to_size(person.photo((300, 400)), 31_000, 33_000),
        SCHOOLED: printed(told.diploma),
        TITLED: printed(told.title),
        ASSESSED: printed(*map(told.year, YEARS)),
        TAUGHT: printed(partial(hours.hours, person, filled.hours(plan), True)),
        WORKED: printed(letter),
    }
    return told


def claimed(works: Works, folder: str, **said: str) -> dict[str, str]:
    """A project as the form claims it."""
    own = {"name": works.name, "role": works.role, "employer": works.contractor.name}
    days = {"started": works.started, "completed": works.completed}
    return {**own, **days, "platform": "无", "folder": folder, **said}
