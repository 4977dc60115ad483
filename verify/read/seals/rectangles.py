"""Reads a rectangular seal: straightened, up to four ways round until its rows make sense, then row by row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from verify.org_names import plain, whole
from verify.page import Word
from verify.read.engine import RGB, Engine
from verify.read.seals.ink import Views
from verify.read.seals.kind_words import DEPARTMENT
from verify.read.seals.plate import Plate, straightened
from verify.read.seals.plate_rows import Written, first_look, written
from verify.read.seals.readings import MAX_LATTICES, Reading, Text, chinese
from verify.read.seals.recogniser import Line
from verify.read.seals.rows import Row
from verify.read.seals.shapes import Rect

WAYS = (0, 2, 1, 3)
"""Quarter turns in the order in which they are tried: most rectangular seals are wider than high."""

SURE = 0.9
"""Mean probability from which no further way round is tried."""

LOST = 0.7
"""Mean probability under which the rows were not found, or are not ours to read."""

LONG = 2.0
"""Seals so much wider than high bear no columns of rows."""

MOST_NAMES = 5
"""Readings of names given as candidates."""


@dataclass(frozen=True, slots=True)
class Look:
    """The plate one way round, its rows as they read at first."""

    plate: Plate
    rows: list[Row]
    lines: list[Line]

    @property
    def score(self) -> float:
        """Mean probability of the letters, less where there are hardly any."""
        letters = [letter.readings[0][1] for line in self.lines for letter in line.letters]
        some = min(1.0, sum(chinese(line.text) for line in self.lines) / 2)
        return float(np.mean(letters)) * some if letters else 0.0


def read_rectangle(image: RGB, views: Views, rect: Rect, engine: Engine) -> Text:
    """Reads the seal inside `rect` on the cut-out `image`, of which `views` are; the title is the unit's name,
    or all its lines in one where none is a name or they end with a department's; the lines are also given, and other
    names and readings as candidates."""
    look = _best_way(straightened(image, views, rect), LONG * rect.height < rect.width)
    if look.score < LOST:
        return _by_engine(look.plate, engine)
    return _text([written(look.plate, row, line, engine) for row, line in zip(look.rows, look.lines, strict=True)])


def _best_way(plate: Plate, long: bool) -> Look:
    looks = list[Look]()
    for turns in WAYS[:2] if long else WAYS:
        turned = plate.turned(turns)
        looks.append(Look(turned, *first_look(turned)))
        if looks[-1].score >= SURE:
            break
    return max(looks, key=lambda look: look.score)


def _text(rows: Sequence[Written]) -> Text:
    names = _names(rows)
    joined = "".join(row.text for row in rows)
    title = names[0].text if names and not DEPARTMENT.search(joined) else joined
    readings = [other.text for row in names for other in (row.reading, *row.others) if whole(plain(other.text))]
    titles = tuple(dict.fromkeys([title, *readings[:MOST_NAMES]]))
    lattice = tuple(tuple(letter.readings for letter in row.reading.letters) for row in names)[:MAX_LATTICES]
    weights = [len(row.text) for row in rows]
    mean = float(np.average([row.confidence for row in rows], weights=weights)) if rows else 0.0
    confidence = min([mean, *(row.confidence for row in names)])
    return Text(titles if title else (), tuple(row.text for row in rows) if len(rows) > 1 else (), confidence, lattice)


def _names(rows: Sequence[Written]) -> list[Written]:
    """The rows, and the pairs of rows one under the other, that end like an organisation's name."""
    alone = [row for row in rows if whole(plain(row.text))]
    pairs = [_pair(*two) for two in pairwise(rows) if not any(row in alone for row in two)]
    return alone + [pair for pair in pairs if whole(plain(pair.text))]


def _pair(upper: Written, lower: Written) -> Written:
    one, two = upper.reading, lower.reading
    both = Reading(one.text + two.text, min(one.score, two.score), one.letters + two.letters)
    return Written(both, min(upper.confidence, lower.confidence))


def _by_engine(plate: Plate, engine: Engine) -> Text:
    """The plate as a page: its rows were not found."""
    words: tuple[Word, ...] = engine.read(plate.colour)
    title = "".join(word.text for word in words)
    lines = tuple(word.text for word in words) if len(words) > 1 else ()
    return Text((title,) if title else (), lines, float(np.mean([word.confidence for word in words])) if words else 0.0)
