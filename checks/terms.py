"""Terms of appointment (聘期) on a page: 2018年1月1日至2021年12月31日, 自二〇一八年一月起三年, 至今. Rule TT-01."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from checks.rows import plain
from checks.spans import anniversary
from verify.dates import PartialDate
from verify.page import Page

_HAN = {char: str(index) for index, char in enumerate("〇一二三四五六七八九")} | {"○": "0", "零": "0"}
_YEAR = r"(?:19|20)\d{2}|[一二][〇○零一二三四五六七八九]{3}"
_PART = r"\d{1,2}|[一二三四五六七八九十]{1,3}"


def _written(which: int) -> str:
    """The pattern of a date, its parts named y, m, d and `which`."""
    day = rf"(?:(?P<d{which}>{_PART})日?)?"
    return rf"(?P<y{which}>{_YEAR})[年./-](?P<m{which}>{_PART})(?:[月./-]{day})?"


_RANGE = re.compile(rf"{_written(1)}(?:起|开始)?(?:至|到|-|—|–|~|～|止)+(?:{_written(2)}|(?P<now>今|现在|目前))(?:止)?")
_LENGTH = re.compile(r"(?:聘期|聘任期限?|聘用期限?|任期|期限)(?:为|:)?(?P<n>[一二三四五六七八九十]|\d{1,2})年")
_FROM = re.compile(rf"(?:自|从){_written(1)}(?:起|开始)?")


@dataclass(frozen=True, slots=True)
class Term:
    """A term of appointment, both days included; `open` where it runs to 至今."""

    first: date
    last: date
    open: bool = False


def terms(page: Page) -> Iterator[Term]:
    """The terms that a page states, from date to date, or from a date for so many years."""
    text = "".join(plain(word.text) for word in page.words)
    found = [term for match in _RANGE.finditer(text) if (term := _term(match))]
    yield from found
    length, start = _LENGTH.search(text), _FROM.search(text)
    if not found and length and start and (day := _day(start, "1")):
        yield Term(day.first, anniversary(day.first, _number(length["n"])) - timedelta(days=1))


def missing(found: Iterable[Term], first: date, last: date) -> list[tuple[date, date]]:
    """The stretches from `first` to `last` that no term covers."""
    holes, day = [], first
    for term in sorted(found, key=lambda one: one.first):
        if term.first > day:
            holes.append((day, min(term.first - timedelta(days=1), last)))
        day = max(day, term.last + timedelta(days=1))
        if day > last:
            return [hole for hole in holes if hole[0] <= hole[1]]
    return [hole for hole in (*holes, (day, last)) if hole[0] <= min(hole[1], last)]


def _term(match: re.Match[str]) -> Term | None:
    start = _day(match, "1")
    if start is None:
        return None
    if match["now"]:
        return Term(start.first, date.max - timedelta(days=1), True)
    end = _day(match, "2")
    return Term(start.first, end.last) if end and end.last >= start.first else None


def _day(match: re.Match[str], which: str) -> PartialDate | None:
    year, month, day = (match[f"{part}{which}"] for part in "ymd")
    digits = "".join(_HAN.get(char, char) for char in year)
    try:
        parts = [digits, f"{_number(month):02d}", *([f"{_number(day):02d}"] if day else [])]
        return PartialDate.parse("-".join(parts))
    except ValueError:
        return None


def _number(text: str) -> int:
    if text.isdigit():
        return int(text)
    tens, ten, ones = text.rpartition("十")
    return (int(_HAN.get(tens, "1")) * 10 if ten else 0) + int(_HAN.get(ones, "0"))
