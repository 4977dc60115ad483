"""Where lines may stand across the middle of an upright seal: rows of ink, and where most seals have them."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from verify.read.engine import RGB, Array
from verify.read.seals.band import Band
from verify.read.seals.recogniser import HEIGHT
from verify.read.seals.shapes import Ring

SIDE = 360
"""Side in pixels of the upright seal in which lines are looked for."""

HALF = 0.5
"""Half the width of a line that is looked for at least, as a share of the long semi-axis."""

INKED, LEAST_ROW, LEAST_INK = 150, 0.06, 0.05
"""Under the first there is ink; of a row of pixels, and of a window, this share is inked where there is a line."""

LOWEST, HIGHEST = 0.08, 0.43
"""Heights of a line as shares of the long semi-axis: a star is higher."""

BELOW_STAR = ((0.37, 0.24), (0.45, 0.24), (0.53, 0.24), (0.45, 0.34))
"""Middle and height of the windows below the star, as shares of the short semi-axis: a line stands wholly in one of
them, however it runs together with print, letters or the star."""

STRETCH, WIDEST = 0.9, 480
"""Strips are shown to the recogniser so much narrower than they are, as many pixels wide at most."""


Span = tuple[int, int]
"""Top and bottom of a strip in pixels of the upright seal."""


@dataclass(frozen=True, slots=True)
class Middle:
    """The free middle of an upright seal of `ring`, inside the letters of `band`, on a square SIDE pixels wide."""

    ring: Ring
    band: Band

    @property
    def high(self) -> float:
        """The short semi-axis in pixels."""
        return SIDE / 2 * self.ring.short / self.ring.long

    def chord(self, y: float) -> float:
        """Half its width in pixels at `y` pixels from the centre."""
        letters = (self.band.edge + self.band.depth) * self.ring.short
        a, b = ((axis - letters) * SIDE / (2 * self.ring.long) for axis in (self.ring.long, self.ring.short))
        inside = 1 - (y / b) ** 2 if b > 0 else 0.0
        return float(a * np.sqrt(inside)) if inside > 0 else 0.0

    def half(self, top: int, bottom: int) -> int:
        """Half the width of a line between two levels: letters may touch the title's."""
        middle = SIDE / 2
        return int(max(self.chord(top - middle), self.chord(bottom - middle), HALF * SIDE / 2)) + 7


def rows_of(mask: Array, middle: Middle) -> list[Span]:
    """(top, bottom) of up to three lines of ink on `mask`, booleans, top down."""
    centre = SIDE / 2
    inked = np.zeros(SIDE, bool)
    for y in range(SIDE):
        half = int(middle.chord(y - centre))
        inked[y] = half > 24 and mask[y, int(centre) - half : int(centre) + half].mean() > LEAST_ROW
    edges = np.diff(np.r_[0, inked.astype(int), 0])
    runs = list(zip(np.flatnonzero(edges == 1), np.flatnonzero(edges == -1), strict=True))
    least, most = LOWEST * centre, HIGHEST * centre
    return [(int(a) - 3, int(b) + 3) for a, b in runs if least <= b - a <= most][:3]


def windows_of(mask: Array, middle: Middle) -> list[Span]:
    """(top, bottom) of the places below a star where there is ink enough for a line."""
    spans = [[round(SIDE / 2 + middle.high * (at + side * high / 2)) for side in (-1, 1)] for at, high in BELOW_STAR]
    return [(top, bottom) for top, bottom in spans if strip_of(mask, top, bottom, middle).mean() > LEAST_INK]


def strip_of(image: Array, top: int, bottom: int, middle: Middle) -> Array:
    """The part of the upright `image` between two levels that may hold a line."""
    half = middle.half(top, bottom)
    return image[max(0, top) : bottom, max(0, SIDE // 2 - half) : SIDE // 2 + half]


def shown(strip: Array) -> RGB:
    """The strip as the recogniser is shown it."""
    width = int(np.clip(strip.shape[1] * HEIGHT / len(strip) * STRETCH, 24, WIDEST))
    flat: Array = cv2.resize(strip, (width, HEIGHT), interpolation=cv2.INTER_AREA)
    return flat if flat.ndim == 3 else np.asarray(cv2.cvtColor(flat, cv2.COLOR_GRAY2RGB))
