"""What the letters of a seal's readings say for and against a name.

Verifying is easier than transcribing: where a letter was read as 发 but may as well be 大, the reading bears out 恒大.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from rapidfuzz.distance import Levenshtein

from verify.org_align import Letter, along, between, chance, letters_of
from verify.org_names import core, decisive, own_letters, plain, province
from verify.org_places import misread
from verify.page import LatticeLine, Seal

LEAST = 0.06
"""Least probability of a letter that a reading may be bent to."""

SURE = 0.9
"""Least probability of a letter that was surely read, or of all together that it may be if it was legible at all."""

CONFIDENT = 0.85
"""Least confidence for a reading to speak against the employer: above it two readings agree."""

SURELY = 2
"""Readings that must be sure of a letter for it to decide. Equal ones are kept once: a confident one alone was two."""

BENT, EACH, COST, DECIDING_COST = 0.96, 0.03, 0.1, 0.25
"""What a bent reading is worth at most, and the loss a letter: for its being bent at all, and for each power of ten by
which it was less likely than the letter read. A deciding letter must be a third as likely at least, but for an illegible
one of a place where the whole brand was surely read."""

RATHER = 3.0
"""By this factor a letter must be likelier than the claimed one to speak against it: a claim has its own weight. Not so
on a small or worn seal, where one letter is soon taken for another."""

ILLEGIBLE = 1
"""Deciding letters of a title that need not be legible for it to be believed."""

ANYTHING = 0.35
"""A letter of a brand that is hardly likelier to be one thing than another may be what the name has there, where all
else of the brand was surely read: so much of a name is no other firm's by chance."""

ALIKE = 0.5
"""Share of a name's letters that a line must have for its letters to be compared with the name's."""


def towards(line: LatticeLine, name: str) -> tuple[str, float]:
    """The reading with its doubtful letters as in `name`, and the highest similarity that it may then claim, 0..1."""
    letters, wanted = letters_of(line), plain(name)
    read, heavy, sure = [letter[0][0] for letter in letters], _deciding(wanted), _brand_is_sure(line, wanted)
    excused = _misread(line, wanted) | {_anything(line, wanted)}
    worth, bent = BENT, False
    for step in Levenshtein.editops("".join(read), wanted):
        likely = chance(letters[step.src_pos], wanted[step.dest_pos]) if step.tag == "replace" else 0.0
        if step.tag == "replace" and step.dest_pos in excused:
            likely = max(likely, LEAST)
        if likely >= LEAST:
            read[step.src_pos], bent = wanted[step.dest_pos], True
            legible = _legible(letters[step.src_pos]) and step.dest_pos not in excused
            decides = heavy[step.dest_pos] and (legible or not (sure or step.dest_pos in excused))
            cost = DECIDING_COST if decides else COST
            worth -= EACH + cost * math.log10(max(1.0, letters[step.src_pos][0][1] / likely))
    return "".join(read), worth if bent else 1.0


def contradicts(seal: Seal, name: str) -> bool:
    """Whether a deciding letter of `name` was read rather as another, or not at all, in the best reading (the one that
    all others were put to the vote for), or a further letter surely within the name in each.

    An illegible letter of a place says nothing; one of the brand does, for another brand is another firm's, unless it
    may be anything in every reading. Nor does a letter that was dropped, where some reading has the whole name.
    """
    wanted, brand = plain(name), _marked(own_letters, plain(name))
    lines = [line for line in seal.lattice if _likeness(along(line, wanted), wanted) >= ALIKE]
    if not lines:
        return False
    places, excused = along(lines[0], wanted), _excused(seal, lines, wanted)
    spots = [i for i, heavy in enumerate(_deciding(wanted)) if heavy or i < len(province(wanted))]
    rather = RATHER if seal.confidence >= CONFIDENT else 1.0
    if any(_against(places[i], wanted[i], brand[i], rather) for i in spots if i not in excused):
        return True
    return all(_has_more(line, wanted) for line in lines)


def shows(seal: Seal, name: str) -> bool:
    """Whether the best reading has every deciding letter of `name` in its place, none merely taken for it.

    So surely must a seal be the employer's for that to be held against anybody.
    """
    wanted = plain(name)
    if not seal.lattice:
        return core(wanted) in plain(seal.title) * 2  # a full ring has no beginning of its own
    places = along(seal.lattice[0], wanted)
    spots = [i for i, heavy in enumerate(_deciding(wanted)) if heavy or i < len(province(wanted))]
    return all(places[i] and places[i][0][0] == wanted[i] for i in spots)


