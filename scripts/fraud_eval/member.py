"""One applicant: a form, and the papers that everybody hands in."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from scripts.fixturekit import filled, hours, portrait, projects, schooling
from scripts.fixturekit.assessment import assessment
from scripts.fixturekit.folder import Folder
from scripts.fixturekit.people import OWNER, SUPERVISOR, Person
from scripts.fixturekit.plan import Plan
from scripts.fixturekit.projects import Works
from scripts.fraud_eval.files import Draw, Make, lit, printed
from scripts.fraud_eval.summaries import summary

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
        return partial(assessment, self.person, year, "合格", True, summary=summary(self.person, year))

    def claim(self, kind: str, /, **said: Any) -> None:
        """Adds an item to a list of the form ("projects", "papers", …)."""
        self.form[kind] = [*self.form.get(kind, ()), said]

    def write(self, root: Path) -> None:
        """Writes the folder."""
        folder = Folder(root / self.folder)
        for path, make in self.files.items():
            folder.put(path, make())
        folder.form(self.form)


def member(number: int, person: Person, works: Works, folder: str) -> Member:
    """An applicant with what everybody hands in; numbers up to 10 have oddities in the sample batches' forms."""
    plan = Plan(1000 + number, folder, person, "2024-09-18", works)
    told = Member(plan, works, filled.shaoxing(plan))
    told.form["projects"] = []
    told.form["assessments"] = [one for one in told.form["assessments"] if one["year"] in YEARS]
    told.claim("projects", **claimed(works, "工程业绩/01本人项目"))
    letter = partial(projects.letter, works, person.name, (OWNER, SUPERVISOR), works.completed, vector=True)
    told.files = {
        PORTRAIT: lambda: portrait.to_size(lit(person.photo((300, 400)), person.id_number), 31_000, 33_000),
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
