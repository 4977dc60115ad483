"""The address bar of a screenshot, or the address that a browser prints below a page: rules SS-08, TM-10."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from checks.fields import SURE
from checks.pages import at, joined, overlap
from checks.platform_hosts import Hosts, Kind, address_text, told_by
from checks.rows import rows
from verify.finding import Evidence
from verify.model import Document
from verify.page import Page, Word

TOP, FOOT = 0.2, 0.94
"""An address bar stands in this upper share of a screenshot; a browser prints the address below the other."""


@dataclass(frozen=True, slots=True)
class Address:
    """An address on a page. `like` is the listed host it was held against; `sure` whether the line was well read."""

    kind: Kind
    text: str
    shown: Evidence
    like: str = ""
    sure: bool = True


def addresses(document: Document, page: Page, listed: Iterable[str], hosts: Hosts) -> Iterator[Address]:
    """The addresses in a page's bar, or printed at its foot; `listed` are the hosts that the page should be from."""
    wanted, told = tuple(listed), set[Word]()
    alone = [*page.words, *page.second]
    for word in [*alone, *(joined(row) for row in rows(page.words) if len(row) > 1)]:
        # A row put together says no more than its parts: a bookmark beside the bar is no part of its host.
        if any(word not in alone and overlap(word.box, other.box) for other in told) or not _is_bar(page, word):
            continue
        if found := told_by(address_text(word.text), wanted, hosts, page.source == "text"):
            kind, said, like = found
            told.add(word)
            yield Address(kind, said, at(document, page, word), like, word.confidence >= SURE)


def _is_bar(page: Page, word: Word) -> bool:
    """Whether a line stands where a browser shows an address, or prints it."""
    printed = word.box[1] >= FOOT * page.height and address_text(word.text).startswith(("http", "file:"))
    return printed or (word.box[1] + word.box[3]) / 2 <= TOP * page.height
