"""Dates as people write them: a year, a month or a day, never more exact than what was written."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

_WRITTEN = re.compile(r"^\s*(\d{4})\s*(?:[-./年]\s*(\d{1,2})\s*(?:[-./月]\s*(\d{1,2})\s*日?|月)?|年)?\s*$")


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A year, perhaps with month, perhaps with day; `first` and `last` bound what it can mean."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read "2021", "2021-05", "2021-05-06", "2021.5", "2021年5月6日"; raises ValueError on anything else."""
        found = _WRITTEN.match(text)
        if not found:
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
