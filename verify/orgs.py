"""Compares what was read of a seal with the names of organisations, and says whose seal it is.

A seal's reading slips now and then, and firms of one town differ by a single character (中成, 中誉; 第一, 第二): so a
changed character counts little within everyday words (建设, 设计院) and decides within the rest of the name.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from rapidfuzz.distance import Levenshtein

from verify.model import Owner as Owner
from verify.model import Role, Seal, SealPurpose
from verify.org_lattice import BENT, towards
from verify.org_names import brand, core, decisive, is_authority, plain, province, unit, whole

SAME = 0.8
"""From this similarity on, a reading is taken for the name: on real seals no reading reaches it for another's name
(scripts/eval_seals.py), and one changed deciding character stays below."""

DIFFERENT = 0.5
"""Below this similarity to the employer's name a reading may be somebody else's; above, a person looks."""

MIGHT_BE = 0.6
"""From this even similarity of cores on, or where all that was read is a part of the employer's name, a seal might be
the employer's: a worn brand of two characters misread both times leaves that much."""

MARGIN = 0.1
"""By how much one name must fit better than the other where both fit: a reading of 中成 may be 中誉, misread."""

EXACT = 0.995
"""From this similarity on, the employer's name stands in a reading as it is, and needs no margin to a name less exact."""

CONFIDENT = 0.85
"""Least confidence for a reading to speak against the employer: above it two readings agree."""

CERTAIN = 0.95
"""From this similarity on, a known party's name was read whole."""

DECISIVE_WEIGHT = 3
"""How many slips in everyday words a missing or added deciding character is worth."""

DECISIVE_CAPS = (1.0, 0.75, 0.55, 0.4)
"""Highest similarity after none, one, two, three or more changed deciding characters: one is below SAME already."""

SHORT = 4
"""From so many characters on, a name that is contained in another in the same order may be its short form."""

OTHER_PROVINCE = 0.45
"""Highest similarity between names that begin with different provinces."""


def similarity(reading: str, name: str) -> float:
    """How likely `reading` shows `name`, 0..1.

    1 where they are equal but for spaces, punctuation, and a department's or purpose's name at the end.
    """
    wanted = unit(plain(name))
    read = _begun(unit(plain(reading)), wanted)
    if not read or not wanted:
        return 0.0
    form = float(Levenshtein.normalized_similarity(read, wanted))
    return round(0.9 * _cores(core(read), core(wanted)) + 0.1 * form, 4)


def best_similarity(seal: Seal, name: str) -> float:
    """The best similarity of anything read of `seal` with `name`, doubtful letters read in the name's favour."""
    straight = max((similarity(reading, name) for reading in _readings(seal)), default=0.0)
    bent = (towards(line, name) for line in seal.lattice if straight < BENT)
    return max([straight, *(min(worth, similarity(reading, name)) for reading, worth in bent)])


def owner(seal: Seal, employer: str | None, others: Sequence[str], roles: Mapping[str, Role] | None = None) -> Owner:
    """Whose seal it is: the employer's, another's beyond doubt, nobody's, or unreadable.

    Claimed names are verified, both ways: the employer's must fit, and no party's fit as well. What might be the
    employer's is never another's. A branch, a project department and a special-purpose seal are their firm's; a
    registered person's, a personal name and a remark are no unit's. Without an employer to compare with, only a known
    party counts as another. `roles` are those of `others`, by name.
    """
    own = best_similarity(seal, employer) if employer else 0.0
    party, name = max(((best_similarity(seal, other), other) for other in others), default=(0.0, None))
    seen = partial(Owner, employer=own, party=party, party_name=name)
    if seal.kind not in ("unit", "review"):
        theirs = bool(employer) and may_be(seal, employer or "")
        return seen("nobody" if _is_nobodys(seal) and not theirs else "unreadable", None, max(own, party))
    if employer and own >= SAME:
        mine = party < SAME or own >= party + MARGIN or own >= EXACT > party
        return seen("employer", employer, own) if mine else seen("unreadable", None, own)
    if employer and (own >= DIFFERENT or _shows_brand(seal, employer) or _abbreviates(seal, employer)):
        return seen("unreadable", None, own)
    if name and (party >= CERTAIN or (party >= SAME and not (employer and _might_be(seal, employer)))):
        return seen("other", name, party, role=(roles or {}).get(name) or _role_by(name))
    if employer and not _might_be(seal, employer) and seal.confidence >= CONFIDENT and whole(plain(seal.title)):
        return seen("other", seal.title, seal.confidence, role=_role_by(seal.title))
    return seen("unreadable", None, max(own, party))


