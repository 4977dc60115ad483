"""Days of a publicity, counted the way that gives the most and the way that gives the fewest."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta

import chinese_calendar

ENOUGH = 366
"""Nobody counts further: a longer publicity is long enough by any reading."""


def is_working_day(day: date) -> bool:
    """Whether people work, by the State Council's calendar with its make-up days; NotImplementedError for an unknown year."""
    return bool(chinese_calendar.is_workday(day))


def is_any_day(day: date) -> bool:
    """For counting calendar days."""
    return True


def days(first: date, last: date, counts: Callable[[date], bool]) -> list[date]:
    """The days from `first` to `last`, both included, that count; no more than the first ENOUGH of the calendar."""
    return [day for day in _each(first, last) if counts(day)]


def _each(first: date, last: date) -> Iterator[date]:
    for offset in range(min((last - first).days + 1, ENOUGH)):
        yield first + timedelta(offset)
