"""Whether two impressions' pages are one sheet of paper, scanned twice: by the print around them and by all the text."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import Literal

import numpy as np

from verify.across import Doubt, Match, Reason, Whose
from verify.compare.likeness import ALIKE
from verify.compare.page_index import PageIndex
from verify.compare.shingles import unpacked
from verify.sketches import PageSketch, StoredSeal

Relation = Literal["same", "other", "thin", "untold"]
"""Of two pages: one page's text, two pages' text, so little text that it tells nothing apart, or it cannot be told."""

Pair = tuple[str, int | None, Whose, str, int | None]
"""A file and page of this applicant's, and whose other file and page."""

MUCH = 0.6
"""Least share of the rare shingles, of the page that has fewer, that one page read twice has in common: a copied block of
signature, unit and day is less of a letter. Of what may be two forms alike it is ALL."""

FEW, BODY = 4, 10
"""Of pages with little text: shingles and labels that the one with fewer must have to be one page with the other, and
that it must have to be another: what has fewer is a crop with a seal and a label or two."""

HALF, MOST, ALL = 0.5, 0.7, 0.9
"""The shares of them under which the two are two pages, from which on nothing else stands on the smaller (a crop, read with
slips), and from which on they are one."""

SAME_PAGE = "两处印章周围的印刷内容和两页的文字都相同，应为同一页材料"
SAME_PLACE = "两处印章周围的印刷内容位置也相同，应为同一页材料（至少一页的文字太少，文字比对作不了准）"
BLANK = "两页的文字相同，印章盖在空白处，应为同一页材料"


class Sheets:
    """One applicant's pages beside others'; `theirs` gives the shingles of another's page, b"" where none are kept."""

    def __init__(
        self,
        folder: str,
        mine: Iterable[PageSketch],
        index: PageIndex,
        theirs: Callable[[Whose, str, int], bytes],
        letters: Collection[Pair] = (),
    ) -> None:
        self._folder, self._index, self._theirs, self._letters = folder, index, theirs, letters
        self._mine = {(one.file, one.page): one.shingles for one in mine}

    def relation(self, file: str, page: int, other: StoredSeal) -> Relation:
        """Of this applicant's page and the one where another seal stands; two people's letters are two pages."""
        if (file, page, other.whose, other.file, other.page) in self._letters:
            return "other"
        own = other.whose.folder == self._folder and other.whose.batch is None
        theirs = (
            self._mine.get((other.file, other.page), b"") if own else self._theirs(other.whose, other.file, other.page)
        )
        return relation(self._mine.get((file, page), b""), theirs, self._index)


def relation(mine: bytes, theirs: bytes, index: PageIndex) -> Relation:
    """Of two pages by their shingles."""
    full = sum(index.compares(one) for one in (mine, theirs))
    if full < 2:
        return _little(mine, theirs, "untold" if full else "thin")
    likeness, contained = index.pair(mine, theirs)
    if likeness.score < ALIKE:
        return "other"
    return "same" if contained >= (ALL if likeness.is_form else MUCH) else "untold"


def letters(matches: Iterable[Match]) -> frozenset[Pair]:
    """The pairs of pages that are two people's letters of one wording."""
    return frozenset(
        (match.mine.file, match.mine.page, match.whose, match.theirs.file, match.theirs.page)
        for match in matches
        if match.explained is Reason.LETTER
    )


def explained(around: bool | None, pages: Relation) -> str | None:
    """What two impressions of one ink are, by whether the print around them is one (None: there is too little of it) and
    by their pages: one sheet, a Doubt, or None: a copy."""
    if around is False or (around is None and pages == "other"):
        return None
    if pages == "same":
        return SAME_PAGE if around else BLANK
    if not around:
        return Doubt.BLANK
    return SAME_PLACE if pages == "thin" else Doubt.BLOCK


def _little(mine: bytes, theirs: bytes, between: Relation) -> Relation:
    """Of pages of which one has too little to be compared: by all that stands on them, labels too."""
    one, other = unpacked(mine), unpacked(theirs)
    fewer = min(len(one), len(other))
    share = len(np.intersect1d(one, other, assume_unique=True)) / max(1, fewer)
    if share >= ALL and fewer >= FEW:
        return "same"
    if share >= MOST or fewer < BODY:
        return "thin"
    return "other" if share < HALF else between
