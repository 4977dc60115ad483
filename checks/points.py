"""Several small findings about one item, told in one observation: the worst decides, and is told first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from verify.finding import Evidence, Observation, Outcome

_WEIGHT = (Outcome.FAIL, Outcome.UNSURE, Outcome.PASS, Outcome.NA)


@dataclass(frozen=True, slots=True)
class Point:
    """One thing that was looked at; `text` is a Chinese clause without its full stop."""

    outcome: Outcome
    text: str
    shown: tuple[Evidence, ...] = ()


def bad(text: str, *shown: Evidence) -> Point:
    """Clearly wrong."""
    return Point(Outcome.FAIL, text, shown)


def doubt(text: str, *shown: Evidence) -> Point:
    """A person must look."""
    return Point(Outcome.UNSURE, text, shown)


def good(text: str, *shown: Evidence) -> Point:
    """As it should be."""
    return Point(Outcome.PASS, text, shown)


def together(
    subject: str, points: Iterable[Point], advice: str = "", expected: str | None = None, found: str | None = None
) -> Observation:
    """One observation of all points, with those alone that are of the worst kind or doubtful; `advice` ends it."""
    ranked = sorted(points, key=lambda point: _WEIGHT.index(point.outcome))
    worst = ranked[0].outcome
    told = [p for p in ranked if p.outcome is worst or p.outcome is Outcome.UNSURE]
    message = "；".join(dict.fromkeys(point.text for point in told)) + f"。{advice}"
    shown = dict.fromkeys(evidence for point in told for evidence in point.shown)
    return Observation(worst, subject, message, tuple(shown)[:6], expected, found)
