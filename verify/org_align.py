"""Lays a reading beside a name: where a full ring begins, and what stands in the place of each letter of the name."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.distance import Levenshtein

from verify.org_names import plain
from verify.page import LatticeLine

Letter = tuple[tuple[str, float], ...]
"""What one letter may be, likeliest first, with probabilities."""

NOTHING: Letter = ()
"""No letter was seen there."""


def start_of(reading: str, wanted: str) -> int:
    """From which character on the reading fits best: a full ring has no beginning of its own."""
    if not reading or Levenshtein.normalized_similarity(reading, wanted) >= 0.9:
        return 0
    turns = range(len(reading))
    return max(turns, key=lambda i: Levenshtein.normalized_similarity(reading[i:] + reading[:i], wanted))


def letters_of(line: LatticeLine) -> list[Letter]:
    """The letters of a line that are part of a name, as names are compared."""
    plained = (tuple((plain(text), probability) for text, probability in letter) for letter in line)
    return [letter for letter in plained if letter and len(letter[0][0]) == 1]


def chance(letter: Letter, wanted: str) -> float:
    """How likely a letter is `wanted`."""
    return max((probability for text, probability in letter if text == wanted), default=0.0)


def along(line: LatticeLine, wanted: str) -> tuple[Letter, ...]:
    """For each letter of a plain name what the line has in its place, NOTHING where it was dropped."""
    letters = _begun(line, wanted)
    return tuple(NOTHING if i is None else letters[i] for i in _places(letters, wanted))


def between(line: LatticeLine, wanted: str, count: int) -> tuple[Letter, ...]:
    """The letters of a line that stand between the first `count` of a plain name, and in the place of none of them."""
    letters = _begun(line, wanted)
    taken = [i for i in _places(letters, wanted)[:count] if i is not None]
    return tuple(letters[i] for i in range(taken[0], taken[-1]) if i not in taken) if taken else ()


def _begun(line: LatticeLine, wanted: str) -> list[Letter]:
    letters = letters_of(line)
    start = start_of("".join(letter[0][0] for letter in letters), wanted)
    return letters[start:] + letters[:start]


def _places(letters: Sequence[Letter], wanted: str) -> list[int | None]:
    """For each character of `wanted` the number of the letter in its place, None where it was dropped."""
    costs, places = _costs(letters, wanted), list[int | None]([None] * len(wanted))
    i, j = len(letters), len(wanted)
    while i and j:
        if costs[i][j] == costs[i - 1][j - 1] + 1 - chance(letters[i - 1], wanted[j - 1]):
            i, j = i - 1, j - 1
            places[j] = i
        elif costs[i][j] == costs[i - 1][j] + 1:
            i -= 1
        else:
            j -= 1
    return places


def _costs(letters: Sequence[Letter], wanted: str) -> list[list[float]]:
    """Edit distances of beginnings, where a letter in another's place costs what it is unlikely."""
    costs = [[float(j) for j in range(len(wanted) + 1)]]
    for i, letter in enumerate(letters):
        row = [i + 1.0]
        for j, character in enumerate(wanted):
            row.append(min(costs[i][j] + 1 - chance(letter, character), costs[i][j + 1] + 1, row[j] + 1))
        costs.append(row)
    return costs
