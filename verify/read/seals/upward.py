"""Which way is up on a round or oval seal: its lines across the middle are read level."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from verify.read.engine import Array, Gray
from verify.read.seals.band import Arc, Band
from verify.read.seals.shapes import Ring
from verify.read.seals.unwrap import upright

SIDE = 200
"""Side in pixels of the copy on which the star is looked at."""

STAR_FROM, STAR_TO = 0.12, 0.34
"""A star's arms lie at these shares of the radius."""

STARRY, FOLD = 0.25, 5
"""Least strength of a star's five arms, and their number; it must pass that of any other number."""

OTHER_FOLDS = (3, 4, 6, 7)

APART, MOST = 9.0, 3
"""Directions nearer than so many degrees are one; so many are tried at most."""


def upward(ring: Ring, band: Band, flipped: Arc | None) -> float:
    """Direction of the seal's top in degrees, opposite its bottom line or widest gap; an oval's is on its short axis."""
    if flipped is not None:
        up = (flipped.middle + 180) % 360
    elif band.gaps:
        up = (band.gaps[0].middle + 180) % 360
    else:
        up = 0.0
    if ring.circular:
        return up
    axis = np.degrees(ring.phi) + (90 if ring.a < ring.b else 0)
    return float(axis if abs(_off(up, axis)) <= 90 else (axis + 180) % 360)


def directions(view: Gray, ring: Ring, band: Band, up: float, middle: float | None) -> list[float]:
    """Where the top may be, likeliest first: in the `middle` of the title's letters, at `up`, in the longest arc's
    middle; each turned to the nearest arm of a star that the seal bears."""
    if not ring.circular:
        return [up]
    arm = star_arm(view, ring)
    likely = [*([] if middle is None else [middle]), up, *(arc.middle for arc in band.arcs[:1])]
    snapped = [one if arm is None else one + _off(arm, one, 360.0 / FOLD) for one in likely]
    kept = list[float]()
    for one in snapped:
        if all(abs(_off(one, other)) > APART for other in kept):
            kept.append(one % 360)
    return kept[:MOST]


def star_arm(view: Gray, ring: Ring) -> float | None:
    """Direction of an arm of the five-pointed star in the middle, within 0..72 degrees; None where there is none."""
    within, turns = _arms()
    dark = 255.0 - upright(view, ring, 0.0, SIDE)[within]
    five, *others = (turns * dark).sum(axis=1) / max(float(dark.sum()), 1.0)
    if abs(five) < max(STARRY, *(1.2 * abs(other) for other in others)):
        return None
    return float(np.degrees(np.angle(five)) / FOLD % (360 / FOLD))


@lru_cache(maxsize=1)
def _arms() -> tuple[Array, Array]:
    """Where the arms of a star lie (SIDE x SIDE booleans), and there the wave of each number of arms (folds, points)."""
    y, x = np.mgrid[:SIDE, :SIDE] - (SIDE - 1) / 2
    far = np.hypot(x, y) / (SIDE / 2)
    within: Array = (far >= STAR_FROM) & (far <= STAR_TO)
    angle = np.arctan2(x, -y)[within]
    return within, np.exp(1j * np.outer([FOLD, *OTHER_FOLDS], angle))


def _off(to: float, of: float, turn: float = 360.0) -> float:
    """By how many degrees `to` lies clockwise of `of`, in whole turns nearest to none."""
    return float((to - of + turn / 2) % turn - turn / 2)
