"""Whose seals these are: the applicant's employer's (now or at the time), another's, nobody's, or not to be read."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from checks.parties import ROLE_NAMES, role_at
from verify.finding import Evidence, Owner, OwnerKind, Role
from verify.model import Document
from verify.orgs import may_be, owner
from verify.page import Box, Page, Seal

LEGIBLE = 0.6
"""Least confidence for a review seal that bears no name to be taken for one."""

OVER = 0.5
"""Seals whose middles are nearer than this share of the larger one's size lie over one another."""


@dataclass(frozen=True, slots=True)
class Units:
    """The units to compare with: `own`, those that were perhaps own (`once`), and the others with their roles."""

    own: tuple[str, ...]
    once: tuple[str, ...] = ()
    others: Mapping[str, Role | None] = field(default_factory=dict)

    @property
    def roles(self) -> dict[str, Role]:
        return {name: role for name, role in self.others.items() if role}


@dataclass(frozen=True, slots=True)
class Owned:
    """A seal, where it stands, and whose it is (`name` as the project or the seal has it).

    `crowded`: it lies under or over another one.
    """

    seal: Seal
    owner: Owner
    name: str
    evidence: Evidence
    crowded: bool = False

    @property
    def kind(self) -> OwnerKind:
        return self.owner.kind

    @property
    def shown(self) -> str:
        """Its unit with its role, as a message names it."""
        role = self.owner.role
        return f"{self.name}（{ROLE_NAMES[role]}）" if role else self.name


def owned(document: Document, page: Page, units: Units) -> list[Owned]:
    """Every seal of a page with its owner.

    Of two over one another that both read as the employer's, the less certain may be somebody else's, read by the letters
    of the other: it counts as unreadable.
    """
    seals = [_owned(document, page, seal, units) for seal in page.seals]
    order = sorted(range(len(seals)), key=lambda i: (-seals[i].seal.confidence, i))
    surer = [seals[i] for i in order]
    return [_told_apart(seal, surer) for seal in seals]


def _told_apart(stamp: Owned, surer: list[Owned]) -> Owned:
    """`stamp` as it counts beside all seals of the page, the surest first."""
    over = [other for other in surer if other is not stamp and _lie_over(stamp.seal.box, other.seal.box)]
    if not over:
        return stamp
    before = surer[: next(i for i, other in enumerate(surer) if other is stamp)]
    twice = stamp.kind == "employer" and any(other in over and other.kind == "employer" for other in before)
    whose = replace(stamp.owner, kind="unreadable", name=None, role=None) if twice else stamp.owner
    return replace(stamp, owner=whose, evidence=replace(stamp.evidence, owner=whose), crowded=True)


def _lie_over(one: Box, other: Box) -> bool:
    size = max(one[2] - one[0], one[3] - one[1], other[2] - other[0], other[3] - other[1])
    return math.hypot(*((one[i] + one[i + 2] - other[i] - other[i + 2]) / 2 for i in (0, 1))) < OVER * size


def _owned(document: Document, page: Page, seal: Seal, units: Units) -> Owned:
    whose = _owner(seal, units)
    if whose.kind == "other" and whose.role is None:
        whose = replace(whose, role=role_at(page, seal.box))
    where = Evidence(document.file, page.number, seal.box, seal.title or None, round(seal.confidence, 3), whose)
    return Owned(seal, whose, whose.name or seal.title, where)


def _owner(seal: Seal, units: Units) -> Owner:
    """Against each of the own units; another's only where it is so against all of them, and perhaps own ones too."""
    seen = [owner(seal, name, tuple(units.others), units.roles) for name in units.own or (None,)]
    best = max(seen, key=lambda o: (o.kind == "employer", o.employer))
    if best.kind in ("employer", "nobody"):
        return best
    if any(may_be(seal, name) for name in units.once):
        return replace(best, kind="unreadable", name=None, role=None)
    if all(one.kind == "other" for one in seen):
        return best
    if _is_nameless_review(seal, units.own):
        return replace(best, kind="other", name=seal.title, role="review", score=seal.confidence)
    return replace(best, kind="unreadable", name=None, role=None)


def _is_nameless_review(seal: Seal, own: tuple[str, ...]) -> bool:
    """Whether a drawing reviewer's seal, which need not name its unit, is at least not one of ours."""
    legible = seal.kind == "review" and bool(seal.title) and seal.confidence >= LEGIBLE
    return legible and bool(own) and not any(may_be(seal, name) for name in own)
