"""Do a paper's cover, contents and body say the same: rule PP-03. What was not read contradicts nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz.distance import OSA

from checks.check import na, unsure
from checks.fields import SURE
from checks.names import compact
from checks.pages import at, joined
from checks.paper_journals import journal_of
from checks.paper_pages import Sheet, bylines, entries, folio, holds, sheets
from checks.paper_parts import PART_NAMES, Part, own_lines
from checks.points import Point, bad, doubt, good, together
from checks.rows import levels, plain
from verify.finding import Evidence, Observation
from verify.form import Paper
from verify.model import Item
from verify.page import Page, Word

OWN = 10
"""Up to this number a folio may be the copy's own and not the journal's."""

CLEAR = 0.85
"""Confidence from which on figures count of which two or more would have to be misread."""

EDGE = 0.15
"""The share of a page's height, above and below, in which running heads and feet stand."""

_ISSUE = re.compile(r"((?:19|20)\d{2})年?[,.·]?(?:第?\d{1,3}卷)?[,.·]?(?:第(\d{1,2})期|\((\d{1,2})\)|no\.?(\d{1,2}))")

Issue = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Said:
    """What one part says, and where."""

    part: Part
    value: str
    shown: Evidence

    @property
    def sure(self) -> bool:
        return (self.shown.confidence or 0.0) >= SURE

    def __str__(self) -> str:
        return f"{PART_NAMES[self.part]}为“{self.value}”"


def agreed(item: Item) -> Observation:
    """Journal, issue, title, author and page number, each where two parts were read."""
    claim = item.claim if isinstance(item.claim, Paper) else Paper()
    if not item.documents:
        return na(item.subject, "没有上传论文页面，无法核对各处是否一致。")
    found = {part: sheets(item, part) for part in Part}
    if sum(bool(pages) for pages in found.values()) < 2:
        return na(item.subject, "封面、目录、正文中认出的不足两种，无法互相核对。")
    points = [
        *_journals(found, claim), *_issues(found, claim), *_titles(found, claim), *_authors(item), *_pages(item, found)
    ]  # fmt: skip
    if not points:
        message = "封面、目录、正文上可以互相核对的内容都没有读到，请人工核对。"
        return unsure(item.subject, message, *(Evidence(document.file) for document in item.documents))
    return together(item.subject, points)


def _journals(found: dict[Part, list[Sheet]], claim: Paper) -> Iterator[Point]:
    said = [
        _Said(part, name, at(d, p, word)) for part, pages in found.items() for d, p in pages
        for name, word in [journal_of(p, part, claim)] if name and word
    ]  # fmt: skip
    for one, other in combinations(said, 2):
        if one.part is other.part or _same_name(one.value, other.value):
            continue
        # A running head may name a column of the journal: it counts where another part, or the form, bears it out.
        third = [s.value for s in said if s.part not in (one.part, other.part)] + [claim.journal or ""]
        borne = all(x.part is Part.COVER or any(_same_name(x.value, name) for name in third) for x in (one, other))
        yield (bad if borne and one.sure and other.sure else doubt)(f"刊名{one}，{other}", one.shown, other.shown)
    if claim.journal and said and not any(_same_name(claim.journal, one.value) for one in said):
        yield doubt(f"申报信息的期刊为“{claim.journal}”，{said[0]}", said[0].shown)
    if len({one.part for one in said}) > 1 and all(_same_name(said[0].value, one.value) for one in said):
        yield good(f"刊名一致（{said[0].value}）", *(one.shown for one in said[:3]))


def _same_name(one: str, other: str) -> bool:
    a, b = plain(one), plain(other)
    return bool(a and b) and (a in b or b in a or OSA.distance(a, b, score_cutoff=1) <= 1)


