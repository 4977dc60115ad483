"""What a page of the authorities' platforms says: project, owner, days, and who held which role (SS-01, SS-02, SS-04).

Layouts: pairs of label and value in rows, a table of people under headings, the name of the project as a headline.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from checks.fields import Field
from checks.pages import at, find, joined, lines
from checks.platform_numbers import bare
from checks.platform_people import Person, people_of
from checks.platform_words import PlatformWords
from checks.platforms import is_platform, may_be_platform
from checks.rows import plain, rows
from checks.tables import labelled, table
from verify.model import Document, Item
from verify.page import Page


@dataclass(frozen=True)
class Record:
    """A page of a platform, read. `platform` is the form's word for it, None for one that may only be one."""

    document: Document
    page: Page
    words: PlatformWords
    platform: str | None

    @cached_property
    def number(self) -> Field | None:
        """项目编号, beside its label or in a list's column below it, without a node."""
        said = [replace(field, text=bare(field.text)) for field in self.values(self.words.number_labels)]
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
        """Who held which role."""
        return people_of(self.document, self.page, self.words)

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
        """Whether the page speaks of a change of person, and not of none."""
        pages = (self.page.words, self.page.second)
        said = (plain(joined(row).text).replace(":", "") for words in pages for row in rows(words))
        none = [plain(word).replace(":", "") for word in self.words.unchanged]
        told = [plain(word) for word in self.words.changed]
        return any(word in text for text in said for word in told if not any(one in text for one in none))

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
