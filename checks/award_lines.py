"""What a certificate says of itself: its title as a line of its own, and its issuer by name or by seal."""

from __future__ import annotations

import re
from collections.abc import Iterable

from checks.pages import joined, stamps
from checks.rows import plain, rows
from verify.model import Page, Seal, Word

SURE = 0.97
"""Least confidence for a seal's reading to accuse."""

READ = 0.85
"""From this confidence on, a seal of another name is another's; below, it may be anybody's."""

_MARKS = re.compile(r"[《》“”\"「」·.。:：]")
_AROUND = (r"(?:\d{4}年度)?", r"(?:[特一二三]等奖?)?(?:获奖|荣誉)?(?:奖?证书|奖状)?")
"""What may stand before and after an award's name in a certificate's title."""

_GIVEN = re.compile(r"^(?:颁发|颁奖|授予|发证)(?:单位|机构|机关|部门)?|\(?(?:盖?章|公章)\)?$")


def certificate_title(page: Page, titles: Iterable[str]) -> Word | None:
    """The line that is one of the titles and nothing else; a sentence that tells of an award is none."""
    named = tuple(titles)
    return next((word for word in _whole(page) if is_title(word.text, named)), None)


def is_title(text: str, titles: Iterable[str]) -> bool:
    """Whether a text is one of the titles, with its year, its grade and the word for certificate or without."""
    (before, after), bare = _AROUND, _MARKS.sub("", plain(text))
    return any(re.fullmatch(before + re.escape(plain(title)) + after, bare) for title in titles)


def issuer_alone(page: Page, issuers: Iterable[str]) -> Word | None:
    """The line that is one of the issuers and nothing else, else a seal that was read beyond doubt."""
    names = {plain(name) for name in issuers}
    printed = (word for word in _whole(page) if _GIVEN.sub("", _text(word)) in names)
    sealed = (
        word for seal in page.seals if _certain(seal) for word in stamps(page)
        if word.box == seal.box and any(name in plain(word.text) for name in names)
    )  # fmt: skip
    return next(printed, None) or next(sealed, None)


def seals_clear(page: Page, issuers: Iterable[str]) -> bool:
    """Whether no seal is left that may be a genuine issuer's: each is the listed one's, or clearly read."""
    names = [plain(name) for name in issuers]
    ours = (any(name in plain(text) for text in (s.title, *s.candidates) for name in names) for s in page.seals)
    return all(known or (s.title and s.confidence >= READ) for known, s in zip(ours, page.seals, strict=True))


def _certain(seal: Seal) -> bool:
    return seal.confidence >= SURE and len({seal.title, *seal.candidates}) == 1


def _whole(page: Page) -> list[Word]:
    """The page's lines, each with whatever stands beside it: half a line is not by itself."""
    return [joined(row) for source in (page.words, page.second) for row in rows(source)]


def _text(word: Word) -> str:
    return _MARKS.sub("", plain(word.text))
