"""Numbers as they are written, and as they are compared: exactly, and with the characters that readers confuse folded."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date

from stdnum.cn import uscc

from checks.diploma_number import decode
from checks.identity_numbers import is_masked, resident_fault
from checks.names import looks_like_name
from checks.pages import beside
from checks.rows import plain
from verify.mask import mask_ids
from verify.page import Page, Word

LONGEST = 40
"""A certificate's number has at most so many characters; what is longer is text that ran on."""

LINE = 1000
"""So much of a line is looked at; a row of a text layer has hardly two hundred characters."""

GROUP = 6
"""The groups in which a number is printed (ABCD EFGH, 2021 2 1457823) have so many characters at most, but the last."""

FIGURES, CODE = 4, 12
"""A number has so many figures at least; a code of random letters, so many characters."""

LEAD = 40
"""So much before a label is looked at; the longest words that lead one (中华人民共和国…任职资格) have twenty characters."""

BARE = 2
"""A label of so few characters (编号) names no paper: no word may lead it, as 职业编号 is a trade's."""

REST = 8
"""A number of so many characters and more is one with and without a province's character before it."""

_CONFUSED = str.maketrans({"O": "0", "D": "0", "Q": "0", "I": "1", "L": "1", "|": "1", "Z": "2", "S": "5", "B": "8"})
_PROVINCES = "京津沪渝冀晋辽吉黑苏浙皖闽赣鲁豫鄂湘粤琼川贵云陕甘青蒙桂藏宁新"
_START = re.compile(r"^[\s:：.…_—\-]*(?:(?:NO|№)[.:：\s]*|第\s*)?", re.IGNORECASE)
_TOKEN = re.compile(rf"(?:[{_PROVINCES}]\s?)?[0-9A-Z|][0-9A-Z|.\-—–/]*", re.IGNORECASE)
_PARTED = re.compile(rf"{_TOKEN.pattern}(?:\s{{1,3}}[0-9A-Z|][0-9A-Z|.\-—–/]*)*", re.IGNORECASE)
_ALONE = re.compile("")
_RUN = re.compile(r"[一-鿿]+$")
_DAY_END = re.compile(r"\d\s*[年月日]$")
_DATE = re.compile(r"(?:19|20)\d{2}[-./](?:0?\d|1[0-2])(?:[-./]\d{1,2})?$")
_RESIDENT = re.compile(r"(?<!\d)\d{17}[\dX](?!\d)")
_BARE_ID = re.compile(r"\d+X?")
_MOBILE = re.compile(r"1[3-9]\d{9}")


def exact(number: str) -> str:
    """NFKC, upper case, figures and Latin letters alone, a province's character before them kept (浙 233…)."""
    text = unicodedata.normalize("NFKC", number).upper()
    head = re.match(rf"[^0-9A-Z]*([{_PROVINCES}])(?=\s*[0-9A-Z])", text)
    return (head[1] if head else "") + "".join(
        char for char in text if char.isascii() and (char.isalnum() or char == "|")
    )


def folded(number: str) -> str:
    """An exact number with 0/O/D/Q, 1/I/L/|, 2/Z, 5/S and 8/B made one each, of REST characters without its province."""
    bare = number.removeprefix(province(number))
    return (bare if len(bare) >= REST else number).translate(_CONFUSED)


def province(number: str) -> str:
    """The province's character before an exact number; "" where there is none."""
    return number[:1] if number[:1] in _PROVINCES else ""


def telling(number: str, least: int) -> bool:
    """Whether an exact number can be one person's: long enough, no date, one digit over and over, phone or code."""
    digits = "".join(char for char in number if char.isdecimal())
    if not least <= len(number) <= LONGEST or len(set(number)) <= 2 or number.startswith(("HTTP", "WWW")):
        return False
    if len(digits) < FIGURES and len(number) < CODE:
        return False
    return not (_is_day(number) or _MOBILE.fullmatch(number) or personal(number) or _is_units(number))


def after(
    page: Page, labels: Iterable[str], never: Iterable[str], leads: Iterable[str] = ()
) -> Iterator[tuple[str, Word]]:
    """Every number right after one of `labels`, as written, and its line; not where a word of `never` precedes it.

    A label begins a field, or follows words of `leads` (毕业, 学位 …): 编号 does not stand in 班级编号.
    """
    wanted = tuple(sorted(labels, key=len, reverse=True))
    spaced = "|".join(r"\s*".join(map(re.escape, label)) for label in wanted)
    pattern, others = re.compile(rf"({spaced})(?:\([^()]*\))?", re.IGNORECASE), tuple(map(plain, never))
    lead = re.compile(f"(?:{'|'.join(map(re.escape, sorted(leads, key=len, reverse=True)))})*+")
    for line in (*page.words, *page.second):
        text = unicodedata.normalize("NFKC", line.text[:LINE])
        for found in pattern.finditer(text):
            rest = text[found.end() :]
            before = text[: found.start()]
            led = lead if len(plain(found[1])) > BARE else _ALONE
            if plain(before).endswith(others) or not _begins(before, led):
                continue
            if rest.strip(" :：.…_—-"):
                yield from ((number, line) for number in _first(rest))
            else:
                yield from ((number, value) for value in _next_to(page, line, wanted) for number in _first(value.text))


def _begins(before: str, lead: re.Pattern[str]) -> bool:
    """Whether what comes after `before` begins a field: after a mark, a blank, a date, a name, or words that lead it."""
    run = _RUN.search(before[-LEAD:])
    return run is None or bool(lead.fullmatch(run[0])) or bool(_DAY_END.search(before)) or looks_like_name(run[0])


def _next_to(page: Page, line: Word, labels: Iterable[str]) -> Iterator[Word]:
    for label, value in beside(page, labels):
        if label is line and value and value.box != line.box:
            yield value


def _first(text: str) -> Iterator[str]:
    """The number with which a text begins; its groups are put together, a date or another value after it is not."""
    bare = _START.sub("", unicodedata.normalize("NFKC", text), count=1)
    found = _PARTED.match(bare)
    if not found or is_masked(bare[found.end() : found.end() + 1]):
        return
    whole = found[0].split()
    taken = [whole[0]]
    for group in whole[1:]:
        if _DATE.match(group) or len(taken[-1]) > GROUP or len("".join((*taken, group))) > LONGEST:
            break
        taken.append(group)
    yield "".join(taken).strip(".-/—–")


def _is_day(number: str) -> bool:
    """A year, or a month or day written without marks."""
    if not number.isdigit() or len(number) > 8:
        return False
    try:
        date(int(number[:4]), int(number[4:6] or 1), int(number[6:8] or 1))
    except ValueError:
        return False
    return 1900 <= int(number[:4]) <= 2100


def personal(number: str) -> bool:
    """Whether it is a resident ID number, masked, mistyped or of old; a diploma's figures may only look like one.

    Within a longer number (Z330620181002457) only one with a valid check digit counts, as any figures may look like a day.
    """
    if is_masked(number):
        return True
    if not _BARE_ID.fullmatch(number):
        return any(not resident_fault(run) for run in _RESIDENT.findall(number))
    return not resident_fault(number) or (mask_ids(number) != number and decode(number) is None)


def _is_units(number: str) -> bool:
    """Whether it is a unified credit code; a diploma's figures may make one by chance."""
    return uscc.is_valid(number) and (number.startswith("9") or not number.isdigit())
