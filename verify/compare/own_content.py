"""Whether two alike pages share what only one person has, or but what a unit writes for all: days, amounts of work."""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np

from verify.compare.differing import has_text
from verify.compare.shingles import Hashes, bare, has_substance, of_line
from verify.page import Page

CYCLE = 1
"""A year's papers are dated in that year and the next; an earlier day (of birth, of entry) is a person's own."""

_DAY = re.compile(r"(?<!\d)((?:19|20)\d{2})\d{1,4}(?!\d)")
_AMOUNT = re.compile(r"(?<!\d)(?!19\d\d|20\d\d)\d{2,4}(?![\d年月日号])")


def shares_own(page: Page, theirs: Hashes, amounts: int) -> bool:
    """Whether the other page (by its hashes) has a day long past of this one, or so many of its amounts."""
    lines = [line for line in (bare(word.text) for word in page.words) if has_substance(line)]
    years = [int(day[1]) for line in lines for day in _DAY.finditer(line)]
    past = max(years, default=0) - CYCLE
    old = (day[0] for line in lines for day in _DAY.finditer(line) if int(day[1]) < past)
    if any(np.isin(of_line(day), theirs).any() for day in old):
        return True
    return len({*_shared(lines, theirs)}) >= amounts


def _shared(lines: list[str], theirs: Hashes) -> Iterator[str]:
    for line in lines:
        yield from (amount for amount in _AMOUNT.findall(line) if has_text(line, theirs, amount))
