"""Finds round and oval seals by their shape alone, in whatever ink: black stamps, grey scans, ink too pale for colour.

Circles are guessed from the strokes that cross at their centre, followed along the rim, and kept where the rim is
whole, thin and stands apart from what runs beside it.
"""

from __future__ import annotations

import numpy as np

from verify.read.engine import Gray
from verify.read.seals.closer import SearchCopy
from verify.read.seals.frames import along_sides
from verify.read.seals.ink import FLOOR, Ink
from verify.read.seals.judge import STROKES, ink_at, is_written
from verify.read.seals.shapes import Outline, Ring
from verify.read.seals.trace import DIRECTIONS, coverage, rim_threshold, trace
from verify.read.seals.votes import SQUEEZES, guess_rims

MAX_TRACED = 40
"""Guesses followed on one page at most, best first."""

BESIDE = (0.8, 0.86, 0.92, 1.08, 1.14, 1.2)
"""Where print and pictures have as many strokes as on the rim."""

QUIETEST = 5
"""So many of those count: a second rim may run along one."""

CLEAR, WORN, CONTRAST = 0.68, 0.45, 0.36
"""Least share of the rim that is seen, that of a circle of which half is worn off, and that less twice what is seen
beside it: print reaches 0.65 and 0.1."""

SECTORS, WRITTEN = 12, 8
"""Of so many sectors inside the rim so many have letters, at least."""

LETTERS = 0.5
"""Letters are at least so dark as this share of the rim's own contrast."""


def dark_seals(copy: SearchCopy, shortest: float, known: list[Outline]) -> list[tuple[Ring, bool]]:
    """Rings on the searched copy outside the `known` ones, and whether they are written on.

    Beside a known one only circles are looked for: ovals without colour stand on grey scans.
    """
    dark, found, doubtful = copy.dark, list[Ring](), list[tuple[float, Ring]]()
    guesses = sorted(guess_rims(dark, shortest, SQUEEZES[:1] if known else SQUEEZES), key=lambda guess: -guess.coverage)
    for guess in guesses[:MAX_TRACED]:
        if any(_inside(guess, other) for other in (*known, *found)):
            continue
        ring = trace(dark, guess)
        if ring is None or ring.short < shortest:
            continue
        closer = copy.closer(ring)
        coverage, worth = closer[1].coverage, _worth(*closer)
        if coverage >= CLEAR and worth >= CONTRAST:
            found.append(ring)
        elif coverage >= WORN and ring.circular and worth >= CONTRAST:
            doubtful.append((worth, ring))
    for _, ring in sorted(doubtful, key=lambda one: -one[0]):
        if not any(_inside(ring, other) or _inside(other, ring) for other in (*known, *found)):
            found.append(ring)
    return [(ring, _is_written(dark, ring)) for ring in found]


def ink_along(outline: Outline, departures: dict[Ink, Gray]) -> Ink:
    """The ink that most of the rim has; black where it has no hue."""
    points = outline.points(1.0, DIRECTIONS) if isinstance(outline, Ring) else along_sides(outline)
    x, y = np.rint(points).astype(int).T
    for ink, departure in departures.items():
        inside = (x >= 0) & (y >= 0) & (x < departure.shape[1]) & (y < departure.shape[0])
        if inside.any() and float(np.median(departure[y[inside], x[inside]])) > FLOOR:
            return ink
    return "black"


def _worth(dark: Gray, ring: Ring) -> float:
    """By how much more of the rim is seen than of what runs beside it, that counted twice."""
    least = rim_threshold(dark, ring)
    beside = float(np.mean(sorted(coverage(dark, ring, radius, least) for radius in BESIDE)[:QUIETEST]))
    return ring.coverage - 2 * beside


def _is_written(dark: Gray, ring: Ring) -> bool:
    """Whether letters stand all along the inside of the rim: a word in a bubble does not reach round, and circles
    within circles cross few lines."""
    letters = (dark > max(LETTERS * rim_threshold(dark, ring), FLOOR)).astype(np.uint8)
    lines = np.array([ink_at(letters, ring, radius) for radius in np.arange(0.62, 0.88, 0.04)])
    sectors = lines.any(axis=0).reshape(SECTORS, -1).mean(axis=1) > 0.1
    strokes = np.count_nonzero(lines & ~np.roll(lines, 1, axis=1), axis=1)
    return is_written(letters, ring) and int(sectors.sum()) >= WRITTEN and float(np.median(strokes)) >= STROKES / 2


def _inside(guess: Outline, other: Outline) -> bool:
    """Whether a guess is `other` again, or lies mostly within it."""
    near = (abs(guess.x - other.x), abs(guess.y - other.y))
    return all(
        gap < max(0.8 * half, half - 0.7 * min(guess.extent())) for gap, half in zip(near, other.extent(), strict=True)
    )
