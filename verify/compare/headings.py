"""What a page is, by its own heading, whatever its file was uploaded as."""

from __future__ import annotations

from collections.abc import Iterable

from checks.rows import levels, plain
from verify.page import Page

ROWS = 4
"""A heading stands in so many rows at the head of a page; above it may be a number, a crest or a unit's name."""


def headed(page: Page, words: Iterable[str]) -> bool:
    """Whether one of `words` stands in the page's heading, letter-spaced or not."""
    text = head(page)
    return any(plain(word) in text for word in words)


def head(page: Page) -> str:
    """The text of a page's heading, plain."""
    return "".join(plain(word.text) for row in levels(page.words)[:ROWS] for word in row)
