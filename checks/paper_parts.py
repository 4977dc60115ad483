"""What part of a journal a page is, by what it says, and where on it the journal names itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from statistics import median

from checks.citations import breaks_off, cites, entries, references
from checks.pages import joined, lines
from checks.rows import height, plain
from verify.page import Page, Word


class Part(StrEnum):
    COVER = "cover"
    CONTENTS = "contents"
    BODY = "body"


PART_NAMES = {Part.COVER: "封面", Part.CONTENTS: "目录", Part.BODY: "正文"}

HEAD = 0.15
"""The share of a page's height, from above, in which running heads stand."""

LONG = 500
"""Characters from which on a page with the paper's title is a body page."""

FEW = 80
"""Characters below which a page that is not recognised may be a bare cover."""

TALL = 1.5
"""A cover's title is so many times higher than the page's usual line."""

LISTING, LISTING_SHARE = 5, 0.3
"""So many lines that end in a page number, and such a share of all, are a table of contents."""

_CONTENTS = re.compile(r"^(?:本期)?(?:目录|目次|contents|要目|tableofcontents)(?:contents)?$|^目录[^,。;]{0,16}$")
_MISREAD = re.compile(r"^[自日曰白甘月目][录彔次]$|^目.$")
_LISTED = re.compile(r"^.{2,}[\u4e00-\u9fff…·._—-]\(?\d{1,3}\)?$")
_BODY = re.compile(r"^[\[【(]?(?:内容)?(?:摘要|关键词|关键字|参考文献|abstract|keywords|中图分类号|引言|作者简介)")
_NUMBERS = re.compile(r"issn|cn\d{2}-\d{4}")
_ISSUE = re.compile(r"\d{4}年第?\d{1,2}期|第\d{1,3}期|第\d{1,3}卷|总第\d+期|vol\.?\d")
_COVER = re.compile(rf"{_NUMBERS.pattern}|{_ISSUE.pattern}|主办单位|主管单位|邮发代号")

Sign = tuple[Part, Word]
"""A part that a page is or may be, and the line that tells so."""


@dataclass(frozen=True, slots=True)
class Masthead:
    """A line in which a page may name its journal; `cited`: it may as well be a citation, and is never sure.

    `second`: it was read by the second reader.
    """

    word: Word
    tall: bool = False
    cited: bool = False
    second: bool = False


def parts(page: Page, title: str | None = None) -> tuple[Part, ...]:
    """What a page is, surely, and after that what else it may hold; () where that cannot be recognised."""
    return tuple(part for part, _ in signs(page, title))


def signs(page: Page, title: str | None = None) -> tuple[Sign, ...]:
    """The same with the line that tells each: a table of contents is one even where it lists the paper at length."""
    heading, marked, article = _heading(page), _marked(page), _article(page, title)
    listing, cover = _listing(page), _cover(page)
    if marked and not (heading and listing):
        return _some((Part.BODY, marked), (Part.CONTENTS, heading))
    if heading:
        said = None if listing and not marked else marked or article
        return _some((Part.CONTENTS, heading), (Part.BODY, said), (Part.COVER, None if article else cover))
    if article:
        return _some((Part.CONTENTS, listing), (Part.BODY, article), (Part.CONTENTS, _misread(page)))
    if cover and _size(page) < LONG:
        return _some((Part.COVER, cover), (Part.CONTENTS, listing or _misread(page)))
    return ()


def issued(page: Page) -> Word | None:
    """The line in which a page says of which year and issue it is, not counting those that it cites."""
    return next((word for word in own_lines(page) if _ISSUE.search(plain(word.text))), None)


def numbered_cover(page: Page) -> bool:
    """Whether a page is a cover beyond doubt: it bears the journal's ISSN or CN."""
    return parts(page)[:1] == (Part.COVER,) and any(_NUMBERS.search(plain(word.text)) for word in own_lines(page))


def mastheads(page: Page) -> Iterator[Masthead]:
    """The lines in which a page names its journal: all of a cover's, else the ones at the head of the page.

    Of a page that is not recognised all lines where it has few (a bare cover), which a person must look at. A list of
    references names other journals, and is left out wherever it begins.
    """
    found = parts(page)
    whole = found[0] is Part.COVER if found else _size(page) < FEW
    for source in (page.words, page.second):
        left_out = references(source)
        shown = [i for i, w in enumerate(source) if whole or w.box[1] <= HEAD * page.height]
        heads = [_masthead(page, source, index) for index in shown if index not in left_out]
        yield from heads
        for one, other in pairwise(heads):
            both = joined([one.word, other.word])
            yield Masthead(both, one.tall or other.tall, one.cited or other.cited, one.second)


def _masthead(page: Page, source: tuple[Word, ...], index: int) -> Masthead:
    word = source[index]
    others = [height(w.box) for w in source if w is not word]
    tall = bool(others) and height(word.box) >= TALL * median(others)
    cited = cites(word.text) or (index > 0 and breaks_off(source[index - 1].text))
    return Masthead(word, tall, cited, source is page.second)


def _some(*found: tuple[Part, Word | None]) -> tuple[Sign, ...]:
    return tuple((part, word) for part, word in found if word)


def own_lines(page: Page) -> list[Word]:
    """A page's lines without those of a list of references and other citations."""
    cited = references(page.words)
    return [word for index, word in enumerate(page.words) if index not in cited and not cites(word.text)]


def _heading(page: Page) -> Word | None:
    said = [(plain(line.text), line) for line in lines(page)]
    apart = dict(said)
    split = apart.get("目") if "录" in apart else None
    return next((line for text, line in said if _CONTENTS.match(text)), split)


def _misread(page: Page) -> Word | None:
    return next((line for line in lines(page) if _MISREAD.match(plain(line.text))), None)


def _marked(page: Page) -> Word | None:
    said = ((plain(word.text), word) for word in page.words)
    return next((word for text, word in said if _BODY.match(text) and not _LISTED.match(text)), None)


def _article(page: Page, title: str | None) -> Word | None:
    """The first line of a page that is long and holds the paper's title."""
    said = "".join(plain(word.text) for word in page.words)
    return page.words[0] if title and len(said) >= LONG and plain(title) in said else None


def _listing(page: Page) -> Word | None:
    """The first of many lines that end in a page number."""
    found = [word for word in page.words if _LISTED.match(plain(word.text))]
    return found[0] if len(found) >= max(LISTING, LISTING_SHARE * len(page.words)) else None


def _cover(page: Page) -> Word | None:
    """A line with issue or numbers, the issue first; a page with a list of references is no cover."""
    if entries(page.words) > 1:
        return None
    return issued(page) or next((word for word in own_lines(page) if _COVER.search(plain(word.text))), None)


def _size(page: Page) -> int:
    return sum(len(plain(word.text)) for word in page.words)
