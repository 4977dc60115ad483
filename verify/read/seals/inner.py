"""Reads the lines across the middle of a round or oval seal, below its star or in its place.

Our own recogniser reads strips in colour and of the ink alone, the page's engine one of the ink: a line counts where
it is sure and the ink bears it out, or where it comes to a phrase that seals bear.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from verify.read.engine import Array, Engine
from verify.read.seals.inner_ink import MAYBE, runs_on, written
from verify.read.seals.inner_rows import INKED, SIDE, Middle, Span, rows_of, shown, strip_of, windows_of
from verify.read.seals.kind_words import LINES, SPECIAL
from verify.read.seals.phrases import phrase_of
from verify.read.seals.readings import Reading, alike, chinese
from verify.read.seals.recogniser import Letter, recogniser
from verify.read.seals.rover import joined
from verify.read.seals.titles import Cut
from verify.read.seals.unwrap import framed, upright

GOOD = 0.75
"""Least confidence of a line worth reporting."""

SAME, PROMISING = 0.5, 0.35
"""Readings more alike than the first are of one line; less sure than the second they are of none."""

MOST = 3
"""Lines at most."""


@dataclass(frozen=True, slots=True)
class Look:
    """A strip between two levels as it was read, of the ink alone or else in colour, print and all."""

    reading: Reading
    span: Span
    inked: bool


@dataclass(frozen=True, slots=True)
class Inner:
    """The lines, top down, the sum of their scores, and whether there is ink of one that nobody could read."""

    lines: tuple[str, ...] = ()
    score: float = 0.0
    unread: bool = False


def inner_lines(cut: Cut, ups: Sequence[float], engine: Engine) -> Inner:
    """Lines across the middle, read with each of the directions `ups` up until a phrase that seals bear is read."""
    best = Inner()
    for up in ups:
        best = max(best, _upright_lines(cut, up, engine), key=lambda one: one.score)
        if any(line in LINES for line in best.lines):
            break
    return best if best.lines else Inner(unread=cut.ring.circular and bool(ups) and written(cut, ups[0]))


def _upright_lines(cut: Cut, up: float, engine: Engine) -> Inner:
    middle = Middle(cut.ring, cut.band)
    rows = rows_of(upright(cut.views[1], cut.ring, up, SIDE) < INKED, middle)
    maybe = written(cut, up, MAYBE)
    if not rows and not maybe:
        return Inner()
    ink = upright(cut.views[0], cut.ring, up, SIDE)
    spans = list(dict.fromkeys([*rows, *(windows_of(ink < INKED, middle) if maybe else [])]))
    colour = upright(cut.white, cut.ring, up, SIDE) if spans else ink
    found = _lines(_looks(colour, ink, spans, middle), ink, middle, engine)
    if cut.ink == "black":
        found = [(span, line) for span, line in found if _usual(line.text) or not runs_on(cut, span, up)]
    return Inner(tuple(line.text for _, line in found), sum(line.score * len(line.text) for _, line in found))


def _looks(colour: Array, ink: Array, spans: Sequence[Span], middle: Middle) -> list[Look]:
    """Strips read in colour, and of the ink alone those of which that made something."""
    looks = list[Look]()
    for image, inked in ((colour, False), (ink, True)):
        strips = [shown(strip_of(image, *span, middle)) for span in spans]
        lines = recogniser().read(strips)
        seen = [
            Look(Reading(line.text, line.score, line.letters), span, inked)
            for span, line in zip(spans, lines, strict=True)
            if line.score >= PROMISING and chinese(line.text) >= 2
        ]
        looks += seen
        spans = [look.span for look in seen]
    return looks


def _lines(looks: list[Look], ink: Array, middle: Middle, engine: Engine) -> list[tuple[Span, Reading]]:
    """Up to three lines, top down: readings that are alike are of one."""
    found = list[tuple[Span, Reading]]()
    left = sorted(looks, key=lambda look: -look.reading.score * min(chinese(look.reading.text), 5))
    for _ in range(MOST):
        if not left:
            break
        first = left[0]
        group = [look for look in left if look is first or alike(look.reading.text, first.reading.text) >= SAME]
        line = _line(group, strip_of(ink, *first.span, middle), engine)
        found += [(first.span, line)] if line else []
        left = [look for look in left if look not in group and (not line or _apart(look.span, first.span))]
    return sorted(found, key=lambda one: one[0])


def _line(group: list[Look], strip: Array, engine: Engine) -> Reading | None:
    """What one line's readings come to, and the engine's of `strip` where they are not enough; None where that is not
    sure."""
    readings = [look.reading for look in group]
    of_ink = [look.reading for look in group if look.inked]
    if of_ink and (known := phrase_of(readings)):
        return known
    text, score = engine.read_line(framed(strip))
    heard = Reading(text, score, _certain(text, score))
    if known := phrase_of([*readings, heard]):
        return known
    elected = joined(readings[0], [*readings, heard])
    borne = max(alike(elected.text, other.text) for other in [heard, *of_ink])
    return elected if elected.score * borne >= GOOD and chinese(elected.text) >= 2 else None


def _certain(text: str, score: float) -> tuple[Letter, ...]:
    return tuple(Letter(((character, round(score, 3)),), 0.0) for character in text)


def _apart(one: Span, other: Span) -> bool:
    """Whether less than half of the lower of two strips lies in both."""
    return min(one[1], other[1]) - max(one[0], other[0]) < min(one[1] - one[0], other[1] - other[0]) / 2


def _usual(text: str) -> bool:
    """Whether seals bear such lines, and forms hardly print them."""
    return text in LINES or bool(SPECIAL.search(text))
