"""Says whose seal it is: the employer's, another's beyond doubt, nobody's, or not to be told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from rapidfuzz.distance import Levenshtein

from verify.finding import Owner as Owner
from verify.finding import Role
from verify.org_evidence import rules_out, tells
from verify.org_lattice import CONFIDENT as CONFIDENT
from verify.org_lattice import contradicts, hints, surely_read
from verify.org_names import brand, core, is_authority, plain, unit, whole
from verify.org_similarity import SAME as SAME
from verify.org_similarity import best_similarity as best_similarity
from verify.org_similarity import readings
from verify.org_similarity import similarity as similarity
from verify.page import Seal, SealPurpose

DIFFERENT = 0.5
"""Below this similarity to the employer's name a reading may be somebody else's; above, a person looks."""

MIGHT_BE = 0.6
"""From this even similarity of cores on, or where all that was read is a part of the employer's name, a seal might be
the employer's: a worn brand of two characters misread both times leaves that much."""

MARGIN = 0.1
"""By how much one name must fit better than the other where both fit: a reading of 中成 may be 中誉, misread."""

EXACT = 0.995
"""From this similarity on, the employer's name stands in a reading as it is, and needs no margin to a name less exact."""

CERTAIN = 0.95
"""From this similarity on, a known party's name was read whole."""

LIKELY = 0.7
"""From this similarity on a seal that cannot be the employer's is a known party's: one deciding character is doubtful."""

DOUBTFUL = 0.8
"""A seal that is small, worn or cut off has this confidence at most, and speaks against nobody."""

SHORT = 4
"""From so many characters on, a name that is contained in another in the same order may be its short form."""


def owner(seal: Seal, employer: str | None, others: Sequence[str], roles: Mapping[str, Role] | None = None) -> Owner:
    """Whose seal it is: the employer's, another's beyond doubt, nobody's, or unreadable.

    Claimed names are verified, both ways: the employer's must fit, and no party's fit as well. What might be the
    employer's is another's only where the letters by which the names differ were surely read. A branch, a project
    department and a special-purpose seal are their firm's; a registered person's, a personal name and a remark are no
    unit's. Without an employer to compare with, only a known party counts as another. `roles` are those of `others`.
    """
    own = best_similarity(seal, employer) if employer else 0.0
    party, name = max(((best_similarity(seal, other), other) for other in others), default=(0.0, None))
    seen = partial(Owner, employer=own, party=party, party_name=name)
    if not _is_units(seal, max(own, party)):
        theirs = bool(employer) and may_be(seal, employer or "")
        return seen("nobody" if _is_nobodys(seal) and not theirs else "unreadable", None, max(own, party))
    if employer and own >= SAME and _is_mine(seal, employer, own, (party, name)):
        return seen("employer", employer, own)
    if name and _is_theirs(seal, name, party, (own, employer)):
        return seen("other", name, party, role=(roles or {}).get(name) or _role_by(name))
    if employer and own < SAME and _is_strangers(seal, employer):
        title = named(seal) or seal.title
        return seen("other", title, seal.confidence, role=_role_by(title))
    return seen("unreadable", None, max(own, party))


def may_be(seal: Seal, employer: str) -> bool:
    """Whether a seal may be the employer's, be it read ever so badly."""
    if _is_near(seal, employer):
        return True
    return bool(seal.title) and _might_be(seal, employer)


def _is_mine(seal: Seal, employer: str, own: float, rival: tuple[float, str | None]) -> bool:
    """Whether a seal that fits the employer's name fits no other: neither the nearest party's nor an unknown one's."""
    party, name = rival
    if contradicts(seal, employer) or _is_groups(seal, employer):
        return False
    if seal.lattice and name and similarity(name, employer) >= DIFFERENT:
        return tells(seal, employer, name)
    return party < SAME or own >= party + MARGIN or own >= EXACT > party


