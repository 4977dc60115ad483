"""Frames of four lines: guessed from two parallel ones, and followed on a picture of darkness."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import cv2
import numpy as np

from verify.read.engine import Array, Gray
from verify.read.seals.lines import Line
from verify.read.seals.shapes import Rect
from verify.read.seals.trace import FAINTEST, threshold

PARALLEL = 3.5
"""Opposite sides differ by so many degrees at most."""

FLATTEST, SQUAREST = 7.0, 1.15
"""Width over height of the frames looked for."""

MAX_GUESSES = 24
"""Pairs of lines followed on one page at most, those of which most is seen first."""

MARGIN = 0.3
"""What is looked at around a frame, as a share of its height."""

STROKE, LEAST_STROKE = 0.025, 3
"""A frame's sides are thinner than this share of its width, and so many pixels of the searched copy: beside them there
is paper on either side."""

LEANING = 0.04
"""How far a side may lean against its guess, as a share of its length: letters beside it lie further off."""

POINTS = 80
"""At how many places a side is measured."""


def guess_frames(lines: list[Line], lowest: float, longest: float) -> list[Rect]:
    """Rectangles of which two opposite sides are seen, at least `lowest` high and at most `longest` wide; those of
    which most is seen first, `coverage` is how much of both sides that is."""
    guesses = list[Rect]()
    for one, other in _parallel(lines, lowest):
        guess = _between(one, other)
        if guess is None or guess.height < lowest or guess.width > longest or guess.coverage <= 0.5:
            continue
        if SQUAREST * guess.height <= guess.width <= FLATTEST * guess.height:
            guesses.append(guess)
    return sorted(guesses, key=lambda guess: -guess.coverage * guess.width)


def _parallel(lines: list[Line], lowest: float) -> Iterator[tuple[Line, Line]]:
    """Pairs of lines that are parallel, not far from each other and about `lowest` apart at least."""
    if not lines:
        return
    ends: Array = np.array([[line.x0, line.y0, line.x1, line.y1] for line in lines])
    middle, way = (ends[:, :2] + ends[:, 2:]) / 2, ends[:, 2:] - ends[:, :2]
    length = np.hypot(*way.T)
    gap = middle[None] - middle[:, None]
    apart = np.abs(gap[..., 1] * way[:, None, 0] - gap[..., 0] * way[:, None, 1]) / length[:, None]
    turn = np.degrees(np.arctan2(way[:, 1], way[:, 0]))
    alike = np.abs((turn[None] - turn[:, None] + 90) % 180 - 90) <= PARALLEL
    near = np.hypot(gap[..., 0], gap[..., 1]) < FLATTEST * np.maximum(length[:, None], length[None])
    for i, j in np.argwhere(np.tril(alike & near & (np.maximum(apart, apart.T) >= 0.8 * lowest), -1)):
        yield lines[i], lines[j]


def _between(one: Line, other: Line) -> Rect | None:
    """The rectangle that two lines are sides of, if they are parallel and lie across from each other."""
    if abs((one.angle - other.angle + 90) % 180 - 90) > PARALLEL:
        return None
    if (one.x1 - one.x0) * (other.x1 - other.x0) + (one.y1 - one.y0) * (other.y1 - other.y0) < 0:
        other = Line(other.x1, other.y1, other.x0, other.y0, other.seen)
    way = np.array([one.x1 - one.x0 + other.x1 - other.x0, one.y1 - one.y0 + other.y1 - other.y0])
    way = way / np.hypot(*way)
    ends: Array = np.array([[one.x0, one.y0], [one.x1, one.y1], [other.x0, other.y0], [other.x1, other.y1]])
    along, across = ends @ way, ends @ [-way[1], way[0]]
    first, last = float(along.min()), float(along.max())
    overlap = min(along[1], along[3]) - max(along[0], along[2])
    if overlap < 0.5 * min(one.length, other.length):
        return None
    v0, v1 = float(across[:2].mean()), float(across[2:].mean())
    u, v = (first + last) / 2, (v0 + v1) / 2
    angle = float(np.degrees(np.arctan2(way[1], way[0])))
    seen = min(1.0, one.seen / (last - first)) + min(1.0, other.seen / (last - first))
    x, y = float(u * way[0] - v * way[1]), float(u * way[1] + v * way[0])
    return _lying(Rect(x, y, last - first, abs(v1 - v0), angle, seen / 2))


def _lying(rect: Rect) -> Rect:
    """The same rectangle, at least as wide as high, turned by -90 <= angle < 90 degrees."""
    width, height, angle = rect.width, rect.height, rect.angle
    if width < height:
        width, height, angle = height, width, angle + 90
    return replace(rect, width=width, height=height, angle=(angle + 90) % 180 - 90)


def laid_flat(dark: Gray, rect: Rect, margin: float) -> Array:
    """`rect` and `margin` pixels around it, straightened without change of scale, float32; paper beyond the page."""
    width, height = (round(side + 2 * margin) for side in (rect.width, rect.height))
    c, s = np.cos(np.radians(rect.angle)), np.sin(np.radians(rect.angle))
    matrix: Array = np.array([[c, -s, 0.0], [s, c, 0.0]])
    matrix[:, 2] = [rect.x, rect.y] - matrix[:, :2] @ [(width - 1) / 2, (height - 1) / 2]
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    return np.asarray(cv2.warpAffine(dark, matrix, (width, height), flags=flags), np.float32)


def ridges(flat: Array, rect: Rect) -> Array:
    """By how much each pixel of `flat`, which shows `rect`, is darker than a stroke's width above and below."""
    stroke = max(LEAST_STROKE, round(STROKE * rect.width))
    padded = np.pad(flat, ((stroke, stroke), (0, 0)), mode="edge")
    return np.asarray(flat - np.maximum(padded[: -2 * stroke], padded[2 * stroke :]))


