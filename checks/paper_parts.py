"""What part of a journal a page is, by what it says, and where on it the journal names itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from itertools import pairwise, takewhile

from checks.pages import joined, lines
from checks.rows import plain
from verify.model import Page, Word


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

_CONTENTS = re.compile(r"^(?:本期)?(?:目录|目次|contents|要目|tableofcontents)(?:contents)?$|^目录")
_BODY = re.compile(r"^[\[【(]?(?:内容)?(?:摘要|关键词|关键字|参考文献|abstract|keywords|中图分类号|引言|作者简介)")
_COVER = re.compile(
    r"issn|cn\d{2}-\d{4}|\d{4}年第?\d{1,2}期|第\d{1,3}期|第\d{1,3}卷|总第\d+期|vol\.?\d|主办单位|主管单位|邮发代号"
)


def parts(page: Page, title: str | None = None) -> tuple[Part, ...]:
    """What a page is, surely, and after that what else it may hold; () where that cannot be recognised."""
    said = [plain(word.text) for word in page.words]
    size = sum(len(text) for text in said)
    contents = any(_CONTENTS.match(plain(line.text)) for line in lines(page))
    cover = any(_COVER.search(text) for text in said)
    article = size >= LONG and bool(title) and plain(title or "") in "".join(said)
    if article or any(_BODY.match(text) for text in said):
        return (Part.BODY, Part.CONTENTS) if contents else (Part.BODY,)
    if contents:
        return (Part.CONTENTS, Part.COVER) if cover else (Part.CONTENTS,)
    return (Part.COVER,) if cover and size < LONG else ()


def mastheads(page: Page) -> Iterator[Word]:
    """The lines in which a page names its journal: all of a cover's, else the ones at the head of the page.

    Of a page that is not recognised all lines where it has few (a bare cover), which a person must look at. A list of
    references names other journals, and is left out wherever it begins.
    """
    found = parts(page)
    few = sum(len(plain(word.text)) for word in page.words) < FEW
    whole = found[0] is Part.COVER if found else few
    for source in (page.words, page.second):
        head = list(takewhile(_no_references, (w for w in source if whole or w.box[1] <= HEAD * page.height)))
        yield from head
        yield from (joined(list(pair)) for pair in pairwise(head))


def _no_references(word: Word) -> bool:
    return not plain(word.text).startswith(("参考文献", "references"))
