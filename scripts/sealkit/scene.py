"""How a stamp comes onto a page: its ink and wear, the print around it, the camera, by dice."""

from __future__ import annotations

import math
import random
from typing import Literal

from scripts.sealkit.ink import Press, laid_on
from scripts.sealkit.paper import Paper
from scripts.sealkit.scan import Camera
from scripts.sealkit.stamp import Stamp
from verify.page import Box
from verify.read.engine import Array

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


def longest(stamp: Stamp) -> float:
    """The stamp's longer side in millimetres."""
    return max(stamp.width, stamp.height)


def press_of(stamp: Stamp, colour: Colour, roll: random.Random) -> Press:
    """How the stamp is pressed: small ones hardly worn."""
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
    return crowded * faint * longest(stamp) * max(WIDE / pitch, HIGH / stamp.tall)


def page_of(
    stamp: Stamp, press: Press, cover: Array, names: tuple[str, str], over_print: bool, roll: random.Random
) -> tuple[Array, Box]:
    """The printed sheet (a whole page or a part of one) with the seal on it, and the seal's box."""
    mm = press.size / longest(stamp)
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


def camera_of(colour: Colour, press: Press, roll: random.Random) -> Camera:
    """The scanner or phone."""
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
