"""The ink along a seal's border: a stroke of even width, so that what varies there is ink and not the stamp's design.

Letters will not do: their thin strokes look paler than thick ones in every impression, wet or copied.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np

from verify.compare.ink_frame import REACH, SIDE, Frame
from verify.read.engine import Array

STEPS = 1024
"""Points along the border, once round."""

SEARCH: Array = np.arange(-8.0, 6.01, 0.5)
"""Offsets along the outward normal, in laid pixels, at which the border is looked for."""

WIDTH: Array = np.array([-0.5, 0.0, 0.5])
"""Offsets about the border's middle whose ink is taken together: its edges are stepped in every copy of one electronic
seal, its middle is not."""

SLOW = 17.0
"""Deviation in points of what is taken off: changes of pressure over more than some 15 degrees are common to many."""

MOST = 2.5
"""Deviations beyond count as this: one notch of the stamp's own rim must not decide."""

SMEAR = 2
"""Points beside print that do not count either."""

FEW_ROWS = 0.6
"""Least share of the border's width that no print covers, for a point to count."""

AROUND, LACK = 40.0, 0.7
"""A point lacks ink that has less than this share of what is around it, over so many points (its deviation)."""


@dataclass(frozen=True, slots=True)
class Path:
    """Points (STEPS, 2) and outward normals along a border on the laid square."""

    at: Array
    normal: Array


def path_of(half_width: float, half_height: float) -> Path:
    """A ring's border from its right-hand side on, clockwise; a rectangle's by its half sides, from the same point."""
    turn = np.linspace(0, 2 * math.pi, STEPS, endpoint=False)
    centre = (SIDE - 1) / 2
    if not half_width:
        normal = np.stack([np.cos(turn), np.sin(turn)], axis=1)
        return Path(centre + REACH * normal, normal)
    w, h = half_width, half_height
    corners = np.array([[w, 0], [w, h], [-w, h], [-w, -h], [w, -h], [w, 0]])
    along = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(corners, axis=0).T))])
    spots = turn / (2 * math.pi) * along[-1]
    at = np.stack([np.interp(spots, along, corners[:, axis]) for axis in (0, 1)], axis=1)
    sides = np.array([[1.0, 0.0], [0.0, 1.0], [-1.0, 0.0], [0.0, -1.0], [1.0, 0.0]])
    return Path(centre + at, sides[np.searchsorted(along[1:-1], spots, side="right")])


def path_on(frame: Frame) -> Path:
    """The border of a frame's seal."""
    return path_of(frame.half_width, frame.half_height)


def profile(ink: Array, valid: Array, path: Path, matrix: Array | None = None) -> tuple[Array, Array]:
    """The ink at each point of the border, and whether no print covers it there.

    `matrix` (2x3) maps the path onto `ink`; the border is looked for near the path, as outlines are fitted roughly.
    """
    wide = _sample(ink, path, SEARCH[:, None] + np.zeros(STEPS), matrix).clip(0)
    around = cv2.blur(np.hstack([wide, wide, wide]), (61, 1))[:, STEPS : 2 * STEPS]
    offset = _median(SEARCH[around.argmax(axis=0)])
    rows = WIDTH[:, None] + offset[None, :]
    seen = _sample(valid.astype(np.float32), path, rows, matrix)
    values = _sample(ink, path, rows, matrix)
    mean = (values * seen).sum(axis=0) / np.maximum(seen.sum(axis=0), 1e-3)
    covered: Array = (seen.mean(axis=0) <= FEW_ROWS).astype(np.uint8)[None]
    return mean, ~grown(covered[0], SMEAR)


def texture(values: Array, counts: Array, slow: float = SLOW) -> Array:
    """What varies quickly along the border, in deviations, at most MOST; 0 where a point does not count."""
    weight: Array = counts.astype(np.float32)
    level = _round(values * weight, slow) / np.maximum(_round(weight, slow), 1e-3)
    rest = (values - level) * weight
    deviation = math.sqrt(float((rest**2).sum()) / max(float(weight.sum()), 1.0))
    return np.asarray(np.clip(rest / max(deviation, 1e-6), -MOST, MOST), np.float32)


def lacking(values: Array, counts: Array) -> Array:
    """The points (bool) that have clearly less ink than the border around them."""
    weight: Array = counts.astype(np.float32)
    level = _round(values * weight, AROUND) / np.maximum(_round(weight, AROUND), 1e-3)
    return np.asarray(values < LACK * level)


def grown(points: Array, by: int) -> Array:
    """The points (bool) and those that lie up to `by` beside one, once round."""
    line = points.astype(np.uint8)[None]
    wide = cv2.dilate(np.hstack([line, line, line]), np.ones((1, 2 * by + 1), np.uint8))
    return np.asarray(wide[0, STEPS : 2 * STEPS] > 0)


def unevenness(values: Array, counts: Array) -> tuple[float, float]:
    """The quick and the slow variation along the border as shares of its ink; even ink has what noise and JPEG leave.

    The quick one is from the median absolute deviation, as the smear beside print is rough too.
    """
    if not counts.any():
        return 0.0, 0.0
    weight: Array = counts.astype(np.float32)
    level = _round(values * weight, SLOW) / np.maximum(_round(weight, SLOW), 1e-3)
    mean = max(float(values[counts].mean()), 1e-3)
    quick = 1.4826 * float(np.median(np.abs(values - level)[counts]))
    return quick / mean, float(level[counts].std()) / mean


def _sample(plane: Array, path: Path, offsets: Array, matrix: Array | None) -> Array:
    x, y = (path.at[:, axis] + offsets * path.normal[:, axis] for axis in (0, 1))
    if matrix is not None:
        x, y = (row[0] * x + row[1] * y + row[2] for row in matrix)
    return np.asarray(cv2.remap(plane, x.astype(np.float32), y.astype(np.float32), cv2.INTER_LINEAR), np.float32)


def _median(values: Array, reach: int = 100) -> Array:
    """The running median once round, at every eighth point and linear between."""
    around = np.concatenate([values[-reach:], values, values[: reach + 1]])
    spots = np.arange(0, STEPS + 8, 8)
    medians = [float(np.median(around[spot % STEPS : spot % STEPS + 2 * reach + 1])) for spot in spots]
    return np.interp(np.arange(STEPS), spots, medians)


def _round(values: Array, deviation: float) -> Array:
    line = np.concatenate([values, values, values]).astype(np.float32)[None]
    return np.asarray(cv2.GaussianBlur(line, (0, 0), deviation)[0, STEPS : 2 * STEPS], np.float32)
