"""One rendered page with one seal, and the truth about it; the same for the same seed and number."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Literal

import numpy as np

from scripts.sealkit.designs import design_of
from scripts.sealkit.ink import cover_of
from scripts.sealkit.names import Name, name_of, parties_of
from scripts.sealkit.scan import scanned
from scripts.sealkit.scene import COLOURS, Colour, camera_of, longest, page_of, press_of
from scripts.sealkit.stamp import Stamp, draw
from verify.page import Box
from verify.read.engine import RGB

Whose = Literal["employer", "party", "unknown", "twin party", "twin unknown"]

WHOSE: dict[Whose, int] = {"employer": 44, "party": 31, "unknown": 15, "twin party": 6, "twin unknown": 4}
"""In a hundred: a twin's name differs from the employer's by one deciding character."""


@dataclass(frozen=True)
class Case:
    """A page and its truth. `size` is the seal's longer side in pixels, `worn` the wear that was left legible."""

    number: int
    image: RGB
    jpeg: bytes
    stamp: Stamp
    box: Box
    name: str
    whose: Whose
    employer: str
    others: tuple[str, ...]
    colour: Colour
    size: float
    worn: float
    over_print: bool

    @property
    def shape(self) -> str:
        """The stamp's."""
        return self.stamp.shape

    @property
    def label(self) -> str:
        """A file name that says what the picture shows."""
        return f"{self.number:04d}-{self.whose}-{self.colour}-{self.stamp.shape}-{self.size:.0f}px".replace(" ", "_")


def case_of(seed: int, number: int) -> Case:
    """Page `number` of the series `seed`."""
    roll, noise = random.Random(f"{seed}/{number}"), np.random.default_rng((seed, number))
    parties = parties_of(roll)
    employer = roll.choice([name for name in parties if name.role != "建设"])
    whose = roll.choices(list(WHOSE), list(WHOSE.values()))[0]
    name = _sealer(whose, employer, parties, roll)
    others = tuple(party.text for party in parties if party is not employer)
    others = (*others, name.text) if whose == "twin party" else others
    stamp, colour = design_of(name, roll), roll.choices(list(COLOURS), list(COLOURS.values()))[0]
    press = press_of(stamp, colour, roll)
    cover, worn = cover_of(draw(stamp, min(28.0, 3.0 * press.size / longest(stamp))), press, noise)
    over_print = roll.random() < (0.25 if colour in ("black", "grey scan") else 0.7)
    sheet, box = page_of(stamp, press, cover, (name.text, employer.text), over_print, roll)
    image, jpeg = scanned(sheet, camera_of(colour, press, roll), noise)
    truth = (name.text, whose, employer.text, others, colour, press.size, worn, over_print)
    return Case(number, image, jpeg, stamp, box, *truth)


def _sealer(whose: Whose, employer: Name, parties: tuple[Name, ...], roll: random.Random) -> Name:
    if whose == "employer":
        return employer
    if whose == "party":
        return roll.choice([party for party in parties if party is not employer])
    if whose == "unknown":
        brands = {party.brand for party in parties}
        while (name := name_of(roll.choice(parties).role, roll)).brand in brands:
            continue
        return name
    return employer.twin(roll)
