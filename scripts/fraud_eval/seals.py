"""Impressions of seals: one lifted off a colleague's page and put on one's own, two genuine ones, electronic ones."""

from __future__ import annotations

from functools import cache, lru_cache, partial
from importlib import import_module
from typing import Any

import numpy as np
from PIL import Image

from scripts.fixturekit.chance import dice, grain
from scripts.fraud_eval.files import jpeg
from scripts.fraud_eval.kinds import Kind, fraud, innocent
from scripts.fraud_eval.manifest import Deed
from scripts.fraud_eval.member import Member
from scripts.fraud_eval.world import World

CHECK, PATH, KIT = "reuse.seal", "工程业绩/01本人项目/盖章页.jpg", "scripts.sealkit.impression"
EVEN, TWICE = "工程业绩/01本人项目/电子章页.jpg", "工程业绩/01本人项目/用印页.jpg"
RADII = (104, 180)
"""Pixels: 42 mm at 130 to 220 dpi. Smaller ones are not compared."""


NICKS = 8
"""Places broken out of the rim of every second stamp that two people's letters bear."""


@lru_cache(maxsize=4)
def _stamp(number: int, nicks: int = 0) -> Any:
    """A round stamp."""
    stamps = (import_module(KIT).die_of(1000 * number + again, nicks=nicks) for again in range(1000))
    return next(one for one in stamps if one.stamp.shape == "round")


def _page(die: int, name: str, even: bool = False, nicks: int = 0) -> Any:
    """A scanned page with one impression of a stamp, as RGB."""
    kit, roll, noise = import_module(KIT), dice("seal", name), grain("seal", name)
    stamp = _stamp(die, nicks)
    cover = stamp.even() if even else stamp.impression(noise, roll.choice(kit.WORN))
    return kit.stamped(cover, roll.uniform(*RADII), roll, noise)


@cache
def _outline(die: int, name: str) -> Any:
    return import_module("scripts.seal_eval.ink_twins").outline_on(_page(die, name))


def _pasted(die: int, name: str) -> Any:
    """Another page with the impression of the page so named."""
    page, outline = _page(die, name), _outline(die, name)
    roll = dice("pasted", name)
    size = max(RADII[0], max(outline.width, outline.height) / 2 * roll.uniform(0.85, 1.2))
    return import_module(KIT).pasted(page, outline, size, roll, grain("pasted", name))


def _written(page: Any, quality: int = 92) -> bytes:
    return jpeg(Image.fromarray(np.asarray(page, np.uint8)), quality)


def _lifted(world: World, n: int, one: Member, other: Member) -> tuple[Deed, ...]:
    die, name = world.seed * 1000 + n, f"{world.seed}/{n}/lifted"
    name = next(again for again in _names(name) if _outline(die, again))
    other.files[PATH] = lambda: _written(_page(die, name))
    one.files[PATH] = lambda: _written(_pasted(die, name))
    return (fraud("a lifted impression", CHECK, one, PATH, other.name),)


def _names(name: str) -> tuple[str, ...]:
    return tuple(f"{name}/{again}" for again in range(20))


def _genuine(world: World, n: int, one: Member, other: Member) -> tuple[Deed, ...]:
    die = world.seed * 1000 + 200 + n
    for each in (one, other):
        each.files[TWICE] = partial(_impressed, die, f"{world.seed}/{each.folder}", False, n % 2 * NICKS)
    return tuple(
        innocent("two impressions of one stamp", (CHECK,), a, TWICE, b.name) for a, b in ((one, other), (other, one))
    )


def _electronic(world: World, n: int, one: Member, other: Member) -> tuple[Deed, ...]:
    die = world.seed * 1000 + 400 + n
    for each in (one, other):
        each.files[EVEN] = partial(_impressed, die, f"{world.seed}/{each.folder}/even", True)
    return tuple(innocent("an electronic seal", (CHECK,), a, EVEN, b.name) for a, b in ((one, other), (other, one)))


def _impressed(die: int, name: str, even: bool, nicks: int = 0) -> bytes:
    return _written(_page(die, name, even, nicks))


KINDS = (
    Kind("seal", True, _lifted, KIT), Kind("impressions", False, _genuine, KIT), Kind("electronic", False, _electronic, KIT),
)  # fmt: skip
