"""Wet impressions of one stamp, no two alike, and copies of one: cut out of its scan and pasted onto another page.

A stamp keeps its own flaws from impression to impression (patches that take ink badly, nicks in its rim, a mottled
face); pressure, ink, paper fibre, specks and the rim squeezed out at the strokes' edges are new each time.
"""

from __future__ import annotations

import math
import random
from dataclasses import dataclass
from functools import cached_property

import cv2
import numpy as np

from scripts.sealkit.designs import design_of
from scripts.sealkit.ink import broad, fibre, spread
from scripts.sealkit.names import parties_of
from scripts.sealkit.paper import Paper
from scripts.sealkit.scan import Camera, scanned
from scripts.sealkit.scene import INKS
from scripts.sealkit.stamp import Drawn, Stamp, draw
from verify.page import SealOutline
from verify.read.engine import RGB, Array

SCALE = 12.0
"""Pixels a millimetre at which impressions are drawn."""

WORN = (0.15, 0.2, 0.25, 0.3, 0.4)
"""How dry impressions are. 13 real wet seals of at least 99 pixels' radius have by verify.compare.ink_border.unevenness
0.056 to 0.30 of quick variation (median 0.15) and 0.14 to 0.84 of slow (median 0.24); these 0.05 to 0.33 and 0.07 to 0.36."""


@dataclass(frozen=True)
class Die:
    """A stamp with its lasting flaws; `flaws` is how much they weigh (0 none; fresh ink's own variation is 0.4 to 1).

    `nicks` are places of 1 to 2 mm broken out of the rim, `mottled` (0..1) how much less ink patches of 1.5 mm take.
    """

    stamp: Stamp
    seed: int
    flaws: float = 0.3
    nicks: int = 0
    mottled: float = 0.0

    @cached_property
    def drawn(self) -> Drawn:
        """Its face."""
        return draw(self.stamp, SCALE)

    @cached_property
    def wear(self) -> Array:
        """Where it always takes less ink: broad patches, and nicks half as deep."""
        noise = np.random.default_rng((self.seed, 1))
        return np.asarray(broad(self._shape, noise) + 0.5 * _grain(self._shape, noise, 0.25), np.float32)

    @cached_property
    def lasting(self) -> Array:
        """The share of the ink that nicks and mottling leave in every impression."""
        noise, (height, width) = np.random.default_rng((self.seed, 2)), self._shape
        y, x = np.mgrid[:height, :width].astype(np.float32)
        left: Array = np.ones(self._shape, np.float32)
        for _ in range(self.nicks):
            turn, wide, deep = noise.uniform(0, 2 * math.pi), noise.uniform(0.3, 0.85) * SCALE, noise.uniform(0.7, 1)
            at = [
                side / 2 + (side / 2 - 0.7 * SCALE) * way(turn) for side, way in ((width, math.cos), (height, math.sin))
            ]
            left *= 1 - deep * np.exp(-((x - at[0]) ** 2 + (y - at[1]) ** 2) / (2 * wide**2))
        patches = cv2.resize(noise.random((26, 26)).astype(np.float32), (width, height), interpolation=cv2.INTER_CUBIC)
        return np.asarray(left * np.clip(1 - self.mottled * (0.75 - 1.25 * patches), 0, 1), np.float32)

    @property
    def _shape(self) -> tuple[int, ...]:
        return self.drawn.mask.shape

    def even(self, coarse: float = 0.0) -> Array:
        """An electronic or printed seal; a `coarse` one is a bitmap of so many pixels a millimetre without greys."""
        if not coarse:
            return np.asarray(self.drawn.mask * 0.9, np.float32)
        size = tuple(round(side * coarse / SCALE) for side in self.drawn.mask.shape[::-1])
        bitmap = (cv2.resize(self.drawn.mask, size, interpolation=cv2.INTER_AREA) > 0.5).astype(np.float32)
        whole = self.drawn.mask.shape[::-1]
        return np.asarray(cv2.resize(bitmap, whole, interpolation=cv2.INTER_NEAREST) * 0.9, np.float32)

    def impression(self, noise: np.random.Generator, worn: float) -> Array:
        """How much of the paper ink covers (float32, 0..1)."""
        mask = spread(self.drawn, noise.uniform(-0.03, 0.1))
        ink = self._wetness(noise, worn) + self.flaws * self.wear
        rim = noise.uniform(0, 0.15) * (cv2.GaussianBlur(mask, (0, 0), 0.25 * SCALE) - 0.5)
        cover: Array = np.clip(1 / (1 + np.exp(-2.2 * ink)) * (1 - rim), 0, 1)
        cover[_grain(self._shape, noise, 0.12) > noise.uniform(2.2, 3.2)] *= 0.1
        return np.asarray(mask * cover * self.lasting * noise.uniform(0.75, 0.97), np.float32)

    def _wetness(self, noise: np.random.Generator, worn: float) -> Array:
        height, width = self._shape
        y, x = np.mgrid[-0.5 : 0.5 : height * 1j, -0.5 : 0.5 : width * 1j].astype(np.float32)
        towards, tilt = noise.uniform(0, 2 * math.pi), noise.uniform(0, 0.5)
        pressed = 2.4 * tilt * (x * math.cos(towards) + y * math.sin(towards))
        fresh = (0.25 + 0.9 * worn) * broad(self._shape, noise) + (0.3 + 1.1 * worn) * fibre(self._shape, noise, SCALE)
        return np.asarray(1.9 - 2.6 * worn + pressed + fresh, np.float32)


