"""Fits the rim of a seal to a mask of ink: RANSAC over circles and ellipses, then least squares."""

from __future__ import annotations

import math

import cv2
import numpy as np

from verify.read.engine import Array, Gray
from verify.read.seals.guess import ellipse_through, guess_circles, guess_ellipses
from verify.read.seals.shapes import Ring, around

DIRECTIONS = 120
"""In how many directions a rim is looked for."""


LIKELY = 48
"""How many of the best covered hypotheses are judged by what lies outside them, too."""

PLAIN_CIRCLE = 0.93
"""From this score on no ellipse is tried."""

UNSEEN = 0.4
"""Weight of the part of a rim that lies off the page."""


ELLIPSE_GAIN = 0.06
"""By how much more rim an ellipse must explain than a circle: with five free values it always explains
a little more."""


def fit_ring(piece: Gray, ink: Gray, shortest: float) -> Ring | None:
    """The ring through the outermost ink of `piece` whose rim carries the most `ink`, with the least of `piece` beyond.

    Both masks show the same window; semi-axes are `shortest` at least.
    """
    points = outermost(piece)
    if len(points) < 20:
        return None
    reach = 0.75 * max(np.ptp(points[:, 0]), np.ptp(points[:, 1]))
    circles = guess_circles(points, shortest, reach)
    tolerance = max(1, round(0.025 * max(shortest, reach / 2)))
    thick: Array = cv2.dilate(ink, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * tolerance + 1,) * 2))
    circle, score = _best(thick, piece, circles)
    if score >= PLAIN_CIRCLE:
        return circle
    ellipse, gain = _best(thick, piece, guess_ellipses(points, shortest, reach))
    return ellipse if gain > score + ELLIPSE_GAIN else circle


def polish(ink: Gray, ring: Ring) -> Ring:
    """`ring` laid through the middle of the ink near it by least squares; `ring` itself where that covers no more."""
    thick: Array = cv2.dilate(ink, np.ones((3, 3), np.uint8))
    for _ in range(2):
        points = _near(ink, ring)
        if len(points) < DIRECTIONS // 3:
            return ring
        rings = np.array([row_of(ring), ellipse_through(points)])
        before, after = rim(thick, rings)
        x, y, a, b, phi = (float(value) for value in rings[1])
        if after <= before or min(a, b) < 0.85 * ring.short or max(a, b) > 1.15 * ring.long:
            return ring
        ring = Ring(x, y, a, b, phi, max(ring.coverage, float(after)))
    return ring


def row_of(ring: Ring) -> Array:
    """The ring as `rim` takes it: x, y, a, b, phi."""
    return np.array([ring.x, ring.y, ring.a, ring.b, ring.phi])


def _near(ink: Gray, ring: Ring) -> Array:
    """In each direction the outermost ink within a tenth of the ring's rim, (n, 2) floats."""
    found = np.full((DIRECTIONS, 2), np.nan)
    for radius in np.arange(0.9, 1.1, 1 / max(20.0, ring.short)):
        points = ring.points(radius, DIRECTIONS)
        x, y = np.rint(points).astype(int).T
        inside = (x >= 0) & (y >= 0) & (x < ink.shape[1]) & (y < ink.shape[0])
        hit = inside & (ink[y.clip(0, ink.shape[0] - 1), x.clip(0, ink.shape[1] - 1)] > 0)
        found[hit] = points[hit]
    return np.asarray(found[~np.isnan(found[:, 0])])


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
    return np.asarray(np.stack([xs, ys], axis=1)[inner], float)


def rim(thick: Array, rings: Array, radius: float = 1.0) -> Array:
    """For each ring (n, 5), the share of directions within the image in which `thick` has ink at `radius`.

    What lies outside counts for UNSEEN of its length: a fragment may not pass for a whole.
    """
    cos, sin = around(DIRECTIONS)
    u, v = radius * rings[:, 2:3] * cos, radius * rings[:, 3:4] * sin
    c, s = np.cos(rings[:, 4:5]), np.sin(rings[:, 4:5])
    x = np.rint(rings[:, :1] + u * c - v * s).astype(int)
    y = np.rint(rings[:, 1:2] + u * s + v * c).astype(int)
    inside = (x >= 0) & (y >= 0) & (x < thick.shape[1]) & (y < thick.shape[0])
    ink = thick.ravel().take(y * thick.shape[1] + x, mode="clip") > 0
    seen = inside.mean(axis=1)
    return np.asarray((ink & inside).mean(axis=1) / (seen + UNSEEN * (1 - seen)))


def _best(thick: Array, piece: Gray, rings: Array) -> tuple[Ring | None, float]:
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
