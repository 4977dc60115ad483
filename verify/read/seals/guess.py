"""Guesses circles and ellipses from points on a rim: the hypotheses that `fit` judges.

The random numbers start from a fixed seed, so that the same points always give the same guesses.
"""

from __future__ import annotations

import math
from functools import lru_cache

import cv2
import numpy as np

from verify.read.engine import Array

SEED = 20240701


CIRCLES, ELLIPSES = 240, 40
"""Hypotheses tried: circles are cheap and cover most seals, ellipses take five points and one call each."""


SQUEEZE = 2.2
"""Axes further apart are no seal's (an oval registration seal is 50 x 36 mm)."""


def guess_circles(points: Array, shortest: float, reach: float) -> Array:
    """(n, 5) circles through three random points each, of a plausible size."""
    a, b, g = points[_threes(len(points))]
    d = 2 * (a[:, 0] * (b - g)[:, 1] + b[:, 0] * (g - a)[:, 1] + g[:, 0] * (a - b)[:, 1])
    fine = np.abs(d) > 1e-3
    a, b, g, d = a[fine], b[fine], g[fine], d[fine]
    na, nb, ng = ((p**2).sum(axis=1) for p in (a, b, g))
    x = (na * (b - g)[:, 1] + nb * (g - a)[:, 1] + ng * (a - b)[:, 1]) / d
    y = (na * (g - b)[:, 0] + nb * (a - g)[:, 0] + ng * (b - a)[:, 0]) / d
    radius = np.hypot(a[:, 0] - x, a[:, 1] - y)
    rings = np.stack([x, y, radius, radius, np.zeros_like(x)], axis=1)
    return np.asarray(rings[(radius >= shortest) & (radius <= reach)])


def guess_ellipses(points: Array, shortest: float, reach: float) -> Array:
    """(n, 5) ellipses through six random points each (and through all), of a plausible size and squeeze."""
    samples = [points, *points[_sixes(len(points))]]
    rings = np.array([ellipse_through(sample) for sample in samples])
    short, long = rings[:, 2:4].min(axis=1), rings[:, 2:4].max(axis=1)
    fine = np.isfinite(rings).all(axis=1) & (short >= shortest) & (long <= reach) & (long <= SQUEEZE * short)
    return np.asarray(rings[fine])


@lru_cache(maxsize=256)
def _threes(count: int) -> Array:
    """(3, CIRCLES) of `count` points at random."""
    rng = np.random.default_rng(SEED)
    return np.stack([rng.integers(0, count, CIRCLES) for _ in range(3)])


@lru_cache(maxsize=256)
def _sixes(count: int) -> Array:
    """(ELLIPSES, 6) of `count` points at random, different ones each time."""
    rng = np.random.default_rng(SEED)
    return np.stack([rng.choice(count, 6, replace=False) for _ in range(ELLIPSES)])


def ellipse_through(points: Array) -> tuple[float, float, float, float, float]:
    """x, y, semi-axes and angle of the ellipse of least squares through `points`; zeros where there is none."""
    cv2.setRNGSeed(SEED)  # points that lie badly are shaken at random, and the same page must give the same ring
    try:
        (x, y), (width, height), angle = cv2.fitEllipseDirect(points.astype(np.float32))
    except cv2.error:
        return 0.0, 0.0, 0.0, 0.0, 0.0
    return x, y, width / 2, height / 2, math.radians(angle)
