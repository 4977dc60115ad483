"""Fits the outline of a seal to a mask of ink: RANSAC over circles and ellipses, and rectangles by their sides.

The random numbers start from a fixed seed, so that the same mask always gives the same outline.
"""

from __future__ import annotations

import math

import cv2
import numpy as np

from verify.read.engine import Array, Gray
from verify.read.seals.shapes import Rect, Ring, level

SEED = 20240701

CIRCLES, ELLIPSES = 240, 60
"""Hypotheses tried: circles are cheap and cover most seals, ellipses take five points and one call each."""

DIRECTIONS = 120
"""In how many directions a rim is looked for."""

SQUEEZE = 2.2
"""Axes further apart are no seal's (an oval registration seal is 50 x 36 mm)."""

ELLIPSE_GAIN = 0.06
"""By how much more rim an ellipse must explain than a circle: with five free points it always explains a little more."""


def fit_ring(mask: Gray, shortest: float) -> Ring | None:
    """The ring whose rim carries the most ink of `mask` with the least just outside; semi-axes from `shortest` up."""
    points = outermost(mask)
    if len(points) < 20:
        return None
    reach = 0.62 * max(mask.shape)
    circles = _circles(points, shortest, reach)
    ellipses = _ellipses(points, shortest, reach)
    tolerance = max(1, round(0.025 * max(shortest, min(mask.shape) / 2)))
    thick = cv2.dilate(mask, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * tolerance + 1,) * 2))
    best = max(
        (_best(thick, mask, hypotheses, bias) for hypotheses, bias in ((circles, ELLIPSE_GAIN), (ellipses, 0))),
        key=lambda found: found[1],
    )
    return best[0]


def outermost(mask: Gray) -> Array:
    """(n, 2) floats: the ink furthest from the middle of the mask's ink in each direction, none on the image's edge."""
    ys, xs = np.nonzero(mask)
    if not len(xs):
        return np.zeros((0, 2))
    dx, dy = xs - (xs.min() + xs.max()) / 2, ys - (ys.min() + ys.max()) / 2
    sector = ((np.arctan2(dy, dx) + math.pi) * (DIRECTIONS / (2 * math.pi))).astype(int) % DIRECTIONS
    order = np.lexsort((np.hypot(dx, dy), sector))
    last = np.flatnonzero(np.diff(np.r_[sector[order], DIRECTIONS]))
    xs, ys = xs[order[last]], ys[order[last]]
    inner = (xs > 0) & (ys > 0) & (xs < mask.shape[1] - 1) & (ys < mask.shape[0] - 1)
    return np.stack([xs, ys], axis=1)[inner].astype(float)


def rim(thick: Gray, rings: Array, radius: float = 1.0) -> Array:
    """For each ring (n, 5), the share of directions within the image in which `thick` has ink at `radius`.

    Less than half of the rim in the image counts as half: a fragment may not pass for a whole.
    """
    t = np.linspace(0, 2 * math.pi, DIRECTIONS, endpoint=False)
    u, v = radius * rings[:, 2:3] * np.cos(t), radius * rings[:, 3:4] * np.sin(t)
    c, s = np.cos(rings[:, 4:5]), np.sin(rings[:, 4:5])
    x = np.rint(rings[:, :1] + u * c - v * s).astype(int)
    y = np.rint(rings[:, 1:2] + u * s + v * c).astype(int)
    inside = (x >= 0) & (y >= 0) & (x < thick.shape[1]) & (y < thick.shape[0])
    ink = thick[y.clip(0, thick.shape[0] - 1), x.clip(0, thick.shape[1] - 1)] > 0
    return (ink & inside).sum(axis=1) / np.maximum(inside.sum(axis=1), DIRECTIONS / 2)


def fit_rectangle(mask: Gray) -> Rect | None:
    """The rectangle around all ink of `mask`; its coverage is that of its least inked side."""
    (x, y), (width, height), angle = cv2.minAreaRect(cv2.findNonZero(mask))
    if min(width, height) < 12:
        return None
    if width < height:
        width, height, angle = height, width, angle + 90
    angle = (angle + 90) % 180 - 90
    rect = Rect(x, y, width, height, angle)
    flat = level(mask * 255, rect, round(width), round(height)) > 127
    band = max(2, round(0.05 * min(width, height)))
    sides = (flat[:band], flat[-band:], flat[:, :band].T, flat[:, -band:].T)
    return Rect(x, y, width, height, angle, min(_line(side) for side in sides))


def _line(side: Array) -> float:
    """How much of a side one straight line covers, one pixel of waviness allowed."""
    rows = [np.any(side[i : i + 3], axis=0).mean() for i in range(max(1, len(side) - 2))]
    return float(max(rows))


def _circles(points: Array, shortest: float, reach: float) -> Array:
    """(n, 5) circles through three random points each, of a plausible size."""
    rng = np.random.default_rng(SEED)
    a, b, g = (points[rng.integers(0, len(points), CIRCLES)] for _ in range(3))
    d = 2 * (a[:, 0] * (b - g)[:, 1] + b[:, 0] * (g - a)[:, 1] + g[:, 0] * (a - b)[:, 1])
    fine = np.abs(d) > 1e-3
    a, b, g, d = a[fine], b[fine], g[fine], d[fine]
    na, nb, ng = ((p**2).sum(axis=1) for p in (a, b, g))
    x = (na * (b - g)[:, 1] + nb * (g - a)[:, 1] + ng * (a - b)[:, 1]) / d
    y = (na * (g - b)[:, 0] + nb * (a - g)[:, 0] + ng * (b - a)[:, 0]) / d
    radius = np.hypot(a[:, 0] - x, a[:, 1] - y)
    rings = np.stack([x, y, radius, radius, np.zeros_like(x)], axis=1)
    return rings[(radius >= shortest) & (radius <= reach)]


def _ellipses(points: Array, shortest: float, reach: float) -> Array:
    """(n, 5) ellipses through six random points each (and through all), of a plausible size and squeeze."""
    rng = np.random.default_rng(SEED)
    samples = [points] + [points[rng.choice(len(points), 6, replace=False)] for _ in range(ELLIPSES)]
    rings = np.array([_ellipse(sample) for sample in samples])
    short, long = rings[:, 2:4].min(axis=1), rings[:, 2:4].max(axis=1)
    fine = np.isfinite(rings).all(axis=1) & (short >= shortest) & (long <= reach) & (long <= SQUEEZE * short)
    return rings[fine]


def _ellipse(points: Array) -> tuple[float, float, float, float, float]:
    try:
        (x, y), (width, height), angle = cv2.fitEllipseDirect(points.astype(np.float32))
    except cv2.error:
        return 0.0, 0.0, 0.0, 0.0, 0.0
    return x, y, width / 2, height / 2, math.radians(angle)


def _best(thick: Gray, mask: Gray, rings: Array, bias: float) -> tuple[Ring | None, float]:
    """The best of `rings` and its score: its coverage, plus `bias`, less what lies just outside."""
    if not len(rings):
        return None, -1.0
    coverage = rim(thick, rings)
    outside = (rim(mask, rings, 1.1) + rim(mask, rings, 1.16)) / 2
    score = coverage - 0.4 * outside
    i = int(np.argmax(score))
    x, y, a, b, phi = (float(value) for value in rings[i])
    return Ring(x, y, a, b, phi, float(coverage[i])), float(score[i]) + bias
