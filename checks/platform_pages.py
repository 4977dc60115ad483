"""What a page of the authorities' platforms says: project, owner, days, and who held which role (SS-01, SS-02, SS-04).

Layouts: pairs of label and value in rows, a table of people under headings, the name of the project as a headline.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from checks.check import Params
from checks.fields import SURE, Field
from checks.masks import fits, is_masked
from checks.names import Level, find_name, looks_like_name
from checks.pages import at, find, lines
from checks.platforms import is_platform, may_be_platform
from checks.rows import levels, plain
from checks.tables import labelled, table
from verify.model import Document, Item, Page, Word

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


class PlatformWords(Params):
    """The words by which platform pages are known and read.

    `platforms`: for each value of the form's `platform`, names and hosts; `doubtful`: words of pages that may be one, the
    national platform's among them. `roles`: other words for a claimed role. `changed`: words of a change of person.
    `ends`: words of a page's foot, by which it is known to be whole. `list_headings`: what else heads a list's columns.
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
    ends: tuple[str, ...] = ()
    list_headings: tuple[str, ...] = ()

    def meaning(self, role: str) -> tuple[str, ...]:
        """A claimed role and its other words, plain."""
        return tuple(map(plain, (role, *self.roles.get(role, ()))))


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


@dataclass(frozen=True)
class Record:
    """A page of a platform, read. `platform` is the form's word for it, None for one that may only be one."""

    document: Document
    page: Page
    words: PlatformWords
    platform: str | None

    @cached_property
    def number(self) -> Field | None:
        """项目编号, beside its label or in a list's column below it."""
        said = self.values(self.words.number_labels)
        return next((field for field in said if any(char.isdigit() for char in field.text)), next(iter(said), None))

    @cached_property
    def names(self) -> list[Field]:
        """项目名称, beside its label or as a headline above the first label."""
        return self.values(self.words.name_labels) or list(self._headlines())

    @cached_property
    def owner(self) -> Field | None:
        """建设单位."""
        return next(iter(self.values(self.words.owner_labels)), None)

    @cached_property
    def started(self) -> list[Field]:
        """实际开工日期 and the like."""
        return self.values(self.words.started_labels)

    @cached_property
    def completed(self) -> list[Field]:
        """实际竣工验收日期 and the like."""
        return self.values(self.words.completed_labels)

    @cached_property
    def people(self) -> tuple[Person, ...]:
        """Who held which role: under the headings of a table, else beside the role as a label; each pair once."""
        found: dict[tuple[str, str], Person] = {}
        for person in (*self._listed(), *self._labelled()):
            found.setdefault((person.role, person.name.text), person)
        return tuple(found.values())

    def values(self, labels: Iterable[str]) -> list[Field]:
        """The values after one of `labels`; where another label stands there, as in a list's head, those in its column."""
        wanted = tuple(labels)
        beside = [field for field in labelled(self.document, self.page, wanted) if field.text not in self._labels]
        if beside or not wanted:
            return beside
        cells = (row["value"] for row in table(self.page, {"value": wanted}, ("value",)) if "value" in row)
        below = [Field(plain(word.text), at(self.document, self.page, word)) for word in cells]
        return [field for field in below if field.text not in self._labels]

    @cached_property
    def _labels(self) -> frozenset[str]:
        """Every label and heading that the page may have, plain."""
        w = self.words
        groups = (
            w.number_labels, w.name_labels, w.owner_labels, w.started_labels, w.completed_labels, w.role_headings,
            w.person_headings, w.id_headings, w.unit_headings, w.list_headings,
        )  # fmt: skip
        return frozenset(plain(label) for group in groups for label in group)

    @property
    def shows_people(self) -> bool:
        """Whether the page has, or was cut off within, a part on people: the headings, or any role."""
        roles = [role for role, others in self.words.roles.items() for role in (role, *others)]
        return bool(self.people) or find(self.page, (*self.words.role_headings, *roles)) is not None

    @property
    def changed(self) -> bool:
        """Whether the page speaks of a change of person."""
        return find(self.page, self.words.changed) is not None

    @property
    def whole(self) -> bool:
        """Whether the page is seen to its foot."""
        return find(self.page, self.words.ends) is not None

    def _headlines(self) -> Iterator[Field]:
        labels = [plain(label) for label in (*self.words.number_labels, *self.words.owner_labels)]
        tops = [word.box[1] for word in self.page.words if plain(word.text).startswith(tuple(labels))]
        known = [plain(word) for group in self.words.platforms.values() for word in group]
        for word in self.page.words:
            text = plain(word.text)
            above = word.box[3] <= min(tops, default=0.35 * self.page.height)
            if above and len(text) >= 6 and not text.isascii() and not any(name in text for name in known):
                yield Field(text, at(self.document, self.page, word))

    def _listed(self) -> Iterator[Person]:
        columns = {
            "role": self.words.role_headings, "name": self.words.person_headings, "id": self.words.id_headings,
            "unit": self.words.unit_headings,
        }  # fmt: skip
        for row in table(self.page, columns, ("role", "name")):
            if "role" in row and "name" in row and len(plain(row["name"].text)) <= LONGEST:
                cells = {
                    name: Field(plain(word.text), at(self.document, self.page, word)) for name, word in row.items()
                }
                yield Person(
                    cells["role"].text, cells["name"], cells.get("unit"), cells.get("id"), self._stage(row["name"])
                )

    def _labelled(self) -> Iterator[Person]:
        roles = dict.fromkeys(role for name, others in self.words.roles.items() for role in (name, *others))
        for role in roles:
            for said in labelled(self.document, self.page, [role]):
                if looks_like_name(said.text) or (is_masked(said.text) and len(said.text) <= LONGEST):
                    top = said.shown.box[1] if said.shown.box else 0
                    yield Person(plain(role), said, stage=self._stage(Word(said.text, (0, top, 1, top + 1), 1.0)))

    def _stage(self, word: Word) -> str | None:
        """The stage whose heading is the nearest above a line."""
        above = [(row, [s for s in STAGES if any(s in plain(w.text) for w in row)]) for row in levels(self.page.words)]
        told = [
            (row[0].box[1], found[0]) for row, found in above if 0 < len(found) < TABS and row[0].box[1] < word.box[1]
        ]
        return STAGES[max(told)[1]] if told else None


def records(item: Item, words: PlatformWords) -> list[Record]:
    """Every page of an item that is a platform's, or may be one (`platform` None)."""
    found = []
    for document in item.documents:
        for page in document.pages:
            name = _platform(page, words)
            if name or _may_be(page, words, item):
                found.append(Record(document, page, words, name))
    return found


def _platform(page: Page, words: PlatformWords) -> str | None:
    return next((n for n, group in words.platforms.items() if is_platform(page, group, words.doubtful)), None)


def _may_be(page: Page, words: PlatformWords, item: Item) -> bool:
    known = tuple(word for group in words.platforms.values() for word in group)
    return may_be_platform(page, words.doubtful, item) or (may_be_platform(page, known, None) and _is_screen(page))


def _is_screen(page: Page) -> bool:
    """Whether a page shows an address as a browser does."""
    return any("http" in plain(word.text) for word in lines(page))


def in_role(people: Iterable[Person], role: str, words: PlatformWords) -> list[Person]:
    """Those who held a claimed role, by its own name or another."""
    meant = words.meaning(role)
    return [person for person in people if any(person.role == name for name in meant)]


def is_sure(person: Person) -> bool:
    """Whether a person's name was fully and surely read."""
    return person.name.sure and (person.name.shown.confidence or 0) >= SURE and looks_like_name(person.name.text)
