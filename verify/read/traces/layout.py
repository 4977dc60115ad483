"""The letters of a PDF page grouped into the lines in which they are read.

Letters stand in one line where they are level in the direction in which they run. A watermark drawn across a line is a
line of its own: faint print never joins full print, and letters of another size or colour that overlap do not either.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

import numpy as np

from verify.read.traces.painted import Area

Colour = tuple[int, int, int]

FAINT = 128
"""Luminance, 0..255 on white paper, from which on print is faint: a watermark's."""

TINT = 60
"""Levels of a channel by which colours differ that are two."""

LARGER = 1.25
"""Times by which sizes differ that are two."""

OVERLAP = 0.2
"""Share of a letter from which on another one stands upon it."""

STYLES = 40
"""Styles of one page that are told apart."""

NEAR = 12
"""Lines above one that are looked at to join it."""

SMALL = 0.7
"""Share of its size that a letter is tall at least, to see which others are level with it: a star or a dash is not."""

LONG = 300
"""Letters of a line that are looked at to join it."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a letter is printed: `size` in points, 0 where it is not known; `turn`: quarter turns anticlockwise."""

    size: float = 0.0
    colour: Colour = (0, 0, 0)
    turn: int = 0

    @property
    def faint(self) -> bool:
        red, green, blue = self.colour
        return 0.299 * red + 0.587 * green + 0.114 * blue >= FAINT

    def like(self, other: Style) -> bool:
        """Whether two letters may have been printed in one go."""
        close = all(abs(a - b) < TINT for a, b in zip(self.colour, other.colour, strict=True))
        near = max(self.size, other.size) <= LARGER * min(self.size, other.size)
        return self.turn == other.turn and self.faint == other.faint and close and near


PLAIN = Style()


@dataclass(frozen=True, slots=True)
class Glyph:
    """A letter as painted."""

    text: str
    area: Area
    order: int
    style: Style = PLAIN

    @property
    def place(self) -> Area:
        """Its area, the page turned so that the letter stands upright."""
        return turned(self.area, self.style.turn)


@dataclass(frozen=True, slots=True)
class Line:
    """Letters side by side; wide gaps are a space."""

    glyphs: tuple[Glyph, ...]

    @property
    def text(self) -> str:
        done, right = "", math.inf
        for glyph in self.glyphs:
            left, bottom, after, top = glyph.place
            done += (" " if left - right > 1.5 * (top - bottom) else "") + glyph.text
            right = after
        return done

    @property
    def area(self) -> Area:
        return around(glyph.area for glyph in self.glyphs)

    @property
    def place(self) -> Area:
        """Its area, the page turned so that its letters stand upright."""
        return around(glyph.place for glyph in self.glyphs)

    @property
    def style(self) -> Style:
        return self.glyphs[0].style


def lines(glyphs: Iterable[Glyph]) -> list[Line]:
    """Letters grouped into lines, top to bottom, each from left to right."""
    rows = [row for group in _styles(glyphs) for row in _rows(group)]
    rows.sort(key=lambda row: (row[0].style.turn, -_middle(row), min(g.place[0] for g in row)))
    joined: list[list[Glyph]] = []
    for row in rows:
        beside = next((other for other in reversed(joined[-NEAR:]) if _one_line(other, row)), None)
        if beside is None:
            joined.append(row)
        else:
            beside += row
    return [Line(tuple(sorted(row, key=lambda g: g.place[0]))) for row in joined]


def _styles(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    """Letters of one style each."""
    known: dict[Style, list[Glyph]] = {}
    groups: list[list[Glyph]] = []
    for glyph in glyphs:
        if glyph.style not in known:
            alike = next((group for group in groups if group[0].style.like(glyph.style)), None)
            if alike is None:
                alike = next((group for group in groups[STYLES:] if group[0].style.turn == glyph.style.turn), None)
            if alike is None:
                groups.append(alike := [])
            known[glyph.style] = alike
        known[glyph.style].append(glyph)
    return groups


def _rows(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    rows: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda g: -(g.place[1] + g.place[3])):
        if rows and _beside(rows[-1], glyph):
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    return rows


def _beside(row: list[Glyph], glyph: Glyph) -> bool:
    place, first = glyph.place, row[0].place
    tall = max(median(g.place[3] - g.place[1] for g in row[:8]), SMALL * row[0].style.size, 4.0)
    return abs(place[1] + place[3] - first[1] - first[3]) / 2 < 0.6 * tall


def _one_line(row: list[Glyph], other: list[Glyph]) -> bool:
    """Whether two rows of other styles are level, alike faint, and nowhere upon each other."""
    one, two = row[0].style, other[0].style
    if one.turn != two.turn or one.faint != two.faint:
        return False
    near = 0.5 * max(4.0, min(_tall(row), _tall(other)))
    return abs(_middle(row) - _middle(other)) < near and not _upon(row, other)


def _upon(row: list[Glyph], other: list[Glyph]) -> bool:
    """Whether letters of one row overlap letters of the other, by some part of the smaller ones."""
    one, two = (np.array([glyph.area for glyph in glyphs[:LONG]]) for glyphs in (row, other))
    low, high = np.maximum(one[:, None, :2], two[None, :, :2]), np.minimum(one[:, None, 2:], two[None, :, 2:])
    both = np.clip(high - low, 0, None).prod(axis=2)
    least = np.minimum((one[:, 2:] - one[:, :2]).prod(axis=1)[:, None], (two[:, 2:] - two[:, :2]).prod(axis=1)[None])
    return bool(((both > 0) & (both >= OVERLAP * least)).any())


def _middle(row: Sequence[Glyph]) -> float:
    return median(glyph.place[1] + glyph.place[3] for glyph in row) / 2


def _tall(row: Sequence[Glyph]) -> float:
    return median(glyph.place[3] - glyph.place[1] for glyph in row)


def turned(area: Area, quarters: int) -> Area:
    """An area, the page turned clockwise by so many quarters about its origin."""
    left, bottom, right, top = area
    return (
        area,
        (bottom, -right, top, -left),
        (-right, -top, -left, -bottom),
        (-top, left, -bottom, right),
    )[quarters % 4]


def around(areas: Iterable[Area]) -> Area:
    """The smallest area that holds all of them."""
    lefts, bottoms, rights, tops = zip(*areas, strict=True)
    return min(lefts), min(bottoms), max(rights), max(tops)
