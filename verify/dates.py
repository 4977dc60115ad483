"""Dates as people write them: a year, a month or a day, never more exact than what was written."""

from __future__ import annotations

import calendar
import re
import unicodedata
from dataclasses import dataclass
from datetime import date

_HAN = {char: str(index) for index, char in enumerate("〇一二三四五六七八九")} | {"○": "0", "零": "0"}
_HAN_YEAR = re.compile(r"([一二][〇○零一二三四五六七八九]{3})(?=\s*年)")
_HAN_PART = re.compile(r"([一二三四五六七八九十]{1,3})(?=\s*[月日])")
_CLOCK = re.compile(
    r"(?<=[\d日])(?:\s+|\s*T\s*)(?:[01]?\d|2[0-3])[:时][0-5]?\d(?:分|[:分][0-5]?\d(?:\.\d+)?秒?)?(?:\+08:?00)?\s*$",
    re.IGNORECASE,
)
"""A time of day of China after a full date; one of another zone may be of another day there."""
_WRITTEN = re.compile(r"^\s*(\d{4})\s*(?:[-./年]\s*(\d{1,2})\s*(?:[-./月]\s*(\d{1,2})\s*日?|月)?|年)?\s*$")


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A year, perhaps with month, perhaps with day; `first` and `last` bound what it can mean."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read "2021", "2021-05", "2021-05-06", "2021.5", "2021年5月6日", "二〇二一年五月", a full date with a time of day.

        Raises ValueError on anything else.
        """
        figures = _in_figures(text)
        found = _WRITTEN.match(bare := _CLOCK.sub("", figures))
        if not found or (bare != figures and not found[3]):
            raise ValueError(f"不是日期: {text!r}，应为 YYYY-MM-DD、YYYY-MM 或 YYYY")
        year, month, day = (int(part) if part else None for part in found.groups())
        assert year is not None
        result = cls(year, month, day)
        date(year, month or 1, day or 1)  # raises ValueError for a 13th month or a 30 February
        return result

    @property
    def first(self) -> date:
        """The earliest day it can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The latest day it can mean."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def __str__(self) -> str:
        parts = [f"{self.year:04d}", *(f"{part:02d}" for part in (self.month, self.day) if part is not None)]
        return "-".join(parts)


def _in_figures(text: str) -> str:
    """The text with full-width forms folded and a date written in characters turned into figures."""
    folded = unicodedata.normalize("NFKC", text)
    folded = _HAN_YEAR.sub(lambda found: "".join(_HAN[char] for char in found[1]), folded)
    return _HAN_PART.sub(lambda found: _number(found[1]), folded)


def _number(han: str) -> str:
    """三 → 3, 十 → 10, 二十一 → 21; what is no number stays, and so is no date."""
    tens, ten, ones = han.rpartition("十")
    if len(tens) > 1 or len(ones) > 1:
        return han
    return str((int(_HAN.get(tens, "1")) * 10 if ten else 0) + int(_HAN.get(ones, "0")))