def followed(dark: Gray, guess: Rect) -> Rect | None:
    """The frame near `guess`, its sides laid through the strokes; None where they do not make a rectangle."""
    margin = max(8.0, MARGIN * guess.height)
    flat = laid_flat(dark, guess, margin)
    across, down = ridges(flat, guess), ridges(flat.T, guess)
    lines = (
        _side(across, margin, margin),
        _side(across, len(flat) - 1 - margin, margin),
        _side(down, margin, margin, wide=True),
        _side(down, flat.shape[1] - 1 - margin, margin, wide=True),
    )
    if any(line is None for line in lines):
        return None
    top, bottom, left, right = (line for line in lines if line is not None)
    corners: Array = np.array([_meet(top, left), _meet(top, right), _meet(bottom, right), _meet(bottom, left)])
    return _rectangle(corners, guess, flat.shape)


def _side(ridge: Array, near: float, margin: float, wide: bool = False) -> tuple[float, float] | None:
    """Offset and slope of the line through the strongest strokes near row `near`; None where there are too few."""
    reach = max(4, round((0.5 if wide else 0.2) * margin))
    start = max(0, round(near) - reach)
    columns: Array = np.linspace(margin, ridge.shape[1] - 1 - margin, POINTS).round().astype(int)
    band = ridge[start : round(near) + reach + 1, columns]
    if not band.size:
        return None
    rows, strength = band.argmax(axis=0).astype(float) + start, band.max(axis=0)
    kept: Array = strength > FAINTEST
    inked = np.bincount(rows.astype(int) - start, weights=kept * 1.0, minlength=2 * reach + 1)
    middle = start + float(np.convolve(inked, np.ones(3), "same").argmax())
    tolerance = max(2.0, LEANING * (ridge.shape[1] - 2 * margin))
    kept &= np.abs(rows - middle) <= tolerance
    for _ in range(4):
        if np.count_nonzero(kept) < POINTS // 3:
            return None
        slope, offset = np.polyfit(columns[kept], rows[kept], 1)
        kept = (strength > FAINTEST) & (np.abs(rows - offset - slope * columns) <= tolerance)
        tolerance = max(1.0, tolerance / 2)
    return float(offset), float(slope)


def _meet(level: tuple[float, float], upright: tuple[float, float]) -> tuple[float, float]:
    """Where y = a + b x and x = c + d y meet."""
    (a, b), (c, d) = level, upright
    y = (a + b * c) / (1 - b * d)
    return c + d * y, y


def _rectangle(corners: Array, guess: Rect, shape: tuple[int, ...]) -> Rect | None:
    """The rectangle of least squares to four corners on the flat picture, back in place; None where it is none."""
    top, right, bottom, left = (corners[(i + 1) % 4] - corners[i] for i in range(4))
    across, down = (top - bottom) / 2, (right - left) / 2
    width, height = float(np.hypot(*across)), float(np.hypot(*down))
    skewed = abs(float(across @ down)) / max(1e-6, width * height)
    uneven = max(float(np.hypot(*(top + bottom))) / width, float(np.hypot(*(right + left))) / height)
    if skewed > 0.06 or uneven > 0.08:
        return None
    middle = corners.mean(axis=0) - [(shape[1] - 1) / 2, (shape[0] - 1) / 2]
    c, s = np.cos(np.radians(guess.angle)), np.sin(np.radians(guess.angle))
    x, y = guess.x + c * middle[0] - s * middle[1], guess.y + s * middle[0] + c * middle[1]
    turn = float(np.degrees(np.arctan2(across[1], across[0])))
    return _lying(Rect(float(x), float(y), width, height, guess.angle + turn))


def sides_of(flat: Array, rect: Rect, margin: float) -> tuple[Array, float]:
    """How strong the stroke is at POINTS places of each side of `rect` on `flat` (4, POINTS), and from where on it
    counts as seen."""
    across, down = ridges(flat, rect), ridges(flat.T, rect)
    height, width = flat.shape
    sides = np.stack(
        [
            along(across, margin, margin, width - 1 - margin),
            along(across, height - 1 - margin, margin, width - 1 - margin),
            along(down, margin, margin, height - 1 - margin),
            along(down, width - 1 - margin, margin, height - 1 - margin),
        ]
    )
    return sides, threshold(sides.ravel())


def along(ridge: Array, row: float, start: float, end: float) -> Array:
    """The strongest stroke within a pixel of `row`, at POINTS places from column `start` to `end`."""
    columns = np.linspace(start, end, POINTS).round().astype(int).clip(0, ridge.shape[1] - 1)
    rows = (round(row) + np.arange(-1, 2)).clip(0, len(ridge) - 1)
    return np.asarray(ridge[rows[:, None], columns].max(axis=0))


def along_sides(rect: Rect) -> Array:
    """Points on the four sides, (4 * POINTS, 2) floats."""
    corners = rect.corners().astype(float)
    steps = np.linspace(0, 1, POINTS)[:, None]
    return np.concatenate(
        [start + (end - start) * steps for start, end in zip(corners, np.roll(corners, -1, axis=0), strict=True)]
    )
