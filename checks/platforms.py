"""Which pages are screenshots of the authorities' platforms, and which may be: rules SS-01, SS-02, SS-08."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from checks.pages import find, lines, slipped
from checks.rows import plain
from verify.form import Project
from verify.model import Item
from verify.page import Page, Word

HEAD = 0.15
"""A platform's name stands in this upper share of its page; further down it is only spoken of."""

FEW = 80
"""An image with fewer characters than this may be a part of a screenshot."""

PLATFORMS = ("jzsc", "kcsj")
"""Values of a claim's `platform` that say that the project is recorded there."""


def is_platform(page: Page, words: Iterable[str], doubtful: Iterable[str] = ()) -> bool:
    """Whether a page is a platform's: its name in the head, its address, or its name on a page that no unit sealed."""
    sealed, other = any(seal.kind in ("unit", "review") for seal in page.seals), tuple(map(plain, doubtful))
    for word, line in _naming(page, words):
        if any(known in plain(word.text) for known in other):
            continue  # the national platform's head names 四库一平台 too
        if not sealed or "." in line or word.box[3] <= HEAD * page.height:
            return True
    return False


def may_be_platform(page: Page, words: Iterable[str], item: Item | None) -> bool:
    """Whether a page has words that such pages have, or few words while the claim says that the platform records it."""
    if any(seal.kind in ("unit", "review") for seal in page.seals):
        return False
    claim = item.claim if item else None
    claimed = isinstance(claim, Project) and (claim.platform or "").strip().lower() in PLATFORMS
    return find(page, words, fuzzy=True) is not None or (claimed and len(plain(page.text)) < FEW)


def _naming(page: Page, words: Iterable[str]) -> Iterator[tuple[Word, str]]:
    """The lines that hold one of `words`, one character changed at most, and that word."""
    wanted = [plain(word) for word in words]
    for word in lines(page):
        text = plain(word.text)
        yield from ((word, known) for known in wanted if known in text or slipped(known, text))