def _is_groups(seal: Seal, employer: str) -> bool:
    """Whether of the seal and the employer's name one is a group's and the other is not: a person looks (EV-04)."""
    title = named(seal)
    return title is not None and ("集团" in plain(title)) != ("集团" in plain(employer))


def _is_theirs(seal: Seal, name: str, party: float, mine: tuple[float, str | None]) -> bool:
    """Whether a seal is a known party's: it fits that name, and cannot be the employer's."""
    own, employer = mine
    if not employer:
        return party >= SAME
    if own >= party or party < LIKELY:
        return False
    if tells(seal, name, employer) and not _is_short(core(plain(employer)), core(plain(name))):
        return True
    if _is_near(seal, employer):
        return False
    return party >= CERTAIN or not (_might_be(seal, employer) or hints(seal, employer))


def _is_strangers(seal: Seal, employer: str) -> bool:
    """Whether a seal was read so surely, and so unlike the employer's, that it is an unknown organisation's."""
    title = named(seal)
    if title is None or _is_near(seal, employer) or _might_be(seal, employer):
        return False
    if seal.confidence > DOUBTFUL and rules_out(seal, title, employer):
        return True
    return seal.confidence >= CONFIDENT and surely_read(seal, unit(plain(title))) and not hints(seal, employer)


def named(seal: Seal) -> str | None:
    """The first reading that is an organisation's name from end to end; of a plate's lines, the one that names it."""
    return next((text for text in (seal.title, *seal.candidates) if whole(plain(text))), None)


def _is_units(seal: Seal, fits: float) -> bool:
    """Whether a seal is an organisation's; along the rim of a builder's round 竣工图章 runs the name of the firm."""
    completion = seal.purpose is SealPurpose.COMPLETION and seal.shape != "rectangle"
    return seal.kind in ("unit", "review") or (completion and fits >= SAME)


def _is_nobodys(seal: Seal) -> bool:
    """Whether a seal that is no unit's was read well enough to say so: a unit's worn square may look like a name."""
    if seal.confidence < CONFIDENT or seal.purpose is SealPurpose.OTHER:
        return False
    if seal.purpose is SealPurpose.PERSONAL:
        return any(plain(reading).endswith(("印", "印章")) for reading in readings(seal))
    return seal.kind == "registration" or seal.purpose is not SealPurpose.UNKNOWN


def _role_by(name: str) -> Role | None:
    return "authority" if is_authority(plain(name)) else None


def _is_near(seal: Seal, employer: str) -> bool:
    """Whether a reading is like the employer's name, shows its brand, or is its short form."""
    if best_similarity(seal, employer) >= DIFFERENT or _shows_brand(seal, employer):
        return True
    return bool(seal.title) and _is_short(core(plain(employer)), core(plain(seal.title)))


def _shows_brand(seal: Seal, employer: str) -> bool:
    """Whether a part of the employer's own brand was read: a group company's seal, or the employer's read badly."""
    texts = [plain(text) for text in readings(seal)]
    return any(pair in text for pair in brand(core(plain(employer))) for text in texts)


def _might_be(seal: Seal, employer: str) -> bool:
    """Whether the title is a part of the employer's name, or a candidate is spelt much like it."""
    wanted = core(plain(employer))
    if _within(core(plain(seal.title)), unit(plain(employer))):
        return True
    cores = (core(plain(text)) for text in (seal.title, *seal.candidates))
    return any(Levenshtein.normalized_similarity(text, wanted) >= MIGHT_BE for text in cores)


def _is_short(one: str, other: str) -> bool:
    """Whether one name is the other's in short: 绍兴设计院, 绍兴市建筑设计研究院有限公司."""
    return (len(one) >= SHORT and _within(one, other)) or (len(other) >= SHORT and _within(other, one))


def _within(part: str, text: str) -> bool:
    """Whether the characters of `part` come in `text` in the same order."""
    rest = iter(text)
    return all(character in rest for character in part)
