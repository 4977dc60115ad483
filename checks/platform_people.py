"""Who held which role in a project, as a platform's page says, and at which stage of it (SS-01, SS-02, SS-04)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from checks.fields import SURE, Field
from checks.masks import fits, is_masked
from checks.names import Level, find_name, looks_like_name
from checks.pages import at
from checks.platform_words import PlatformWords
from checks.rows import levels, plain
from checks.tables import labelled, spread, table
from verify.model import Document
from verify.page import Page, Word

LONGEST = 12
"""A person's name in a table has at most so many characters."""

TABS = 3
"""A line that names so many stages of a project is a row of tabs, and no heading of what stands below it."""

STAGES = {
    "竣工": "completion",
    "施工许可": "permit",
    "合同": "contract",
    "招投标": "tender",
    "中标": "tender",
    "图审查": "review",
    "图纸审查": "review",
}
"""Words of the headings under which a platform shows the stages of a project."""


@dataclass(frozen=True, slots=True)
class Person:
    """Who held a role, as a page says; `stage` is the heading it stands under (STAGES), None where there is none."""

    role: str
    name: Field
    unit: Field | None = None
    number: Field | None = None
    stage: str | None = None

    def named(self, name: str) -> Level:
        """Whether this is a person of that name: exactly, perhaps (a slip, a name partly starred out), or not."""
        if is_masked(self.name.text):
            return "near" if fits(self.name.text, name) else "none"
        return find_name(
            name, [Word(self.name.text, (0, 0, 10 * len(self.name.text), 10), self.name.shown.confidence or 0)]
        ).level

    def numbered(self, number: str) -> bool | None:
        """Whether the visible digits are those of an ID number; None where none were read surely."""
        if self.number is None or not number or sum(char.isdigit() for char in self.number.text) < 4:
            return None
        if fits(self.number.text, number):
            return True
        return False if self.number.sure else None


def people_of(document: Document, page: Page, words: PlatformWords) -> tuple[Person, ...]:
    """Who held which role: under the headings of a table, else beside the role as a label; each pair once."""
    found: dict[tuple[str, str], Person] = {}
    for person in (*_listed(document, page, words), *_beside(document, page, words)):
        found.setdefault((person.role, person.name.text), person)
    return tuple(found.values())


def in_role(people: Iterable[Person], role: str, words: PlatformWords) -> list[Person]:
    """Those who held a claimed role, by its own name or another."""
    meant = words.meaning(role)
    return [person for person in people if any(person.role == name for name in meant)]


def is_sure(person: Person) -> bool:
    """Whether a person's name was fully and surely read."""
    return person.name.sure and (person.name.shown.confidence or 0) >= SURE and looks_like_name(person.name.text)


def _listed(document: Document, page: Page, words: PlatformWords) -> Iterator[Person]:
    """Those in a table of people."""
    columns = {
        "role": words.role_headings, "name": words.person_headings, "id": words.id_headings,
        "unit": words.unit_headings,
    }  # fmt: skip
    for row in table(page, columns, ("role", "name")):
        if "role" in row and "name" in row and len(plain(row["name"].text)) <= LONGEST:
            cells = {name: Field(plain(word.text), at(document, page, word)) for name, word in row.items()}
            stage = _stage(page, row["name"], words)
            yield Person(cells["role"].text, cells["name"], cells.get("unit"), cells.get("id"), stage)


def _beside(document: Document, page: Page, words: PlatformWords) -> Iterator[Person]:
    """Those beside their role as a label."""
    roles = dict.fromkeys(role for name, others in words.roles.items() for role in (name, *others))
    for role in roles:
        for said in labelled(document, page, [role]):
            if looks_like_name(said.text) or (is_masked(said.text) and len(said.text) <= LONGEST):
                top = said.shown.box[1] if said.shown.box else 0
                yield Person(plain(role), said, stage=_stage(page, Word(said.text, (0, top, 1, top + 1), 1.0), words))


def _stage(page: Page, word: Word, words: PlatformWords) -> str | None:
    """The stage whose heading is the nearest above a line."""
    above = [(row, _stages(row, words)) for row in levels(spread(page).words)]
    told = [(row[0].box[1], found[0]) for row, found in above if 0 < len(found) < TABS and row[0].box[1] < word.box[1]]
    return STAGES[max(told)[1]] if told else None


def _stages(row: Iterable[Word], words: PlatformWords) -> list[str]:
    """The stages that a row names; a completion's day is one where it has come (not 计划竣工日期, 合同竣工日期)."""
    said = [text for word in row if (text := plain(word.text)) and not _planned(text, words)]
    return [stage for stage in STAGES if any(stage in text for text in said)]


def _planned(text: str, words: PlatformWords) -> bool:
    dated = "竣工" in text and ("日期" in text or "时间" in text)
    return dated and not text.startswith(tuple(map(plain, words.completed_labels)))
