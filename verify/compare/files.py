"""One applicant's files against the store's, byte for byte."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from verify.across import Doubt, Match, MatchKind, Reason
from verify.compare.namesakes import ONE_NAME, namesakes, photo_doubt
from verify.compare.page_match import PEOPLE, shown, what
from verify.compare.project_named import is_of_both
from verify.compare.reasons import Place, listed, place_of, reason
from verify.compare.stored import Stored, is_same_person
from verify.compare.terms import Terms
from verify.model import Case, Document, Slot
from verify.store.secret import same_number

LEAST_BYTES = 2_000
"""A file of fewer bytes is an icon, a stub, an empty page."""


def match_files(
    mine: Case, lookup: Callable[[str], Iterable[Stored]], terms: Terms, *, person: str | None = None
) -> tuple[Match, ...]:
    """Every file that another applicant handed in too, byte for byte; `lookup` gives the store's files by SHA-256.

    `explained` has a Reason, a Doubt, or None: nothing speaks for it.
    """
    found = list[Match]()
    for document in filter(_tells, mine.documents):
        others = [other for other in lookup(document.sha256) if not is_same_person(mine, other, person)]
        by_whose = {(other.whose.batch or "", other.whose.folder): other for other in reversed(others)}
        first = [by_whose[whose] for whose in sorted(by_whose)[:PEOPLE]]
        place = place_of(mine, document, document.pages)
        known = sum(place.names(other.named) for other in first)
        found += [_match(mine, place, other, _explained(mine, place, other, terms, person, known)) for other in first]
    return tuple(found)


def _tells(document: Document) -> bool:
    """Whether a file shared byte for byte tells anything: large enough, readable and not blank."""
    blank = bool(document.pages) and all(page.blank for page in document.pages)
    return document.size >= LEAST_BYTES and document.readable and not blank


def _match(mine: Case, place: Place, other: Stored, explained: Reason | Doubt | None) -> Match:
    here = shown(mine, place, other)
    return Match(MatchKind.FILE, what(place), here, other.evidence, other.whose, explained=explained)


def _explained(
    mine: Case, place: Place, other: Stored, terms: Terms, person: str | None, known: int
) -> Reason | Doubt | None:
    """`known`: so many of those who handed in the file too are named in it."""
    apart = same_number(person, other.person) is False
    if place.document.slot is Slot.PHOTO:
        return photo_doubt(mine.name, other.whose.name, apart)
    names = namesakes(mine.name, other.whose.name, apart)
    near = Doubt.NEAR_NAME if names == "near" else None
    if legitimate := reason(mine, place, other, terms, by_name=names not in ONE_NAME):
        return legitimate
    if names in ONE_NAME:
        return ONE_NAME[names]
    if is_of_both(place, other) and place.names((mine.name, *other.named)):
        return Doubt.SHARED
    if place.names((mine.name,)):
        return Doubt.MINE
    doubt = near if place.names(other.named) else Doubt.NAMELESS
    return listed(mine, place, other, terms, known) or doubt
