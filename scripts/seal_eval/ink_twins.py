"""Pairs of impressions: one copied from the other, two of one stamp, two of different stamps; and how they score."""

from __future__ import annotations

import itertools
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from scripts.sealkit.impression import WORN, Die, die_of, pasted, stamped
from verify.compare.ink_align import align
from verify.compare.ink_codec import unpack
from verify.compare.ink_score import ink_score
from verify.compare.ink_sketch import seal_sketch
from verify.compare.seal_index import SealIndex
from verify.page import Seal, SealOutline
from verify.read.engine import RGB
from verify.read.seals.find import find
from verify.read.seals.strip import outline_of
from verify.sketches import SealSketch

BANDS = ((60, 80), (80, 100), (104, 130), (130, 180), (180, 250))
"""Radii in pixels as drawn; what is drawn with 100 may be found with 97, and is not compared then."""


@dataclass(frozen=True)
class Pair:
    """`score` is None where nothing could be compared; `quick` is what the first look makes of them.

    `inked` is the agreement without what lacks ink on both, 0 where nothing was compared.

    `state` is "compared", else why not: "blind", "alike", "lost" (no seal found), "apart" (could not be laid
    on each other), "covered" (too much of one of the borders is under print).
    """

    kind: str
    state: str
    radius: float
    score: float | None
    quick: float
    seconds: float
    die: int
    inked: float = 0.0


def outline_on(page: RGB) -> SealOutline | None:
    """The outline of the largest red seal, as the product finds it."""
    found = [seal for seal in find(page) if seal.ink == "red"]
    largest = max(found, key=lambda seal: np.prod(seal.outline.extent()), default=None)
    return outline_of(largest.outline) if largest else None


def sketched(page: RGB) -> tuple[SealSketch | None, SealOutline | None]:
    """The sketch of the page's seal."""
    outline = outline_on(page)
    if outline is None:
        return None, None
    seal = Seal("", (), "unit", "circle", "red", (0, 0, 1, 1), 1.0, outline=outline)
    return seal_sketch(page, 1, seal), outline


def pair(kind: str, one: SealSketch | None, other: SealSketch | None, die: int) -> Pair:
    """Two sketches compared; a seal not found, blind or even is not compared."""
    states = {sketch.state if sketch else "lost" for sketch in (one, other)} - {"ink"}
    radius = min((sketch.radius for sketch in (one, other) if sketch), default=0.0)
    if one is None or other is None or states:
        return Pair(kind, min(states), radius, None, -1.0, 0.0, die)
    start = time.perf_counter()
    found = ink_score(unpack(one.blob), unpack(other.blob))
    seconds = time.perf_counter() - start
    quick = float(SealIndex([other.blob]).scores(one.blob)[0])
    state = "compared" if found else "covered" if align(unpack(one.blob), unpack(other.blob)) is not None else "apart"
    return Pair(kind, state, radius, found.score if found else None, quick, seconds, die, found.inked if found else 0.0)


def pairs_of(
    die: Die, seed: int, band: tuple[int, int], impressions: int, copies: int
) -> tuple[list[Pair], SealSketch | None]:
    """All pairs of one stamp in one band of radii, and one of its sketches to hold against other stamps."""
    roll, noise = random.Random(f"{seed}/{die.seed}/{band}"), np.random.default_rng((seed, die.seed, band[0]))
    pairs, seen = list[Pair](), list[SealSketch | None]()
    for number in range(impressions):
        page = stamped(die.impression(noise, roll.choice(WORN)), roll.uniform(*band), roll, noise)
        sketch, outline = sketched(page)
        seen.append(sketch)
        if number < copies and outline:
            size = max(band[0], max(outline.width, outline.height) / 2 * roll.uniform(0.8, 1.2))
            pairs.append(pair("pasted", sketch, sketched(pasted(page, outline, size, roll, noise))[0], die.seed))
    pairs += [pair("genuine", *two, die.seed) for two in itertools.combinations(seen, 2)]
    return pairs, seen[0]


def evens(die: Die, seed: int, band: tuple[int, int]) -> list[Pair]:
    """Pairs of one electronic seal's prints: smooth ones, and bitmaps of 8, 5 and 4 pixels a millimetre."""
    roll, noise = random.Random(f"even {seed}/{die.seed}/{band}"), np.random.default_rng((seed, die.seed, 7, band[0]))
    pairs = []
    for coarse in (0.0, 8.0, 5.0, 4.0):
        pages = [stamped(die.even(coarse), roll.uniform(*band), roll, noise) for _ in range(2)]
        pairs.append(pair("electronic", *(sketched(page)[0] for page in pages), die.seed))
    return pairs


@dataclass
class Measured:
    """All pairs by band of radii, and the bytes of the sketches."""

    pairs: dict[tuple[int, int], list[Pair]]
    sizes: list[int]


def measure(
    stamps: int,
    impressions: int,
    copies: int,
    flaws: float,
    seed: int,
    bands: Sequence[tuple[int, int]],
    nicks: int = 0,
    mottled: float = 0.0,
) -> Measured:
    """Pairs of `stamps` stamps in each band; as many pairs of different stamps as there are stamps, each with three."""
    found = Measured({}, [])
    for band in bands:
        pairs, seen = list[Pair](), list[SealSketch | None]()
        for number in range(stamps):
            die = die_of(1000 * seed + number, flaws, nicks, mottled)
            more, first = pairs_of(die, seed, band, impressions, copies)
            pairs += [*more, *(evens(die, seed, band) if band[0] >= 100 else ())]
            pairs += [pair("different", first, other, die.seed) for other in seen[-3:]]
            seen.append(first)
        found.pairs[band] = pairs
        found.sizes += [len(sketch.blob) for sketch in seen if sketch and sketch.blob]
    return found
