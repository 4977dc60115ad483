"""What a page calls its journal: the tallest line of a cover, the name beside the issue in a running head."""

from __future__ import annotations

import re

from checks.pages import joined
from checks.paper_parts import Part, own_lines
from checks.rows import height, levels, plain
from verify.form import Paper
from verify.page import Page, Word

HEAD = 0.15
"""The share of a page's height, from above, in which running heads stand."""

_ISSUE = re.compile(r"(?:19|20)\d{2}年|第\d{1,3}期|第\d{1,3}卷|总第\d+期|\d{1,2}月|[上中下]旬刊?|vol\.?\d+|no\.?\d+")
_NAME = re.compile(r"[\u4e00-\u9fff][\u4e00-\u9fff()]{1,15}")
_FRAME = "《》〈〉<>·•—-_|,.:;、 "
_NEVER = re.compile(
    r"^(?:目[录次]|本期|主管|主办|出版|期刊|学术|核心|国家级|省级|月刊|半月刊|旬刊|双月刊|季刊)|论文$|作者"
)


def journal_of(page: Page, part: Part, claim: Paper) -> tuple[str | None, Word | None]:
    """The journal's name on a page, and its line; (None, None) where it is not plain which line that is."""
    if part is Part.COVER:
        word = _claimed(page, claim) or _tallest(page)
        return (_bare(word.text), word) if word else (None, None)
    found = [(name, word) for name, word in _in_head(page) if not _others(name, claim)]
    return found[0] if len({name for name, _ in found}) == 1 else (None, None)


def _claimed(page: Page, claim: Paper) -> Word | None:
    """The line of a cover that names the form's journal, however large: another may be a special issue's title."""
    name = plain(claim.journal or "")
    return next((word for word in page.words if name and name in plain(word.text)), None)


def _tallest(page: Page) -> Word | None:
    """The one line of a cover that is clearly taller than every other one with a name in it."""
    named = [
        word for word in page.words if (bare := _bare(word.text)) and _NAME.fullmatch(bare) and not _NEVER.search(bare)
    ]
    ranked = sorted(named, key=lambda word: -height(word.box))
    if not ranked or (len(ranked) > 1 and height(ranked[0].box) < 1.3 * height(ranked[1].box)):
        return None
    return ranked[0]


def _in_head(page: Page) -> list[tuple[str, Word]]:
    """Names on a level with the issue at the head of a page, or in one line with it."""
    found = []
    for level in levels(own_lines(page)):
        if joined(level).box[1] > HEAD * page.height or not _ISSUE.search(plain(joined(level).text)):
            continue
        for word in level:
            pieces = [_bare(piece) for piece in _ISSUE.sub(" ", word.text.replace("　", " ")).split()]
            found += [(piece, word) for piece in pieces if _NAME.fullmatch(piece)]
    return [(name, word) for name, word in found if not _NEVER.search(name)]


def _others(name: str, claim: Paper) -> bool:
    """Whether a running head's words are the paper's title or authors."""
    return name in plain(claim.title or "") or any(plain(author) in name for author in claim.authors)


def _bare(text: str) -> str:
    return plain(text).strip(_FRAME)
