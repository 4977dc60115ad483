"""A plan: one applicant of the sample batches, as applicants.toml tells it."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from scripts.fixturekit import people
from scripts.fixturekit.people import Person
from scripts.fixturekit.projects import Works
from scripts.fixturekit.writing import Article

SLOTS = (
    "证件照",
    "学历学位",
    "职称证书",
    "年度考核",
    "继续教育",
    "社保",
    "工程业绩",
    "论文",
    "专利",
    "获奖",
    "承诺书",
    "自评表",
    "推荐",
)


@dataclass(frozen=True)
class Plan:
    """One applicant to make. `aliases` rename slot folders; `planted` are the checks that must fail, `edges` what is nearly
    wrong and must pass.
    """

    number: int
    folder: str
    person: Person
    submitted: str
    works: Works | None = None
    article: Article | None = None
    aliases: dict[str, str] = field(default_factory=dict)
    planted: tuple[str, ...] = ()
    knock_on: tuple[str, ...] = ()
    category: str = "施工与监理类"
    route: str = "正常申报"
    statement: int = 860
    edges: tuple[str, ...] = ()

    def slot(self, name: str) -> str:
        """The folder in which this applicant keeps the files of a slot."""
        return self.aliases.get(name, name)

    def plants(self, check: str) -> bool:
        """Whether this check must fail."""
        return check in self.planted

    @property
    def clean(self) -> bool:
        """Whether no check may fail."""
        return not self.planted


def load(batch: str) -> tuple[Plan, ...]:
    """The plans of a table of applicants.toml."""
    text = Path(__file__).with_name("applicants.toml").read_text(encoding="utf-8")
    return tuple(_plan(entry) for entry in tomllib.loads(text)[batch])


def _plan(entry: dict[str, Any]) -> Plan:
    project, pattern = entry.pop("project"), entry.pop("folders", "")
    told = entry.pop("person")
    employer = getattr(people, told.pop("employer"))
    person = Person(**_tuples(told), employer=employer, project=project["name"])
    if pattern:
        entry["aliases"] = {slot: pattern.format(number=n, slot=slot) for n, slot in enumerate(SLOTS, 1)}
    if "number" in project:
        entry["works"] = Works(**project, contractor=employer)
    if "article" in entry:
        entry["article"] = Article(**_tuples(entry["article"]))
    return Plan(**_tuples(entry), person=person)


def _tuples(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in fields.items()}


SHAOXING = load("shaoxing")
YONGJIA = load("yongjia")
SHAOXING_PRINTED = load("shaoxing_printed")
YONGJIA_PRINTED = load("yongjia_printed")
WANG = SHAOXING[0].person
"""The applicant of every case."""

CITED = SHAOXING[0].article.references if SHAOXING[0].article else ()
"""A reference list in which a listed journal is cited."""
