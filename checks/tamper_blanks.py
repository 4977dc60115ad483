"""Lines of a PDF that ordinary tools change: a template's placeholders filled in, a page's number or time of printing."""

from __future__ import annotations

import re

from checks.rows import plain
from checks.tamper_signoff import Signoff
from verify.traces import Change

LONGEST = 40
"""Characters that are put in the place of one placeholder at most."""

_MASK = "****"
"""What stands in the middle of a number that was masked."""


class Blanks(Signoff):
    """Regular expressions for a line without white space, in half-width lower case; they hold no groups that are kept.

    `placeholders`: what a template says where something is to be written. `page_numbers` and `print_times`: what a
    tool writes anew into a page's margin.
    """

    placeholders: tuple[str, ...] = ()
    page_numbers: tuple[str, ...] = ()
    print_times: tuple[str, ...] = ()


def filled_in(change: Change, params: Blanks) -> bool:
    """Whether a line differs from what it was only in what took the place of placeholders."""
    before, after = plain(change.before), plain(change.after)
    parts = _parts(before, params.placeholders)
    return len(parts) > 1 and _written(parts, after)


def masked(change: Change) -> bool:
    """Whether a number that was masked stands in the line: it may be another one now, and nobody could tell."""
    return _MASK in change.before


def renumbered(change: Change, params: Blanks) -> bool:
    """Whether a line in a margin differs from what it was only in a page number."""
    return _but_for(change, params.page_numbers)


def printed_again(change: Change, params: Blanks) -> bool:
    """Whether a line in a margin differs from what it was only in a page number and the time of printing."""
    return _but_for(change, (*params.print_times, *params.page_numbers))


def _but_for(change: Change, patterns: tuple[str, ...]) -> bool:
    """Whether a line in a margin is another, and the same but for what the patterns find."""
    another = plain(change.before) != plain(change.after)
    return change.margin and another and _without(change.before, patterns) == _without(change.after, patterns)


def _without(text: str, patterns: tuple[str, ...]) -> str:
    rest = plain(text)
    for pattern in patterns:
        rest = re.sub(pattern, "", rest)
    return rest


def _parts(text: str, patterns: tuple[str, ...]) -> list[str]:
    """A text cut at its placeholders, the longest first where several are possible."""
    spans = [match.span() for pattern in patterns for match in re.finditer(pattern, text)]
    parts, end = list[str](), 0
    for left, right in sorted(spans, key=lambda span: (span[0], -span[1])):
        if left >= end:
            parts.append(text[end:left])
            end = right
    return [*parts, text[end:]]


def _written(parts: list[str], text: str) -> bool:
    """Whether a text holds the parts in their order from its beginning to its end, with no more than words between."""
    first, *between, last = parts
    if not (text.startswith(first) and text[len(first) :].endswith(last)):
        return False
    at, end = len(first), len(text) - len(last)
    for part in between:
        found = text.find(part, at, end)
        if not 0 <= found - at <= LONGEST:
            return False
        at = found + len(part)
    return end - at <= LONGEST
