"""What a certificate says of itself: its title as a line of its own, and its issuer by name or by seal."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import product

from checks.likeness import SHORT, apart, bare, missed
from checks.pages import joined, overlap, stamps
from checks.rows import rows
from verify.page import Page, Seal, Word

SURE = 0.97
"""Least confidence for a seal's reading to accuse."""

READ = 0.85
"""From this confidence on, a seal of another name is another's; below, it may be anybody's."""

_AROUND = (r"(?:\d{4}年度)?", r"(?:[特一二三]等奖?)?(?:获奖|荣誉)?(?:奖?证书|奖状)?")
"""What may stand before and after an award's name in a certificate's title."""

_TRIMMED = re.compile(rf"^{_AROUND[0]}|(?:[特一二三]等奖?)?(?:获奖|荣誉)?(?:证书|奖状)?$")
"""The same to take away, but for the 奖 that a title itself ends in."""

_GIVEN = re.compile(r"^(?:颁发|颁奖|授予|发证)(?:单位|机构|机关|部门)?|\(?(?:盖?章|公章)\)?$")


def certificate_title(page: Page, titles: Iterable[str]) -> Word | None:
    """The line that is one of the titles and nothing else; a sentence that tells of an award is none.

    Two readers of whom each has right what the other misread have read it as well.
    """
    named = tuple(titles)
    known = next((word for word in _whole(page) if is_title(word.text, named)), None)
    return known or _made_up(page, named, lambda text: _TRIMMED.sub("", text))


def is_title(text: str, titles: Iterable[str]) -> bool:
    """Whether a text is one of the titles, with its year, its grade and the word for certificate or without."""
    (before, after), said = _AROUND, bare(text)
    return any(re.fullmatch(before + re.escape(bare(title)) + after, said) for title in titles)


def issuer_alone(page: Page, issuers: Iterable[str]) -> Word | None:
    """The line that is one of the issuers and nothing else, else a seal that was read beyond doubt."""
    names = tuple(dict.fromkeys(bare(name) for name in issuers))
    printed = (word for word in _whole(page) if _GIVEN.sub("", bare(word.text)) in names)
    sealed = (
        word for seal in page.seals if _certain(seal) for word in stamps(page)
        if word.box == seal.box and any(name in bare(word.text) for name in names)
    )  # fmt: skip
    return next(printed, None) or next(sealed, None) or _made_up(page, names, lambda text: _GIVEN.sub("", text))


def seals_clear(page: Page, issuers: Iterable[str]) -> bool:
    """Whether no seal is left that may be a genuine issuer's: each is the listed one's, or clearly read."""
    names = [bare(name) for name in issuers]
    ours = (any(name in bare(text) for text in (s.title, *s.candidates) for name in names) for s in page.seals)
    return all(known or (s.title and s.confidence >= READ) for known, s in zip(ours, page.seals, strict=True))


def _certain(seal: Seal) -> bool:
    return seal.confidence >= SURE and len({seal.title, *seal.candidates}) == 1


def _made_up(page: Page, names: Iterable[str], core: Callable[[str], str]) -> Word | None:
    """The line of which the two readers each misread another character of one of the names."""
    for name in names:
        first, second = (_misread(source, bare(name), core) for source in (page.words, page.second))
        for (one, wrong), (other, elsewhere) in product(first, second):
            if overlap(one.box, other.box) and not wrong & elsewhere:
                return one
    return None


def _misread(source: Iterable[Word], name: str, core: Callable[[str], str]) -> list[tuple[Word, frozenset[int]]]:
    """The lines that are a long name but for one character, and which that is."""
    read = [(word, core(bare(word.text))) for word in map(joined, rows(source))]
    return [(word, missed(name, text)) for word, text in read if len(name) > SHORT and apart(name, text, 1)]


def _whole(page: Page) -> list[Word]:
    """The page's lines, each with whatever stands beside it: half a line is not by itself."""
    return [joined(row) for source in (page.words, page.second) for row in rows(source)]
