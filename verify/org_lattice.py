"""A reading bent towards a claimed name, as far as what was seen bears it.

Verifying is easier than transcribing: where a letter was read as 发 but may as well be 大, the reading bears out 恒大.
"""

from __future__ import annotations

import math

from rapidfuzz.distance import Levenshtein

from verify.model import LatticeLine
from verify.org_names import plain

LEAST = 0.06
"""Least probability of a letter that a reading may be bent to."""

BENT, COST, EACH = 0.96, 0.1, 0.03
"""What a bent reading is worth at most, and the loss a letter: for each power of ten by which it was less likely than
the letter read, and for its being bent at all."""


def towards(line: LatticeLine, name: str) -> tuple[str, float]:
    """The reading with its doubtful letters as in `name`, and the highest similarity that it may then claim, 0..1."""
    letters = [letter for letter in line if plain(letter[0][0])]
    read = [plain(letter[0][0]) for letter in letters]
    worth, bent = BENT, False
    for step in Levenshtein.editops("".join(read), plain(name)):
        if step.tag != "replace" or step.src_pos >= len(letters):
            continue
        wanted = plain(name)[step.dest_pos]
        likely = max((p for text, p in letters[step.src_pos] if plain(text) == wanted), default=0.0)
        if likely >= LEAST:
            read[step.src_pos], bent = wanted, True
            worth -= EACH + COST * math.log10(max(1.0, letters[step.src_pos][0][1] / likely))
    return "".join(read), worth if bent else 1.0
