"""Chance that comes out the same on every run: each thing rolls its own dice, seeded by its own name."""

from __future__ import annotations

import random
import zlib

import numpy as np


def dice(*name: object) -> random.Random:
    """Dice for the thing so named."""
    return random.Random(_seed(name))


def grain(*name: object) -> np.random.Generator:
    """Arrays of noise for the thing so named."""
    return np.random.default_rng(_seed(name))


def _seed(name: tuple[object, ...]) -> int:
    return zlib.crc32("/".join(map(str, name)).encode())
