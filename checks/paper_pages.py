"""Where a paper's pages name its authors and its page: the byline, the contents' entry, the folio."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from checks.listed import Listing, people_in
from checks.pages import joined
from checks.paper_parts import Part
from checks.paper_parts import parts as parts_of
from checks.rows import levels, plain, rows
from verify.model import Document, Item
from verify.page import Page, Word

SAME_TITLE = 88
"""From this partial ratio (0..100) on, a line holds the paper's title: a character or two may be misread."""

LINES = 8
"""A byline stands within so many lines below the title."""

MARGIN = 0.1
"""The share of a page's height, above and below, in which folios stand."""

_TEXT = re.compile(
    r"^[\[【(]?(?:内容)?(?:摘要|关键词|关键字|abstract|keywords|中图分类号|基金|作者简介)|^[\d.、]*(?:引言|前言|绪论|概述)$"
)
_UNIT = re.compile(r"公司|大学|学院|学校|研究院|设计院|研究所|集团|中心|\d{6}")
_FOLIO = re.compile(r"^[·.\-—–_|]*第?(\d{1,4})页?[·.\-—–_|]*$")
_TAIL = re.compile(r"(?:^|[^\d-])\(?(\d{1,4})\)?$")

Sheet = tuple[Document, Page]


@dataclass(frozen=True, slots=True)
class Entry:
    """A paper's entry in a table of contents: `listing` its lines, `number` the page it says, None where not read."""

    listing: Listing
    number: int | None


def sheets(item: Item, part: Part) -> list[Sheet]:
    """The pages of a paper that surely are a part of it."""
    pages = [(d, p) for d in item.documents for p in d.pages if not p.blank]
    return [(d, p) for d, p in pages if parts_of(p, _title(item))[:1] == (part,)]


def bylines(item: Item) -> list[tuple[Listing, bool]]:
    """The names between the paper's title and its text on body pages; with whether the text's beginning ends them."""
    title = _title(item)
    found = [one for d, p in sheets(item, Part.BODY) for s in (p.words, p.second) for one in _byline(d, p, s, title)]
    return [(listing, ended) for listing, ended in found if listing.words]


def entries(item: Item) -> list[Entry]:
    """The paper's entries in its tables of contents."""
    title = _title(item)
    return [one for d, p in sheets(item, Part.CONTENTS) for s in (p.words, p.second) for one in _entry(d, p, s, title)]


def folio(page: Page) -> tuple[int, Word] | None:
    """The number of a page where it stands alone at its head or foot; None where there is none, or several."""
    low, high = MARGIN * page.height, (1 - MARGIN) * page.height
    alone = [(one[1], word) for word in page.words if (one := _FOLIO.match(plain(word.text)))]
    found = {int(n): w for n, w in alone if (w.box[3] <= low or w.box[1] >= high) and not 1900 <= int(n) <= 2099}
    return next(iter(found.items())) if len(found) == 1 else None


def holds(title: str, text: str) -> bool:
    """Whether a text holds a title, a character or two misread or not."""
    return len(title) >= 4 and len(text) >= len(title) - 1 and fuzz.partial_ratio(title, text) >= SAME_TITLE


def _title(item: Item) -> str | None:
    return getattr(item.claim, "title", None)


def _byline(
    document: Document, page: Page, source: Sequence[Word], title: str | None
) -> Iterator[tuple[Listing, bool]]:
    table = [joined(level) for level in levels(source)]
    start = _after(table, plain(title)) if title else None
    if start is None:
        return
    end = next((i for i in range(start, len(table)) if _TEXT.match(plain(table[i].text))), len(table))
    near = table[start : min(end, start + LINES)]
    kept = tuple(word for word in map(_names, near) if word)
    yield Listing(document, page, kept), end < min(len(table), start + LINES + 1)


def _names(word: Word) -> Word | None:
    """A line's part outside brackets, unless it names no person or is a unit."""
    text = re.sub(r"[(（\[【][^()（）\[\]【】]*(?:[)）\]】]|$)", " ", word.text)
    people = people_in(text) or re.fullmatch(r"[A-Za-z ,.\-'’·]{5,}", text.strip())
    return Word(text, word.box, word.confidence) if people and not _UNIT.search(text) else None


def _after(table: Sequence[Word], title: str) -> int | None:
    """The index of the line below a title, which may stand on up to three lines."""
    for start in range(len(table)):
        for size in (1, 2, 3):
            if holds(title, "".join(plain(word.text) for word in table[start : start + size])):
                return start + size
    return None


def _entry(document: Document, page: Page, source: Sequence[Word], title: str | None) -> Iterator[Entry]:
    table = [joined(row) for row in rows(source)]
    for index, row in enumerate(table):
        if not title or not (found := _within(plain(title), row, table[index + 1 : index + 2])):
            continue
        last = found[-1]
        right = sorted((w for w in table if w not in found and _beside(last, w)), key=lambda w: w.box[0])[:2]
        rest = plain(last.text)[-12:] if len(found) == 1 else plain(last.text)
        below = [w for w in table[index + len(found) : index + len(found) + 2] if w not in right][:1]
        for more in ([], right, below):
            text = "".join(plain(word.text) for word in more) if more else rest
            if tail := _TAIL.search(text):
                yield Entry(Listing(document, page, (*found, *more)), int(tail[1]))
                return
        yield Entry(Listing(document, page, (*found, *right)), None)
        return


def _within(title: str, row: Word, following: Sequence[Word]) -> list[Word] | None:
    if holds(title, plain(row.text)):
        return [row]
    both = [row, *following]
    return both if holds(title, "".join(plain(w.text) for w in both)) and plain(row.text)[:4] in title else None


def _beside(one: Word, other: Word) -> bool:
    """Whether a line stands to the right of another one, on its level."""
    level = min(one.box[3], other.box[3]) - max(one.box[1], other.box[1])
    return level >= 0.5 * (one.box[3] - one.box[1]) and other.box[0] >= one.box[2]


def first_of(listings: Iterable[Listing]) -> str | None:
    """The first name of the first list that has one."""
    return next((one.people[0] for one in listings if one.people), None)
