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

CIRCLES, ELLIPSES = 240, 40
"""Hypotheses tried: circles are cheap and cover most seals, ellipses take five points and one call each."""

DIRECTIONS = 120
"""In how many directions a rim is looked for."""

FLAT = 320
"""Longest side in pixels at which a rectangle's sides are measured."""

LIKELY = 48
"""How many of the best covered hypotheses are judged by what lies outside them, too."""

PLAIN_CIRCLE = 0.93
"""From this score on no ellipse is tried."""

UNSEEN = 0.4
"""Weight of the part of a rim that lies off the page."""

SQUEEZE = 2.2
"""Axes further apart are no seal's (an oval registration seal is 50 x 36 mm)."""

ELLIPSE_GAIN = 0.06
"""By how much more rim an ellipse must explain than a circle: with five free points it always explains a little more."""


def fit_ring(piece: Gray, ink: Gray, shortest: float) -> Ring | None:
    """The ring through the outermost ink of `piece` whose rim carries the most `ink`, with the least of `piece` beyond.

    Both masks show the same window; semi-axes are `shortest` at least.
    """
    points = outermost(piece)
    if len(points) < 20:
        return None
    reach = 0.75 * max(np.ptp(points[:, 0]), np.ptp(points[:, 1]))
    circles = _circles(points, shortest, reach)
    tolerance = max(1, round(0.025 * max(shortest, reach / 2)))
    thick = cv2.dilate(ink, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * tolerance + 1,) * 2))
    circle, score = _best(thick, piece, circles)
    if score >= PLAIN_CIRCLE:
        return circle
    ellipse, gain = _best(thick, piece, _ellipses(points, shortest, reach))
    return ellipse if gain > score + ELLIPSE_GAIN else circle


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

    What lies outside counts for UNSEEN of its length: a fragment may not pass for a whole.
    """
    t = np.linspace(0, 2 * math.pi, DIRECTIONS, endpoint=False)
    u, v = radius * rings[:, 2:3] * np.cos(t), radius * rings[:, 3:4] * np.sin(t)
    c, s = np.cos(rings[:, 4:5]), np.sin(rings[:, 4:5])
    x = np.rint(rings[:, :1] + u * c - v * s).astype(int)
    y = np.rint(rings[:, 1:2] + u * s + v * c).astype(int)
    inside = (x >= 0) & (y >= 0) & (x < thick.shape[1]) & (y < thick.shape[0])
    ink = thick[y.clip(0, thick.shape[0] - 1), x.clip(0, thick.shape[1] - 1)] > 0
    seen = inside.mean(axis=1)
    return np.asarray((ink & inside).mean(axis=1) / (seen + UNSEEN * (1 - seen)))


def fit_rectangle(mask: Gray) -> Rect | None:
    """The rectangle around all ink of `mask`; its coverage is that of its least inked side."""
    (x, y), (width, height), angle = cv2.minAreaRect(cv2.findNonZero(mask))
    if min(width, height) < 12:
        return None
    if width < height:
        width, height, angle = height, width, angle + 90
    angle = (angle + 90) % 180 - 90
    rect = Rect(x, y, width, height, angle)
    flat = flattened(mask, rect)
    band = max(2, round(0.05 * len(flat)))
    sides = (flat[:band], flat[-band:], flat[:, :band].T, flat[:, -band:].T)
    return Rect(x, y, width, height, angle, min(_line(side) for side in sides))


def flattened(mask: Gray, rect: Rect) -> Array:
    """The inside of `rect` laid level, booleans, at most FLAT pixels a side."""
    scale = min(1.0, FLAT / rect.width)
    flat = level(mask * 255, rect, max(1, round(rect.width * scale)), max(1, round(rect.height * scale)))
    return np.asarray(flat > 100)


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


def _best(thick: Gray, piece: Gray, rings: Array) -> tuple[Ring | None, float]:
    """The best of `rings` and its score: its coverage, less what lies just outside."""
    if not len(rings):
        return None, -1.0
    coverage = rim(thick, rings)
    likely = np.argsort(-coverage, kind="stable")[:LIKELY]
    rings, coverage = rings[likely], coverage[likely]
    beyond = np.mean([rim(piece, rings, radius) for radius in (1.08, 1.12, 1.17, 1.23, 1.3)], axis=0)
    score = coverage - beyond
    i = int(np.argmax(score))
    x, y, a, b, phi = (float(value) for value in rings[i])
    return Ring(x, y, a, b, phi, float(coverage[i])), float(score[i])
