"""One applicant's pages against the store's: which are another applicant's too, and what speaks for its being right."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from checks.names import on_page
from checks.rows import plain
from verify.across import Match, MatchKind
from verify.compare.likeness import Likeness
from verify.compare.page_index import Hit, PageIndex
from verify.compare.page_sketch import PageSketch
from verify.compare.reasons import OWN_WORK, Doubt, Place, Reason, place_of, reason, same_work
from verify.compare.shingles import Hashes, bare, has_substance, of_line, unpacked
from verify.compare.stored import Stored, is_same_person
from verify.model import SLOT_NAMES, Case, Evidence, Page, Word

PEOPLE = 5
"""Other applicants named for one page, those first whose page is most like it."""

BOXES = 20
"""Differing places shown of one page."""


def match_pages(
    mine: Case,
    my_sketches: Sequence[PageSketch],
    index: PageIndex,
    lookup: Callable[[int], Stored],
    *,
    applicant: int | None = None,
    person: str | None = None,
) -> tuple[Match, ...]:
    """Every page that is another applicant's too; `explained` has a Reason, a Doubt, or None: nothing speaks for it.

    `applicant` is this applicant's key in the index, `person` the digest of their ID number, each None where unknown.
    """
    documents = {document.file: document for document in mine.documents}
    found = list[Match]()
    for own in my_sketches:
        document = documents.get(own.file)
        page = next((page for page in document.pages if page.number == own.page), None) if document else None
        if document and page:
            place = place_of(mine, document, (page,))
            found += _of_page(mine, place, index.query(own.shingles, applicant), index, lookup, person)
    return tuple(found)


def _of_page(
    mine: Case, place: Place, hits: Sequence[Hit], index: PageIndex, lookup: Callable[[int], Stored], person: str | None
) -> list[Match]:
    matches = dict[tuple[str | None, str], Match]()
    for hit in hits:
        other = lookup(hit.page)
        whose = (other.whose.batch, other.whose.folder)
        if hit.likeness.is_form or whose in matches or is_same_person(mine, other, person):
            continue
        matches[whose] = _match(mine, place, other, hit, unpacked(index.shingles(hit.page)))
        if len(matches) == PEOPLE:
            break
    return list(matches.values())


def _match(mine: Case, place: Place, other: Stored, hit: Hit, theirs: Hashes) -> Match:
    (page,) = place.pages
    swapped = _swapped(mine, place, other, theirs)
    boxes = [word.box for word in (*swapped, *_lacking(page, theirs))]
    return Match(
        MatchKind.PAGE,
        what(place),
        shown(mine, place, other),
        other.evidence,
        other.whose,
        hit.score,
        tuple(dict.fromkeys(boxes))[:BOXES],
        _explained(mine, place, other, bool(swapped), hit.likeness, theirs),
    )


def _explained(
    mine: Case, place: Place, other: Stored, swapped: bool, likeness: Likeness, theirs: Hashes
) -> str | None:
    if swapped:
        apart = same_work(place.item, other) and not _same_role(place, other)
        return Doubt.LETTER if apart else _doubt(likeness)
    if legitimate := reason(mine, place, other):
        return legitimate
    if place.names(other.named):
        return _doubt(likeness)
    if not place.names((mine.name,)):
        impersonal = likeness.figures is None and place.document.slot not in OWN_WORK
        return Reason.IMPERSONAL if impersonal else Doubt.NAMELESS
    return Doubt.MINE if _keeps_name(place.pages[0], mine.name, theirs) else Doubt.UNREAD


def _doubt(likeness: Likeness) -> Doubt | None:
    if likeness.figures is None:
        return Doubt.PRINT
    if not likeness.same_figures:
        return Doubt.FIGURES
    return None if likeness.is_sure else Doubt.FORM


def what(place: Place) -> str:
    """A page or file as a message names it: its slot, and the page's number where there are several."""
    page = f"第 {place.pages[0].number} 页" if len(place.pages) == 1 and len(place.document.pages) > 1 else ""
    return f"{SLOT_NAMES[place.document.slot]}材料{page}"


def shown(mine: Case, place: Place, other: Stored) -> Evidence:
    """Where to look: this applicant's name on the page or file, else the other's, else the page as a whole."""
    for name in (mine.name, *other.named):
        for page in place.pages:
            seen = on_page(name, page)
            if seen.level == "exact" and (word := seen.word):
                return Evidence(place.document.file, page.number, word.box, word.text, round(word.confidence, 3))
    return Evidence(place.document.file, place.pages[0].number if len(place.pages) == 1 else None)


def _swapped(mine: Case, place: Place, other: Stored, theirs: Hashes) -> list[Word]:
    """Where the other's name stands for mine; nowhere if one of the two pages has both names, as co-authors' have."""
    (page,) = place.pages
    if place.names(other.named) or _keeps_name(page, mine.name, theirs):
        return []
    return [word for name in other.named for word in page.words if _stands_for(word, mine.name, name, theirs)]


def _stands_for(word: Word, name: str, other: str, theirs: Hashes) -> bool:
    """Whether the other page has this line with the other's name in place of mine."""
    line, own = bare(word.text), bare(name)
    if not own or own not in line or own == bare(other):
        return False
    new = np.setdiff1d(of_line(line.replace(own, bare(other))), of_line(line))
    return len(new) > 0 and bool(np.isin(new, theirs).mean() >= 0.5)


def _keeps_name(page: Page, name: str, theirs: Hashes) -> bool:
    """Whether the other page has a line of this one with my name in it."""
    own = bare(name)
    lines = (bare(word.text) for word in page.words)
    return any(own in line and _has(line, theirs, own) for line in lines)


def _has(line: str, theirs: Hashes, own: str) -> bool:
    """Whether those of the line's hashes that the name is part of are the other page's."""
    held = np.setdiff1d(of_line(line), of_line(line.replace(own, "\uffff" * len(own))))
    return len(held) > 0 and bool(np.isin(held, theirs).mean() >= 0.5)


def _lacking(page: Page, theirs: Hashes) -> list[Word]:
    """The lines of a page that the other lacks, those with figures or prose first."""
    lines = [(bare(word.text), word) for word in page.words]
    lost = [(line, word) for line, word in lines if line and np.isin(of_line(line), theirs).mean() < 0.5]
    return [word for _, word in sorted(lost, key=lambda one: not has_substance(one[0]))]


def _same_role(place: Place, other: Stored) -> bool:
    role = getattr(place.item and place.item.claim, "role", None)
    return bool(role) and plain(role or "") == plain(other.role or "")
