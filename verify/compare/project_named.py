"""Whether a page itself names the project of a claim, however the form writes it: with a place, a bracket, a section."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from verify.compare.one_project import letters, lookup
from verify.compare.project_sections import sections, without, written
from verify.compare.reasons import Place, title
from verify.compare.stored import Stored
from verify.model import Slot
from verify.page import Page

LEAST = 5
"""A name of fewer characters, without place and section, tells no project from the next."""

_BRACKET = re.compile(r"\([^()]*\)")


def is_of_both(place: Place, other: Stored) -> bool:
    """Whether a page of a project names what both claim, so that it may be a paper of the project, or of its sections."""
    if place.item is None or place.item.slot is not Slot.PROJECT or other.slot is not Slot.PROJECT:
        return False
    titles = (title(place.item), other.title)
    return all(text is not None and names_project(place.pages, text) for text in titles)


def names_project(pages: Iterable[Page], name: str) -> bool:
    """Whether a line, or two of which one goes on, has the name, and no other sections than it."""
    bare, own = lookup(_BRACKET.sub("", written(name))), sections(name)
    lines = (line for page in pages for line in _lines(page)) if len(bare) >= LEAST else ()
    return any(bare in letters(without(written(line))) and _may_be(own, sections(line)) for line in lines)


def _lines(page: Page) -> Iterator[str]:
    for words in (page.words, page.second):
        yield from (word.text for word in words)
        yield from (f"{one.text}{after.text}" for one, after in pairwise(words))


def _may_be(own: frozenset[str], told: frozenset[str]) -> bool:
    return not own or not told or bool(own & told)
