"""Of two applicants: whether their names are one, and their matches in one order, whatever order the store gave."""

from __future__ import annotations

from checks.names import Level, find_name
from verify.across import Match
from verify.page import Word


def alike(name: str, other: str) -> Level:
    """Whether two applicants' names are one person's, or may be (a slip, another form of a character)."""
    return find_name(name, [Word(other, (0, 0, 30 * len(other), 30), 1.0)]).level


def order(match: Match) -> tuple[str, str, str, str]:
    """By what is shared, then by with whom; the batch at hand before earlier ones."""
    return match.what, match.whose.batch or "", match.whose.folder, match.mine.file
