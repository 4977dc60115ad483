"""Matches in one order, whatever order the store gave."""

from __future__ import annotations

from verify.across import Match


def order(match: Match) -> tuple[str, str, str, str]:
    """By what is shared, then by with whom; the batch at hand before earlier ones."""
    return match.what, match.whose.batch or "", match.whose.folder, match.mine.file
