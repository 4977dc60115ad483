"""Of which year, and where it is printed which month, a paper's pages say that their issue is: for rule PP-01."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.fields import SURE
from checks.pages import at, joined
from checks.paper_parts import Part, own_lines
from checks.paper_parts import parts as parts_of
from checks.rows import levels, plain
from verify.dates import PartialDate
from verify.finding import Evidence
from verify.model import Document, Item
from verify.page import Page

EDGE = 0.15
"""The share of a page's height, above and below, in which running heads and feet stand."""

Issue = tuple[PartialDate, Evidence]

_NUMBER = r"第?\d{1,3}[期卷]|\(\d{1,2}\)|no\.?\d{1,2}|vol\.?\d|增刊"
_ISSUED = re.compile(rf"(?<!\d)((?:19|20)\d{{2}})(?:年|[,.·])?(?:(\d{{1,2}})月)?[,.·]?(?={_NUMBER})")
_NUMBERED = re.compile(rf"(?:{_NUMBER})[^\d]{{0,4}}(?<!\d)((?:19|20)\d{{2}})年?(?:(\d{{1,2}})月)?(?!\d)")
_MONTH = re.compile(r"(?<!\d)((?:19|20)\d{2})年(\d{1,2})月(?!\d)")
_OTHER = re.compile("收稿|修回|录用|投稿|创刊|基金|印刷|会议|论坛|下载")
"""Lines whose date is not the issue's."""


def issues(item: Item) -> list[Issue]:
    """What covers say anywhere, and other pages at head or foot; each date once, the surest reading of it."""
    read = [one for document in item.documents for page in document.pages for one in _on(document, page)]
    best: dict[PartialDate, Evidence] = {}
    for day, shown in sorted(read, key=lambda one: -(one[1].confidence or 0.0)):
        best.setdefault(day, shown)
    return list(best.items())


def sure(issue: Issue) -> bool:
    """Whether an issue's line was read well enough to be held against the paper."""
    return (issue[1].confidence or 0.0) >= SURE


def _on(document: Document, page: Page) -> Iterator[Issue]:
    cover = parts_of(page)[:1] == (Part.COVER,)
    for word in (joined(level) for level in levels(own_lines(page))):
        text = plain(word.text)
        edge = word.box[1] <= EDGE * page.height or word.box[3] >= (1 - EDGE) * page.height
        if _OTHER.search(text) or not (cover or edge):
            continue
        for pattern in (_ISSUED, _NUMBERED, *([_MONTH] if cover else [])):
            if found := pattern.search(text):
                yield _day(found[1], found[2]), at(document, page, word)
                break


def _day(year: str, month: str | None) -> PartialDate:
    """The month where it is one; else the year alone."""
    return PartialDate(int(year), int(month)) if month and 1 <= int(month) <= 12 else PartialDate(int(year))