def die_of(seed: int, flaws: float = 0.3, nicks: int = 0, mottled: float = 0.0) -> Die:
    """The stamp number `seed`."""
    roll = random.Random(f"die {seed}")
    return Die(design_of(roll.choice(parties_of(roll)), roll), seed, flaws, nicks, mottled)


def stamped(cover: Array, radius: float, roll: random.Random, noise: np.random.Generator) -> RGB:
    """A scan of a page on which the impression is `radius` pixels (half its longer side), turned a little."""
    layer = inked(cover, roll.choice(INKS["red"]))
    return on_page(turned(layer, 2 * radius / max(cover.shape), roll.uniform(-25, 25)), radius, roll, noise)


def pasted(page: RGB, outline: SealOutline, radius: float, roll: random.Random, noise: np.random.Generator) -> RGB:
    """What a forger makes: the seal lifted off `page`, re-scaled, turned, on other print, saved again."""
    layer = lifted(page, outline)
    size = radius / (max(outline.width, outline.height) / 2)
    return on_page(turned(layer, size, roll.uniform(-180, 180)), radius, roll, noise)


def lifted(page: RGB, outline: SealOutline) -> Array:
    """The seal's colour as a layer (height, width, 3; 1 where there is none), by which paper is multiplied."""
    reach = max(outline.width, outline.height) / 2 * 1.08
    y, x = (slice(max(0, round(at - reach)), round(at + reach)) for at in (outline.y, outline.x))
    crop = page[y, x]
    tints = cv2.cvtColor(crop, cv2.COLOR_RGB2LAB).astype(np.float32)[..., 1:]
    colour = np.linalg.norm(tints - np.median(tints.reshape(-1, 2), axis=0), axis=2)
    paper = np.percentile(crop.reshape(-1, 3), 92, axis=0)
    layer = 1 - np.clip((colour - 4) / 14, 0, 1)[..., None] * (1 - np.clip(crop / paper, 0, 1))
    return np.asarray(layer, np.float32)


def inked(cover: Array, ink: tuple[int, int, int]) -> Array:
    """An impression as such a layer."""
    return np.asarray(1 - cover[..., None] * (1 - np.array(ink, np.float32) / 255), np.float32)


def on_page(layer: Array, radius: float, roll: random.Random, noise: np.random.Generator) -> RGB:
    """Print, the layer multiplied onto it, scanned and saved as JPEG of 60 to 92."""
    height, width = layer.shape[:2]
    size = round(1.5 * width), round(1.3 * height)
    paper = Paper(size, radius / 20, ("云溪建设有限公司",), roll, "noto-serif")
    x, y = roll.randint(0, size[0] - width), roll.randint(0, size[1] - height)
    end = size[1] if roll.random() < 0.7 else y
    (paper.form if roll.random() < 0.5 else paper.prose)(2, end)
    sheet = paper.array()
    sheet[y : y + height, x : x + width] *= layer
    return scanned(sheet, _camera(radius, roll), noise)[0]


def _camera(radius: float, roll: random.Random) -> Camera:
    papers = ((255, 255, 255), (252, 251, 248), (247, 244, 236), (238, 238, 240))
    blur, skew = roll.uniform(0.3, 0.35 + radius / 220), roll.uniform(-1, 1)
    return Camera(
        roll.choice(papers), roll.uniform(0, 0.1), blur, roll.uniform(0.3, 3), skew, False, roll.randint(60, 92),
        roll.random() < 0.7,
    )  # fmt: skip


def turned(layer: Array, share: float, degrees: float) -> Array:
    """A layer re-scaled by `share` and turned."""
    way = cv2.INTER_AREA if share < 1 else cv2.INTER_CUBIC
    small = cv2.resize(layer, None, fx=share, fy=share, interpolation=way)
    height, width = small.shape[:2]
    side = int(math.hypot(height, width)) + 2
    matrix: Array = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    matrix[:, 2] += (side - np.array([width, height])) / 2
    laid = cv2.warpAffine(small, matrix, (side, side), flags=cv2.INTER_CUBIC, borderValue=(1.0, 1.0, 1.0))
    return np.asarray(laid.clip(0, 1), np.float32)


def _grain(shape: tuple[int, ...], noise: np.random.Generator, millimetres: float) -> Array:
    white = noise.normal(size=shape).astype(np.float32)
    soft = cv2.GaussianBlur(white, (0, 0), millimetres * SCALE)
    return np.asarray(soft / soft.std(), np.float32)
