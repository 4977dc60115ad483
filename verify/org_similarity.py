"""How well what was read of a seal fits an organisation's name.

A reading slips now and then, and firms of one town differ by a single character (中成, 中誉; 第一, 第二): so a changed
character counts little within everyday words (建设, 设计院) and decides within the rest of the name.
"""

from __future__ import annotations

from rapidfuzz.distance import Levenshtein

from verify.org_align import start_of
from verify.org_lattice import BENT, towards
from verify.org_names import core, decisive, plain, province, unit
from verify.page import Seal

SAME = 0.8
"""From this similarity on, a reading is taken for the name: on real seals no reading reaches it for another's name
(scripts/eval_seals.py), and one changed deciding character stays below."""

DECISIVE_WEIGHT = 3
"""How many slips in everyday words a missing or added deciding character is worth."""

DECISIVE_CAPS = (1.0, 0.75, 0.55, 0.4)
"""Highest similarity after none, one, two, three or more changed deciding characters: one is below SAME already."""

OTHER_PROVINCE = 0.45
"""Highest similarity between names that begin with different provinces."""


def similarity(reading: str, name: str) -> float:
    """How likely `reading` shows `name`, 0..1.

    1 where they are equal but for spaces, punctuation, and a department's or purpose's name at the end.
    """
    wanted = unit(plain(name))
    whole = unit(plain(reading))
    start = start_of(whole, wanted)
    read = whole[start:] + whole[:start]
    if not read or not wanted:
        return 0.0
    form = float(Levenshtein.normalized_similarity(read, wanted))
    return round(0.9 * _cores(core(read), core(wanted)) + 0.1 * form, 4)


def best_similarity(seal: Seal, name: str) -> float:
    """The best similarity of anything read of `seal` with `name`, doubtful letters read in the name's favour."""
    straight = max((similarity(reading, name) for reading in readings(seal)), default=0.0)
    bent = (towards(line, name) for line in seal.lattice if straight < BENT)
    return max([straight, *(min(worth, similarity(reading, name)) for reading, worth in bent)])


def readings(seal: Seal) -> tuple[str, ...]:
    """Everything read of a seal, its title first."""
    return tuple(dict.fromkeys(text for text in (seal.title, *seal.candidates, *seal.texts) if text))


def _cores(reading: str, wanted: str) -> float:
    """Similarity of two cores: the lower of edit distance and edit distance with deciding characters weighted."""
    own, extra = decisive(wanted), decisive(reading)
    changed = cost = 0
    operations = Levenshtein.editops(wanted, reading)
    for step in operations:
        heavy = extra[step.dest_pos] if step.tag == "insert" else own[step.src_pos]
        outside = step.tag == "insert" and step.src_pos in (0, len(wanted))
        changed += heavy and not outside
        cost += DECISIVE_WEIGHT if heavy else 1
    even = 1 - len(operations) / max(len(reading), len(wanted), 1)
    weighted = 1 - cost / max(sum(DECISIVE_WEIGHT if mark else 1 for mark in own), 1)
    return max(0.0, min(even, weighted, DECISIVE_CAPS[min(changed, 3)], _province_cap(reading, wanted)))


def _province_cap(reading: str, wanted: str) -> float:
    one, other = province(reading), province(wanted)
    return OTHER_PROVINCE if one and other and one != other else 1.0
