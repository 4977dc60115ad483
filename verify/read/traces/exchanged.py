"""Lines of a page that say what they said and took each other's places: a name in another's row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from verify.read.traces.layout import Line, Style

MOVED = 200
"""Lines that stand elsewhere; where more do, the page was set anew."""

LARGER = 2.0
"""Times by which letters may be larger that take the place of others."""


def exchanged(before: Mapping[str, Line], after: Mapping[str, Line]) -> list[tuple[Line, Line]]:
    """What stood at a place and what stands there now, for lines that are in a circle where another one was.

    Lines are given by their text. Lines that only moved, as when one was put above them, form no circle.
    """
    moved = [text for text in before if text in after and not same_place(before[text], after[text])]
    if len(moved) > MOVED:
        return []
    takes = {one: next((two for two in moved if same_place(after[one], before[two])), None) for one in moved}
    return [(before[two], after[one]) for one, two in takes.items() if two is not None and _circles(one, takes)]


def once(lines: Sequence[Line], texts: Sequence[str]) -> dict[str, Line]:
    """The lines whose text stands on the page but once, by that text."""
    counts = Counter(texts)
    return {text: line for line, text in zip(lines, texts, strict=True) if counts[text] == 1}


def same_place(one: Line, other: Line) -> bool:
    """Whether two lines are level, one above a part of the other, run the same way and are printed much alike."""
    a, b = one.place, other.place
    level = abs((a[1] + a[3]) - (b[1] + b[3])) < 0.8 * max(a[3] - a[1], b[3] - b[1])
    return _alike(one.style, other.style) and level and a[0] < b[2] and b[0] < a[2]


def _alike(one: Style, other: Style) -> bool:
    sizes = sorted((one.size, other.size))
    return (one.turn, one.faint) == (other.turn, other.faint) and sizes[1] <= LARGER * sizes[0]


def _circles(text: str, takes: Mapping[str, str | None]) -> bool:
    """Whether one comes back to a line by going from each to that whose place it takes."""
    at = takes.get(text)
    for _ in takes:
        if at is None or at == text:
            break
        at = takes.get(at)
    return at == text
