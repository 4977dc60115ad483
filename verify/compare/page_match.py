"""One applicant's pages against the store's: which are another applicant's too, and what speaks for its being right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, partial

from checks.names import surely_on_page
from verify.across import Doubt, Match, MatchKind, Reason
from verify.compare.differing import keeps_name, lacking, swapped_names
from verify.compare.likeness import Likeness
from verify.compare.namesakes import ONE_NAME, namesakes
from verify.compare.own_content import shares_own
from verify.compare.page_index import Hit, PageIndex
from verify.compare.project_named import is_of_both
from verify.compare.reasons import OWN_WORK, Place, listed, place_of, reason, same_work
from verify.compare.stored import Stored, is_same_person
from verify.compare.terms import Terms
from verify.finding import Evidence
from verify.model import SLOT_NAMES, Case
from verify.sketches import PageSketch
from verify.store.secret import same_number

PEOPLE = 5
"""Other applicants named for one page, those first whose page is most like it."""

BOXES = 20
"""Differing places shown of one page."""


def match_pages(
    mine: Case,
    my_sketches: Sequence[PageSketch],
    index: PageIndex,
    lookup: Callable[[int], Stored],
    terms: Terms,
    *,
    applicant: int | None = None,
    person: str | None = None,
) -> tuple[Match, ...]:
    """Every page that is another applicant's too; `explained` has a Reason, a Doubt, or None: nothing speaks for it.

    `applicant` is this applicant's key in the index, `person` the digest of their ID number, each None where unknown.
    """
    documents = {document.file: document for document in mine.documents}
    found, ask = list[Match](), cache(partial(index.query, applicant=applicant))  # a PDF may have one page 500 times
    for own in my_sketches:
        document = documents.get(own.file)
        page = next((page for page in document.pages if page.number == own.page), None) if document else None
        if document and page:
            place = place_of(mine, document, (page,))
            found += _of_page(mine, place, ask(own.shingles), lookup, terms, person)
    return tuple(found)


def thin_pages(mine: Case, my_sketches: Sequence[PageSketch], index: PageIndex) -> tuple[Evidence, ...]:
    """The pages that no other is compared with: without a sketch, or with little but what many have."""
    compared = {(one.file, one.page) for one in my_sketches if index.compares(one.shingles)}
    pages = ((document.file, page.number) for document in mine.documents for page in document.pages)
    return tuple(Evidence(file, number) for file, number in pages if (file, number) not in compared)


def _of_page(
    mine: Case,
    place: Place,
    hits: Sequence[Hit],
    lookup: Callable[[int], Stored],
    terms: Terms,
    person: str | None,
) -> list[Match]:
    matches = dict[tuple[str | None, str], Match]()
    for hit in hits:
        other = lookup(hit.page)
        whose = (other.whose.batch, other.whose.folder)
        if hit.likeness.is_form or whose in matches or is_same_person(mine, other, person):
            continue
        apart = same_number(person, other.person) is False
        matches[whose] = _match(mine, place, other, hit, terms, apart)
        if len(matches) == PEOPLE:
            break
    return list(matches.values())


def _match(mine: Case, place: Place, other: Stored, hit: Hit, terms: Terms, apart: bool) -> Match:
    (page,), theirs = place.pages, hit.shingles
    swapped = swapped_names(mine, place, other, theirs)
    boxes = [word.box for word in (*swapped, *lacking(page, theirs))]
    return Match(
        MatchKind.PAGE,
        what(place),
        shown(mine, place, other),
        other.evidence,
        other.whose,
        hit.score,
        tuple(dict.fromkeys(boxes))[:BOXES],
        _explained(mine, place, other, bool(swapped), hit, terms, apart),
    )


def _explained(
    mine: Case, place: Place, other: Stored, swapped: bool, hit: Hit, terms: Terms, apart: bool
) -> str | None:
    """`apart`: the two have two ID numbers."""
    names = namesakes(mine.name, other.whose.name, apart)
    near = Doubt.NEAR_NAME if names == "near" else None
    if swapped:
        one_project = same_work(mine, place.item, other) or is_of_both(place, other)
        letter = one_project and not _same_sole_role(place, other, terms)
        return Reason.LETTER if letter else _doubt(hit.likeness) or _uniform(place, hit, terms) or near
    if legitimate := reason(mine, place, other, terms, by_name=names not in ONE_NAME):
        return legitimate
    if not place.names((mine.name, *other.named)):
        impersonal = hit.likeness.figures is None and place.document.slot not in OWN_WORK
        return Reason.IMPERSONAL if impersonal else Doubt.NAMELESS
    if names in ONE_NAME:
        return ONE_NAME[names]
    if is_of_both(place, other):
        return Doubt.SHARED
    if place.names(other.named):
        return _doubt(hit.likeness) or listed(mine, place, other, terms) or near
    return Doubt.MINE if keeps_name(place.pages[0], mine.name, hit.shingles) else Doubt.UNREAD


def _uniform(place: Place, hit: Hit, terms: Terms) -> Doubt | None:
    """The doubt about a text that a unit may have written for all, where nothing of one's own is the same."""
    pages = terms.pages
    if pages is None or place.document.slot not in pages.uniform:
        return None
    return None if shares_own(place.pages[0], hit.shingles, pages.amounts) else Doubt.UNIFORM


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
            if word := surely_on_page(name, page).word:
                return Evidence(place.document.file, page.number, word.box, word.text, round(word.confidence, 3))
    return Evidence(place.document.file, place.pages[0].number if len(place.pages) == 1 else None)


def _same_sole_role(place: Place, other: Stored, terms: Terms) -> bool:
    """Whether both claim a role of which the project has one; several 施工员 each have a letter of their own."""
    role = getattr(place.item and place.item.claim, "role", None)
    return terms.one_post(role, other.role)
