"""Reads the rows of a plate: by our recogniser in colour, by the page's engine in ink, and where they differ, by vote."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from rapidfuzz.distance import Levenshtein

from verify.org_names import simplified
from verify.read.engine import Engine
from verify.read.seals.plate import Plate
from verify.read.seals.readings import Reading, alike, chinese
from verify.read.seals.recogniser import Letter, Line, recogniser
from verify.read.seals.rover import joined
from verify.read.seals.rows import Row, rows_of, strip
from verify.read.seals.unwrap import framed

CLEAR = 0.97
"""A row of this mean probability that the engine reads alike is read no further."""

DOUBTED = 0.85
"""A row elected with less is the engine's, where that is surer."""


@dataclass(frozen=True, slots=True)
class Written:
    """A row as it was read at last, its confidence, and the readings that differ from it, surest first."""

    reading: Reading
    confidence: float
    others: tuple[Reading, ...] = ()

    @property
    def text(self) -> str:
        return self.reading.text


def first_look(plate: Plate) -> tuple[list[Row], list[Line]]:
    """The plate's rows, and each as it reads at first; rows of nothing are left out."""
    rows = rows_of(plate.mask)
    lines = recogniser().read([strip(plate.colour, row) for row in rows])
    kept = [(row, line) for row, line in zip(rows, lines, strict=True) if line.letters]
    return [row for row, _ in kept], [line for _, line in kept]


def written(plate: Plate, row: Row, line: Line, engine: Engine) -> Written:
    """The row read again by others until it is certain."""
    first = _of_line(line)
    second = _of_engine(*engine.read_line(framed(strip(plate.ink, row, stretch=1.0, widest=1200)[..., 0])))
    whole = completed(first, second)
    if whole.score >= CLEAR and _same(whole, second):
        return Written(whole, whole.score)
    ways = [strip(plate.colour, row, 0.16, 0.8), strip(plate.ink, row), strip(plate.colour, row, 0.02, 1.1)]
    own = [first, *map(_of_line, recogniser().read(ways))]
    pivot = max(own, key=lambda one: one.score * sum(alike(one.text, other.text) for other in own))
    elected = max(completed(joined(pivot, own), second), second, key=_weighed)
    heard = [*own, second]
    borne = np.average([alike(elected.text, one.text) for one in heard], weights=[max(one.score, 0.1) for one in heard])
    others = [one for one in heard if one.text != elected.text and chinese(one.text) >= 2]
    return Written(
        elected, elected.score * (0.6 + 0.4 * float(borne)), tuple(sorted(others, key=lambda one: -one.score))
    )


def _weighed(reading: Reading) -> float:
    """The score where it tells: two that are nearly certain are ranked by who is asked first."""
    return min(reading.score, DOUBTED)


def _of_line(line: Line) -> Reading:
    return Reading(line.text, line.score, line.letters)


def _of_engine(text: str, score: float) -> Reading:
    """Without the marks that our recogniser does not write."""
    kept = simplified("".join(character for character in text if character.isalnum()))
    return Reading(kept, score, tuple(Letter(((character, round(score, 3)),), 0.0) for character in kept))


def _same(one: Reading, other: Reading) -> bool:
    return one.text.upper() == other.text.upper()


def completed(own: Reading, other: Reading) -> Reading:
    """`own` with the characters that our recogniser cannot write as the engine read them there."""
    letters = list[Letter]()
    for step in Levenshtein.opcodes(own.text, other.text):
        mine = own.letters[step.src_start : step.src_end]
        theirs = other.letters[step.dest_start : step.dest_end]
        if step.tag == "equal" or not any(_foreign(letter) for letter in theirs):
            letters += mine
        elif step.tag == "insert":
            letters += [letter for letter in theirs if _foreign(letter)]
        else:
            letters += [b if _foreign(b) else a for a, b in zip(mine, theirs, strict=True)]
    text = "".join(letter.readings[0][0] for letter in letters)
    score = float(np.mean([letter.readings[0][1] for letter in letters])) if letters else 0.0
    return Reading(text, score, tuple(letters))


def _foreign(letter: Letter) -> bool:
    return not recogniser().knows(letter.readings[0][0])
