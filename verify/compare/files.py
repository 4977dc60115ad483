"""One applicant's files against the store's, byte for byte."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from verify.across import Doubt, Match, MatchKind, Reason
from verify.compare.page_match import PEOPLE, shown, what
from verify.compare.reasons import Place, place_of, reason
from verify.compare.stored import Stored, is_same_person
from verify.model import Case, Document, Slot

LEAST_BYTES = 2_000
"""A file of fewer bytes is an icon, a stub, an empty page."""


def match_files(
    mine: Case, lookup: Callable[[str], Iterable[Stored]], *, person: str | None = None
) -> tuple[Match, ...]:
    """Every file that another applicant handed in too, byte for byte; `lookup` gives the store's files by SHA-256.

    `explained` has a Reason, a Doubt, or None: nothing speaks for it.
    """
    found = list[Match]()
    for document in filter(_tells, mine.documents):
        others = [other for other in lookup(document.sha256) if not is_same_person(mine, other, person)]
        by_whose = {(other.whose.batch or "", other.whose.folder): other for other in reversed(others)}
        found += [_match(mine, document, by_whose[whose]) for whose in sorted(by_whose)[:PEOPLE]]
    return tuple(found)


def _tells(document: Document) -> bool:
    """Whether a file shared byte for byte tells anything: large enough, readable and not blank."""
    blank = bool(document.pages) and all(page.blank for page in document.pages)
    return document.size >= LEAST_BYTES and document.readable and not blank


def _match(mine: Case, document: Document, other: Stored) -> Match:
    place = place_of(mine, document, document.pages)
    here = shown(mine, place, other)
    return Match(
        MatchKind.FILE, what(place), here, other.evidence, other.whose, explained=_explained(mine, place, other)
    )


def _explained(mine: Case, place: Place, other: Stored) -> Reason | Doubt | None:
    if place.document.slot is Slot.PHOTO:
        return None
    if legitimate := reason(mine, place, other):
        return legitimate
    if place.names((mine.name,)):
        return Doubt.MINE
    return None if place.names(other.named) else Doubt.NAMELESS
