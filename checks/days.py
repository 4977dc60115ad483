"""Dates in a text: full ones in figures or characters, and the looser ways in which a date is written by hand."""

from __future__ import annotations

import re
import unicodedata

from checks.rows import plain
from verify.dates import PartialDate

_HAN = {char: str(index) for index, char in enumerate("〇一二三四五六七八九")} | {"○": "0", "零": "0", "o": "0"}
_FIGURES = re.compile(r"(?<!\d)((?:19|20)\d{2})([-./年])(\d{1,2})([-./月])(\d{1,2})(?!\d)日?")
_TIMED = re.compile(r"(?<!\d)((?:19|20)\d{2})([-./年])\s*(\d{1,2})\s*([-./月])\s*(\d{1,2})日?(?=\s+\d{1,2}[:时])")
_CHINESE = re.compile(
    r"([一二][〇○零o一二三四五六七八九]{3})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日"
)
_LOOSE = re.compile(r"(?<!\d)((?:19|20)\d{2})\s*([、,·—–_。\s])\s*(\d{1,2})\s*\2\s*(\d{1,2})(?!\d)日?")
_EIGHT = re.compile(r"(?<!\d)((?:19|20)\d{2})(0[1-9]|1[0-2])([0-2]\d|3[01])(?!\d)")
_DIGIT = re.compile(r"[\d〇○零一二三四五六七八九十]")
_PARTS = re.compile(rf"{_DIGIT.pattern}月")


def dates_in(text: str) -> list[PartialDate]:
    """Full dates in a text; impossible ones (a 13th month) are left out."""
    bare = plain(text)
    timed = _TIMED.findall(unicodedata.normalize("NFKC", text))
    figures = [(y, m, d) for y, _, m, _, d in (*_FIGURES.findall(bare), *timed)]
    written = [(_digits(y), _number(m), _number(d)) for y, m, d in _CHINESE.findall(bare)]
    return [day for parts in (*figures, *written) if (day := _day(*parts))]


def loose_dates_in(text: str) -> list[PartialDate]:
    """Full dates with an unusual mark or none between their parts: 2024、9、20, 2024 9 20, 20240920."""
    wide = unicodedata.normalize("NFKC", text)
    parts = [(y, m, d) for y, _, m, d in _LOOSE.findall(wide)] + _EIGHT.findall(wide)
    return [day for part in parts if (day := _day(*part))]


def like_a_date(text: str) -> bool:
    """Whether a text has figures enough for a date, or a numbered month: 24.9.20, 2024年9月, 9月20日."""
    bare = plain(text)
    return len(_DIGIT.findall(bare)) >= 4 or bool(_PARTS.search(bare))


def without_dates(text: str) -> str:
    """A text without the full dates in it."""
    return _CHINESE.sub("", _FIGURES.sub("", plain(text)))


def without_figures(text: str) -> str:
    """A text without anything that a date is made of."""
    return re.sub(r"[年月日时分]", "", _DIGIT.sub("", without_dates(text)))


def _day(year: str, month: str, day: str) -> PartialDate | None:
    try:
        return PartialDate.parse(f"{year}-{int(month):02d}-{int(day):02d}")
    except ValueError:
        return None


def _digits(text: str) -> str:
    return "".join(_HAN[char] for char in text)


def _number(text: str) -> str:
    tens, ten, ones = text.rpartition("十")
    value = (int(_HAN.get(tens, "1")) * 10 if ten else 0) + int(_HAN.get(ones, "0"))
    return str(value)
