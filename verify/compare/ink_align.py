"""Lays one seal's ink on another's: the turn by correlation of polar pictures and of the borders, then an affine
fit by ECC.

ECC: Evangelidis and Psarakis, IEEE TPAMI 30(10), 2008, as in OpenCV.
"""

from __future__ import annotations

import math

import cv2
import numpy as np

from verify.compare.ink_border import STEPS as POINTS
from verify.compare.ink_border import path_of, profile, texture
from verify.compare.ink_codec import Ink
from verify.compare.ink_frame import REACH, SIDE
from verify.read.engine import Array

TURNS, RADII = 256, 24
"""Size of the polar pictures."""

TRIES = 2
"""Turns that are followed up from each of the two. A star agrees with itself at every fifth of the circle: there only
the border tells."""

STEPS, PRECISION = 30, 1e-4

LEAST = 0.4
"""Correlation of the two inks, strokes and all, below which they are not impressions of one stamp: a worn one under print
has little more with its own copy."""

MOST_STRETCH = 1.2
"""Laid seals have one size; a fit that has to stretch more has gone astray."""


def align(mine: Ink, theirs: Ink) -> tuple[Array, float] | None:
    """The 2x3 matrix from places on `mine` to places on `theirs`, and the correlation of the two inks laid so.

    None where they are not of one stamp's design.
    """
    one, other = (cv2.GaussianBlur(seal.ink, (0, 0), 1.0) for seal in (mine, theirs))
    turns = [0.0, 180.0] if mine.half_width else [*_turns(one, other), *_turns_of_borders(mine, theirs)]
    coarse = [_fit(one, other, _turned(turn), 2) for turn in turns]
    score, matrix = max(coarse, key=lambda fit: fit[0])
    if score < LEAST / 2:
        return None
    score, matrix = _fit(one, other, matrix, 1)
    return (matrix, score) if score >= LEAST and _sane(matrix) else None


def _turns(one: Array, other: Array) -> list[float]:
    """The likeliest turns by strokes and all, in degrees clockwise."""
    spectra = [np.fft.rfft(_polar(plane), axis=1) for plane in (other, one)]
    return _peaks(np.fft.irfft((spectra[0] * np.conj(spectra[1])).sum(axis=0), TURNS), 6)


def _turns_of_borders(mine: Ink, theirs: Ink) -> list[float]:
    """The likeliest turns of two rings by their borders' ink alone."""
    path = path_of(0, 0)
    one, other = (np.fft.rfft(texture(*profile(seal.ink, seal.valid, path))) for seal in (mine, theirs))
    return _peaks(np.fft.irfft(other * np.conj(one), POINTS), 16)


def _peaks(likely: Array, wide: int) -> list[float]:
    turns = []
    for _ in range(TRIES):
        best = int(likely.argmax())
        turns.append(best * 360 / len(likely))
        likely[np.arange(best - wide, best + wide + 1) % len(likely)] = -np.inf
    return turns


def _polar(plane: Array) -> Array:
    middle = ((SIDE - 1) / 2, (SIDE - 1) / 2)
    soft = cv2.GaussianBlur(plane, (0, 0), 1.2)
    picture = cv2.warpPolar(soft, (RADII, TURNS), middle, REACH, cv2.WARP_POLAR_LINEAR).T
    return np.asarray(picture - picture.mean(axis=1, keepdims=True), np.float32)


def _turned(degrees: float) -> Array:
    middle = (SIDE - 1) / 2
    return cv2.getRotationMatrix2D((middle, middle), -degrees, 1.0).astype(np.float32)


def _fit(one: Array, other: Array, start: Array, share: int) -> tuple[float, Array]:
    """On copies `share` times smaller, from `start` on: the correlation, -1 where there is none, and the matrix."""
    criteria = (cv2.TERM_CRITERIA_EPS | cv2.TERM_CRITERIA_COUNT, STEPS, PRECISION)
    pair = [plane if share == 1 else cv2.resize(plane, None, fx=1 / share, fy=1 / share, interpolation=cv2.INTER_AREA)
            for plane in (one, other)]  # fmt: skip
    matrix = start / np.array([1, 1, share], np.float32)
    try:
        score, matrix = cv2.findTransformECC(*pair, matrix, cv2.MOTION_AFFINE, criteria, None, 1)  # type: ignore[call-overload]
    except cv2.error:
        return -1.0, start
    return score, matrix * np.array([1, 1, share], np.float32)


def _sane(matrix: Array) -> bool:
    stretch = np.linalg.svd(matrix[:, :2], compute_uv=False)
    moved = matrix @ np.array([(SIDE - 1) / 2, (SIDE - 1) / 2, 1.0]) - (SIDE - 1) / 2
    fits = stretch.min() > 1 / MOST_STRETCH and stretch.max() < MOST_STRETCH
    return bool(fits and math.hypot(*moved) < 0.2 * REACH and np.linalg.det(matrix[:, :2]) > 0)
