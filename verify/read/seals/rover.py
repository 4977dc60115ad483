"""One reading out of many: letters that readings of the same line agree on win over a slip in any one of them.

ROVER (Fiscus, 1997), with the probabilities of the letters as votes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from rapidfuzz.distance import Levenshtein

from verify.read.seals.readings import Reading, alike
from verify.read.seals.recogniser import MOST, Letter

SAME_LINE = 0.5
"""Readings less alike than this are not of the same letters."""

Votes = defaultdict[str, float]


def joined(pivot: Reading, readings: Sequence[Reading]) -> Reading:
    """`pivot` with every letter put to the vote of `readings` (it is one of them); "" stands for no letter there.

    `pivot` itself where fewer than three know what their letters may be.
    """
    known = [one for one in readings if one.letters and alike(one.text, pivot.text) >= SAME_LINE]
    if not pivot.letters or len(known) < 3:
        return pivot
    letters: list[Votes] = [defaultdict(float) for _ in pivot.text]
    between: list[Votes] = [defaultdict(float) for _ in range(len(pivot.text) + 1)]
    for one in known:
        _count(pivot, one, letters, between)
    total = sum(one.score for one in known)
    elected = list[Letter]()
    for place, votes in enumerate(between):
        if sum(votes.values()) > total / 2:
            elected.append(_letter(votes, total, 0.0))
        if place < len(letters) and sum(letters[place].values()) > 2 * letters[place][""]:
            elected.append(_letter(letters[place], total, pivot.letters[place].at))
    text = "".join(letter.readings[0][0] for letter in elected)
    score = sum(letter.readings[0][1] for letter in elected) / max(1, len(elected))
    return Reading(text, score, tuple(elected))


def _count(pivot: Reading, one: Reading, letters: list[Votes], between: list[Votes]) -> None:
    """Adds the votes of `one`, letter by letter as it aligns with the pivot; one that ends early says nothing of the
    rest."""
    for step in Levenshtein.opcodes(pivot.text, one.text):
        for place in range(step.src_start, step.src_end):
            other = step.dest_start + place - step.src_start
            if step.tag in ("equal", "replace") and other < step.dest_end:
                _add(letters[place], one.letters[other], one.score)
            elif step.dest_start < len(one.text):
                letters[place][""] += one.score
        if step.tag == "insert":
            _add(between[step.src_start], one.letters[step.dest_start], one.score)


def _add(votes: Votes, letter: Letter, weight: float) -> None:
    for text, probability in letter.readings:
        votes[text] += weight * probability


def _letter(votes: Votes, total: float, at: float) -> Letter:
    ranked = sorted(((text, share) for text, share in votes.items() if text), key=lambda vote: -vote[1])
    return Letter(tuple((text, round(share / total, 3)) for text, share in ranked[:MOST]), at)
