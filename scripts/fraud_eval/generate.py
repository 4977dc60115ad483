"""The whole batch of a seed: every kind planted on its share of the applicants."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scripts.fraud_eval import listed, recorded, reused, seals, shared, tampered
from scripts.fraud_eval.kinds import Kind
from scripts.fraud_eval.manifest import Deed, Manifest
from scripts.fraud_eval.member import Member
from scripts.fraud_eval.world import World, world_of

FRAUDS: tuple[Kind, ...] = (
    *reused.KINDS, *(kind for kit in (listed, tampered, recorded, seals) for kind in kit.KINDS if kind.fraud),
)  # fmt: skip
"""In this order their offenders are taken from the guilty in turn: those with another's file, then those with a page of
the ones after them, …: whose papers are copied keep them.
"""

INNOCENTS: tuple[Kind, ...] = (
    *shared.KINDS, *(kind for kit in (listed, tampered, recorded, seals) for kind in kit.KINDS if not kind.fraud),
)  # fmt: skip


@dataclass(frozen=True)
class Generated:
    """A batch that is to be written, what is true of it, and the kinds that could not be drawn."""

    world: World
    manifest: Manifest
    left_out: tuple[Kind, ...]


def generated(count: int, seed: int) -> Generated:
    """`count` applicants (10 or more), a tenth of them with one fraud of each kind, as many with each innocence."""
    world = world_of(count, seed)
    deeds = [deed for kind, act in _acts(world) for deed in act if kind.ready]
    guilty = frozenset(one.folder for one in world.guilty)
    manifest = Manifest(tuple(deeds), guilty, tuple(one.folder for one in world.members))
    return Generated(world, manifest, tuple(kind for kind in (*FRAUDS, *INNOCENTS) if not kind.ready))


def _acts(world: World) -> Iterator[tuple[Kind, tuple[Deed, ...]]]:
    for place, kind in enumerate(FRAUDS):
        for n in range(world.share if kind.ready else 0):
            yield kind, kind.act(world, n, *_offenders(world, place, n))
    for place, kind in enumerate(INNOCENTS):
        for n in range(world.share if kind.ready else 0):
            yield kind, kind.act(world, n, *_pair(world, place, n))


def _offenders(world: World, place: int, n: int) -> tuple[Member, Member]:
    """The n-th third of the guilty and the next, at the same place: of one firm."""
    first, second = place % 3 * world.share + n, (place + 1) % 3 * world.share + n
    return world.guilty[first], world.guilty[second]


def _pair(world: World, place: int, n: int) -> tuple[Member, Member]:
    """Two innocent ones of one firm; kinds follow one another through the pairs."""
    pair = (place * world.share + n) % (len(world.innocent) // 2)
    return world.innocent[2 * pair], world.innocent[2 * pair + 1]
