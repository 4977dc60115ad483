"""A laid seal's ink told from the print under it, by Beer's law: densities add, and print is dark in every channel.

The channel that the ink absorbs keeps the texture at full resolution (JPEG halves colour only), but print darkens it
too: there the ink is what is left without print, and it is not compared.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from verify.read.engine import Array
from verify.read.seals.ink import CHANNELS, Ink

DARKEST = 4.0
"""Natural density at which a channel is as good as black (1.8 % of the paper's light)."""

PRINT = 0.45
"""Least density of print in the channel that the ink leaves alone; a deep red has up to 0.4 there."""

OVER_INK = 0.2
"""Print is denser there than the seal's own ink by at least this."""

PAPER, SMOOTH = 17, 33
"""The paper's light is the brightest within 17 laid pixels, evened out over 33."""


@dataclass(frozen=True, slots=True)
class Planes:
    """float32 planes of a laid seal: `ink` as a density, 0 on paper; `valid` is False where print covers it.

    `full` is the density of the seal's strong ink.
    """

    ink: Array
    valid: Array
    full: float


def planes(laid: Array, ink: Ink) -> Planes:
    """The ink of a laid seal (RGB, 0..255)."""
    absorbed, left = (_density(laid[..., channel]) for channel in CHANNELS[ink])
    gap = absorbed - left
    strong = gap > max(0.15, 0.6 * float(np.percentile(gap, 97)))
    shares = left[strong] / np.maximum(absorbed[strong], 0.1)
    share = float(np.clip(np.median(shares), 0.0, 0.5)) if shares.size > 50 else 0.15
    alone = cv2.GaussianBlur((gap / (1 - share)).clip(0), (0, 0), 0.6)
    bar = max(PRINT, share * float(np.percentile(alone, 97)) + OVER_INK)
    dark = cv2.medianBlur((left > bar).astype(np.uint8), 3)
    printed = cv2.dilate(dark, np.ones((3, 3), np.uint8)) > 0
    density: Array = np.where(printed, alone, absorbed.clip(0)).astype(np.float32)
    inked = density[~printed]
    return Planes(density, ~printed, float(np.percentile(inked, 96)) if inked.size else 0.0)


def darkness(channel: Array) -> Array:
    """By how much a channel is darker than its paper, as a share of it, float32."""
    return np.asarray(1 - np.exp(-_density(channel).clip(0)), np.float32)


def _density(channel: Array) -> Array:
    soft = cv2.GaussianBlur(channel, (0, 0), 1.0)
    paper = cv2.blur(cv2.dilate(soft, np.ones((PAPER, PAPER), np.uint8)), (SMOOTH, SMOOTH))
    density = -np.log(np.clip(channel / np.maximum(paper, 1.0), np.exp(-DARKEST), 1.0))
    return np.asarray(density - np.median(density), np.float32)
