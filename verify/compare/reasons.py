"""Why two applicants may rightly have one page or file: which Reason (verify/across.py) the pages and claims give."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz import fuzz

from checks.names import surely_on_page
from checks.rows import plain
from verify.across import Doubt, Reason
from verify.compare.one_project import relation
from verify.compare.project_sections import sections
from verify.compare.roles import project_number
from verify.compare.stored import Stored
from verify.compare.terms import Terms
from verify.model import Case, Document, Item, Slot
from verify.page import Page

LIKE = 90
"""Similarity (rapidfuzz, 0..100) from which on two titles are one project's or paper's, if their numbers agree."""

COVER_CHARS = 500
"""A cover, a contents page or the like has no more characters."""

PUBLIC = ("目录", "目次", "前言", "ISSN", "CONTENTS", "发布", "版权所有")
OWN_WORK = (Slot.PAPER, Slot.PATENT, Slot.AWARD)
"""Slots whose pages are one work's even where they name nobody."""

COMMON = (Slot.EMPLOYER_NOTE, Slot.OTHER)


@dataclass(frozen=True, slots=True)
class Place:
    """A page of this applicant's (every page of a file, where the whole file is meant), with its item."""

    document: Document
    pages: tuple[Page, ...]
    item: Item | None

    def names(self, names: Iterable[str]) -> bool:
        """Whether one of the names surely stands there."""
        return named(self.pages, names)


def place_of(mine: Case, document: Document, pages: tuple[Page, ...]) -> Place:
    """The place of some pages of a document, with the item that the document proves."""
    held = (item for item in mine.items if any(one.file == document.file for one in item.documents))
    return Place(document, pages, next(held, None))


def named(pages: Iterable[Page], names: Iterable[str]) -> bool:
    """Whether a page surely holds one of the names."""
    wanted = [name for name in names if name]
    return any(surely_on_page(name, page).word for page in pages for name in wanted)


def reason(mine: Case, place: Place, other: Stored, terms: Terms, by_name: bool = True) -> Reason | None:
    """What makes it legitimate that `other` is like `place`; None where nothing was seen that does.

    Without `by_name` names tell nothing: both applicants have one.
    """
    ours, theirs = place.names((mine.name,)), place.names(other.named)
    if by_name and (named := _by_name(mine, place, other, ours and theirs)):
        return named
    if same_work(mine, place.item, other):
        return Reason.SHARED_WORK
    if not theirs and same_employer(mine, other) and _is_common(mine, place, other, ours, terms):
        return Reason.COMMON
    apart = not ours or not place.item or not same_title(title(place.item), other.title)
    return Reason.PUBLIC if apart and not theirs and _is_public(place, other) else None


def _by_name(mine: Case, place: Place, other: Stored, both: bool) -> Reason | None:
    if both:
        return Reason.BOTH_NAMED
    if _co_authors(place.item, other):
        return Reason.CO_AUTHORS
    return Reason.BOTH_NAMED if _whole_item_names(mine, place.item, other) else None


def _is_common(mine: Case, place: Place, other: Stored, ours: bool, terms: Terms) -> bool:
    """Whether it is the unit's own paper: in a slot for such, or a notice of its own that names neither of the two."""
    if place.document.slot in COMMON and other.slot in COMMON:
        return True
    if ours or place.document.slot in (*OWN_WORK, Slot.PHOTO, Slot.PROJECT) or not terms.is_notice(place.pages):
        return False
    unit = plain(mine.form.employer.name or "")
    return any(unit in plain(page.text) for page in place.pages)


def same_work(mine: Case, item: Item | None, other: Stored) -> bool:
    """Whether both claim one project or standard, of which several people rightly have papers."""
    if item is None or item.slot not in (Slot.PROJECT, Slot.STANDARD) or item.slot is not other.slot:
        return False
    return same_title(title(item), other.title) or (item.slot is Slot.PROJECT and _same_project(mine, item, other))


def _same_project(mine: Case, item: Item, other: Stored) -> bool:
    """Whether two projects are one however they are written: by the name, else by the number with one employer.

    One number may be of several sections: names that give different ones are of two projects.
    """
    one, theirs = title(item) or "", other.title or ""
    named = relation(one, theirs) if one and theirs else "other"
    if named == "same":
        return True
    number = project_number(getattr(item.claim, "registry_number", None))
    if not number or number != project_number(other.number):
        return False
    two_sections = bool(sections(one)) and bool(sections(theirs)) and not sections(one) & sections(theirs)
    return named == "part" or (same_employer(mine, other) and not two_sections)


def same_title(one: str | None, other: str | None) -> bool:
    """Whether two titles are of one thing: alike, and with the same digits (二标段 is not 一标段)."""
    if not one or not other:
        return False
    one, other = plain(one), plain(other)
    return _numbers(one) == _numbers(other) and fuzz.ratio(one, other) >= LIKE


def title(item: Item) -> str | None:
    """What the claim calls the project, paper, patent, standard or award."""
    return getattr(item.claim, "title", None) or getattr(item.claim, "name", None)


def _numbers(text: str) -> list[str]:
    return [char for char in text if char.isdigit() or char in "一二三四五六七八九十"]


def _co_authors(item: Item | None, other: Stored) -> bool:
    if item is None or item.slot is not other.slot:
        return False
    people = (*getattr(item.claim, "authors", ()), *getattr(item.claim, "inventors", ()))
    return bool({plain(person) for person in people} & {plain(name) for name in other.named})


def _whole_item_names(mine: Case, item: Item | None, other: Stored) -> bool:
    """Whether the item's pages name both, this page or another."""
    if item is None or item.slot is not other.slot:
        return False
    pages = [page for document in item.documents for page in document.pages]
    return named(pages, (mine.name,)) and named(pages, other.named)


def same_employer(mine: Case, other: Stored) -> bool:
    """Whether both give one employer."""
    return bool(mine.form.employer.name) and plain(mine.form.employer.name or "") == plain(other.whose.employer or "")


def _is_public(place: Place, other: Stored) -> bool:
    if place.document.slot not in (Slot.PAPER, Slot.STANDARD) or other.slot is not place.document.slot:
        return False
    texts = [plain(page.text).upper() for page in place.pages]
    return bool(texts) and all(len(t) <= COVER_CHARS and any(mark in t for mark in PUBLIC) for t in texts)


def listed(mine: Case, place: Place, other: Stored, terms: Terms, known: int = 0) -> Doubt | None:
    """The doubt about a colleague's name in a list of people, on which this applicant's was not read."""
    lists = same_employer(mine, other) and any(terms.is_list(page, known) for page in place.pages)
    return Doubt.LISTED if lists else None
