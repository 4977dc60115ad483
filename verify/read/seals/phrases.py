"""Takes a line across a seal for the one phrase of the closed vocabulary that all its readings bear out."""

from __future__ import annotations

from collections.abc import Sequence

from verify.read.seals.kind_words import LINES
from verify.read.seals.readings import Reading

ENOUGH, CLEAR = 0.6, 0.15
"""Mean probability of its letters that a phrase needs, and by how much it must pass any other."""

WRONG = 1
"""Letters of a phrase that some reading must have but for so many: what others say may differ by more."""


def phrase_of(readings: Sequence[Reading]) -> Reading | None:
    """The phrase that the readings of one line come to, with the mean probability of its letters; None where they come
    to none, or may come to another as well."""
    ranked = sorted((_borne(phrase, readings) for phrase in LINES), key=lambda one: -one.score)
    best = ranked[0]
    rivals = [one for one in ranked[1:] if one.text not in best.text and best.text not in one.text]
    if best.score < ENOUGH or (rivals and best.score < rivals[0].score + CLEAR):
        return None
    return best


def _borne(phrase: str, readings: Sequence[Reading]) -> Reading:
    """The phrase with the best of what two readings give each of its letters; 0 where its letters were not read."""
    tables = [table for reading in readings if (table := _aligned(phrase, reading))]
    if not tables:
        return Reading(phrase, 0.0)
    best = [max(column) for column in zip(*(chances for chances, _ in tables), strict=True)]
    wrong = min(first.count(False) for _, first in tables)
    if wrong > min(WRONG, len(phrase) - 3) or min(best) <= 0:
        return Reading(phrase, 0.0)
    return Reading(phrase, sum(best) / len(best))


def _aligned(phrase: str, reading: Reading) -> tuple[list[float], list[bool]] | None:
    """For the place in the reading where it fits best: the probability of each letter, and whether it was the first."""
    places = [_at(phrase, reading, start) for start in range(len(reading.letters) - len(phrase) + 1)]
    if not places:
        return None
    chances, firsts = max(places, key=lambda place: (sum(place[1]), sum(place[0])))
    return (chances, firsts) if sum(firsts) >= len(phrase) / 2 else None


def _at(phrase: str, reading: Reading, start: int) -> tuple[list[float], list[bool]]:
    letters = reading.letters[start : start + len(phrase)]
    chances = [dict(letter.readings).get(sign, 0.0) for sign, letter in zip(phrase, letters, strict=True)]
    return chances, [sign == letter.readings[0][0] for sign, letter in zip(phrase, letters, strict=True)]
