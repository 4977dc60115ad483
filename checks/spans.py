"""Full years (实足年限) from a date to a cut-off, counted by anniversaries: rules TM-04, TM-05, EL-26.

The day of the start is not counted, so that 2020-12-31 to 2024-12-31 is four full years and 2021-01-01 a day short;
where a month has no such day, its last day is the anniversary (民法典第二百零一、二百零二条).
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import MAXYEAR, date

from verify.dates import PartialDate


@dataclass(frozen=True, slots=True)
class Span:
    """The time from a start to a cut-off; a start without month or day has two readings.

    `least` counts from the last day that the start can mean, `most` from the first; both are negative where the start
    lies after the cut-off by so many years begun.
    """

    start: PartialDate
    end: date

    @property
    def least(self) -> int:
        return full_years(self.start.last, self.end)

    @property
    def most(self) -> int:
        return full_years(self.start.first, self.end)

    @property
    def exact(self) -> bool:
        """Whether both readings of the start give the same number of full years."""
        return self.least == self.most

    @property
    def over(self) -> bool:
        """Whether the start, by every reading, lies after the cut-off."""
        return self.start.first > self.end

    def short(self, years: int) -> tuple[int, int]:
        """By how many days `years` full ones are missed, at least and at most; 0 where they are met."""
        return days_short(self.start.first, self.end, years), days_short(self.start.last, self.end, years)

    def told(self, years: int) -> str:
        """The arithmetic in words: 2021-01-01 至 2024-12-31 满 3 年，要求 4 年，差 1 天."""
        if self.over:
            return f"{self.start} 晚于截止日 {self.end}，不计"
        full = (
            f"满 {self.least} 年" if self.exact else f"满 {self.least} 年或 {self.most} 年（日期只写到 {self.start}）"
        )
        low, high = self.short(years)
        if not high:
            lack = f"满足 {years} 年"
        elif low == high:
            lack = f"要求 {years} 年，差 {days_told(low, self.start.first, self.end, years)}"
        else:
            least = f"差 {low} 天" if low else "不差"
            lack = f"要求 {years} 年，按 {self.start.first} 起算{least}，按 {self.start.last} 起算差 {high} 天"
        return f"{self.start} 至 {self.end} {full}，{lack}"


def anniversary(start: date, years: int) -> date:
    """The day `years` after `start`; the month's last day where it has no such day (29 February)."""
    year = min(start.year + years, MAXYEAR)
    return date(year, start.month, min(start.day, calendar.monthrange(year, start.month)[1]))


def full_years(start: date, end: date) -> int:
    """How many anniversaries of `start` have come by `end`; below 0 where `start` lies after `end`."""
    years = end.year - start.year
    return years if anniversary(start, years) <= end else years - 1


def days_short(start: date, end: date, years: int) -> int:
    """How many days after `end` the anniversary that makes `years` full ones lies; 0 where it has come."""
    return max(0, (anniversary(start, years) - end).days)


def days_told(days: int, start: date, end: date, years: int) -> str:
    """So many days in words, with the whole years among them taken out: 1 天, 2 年 31 天."""
    whole = years - full_years(start, end) - 1
    rest = days_short(start, end, years - whole)
    return f"{whole} 年 {rest} 天" if whole > 0 else f"{days} 天"