def may_be(seal: Seal, employer: str) -> bool:
    """Whether a seal may be the employer's, be it read ever so badly."""
    if best_similarity(seal, employer) >= DIFFERENT or _shows_brand(seal, employer):
        return True
    return bool(seal.title) and (_might_be(seal, employer) or _abbreviates(seal, employer))


def _is_nobodys(seal: Seal) -> bool:
    """Whether a seal that is no unit's was read well enough to say so: a unit's worn square may look like a name."""
    if seal.confidence < CONFIDENT or seal.purpose is SealPurpose.OTHER:
        return False
    if seal.purpose is SealPurpose.PERSONAL:
        return any(plain(reading).endswith(("印", "印章")) for reading in _readings(seal))
    return seal.kind == "registration" or seal.purpose is not SealPurpose.UNKNOWN


def _role_by(name: str) -> Role | None:
    return "authority" if is_authority(plain(name)) else None


def _readings(seal: Seal) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in (seal.title, *seal.candidates, *seal.texts) if text))


def _shows_brand(seal: Seal, employer: str) -> bool:
    """Whether a part of the employer's own brand was read: a group company's seal, or the employer's read badly."""
    readings = [plain(text) for text in _readings(seal)]
    return any(pair in reading for pair in brand(core(plain(employer))) for reading in readings)


def _might_be(seal: Seal, employer: str) -> bool:
    """Whether the title is a part of the employer's name, or a candidate is spelt much like it."""
    wanted = core(plain(employer))
    if _within(core(plain(seal.title)), unit(plain(employer))):
        return True
    readings = (core(plain(text)) for text in (seal.title, *seal.candidates))
    return any(Levenshtein.normalized_similarity(text, wanted) >= MIGHT_BE for text in readings)


def _abbreviates(seal: Seal, employer: str) -> bool:
    """Whether the form or the seal has the other's name in short: 绍兴设计院, 绍兴市建筑设计研究院有限公司."""
    short, read = core(plain(employer)), core(plain(seal.title))
    return (len(short) >= SHORT and _within(short, read)) or (len(read) >= SHORT and _within(read, short))


def _within(part: str, text: str) -> bool:
    """Whether the characters of `part` come in `text` in the same order."""
    rest = iter(text)
    return all(character in rest for character in part)


def _begun(reading: str, wanted: str) -> str:
    """The reading begun where it fits best: a full ring has no beginning of its own."""
    if not reading or Levenshtein.normalized_similarity(reading, wanted) >= 0.9:
        return reading
    turns = (reading[i:] + reading[:i] for i in range(len(reading)))
    return max(turns, key=lambda turn: Levenshtein.normalized_similarity(turn, wanted))


def _cores(reading: str, wanted: str) -> float:
    """Similarity of two cores: the lower of edit distance and edit distance with deciding characters weighted."""
    own, extra = decisive(wanted), decisive(reading)
    changed = cost = 0
    operations = Levenshtein.editops(wanted, reading)
    for step in operations:
        heavy = extra[step.dest_pos] if step.tag == "insert" else own[step.src_pos]
        changed += step.tag == "replace" and heavy
        cost += DECISIVE_WEIGHT if heavy else 1
    even = 1 - len(operations) / max(len(reading), len(wanted), 1)
    weighted = 1 - cost / max(sum(DECISIVE_WEIGHT if mark else 1 for mark in own), 1)
    return max(0.0, min(even, weighted, DECISIVE_CAPS[min(changed, 3)], _province_cap(reading, wanted)))


def _province_cap(reading: str, wanted: str) -> float:
    one, other = province(reading), province(wanted)
    return OTHER_PROVINCE if one and other and one != other else 1.0