def surely_read(seal: Seal, title: str) -> bool:
    """Whether the deciding letters of `title` were legible, but for ILLEGIBLE, in as many readings as it takes.

    A letter is where it is one of few: whether 士 or 土, it is no other. Without a lattice nothing is known of the
    letters: true, so that the confidence in the title has to do.
    """
    wanted = plain(title)
    spots = [i for i, heavy in enumerate(_deciding(wanted)) if heavy]
    lines = [along(line, wanted) for line in seal.lattice]
    legible = sum(sum(not _legible(places[i]) for i in spots) <= ILLEGIBLE for places in lines)
    return not lines or legible >= needed(seal)


def hints(seal: Seal, name: str) -> bool:
    """Whether a letter of the brand in `name` may stand, in any reading, where the name would have it."""
    wanted = plain(name)
    spots = [i for i, brand in enumerate(_marked(own_letters, wanted)) if brand]
    lines = [along(line, wanted) for line in seal.lattice]
    return any(chance(places[i], wanted[i]) >= LEAST for places in lines for i in spots)


def _excused(seal: Seal, lines: Sequence[LatticeLine], wanted: str) -> set[int | None]:
    """The places of the letters of a name that do not speak against it, whatever was read there."""
    unknown = {_anything(line, wanted) for line in lines}
    whole = any(wanted in plain(text) for text in seal.candidates)
    dropped = {i for i, letter in enumerate(along(lines[0], wanted)) if whole and not letter}
    return dropped | _misread(lines[0], wanted) | (unknown if len(unknown) == 1 and len(lines) >= SURELY else set())


def _anything(line: LatticeLine, wanted: str) -> int | None:
    """The place of the one letter of the brand that may be anything, where all its others were surely read."""
    marks, places = _marked(own_letters, wanted), along(line, wanted)
    brand = [i for i, mark in enumerate(marks) if mark]
    unsure = [i for i in brand if chance(places[i], wanted[i]) < SURE]
    if len(unsure) != 1 or len(brand) < 2 or not places[unsure[0]]:
        return None
    return unsure[0] if places[unsure[0]][0][1] < ANYTHING else None


def _misread(line: LatticeLine, wanted: str) -> frozenset[int]:
    """The letters of the name's place that were read otherwise and can be no other's, where the brand was surely read:
    two letters of it at least, as one is soon another firm's by chance."""
    sure = sum(_marked(own_letters, wanted)) > 1 and _brand_is_sure(line, wanted)
    return misread(along(line, wanted), wanted) if sure else frozenset()


def _brand_is_sure(line: LatticeLine, wanted: str) -> bool:
    marks, places = _marked(own_letters, wanted), along(line, wanted)
    return any(marks) and all(chance(places[i], wanted[i]) >= SURE for i, brand in enumerate(marks) if brand)


def _against(letter: Letter, wanted: str, brand: bool, rather: float) -> bool:
    """Whether what stands in the place of `wanted`, a letter of the brand or of a place, speaks against it."""
    own = chance(letter, wanted)
    return (brand or _legible(letter) or not letter) and (not own or letter[0][1] > rather * own)


def _has_more(line: LatticeLine, wanted: str) -> bool:
    """Whether a deciding letter that the name has not was surely read before its legal form: 九德, not 九."""
    more = (letter[0] for letter in between(line, wanted, len(core(wanted)) + 1))
    return any(decisive("".join(text for text, probability in more if probability >= SURE)))


def _legible(letter: Letter) -> bool:
    return sum(probability for _, probability in letter) >= SURE


def _likeness(places: Sequence[Letter], wanted: str) -> float:
    return sum(chance(letter, text) for letter, text in zip(places, wanted, strict=True)) / max(1, len(wanted))


def needed(seal: Seal) -> int:
    """How many of the kept readings must be sure of a letter for it to decide."""
    return 1 if len(seal.lattice) == 1 and seal.confidence >= CONFIDENT else SURELY


def _deciding(name: str) -> list[bool]:
    """For each letter of a plain name, whether it decides; none of its legal form or department does."""
    return _marked(decisive, name)


def _marked(mark: Callable[[str], tuple[bool, ...]], name: str) -> list[bool]:
    marks = mark(core(name))
    return [*marks, *[False] * (len(name) - len(marks))]
