"""Where two like pages differ, told from one page's lines and the other's hashes: whose name stands where."""

from __future__ import annotations

import numpy as np

from verify.compare.reasons import Place
from verify.compare.shingles import Hashes, bare, has_substance, of_line
from verify.compare.stored import Stored
from verify.model import Case
from verify.page import Page, Word


def swapped_names(mine: Case, place: Place, other: Stored, theirs: Hashes) -> list[Word]:
    """Where the other's name stands for mine; nowhere if one of the two pages has both names, as co-authors' have."""
    (page,) = place.pages
    if place.names(other.named) or keeps_name(page, mine.name, theirs):
        return []
    return [word for name in other.named for word in page.words if _stands_for(word, mine.name, name, theirs)]


def _stands_for(word: Word, name: str, other: str, theirs: Hashes) -> bool:
    """Whether the other page has this line with the other's name in place of mine."""
    line, own = bare(word.text), bare(name)
    if not own or own not in line or own == bare(other):
        return False
    new = np.setdiff1d(of_line(line.replace(own, bare(other))), of_line(line))
    return len(new) > 0 and bool(np.isin(new, theirs).mean() >= 0.5)


def keeps_name(page: Page, name: str, theirs: Hashes) -> bool:
    """Whether the other page has a line of this one with my name in it."""
    own = bare(name)
    lines = (bare(word.text) for word in page.words)
    return any(own in line and has_text(line, theirs, own) for line in lines)


def has_text(line: str, theirs: Hashes, own: str) -> bool:
    """Whether those of a bare line's hashes that `own` is part of are the other page's."""
    held = np.setdiff1d(of_line(line), of_line(line.replace(own, "\uffff" * len(own))))
    return len(held) > 0 and bool(np.isin(held, theirs).mean() >= 0.5)


def lacking(page: Page, theirs: Hashes) -> list[Word]:
    """The lines of a page that the other lacks, those with figures or prose first."""
    lines = [(bare(word.text), word) for word in page.words]
    lost = [(line, word) for line, word in lines if line and np.isin(of_line(line), theirs).mean() < 0.5]
    return [word for _, word in sorted(lost, key=lambda one: not has_substance(one[0]))]
