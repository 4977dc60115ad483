"""Where a title was issued, and whether it was confirmed here: rule TT-03."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from checks.check import Params
from checks.fields import Field, on_page
from checks.names import on_page as named
from checks.pages import at, find
from checks.rows import plain
from verify.finding import Evidence
from verify.model import Case, Slot

Where = Literal["city", "province", "elsewhere", "outside"]
"""The city's; the province's, city unknown; another city's of the province; another province's."""


class Place(Params):
    """`city`, `cities`, `province`, `provinces`: words of places; `issuers`: labels of who issued a certificate."""

    city: tuple[str, ...]
    cities: tuple[str, ...]
    province: str
    provinces: tuple[str, ...]
    issuers: tuple[str, ...]


def place_of(text: str, params: Place) -> Where | None:
    """Which kind of place a text names; None where it names none that is known."""
    bare = plain(text)
    if any(word in bare for word in params.city):
        return "city"
    if any(word in bare for word in params.cities):
        return "elsewhere"
    if params.province in bare:
        return "province"
    return "outside" if any(word in bare for word in params.provinces) else None


def places_on_pages(case: Case, params: Place) -> list[Field]:
    """Who issued the applicant's own certificates, where the name says of what place it is."""
    own = [
        (document, page)
        for document in case.in_slot(Slot.TITLE)
        for page in document.pages
        if named(case.name, page).level == "exact"
    ]
    found = (field for document, page in own for field in on_page(document, page, params.issuers))
    return [field for field in found if place_of(field.text, params)]


def confirmed(case: Case, words: Iterable[str]) -> Evidence | None:
    """Where a page says that a title from elsewhere was confirmed."""
    slots, wanted = (Slot.TITLE, Slot.OTHER, Slot.EMPLOYER_NOTE), tuple(words)
    pages = ((d, p) for d in case.documents if d.slot in slots for p in d.pages)
    return next((at(d, p, hit.word) for d, p in pages if (hit := find(p, wanted))), None)