def _issues(found: dict[Part, list[Sheet]], claim: Paper) -> Iterator[Point]:
    said = [one for part, pages in found.items() for sheet in pages for one in _issue(part, sheet)]
    values = {one.value for one in said}
    for one, other in combinations(said, 2):
        if one.value != other.value and one.part is not other.part:
            sure = one.sure and other.sure
            yield (bad if sure else doubt)(f"刊期{one}，{other}", one.shown, other.shown)
    if len(values) == 1 and len({one.part for one in said}) > 1:
        yield good(f"刊期一致（{said[0].value}）", *(one.shown for one in said[:3]))
    if said and claim.published and all(int(value[:4]) != claim.published.year for value in values):
        yield doubt(f"申报信息的发表时间为 {claim.published}，{said[0]}", said[0].shown)


def _issue(part: Part, sheet: Sheet) -> Iterator[_Said]:
    """The one year and issue that a page says of itself: anywhere on a cover, else at its head or foot."""
    document, page = sheet
    read: dict[Issue, Word] = {}
    for word in (joined(level) for level in levels(own_lines(page))):
        if part is Part.COVER or _at_edge(word, page):
            for year, *numbers in _ISSUE.findall(plain(word.text)):
                read.setdefault((int(year), int(next(n for n in numbers if n))), word)
    if len(read) == 1:
        ((year, number), word), *_ = read.items()
        yield _Said(part, f"{year}年第{number}期", at(document, page, word))


def _at_edge(word: Word, page: Page) -> bool:
    return word.box[1] <= EDGE * page.height or word.box[3] >= (1 - EDGE) * page.height


def _titles(found: dict[Part, list[Sheet]], claim: Paper) -> Iterator[Point]:
    if not claim.title:
        return
    title, there = plain(claim.title), []
    for part in (Part.CONTENTS, Part.BODY):
        pages = found[part]
        if any(holds(title, plain(page.text)) for _, page in pages):
            there.append(PART_NAMES[part])
        elif pages:
            yield doubt(f"{PART_NAMES[part]}上没有读到题名“{claim.title}”", *(at(d, p) for d, p in pages[:2]))
    if len(there) == 2:
        yield good("目录与正文的题名一致")


def _authors(item: Item) -> Iterator[Point]:
    """The contents' first author should be one of the byline's."""
    lists = [listing for listing, ended in bylines(item) if ended and listing.complete]
    for entry in entries(item)[:1]:
        names = [name for name in entry.listing.people if name not in compact(_claimed(item))]
        if not lists or not names:
            return
        first, read = names[0], [name for one in lists for name in one.people]
        shown = (entry.listing.shown, lists[0].shown)
        if first in read:
            yield good(f"目录与正文的作者一致（{first}）", *shown)
        else:
            sure = (shown[0].confidence or 0.0) >= SURE and all(OSA.distance(first, name) > 1 for name in read)
            yield (bad if sure else doubt)(f"目录上的作者为“{first}”，正文署名为“{'、'.join(read)}”", *shown)


def _claimed(item: Item) -> str:
    """The title, of which a part may look like a name."""
    return (item.claim.title or "") if isinstance(item.claim, Paper) else ""


def _pages(item: Item, found: dict[Part, list[Sheet]]) -> Iterator[Point]:
    """The contents' page number against that of the body page with the byline."""
    named = {(one.document.file, one.page.number) for one, _ in bylines(item)}
    first = [(d, p) for d, p in found[Part.BODY] if (d.file, p.number) in named]
    listed = next((entry for entry in entries(item) if entry.number is not None), None)
    number = folio(first[0][1]) if first else None
    if not listed or listed.number is None or not number:
        return
    said, word = number
    shown = (listed.listing.shown, at(*first[0], word))
    if said == listed.number:
        yield good(f"目录页码与正文一致（第 {said} 页）", *shown)
        return
    # A digit may be misread, and a copy may have numbers of its own.
    slip = OSA.distance(str(said), str(listed.number)) <= 1 and first[0][1].source != "text"
    sure = not slip and said > OWN and min(one.confidence or 0.0 for one in shown) >= CLEAR
    yield (bad if sure else doubt)(f"目录上为第 {listed.number} 页，正文首页为第 {said} 页", *shown)
