"""One rendered page with one seal, and the truth about it; the same for the same seed and number."""

from __future__ import annotations

import math
import random
from dataclasses import dataclass
from typing import Literal

import numpy as np

from scripts.sealkit.designs import design_of
from scripts.sealkit.ink import Press, cover_of, laid_on
from scripts.sealkit.names import Name, name_of, parties_of
from scripts.sealkit.paper import Paper
from scripts.sealkit.scan import Camera, scanned
from scripts.sealkit.stamp import Stamp, draw
from verify.model import Box
from verify.read.engine import RGB, Array

Whose = Literal["employer", "party", "unknown", "twin party", "twin unknown"]

WHOSE: dict[Whose, int] = {"employer": 44, "party": 31, "unknown": 15, "twin party": 6, "twin unknown": 4}
"""In a hundred: a twin's name differs from the employer's by one deciding character."""

Colour = Literal["red", "blue", "black", "grey scan"]

INKS: dict[Colour, tuple[tuple[int, int, int], ...]] = {
    "red": ((208, 32, 40), (226, 44, 52), (190, 40, 60), (222, 70, 84), (232, 104, 122), (214, 60, 36), (170, 44, 52)),
    "blue": ((40, 62, 170), (52, 84, 190), (60, 66, 140)),
    "black": ((48, 46, 50), (70, 68, 72)),
    "grey scan": ((208, 32, 40), (190, 40, 60), (170, 44, 52)),
}
COLOURS: dict[Colour, int] = {"red": 84, "blue": 7, "black": 4, "grey scan": 5}
PAPERS = ((255, 255, 255), (252, 251, 248), (247, 244, 236), (238, 238, 240), (214, 210, 204), (190, 187, 184))

THIN = ("arphic-song", "arphic-kai", "arphic-ming", "noto-serif")
"""Faces whose strokes a dry pad would not print."""

WIDE, HIGH = 11.0, 14.0
"""Least pitch and height in pixels of a title's letters: smaller ones a person cannot read either."""

SMALL = 1.8
"""Up to so many times the least size a title is read only where it is neither worn nor stamped across print."""


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
    press = _press(stamp, colour, roll)
    cover, worn = cover_of(draw(stamp, min(28.0, 3.0 * press.size / _longest(stamp))), press, noise)
    over_print = roll.random() < (0.25 if colour in ("black", "grey scan") else 0.7)
    sheet, box = _page(stamp, press, cover, (name.text, employer.text), over_print, roll)
    image, jpeg = scanned(sheet, _camera(colour, press, roll), noise)
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


def _longest(stamp: Stamp) -> float:
    return max(stamp.width, stamp.height)


def _press(stamp: Stamp, colour: Colour, roll: random.Random) -> Press:
    size = max(roll.uniform(100, 400), _least(stamp))
    small = size < SMALL * _least(stamp)
    worn = roll.choice((0.0, 0.1, 0.2)) if small else roll.choice((0.0, 0.1, 0.2, 0.35, 0.5, 0.7))
    turn = roll.uniform(0, 360) if roll.random() < 0.4 else roll.gauss(0, 12)
    return Press(
        size=size,
        ink=roll.choice(INKS[colour]),
        worn=worn,
        tilt=roll.uniform(0, 0.5),
        towards=roll.uniform(0, 2 * math.pi),
        spread=roll.uniform(
            (0.07 if small else 0.02) if stamp.face in THIN else -0.05, 0.16 if stamp.face in THIN else 0.1
        ),
        turn=turn,
        squeeze=roll.uniform(0.92, 1.0) if roll.random() < 0.2 else 1.0,
        strength=roll.uniform(0.75, 0.98),
    )


def _least(stamp: Stamp) -> float:
    """The size in pixels under which nobody reads the title."""
    count = len(stamp.title)
    if stamp.shape == "plate":
        return stamp.width * max(WIDE * count / (stamp.width - 4), HIGH / stamp.line_tall)
    reach = 0.5 * (stamp.width + stamp.height) / 2 - stamp.inset - stamp.rim - stamp.tall / 2
    pitch = reach * math.radians(stamp.sweep) / count
    crowded = 1.2 if stamp.shape == "oval" else 1.0
    faint = 1.15 if stamp.face in THIN else 1.0
    return crowded * faint * _longest(stamp) * max(WIDE / pitch, HIGH / stamp.tall)


def _page(
    stamp: Stamp, press: Press, cover: Array, names: tuple[str, str], over_print: bool, roll: random.Random
) -> tuple[Array, Box]:
    """The printed sheet (a whole page or a part of one) with the seal on it, and the seal's box."""
    mm = press.size / _longest(stamp)
    whole = roll.random() < 0.3
    width, height = (210.0, 297.0) if whole else (roll.uniform(75, 190), roll.uniform(70, 150))
    width, height = (max(round(side * mm), cover.shape[0] + 8) for side in (width, height))
    x = roll.randint(0, max(0, width - cover.shape[1]))
    y = roll.randint(0, max(0, height - cover.shape[0]))
    paper = Paper((width, height), mm, names, roll)
    block = roll.random() < 0.55 or press.size < SMALL * _least(stamp)
    end = height if over_print and not block else y - 2
    begin = roll.uniform(0, 0.1) * height
    (paper.form if roll.random() < 0.45 else paper.prose)(begin, end)
    if not over_print:
        paper.prose(y + cover.shape[0], height)
    elif block:
        under = names[roll.random() < 0.15]
        paper.block(x + cover.shape[1] * roll.uniform(0.3, 0.7), y + cover.shape[0] * roll.uniform(0.35, 0.6), under)
    sheet = paper.array()
    return sheet, laid_on(sheet, cover, (x, y), press.ink)


def _camera(colour: Colour, press: Press, roll: random.Random) -> Camera:
    return Camera(
        paper=roll.choice(PAPERS),
        light=roll.uniform(0, 0.12) if roll.random() < 0.5 else 0.0,
        blur=roll.uniform(0.2, 0.3 + press.size / 500),
        noise=roll.uniform(0.3, 3.0),
        skew=roll.uniform(-1.2, 1.2) if roll.random() < 0.5 else 0.0,
        grey=colour == "grey scan",
        quality=roll.randint(75 if press.size < 160 else 60, 90),
        halved=roll.random() < 0.7,
    )
