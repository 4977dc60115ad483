"""Which of two names the letters of a seal speak for, and whether they rule a name out altogether."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz.distance import LCSseq, Levenshtein

from verify.org_align import along, chance
from verify.org_lattice import SURE, SURELY, needed
from verify.org_names import core, decisive, plain, province, unit
from verify.page import LatticeLine, Seal

LIKELY = 0.5
"""Least probability in every reading of a letter that tells two names apart though one alone is sure of it, where none
knows the other name's letter there."""

RATHER = 0.66
"""Mean probability over the readings from which a letter of a title counts as read."""

FOREIGN, DECIDING = 5, 2
"""Letters read that a name has not, in its order, from which on a seal is not that name's; so many of them decide
between names. Not one of 785 rendered seals had two deciding letters that were foreign to its own name."""

MOSTLY = 0.5
"""Least share of the letters read that must be foreign."""


def tells(seal: Seal, one: str, other: str) -> bool:
    """Whether a letter by which two names differ was surely read as `one` has it, and none rather as `other` has it.

    Where no reading knows a letter of `other`, one will do that a single reading is sure of and all have for likely.
    """
    told = [_told(line, plain(one), plain(other)) for line in seal.lattice]
    if -1 in told:
        return False
    return told.count(1) >= needed(seal) or (1 in told and _borne_out(seal, plain(one), plain(other)))


def rules_out(seal: Seal, title: str, name: str) -> bool:
    """Whether so many letters of `title`, as which the seal was read, are foreign to `name` that it is not that name's.

    A title of which few letters were legible, or that is a part of the name, rules nothing out.
    """
    letters = core(plain(title))
    lines = [along(line, letters) for line in seal.lattice]
    read = [i for i, text in enumerate(letters) if sum(chance(line[i], text) for line in lines) > RATHER * len(lines)]
    steps = LCSseq.editops("".join(letters[i] for i in read), unit(plain(name)))
    foreign = [read[step.src_pos] for step in steps if step.tag == "delete"]
    deciding = sum(decisive(letters)[i] or i < len(province(letters)) for i in foreign)
    return len(foreign) >= max(FOREIGN, MOSTLY * len(read)) and deciding >= DECIDING


def _told(line: LatticeLine, one: str, other: str) -> int:
    """1 where a letter was surely read that `one` has and `other` has not there, -1 where one of `other`'s is likelier."""
    sure = 0
    for _, this, that in _differences(line, one, other):
        if that > this:
            return -1
        sure = max(sure, int(this >= SURE and not that))
    return sure


def _borne_out(seal: Seal, one: str, other: str) -> bool:
    """Whether where the names differ a letter of `one` is likely in all of several readings, and none of `other`'s
    possible in any."""
    each = [list(_differences(line, one, other)) for line in seal.lattice]
    if len(each) < SURELY or any(that for found in each for _, _, that in found):
        return False
    likely = [{place for place, this, _ in found if this >= LIKELY} for found in each]
    return bool(set.intersection(*likely))


def _differences(line: LatticeLine, one: str, other: str) -> Iterator[tuple[int, float, float]]:
    """Where the names differ and a letter was read: its place in `one`, how likely it is that of `one`, of `other`."""
    places = along(line, one)
    for step in Levenshtein.editops(other, one):
        if step.tag != "delete" and places[step.dest_pos]:
            this = chance(places[step.dest_pos], one[step.dest_pos])
            that = chance(places[step.dest_pos], other[step.src_pos]) if step.tag == "replace" else 0.0
            yield step.dest_pos, this, that
