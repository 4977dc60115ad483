"""Pressing a stamp: uneven pressure, worn patches and paper fibre thin the ink; what is left multiplies the paper."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from scripts.sealkit.stamp import Drawn
from verify.read.engine import Array

LEGIBLE = 0.64
"""Least share of its ink that every letter of a title keeps, so that a person can still read it."""


@dataclass(frozen=True)
class Press:
    """How a stamp is pressed.

    `worn` in 0..1 thins the ink, `tilt` in 0..1 is how unevenly it was pressed and `towards` where hardest (radians),
    `spread` fattens (or, under 0, thins) the strokes in millimetres, `turn` is clockwise in degrees, `squeeze` the
    height over the width that a scanner makes of it. `size` is the longer side in pixels.
    """

    size: float
    ink: tuple[int, int, int]
    worn: float = 0.0
    tilt: float = 0.0
    towards: float = 0.0
    spread: float = 0.0
    turn: float = 0.0
    squeeze: float = 1.0
    strength: float = 0.95


def cover_of(drawn: Drawn, press: Press, noise: np.random.Generator) -> tuple[Array, float]:
    """How much of the paper ink covers (float32, 0..1), turned and at its size; and the wear that stayed legible."""
    mask = spread(drawn, press.spread)
    fields = broad(mask.shape, noise), fibre(mask.shape, noise, drawn.scale)
    ease = 1.0
    while True:
        inked = mask * _density(press.tilt * ease, press.towards, press.worn * ease, *fields)
        if ease < 0.05 or _readable(drawn, inked):
            return _laid(inked, press) * press.strength, press.worn * ease
        ease *= 0.85


def laid_on(paper: Array, cover: Array, at: tuple[int, int], ink: tuple[int, int, int]) -> tuple[int, int, int, int]:
    """Multiplies the ink onto `paper` (float32, 0..255) in place, upper left corner at (x, y), cut off at its edges.

    Returns the box of the ink, (x0, y0, x1, y1), within the paper.
    """
    x, y = at
    x0, y0 = max(0, x), max(0, y)
    x1, y1 = min(paper.shape[1], x + cover.shape[1]), min(paper.shape[0], y + cover.shape[0])
    seen = cover[y0 - y : y1 - y, x0 - x : x1 - x, None]
    paper[y0:y1, x0:x1] *= 1 - seen * (1 - np.array(ink, np.float32) / 255)
    rows, columns = np.nonzero(seen[..., 0] > 0.1)
    if not len(rows):
        return x0, y0, x0, y0
    return (
        x0 + int(columns.min()),
        y0 + int(rows.min()),
        x0 + int(columns.max()) + 1,
        y0 + int(rows.max()) + 1,
    )


def spread(drawn: Drawn, millimetres: float) -> Array:
    """Strokes fattened by wet ink, or thinned by a dry pad."""
    if abs(millimetres) < 0.01:
        return drawn.mask
    sigma = max(0.6, 1.6 * abs(millimetres) * drawn.scale)
    soft = cv2.GaussianBlur(drawn.mask, (0, 0), sigma)
    middle = 0.5 - 0.5 * millimetres / (1.6 * abs(millimetres)) * 0.6
    return np.asarray(np.clip((soft - middle) * 4 + 0.5, 0, 1), np.float32)


def broad(shape: tuple[int, ...], noise: np.random.Generator) -> Array:
    """Patches of a fifth of the seal: mean 0, deviation 1."""
    small = noise.normal(size=(9, 9)).astype(np.float32)
    field = cv2.resize(small, (shape[1], shape[0]), interpolation=cv2.INTER_CUBIC)
    return np.asarray((field - field.mean()) / field.std(), np.float32)


def fibre(shape: tuple[int, ...], noise: np.random.Generator, scale: float) -> Array:
    """Grain of the paper, of 0.1 and 0.35 mm: mean 0, deviation 1."""
    white = noise.normal(size=shape).astype(np.float32)
    fine = cv2.GaussianBlur(white, (0, 0), max(0.5, 0.1 * scale))
    coarse = cv2.GaussianBlur(white[::-1].copy(), (0, 0), 0.35 * scale)
    field = fine / fine.std() + coarse / coarse.std()
    return np.asarray(field / field.std(), np.float32)


def _density(tilt: float, towards: float, worn: float, broad: Array, fibre: Array) -> Array:
    """Share of full ink at each point: less where little was pressed, where the patch is dry, and between fibres."""
    height, width = broad.shape
    y, x = np.mgrid[-0.5 : 0.5 : height * 1j, -0.5 : 0.5 : width * 1j].astype(np.float32)
    slope = x * np.cos(towards) + y * np.sin(towards)
    wet = 1.9 - 2.6 * worn + 2.4 * tilt * slope + (0.25 + 0.9 * worn) * broad + (0.3 + 1.1 * worn) * fibre
    return np.asarray(1 / (1 + np.exp(-2.2 * wet)), np.float32)


def _readable(drawn: Drawn, inked: Array) -> bool:
    """Whether every letter of the title keeps LEGIBLE of its ink."""
    for x0, y0, x1, y1 in drawn.letters:
        full = float(drawn.mask[y0:y1, x0:x1].sum())
        if full and float(inked[y0:y1, x0:x1].sum()) < LEGIBLE * full:
            return False
    return True


def _laid(inked: Array, press: Press) -> Array:
    """Turned and brought to size: first shrunk, as a scanner averages, then turned."""
    scale = press.size / max(inked.shape)
    size = max(1, round(inked.shape[1] * scale)), max(1, round(inked.shape[0] * scale * press.squeeze))
    small = cv2.resize(inked, size, interpolation=cv2.INTER_AREA)
    side = int(np.ceil(np.hypot(*size))) + 2
    matrix: Array = cv2.getRotationMatrix2D((size[0] / 2, size[1] / 2), -press.turn, 1.0)
    matrix[:, 2] += (side - np.array(size)) / 2
    return np.asarray(cv2.warpAffine(small, matrix, (side, side), flags=cv2.INTER_LINEAR), np.float32)
