"""Straight strokes of a page: which way its print runs, and the longer lines that run another way."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from verify.read.engine import Array, Gray

SIDE = 400
"""Longest side in pixels of the copy on which strokes are looked for: the frame of a 60 mm stamp on A4 is 81 px wide."""

SHORTEST, BASE = 6.0, 16.0
"""Least length in pixels of the strokes that count, and of those that a line may start from."""

MAX_STROKES, MAX_LINES = 900, 60
"""Strokes that count on one page, and lines that are put together from them, longest first."""

ALIKE = 8.0
"""By how many degrees strokes of one line differ at most: short ones are known badly."""

ASIDE = 1.6
"""How far in pixels strokes of one line lie aside of it: each edge of a rule is a stroke."""

GAP = 0.7
"""Gaps in a line, where it is worn or crossed, as a share of what is known of it."""

STRAIGHT = 1.0
"""Strokes turned off the print by so many degrees at most run with it."""

MIDDLE, SPREAD = (0.15, 0.85), 0.4
"""Print stands all over a page where what lies between these shares of it reaches over this share of both sides."""


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line in pixels of the page searched: its ends, and the length of the strokes seen on it."""

    x0: float
    y0: float
    x1: float
    y1: float
    seen: float

    @property
    def length(self) -> float:
        """From end to end."""
        return float(np.hypot(self.x1 - self.x0, self.y1 - self.y0))

    @property
    def angle(self) -> float:
        """Degrees clockwise from the x axis, 0 <= angle < 180."""
        return float(np.degrees(np.arctan2(self.y1 - self.y0, self.x1 - self.x0)) % 180)


def strokes(dark: Gray) -> tuple[Array, float]:
    """(n, 4) ends x0, y0, x1, y1 of the straight strokes on `dark`, in its pixels, longest first; and how many of its
    pixels one of the copy is on which they were looked for."""
    scale = min(1.0, SIDE / max(dark.shape))
    copy: Array = dark if scale == 1.0 else cv2.resize(dark, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    found = cv2.createLineSegmentDetector(cv2.LSD_REFINE_NONE, 1.0).detect(copy)[0]
    if found is None:
        return np.zeros((0, 4)), 1 / scale
    ends = found.reshape(-1, 4).astype(float)
    length = lengths(ends)
    order = np.argsort(-length, kind="stable")[:MAX_STROKES]
    return np.asarray(((ends[order] + 0.5) / scale - 0.5)[length[order] >= SHORTEST]), 1 / scale


def direction(ends: Array) -> float:
    """Degrees clockwise by which most strokes are turned off the axes, -45 <= turn < 45; 0 where there are none."""
    if not len(ends):
        return 0.0
    angle, length = angles(ends) % 90, lengths(ends)
    bins = np.bincount((angle * 4).astype(int) % 360, weights=length, minlength=360)
    near = np.convolve(np.r_[bins[-4:], bins, bins[:4]], np.ones(9), "valid")
    peak = (float(near.argmax()) + 0.5) / 4
    off = (angle - peak + 45) % 90 - 45
    close = np.abs(off) < 1.2
    mean = peak + float(np.average(off[close], weights=length[close])) if close.any() else peak
    return float((mean + 45) % 90 - 45)


def turn_off(angle: float, print_angle: float) -> float:
    """By how many degrees a line runs aside of the print and of what stands upright on it."""
    return abs((angle - print_angle + 45) % 90 - 45)


def lines_of(ends: Array, scale: float, shape: tuple[int, ...], longest: float) -> list[Line]:
    """Lines up to `longest`, put together from strokes on a page of `shape`, longest first; without those that run
    with the page's print.

    `scale` is pixels of `ends` a pixel of the copy that strokes are looked for on.
    """
    angle, length = angles(ends), lengths(ends)
    free = (length >= BASE * scale) & ~_with_print(ends, shape)
    lines = list[Line]()
    for i in np.flatnonzero(free):
        if len(lines) >= MAX_LINES:
            break
        if free[i]:
            members = _on_line(ends, angle, int(i), ASIDE * scale)
            free[members] = False
            line = _joined(ends[members], length[members])
            lines += [line] if line.length <= longest else []
    return sorted(lines, key=lambda line: -line.seen)


def _with_print(ends: Array, shape: tuple[int, ...]) -> Array:
    """Which strokes run in the direction in which most do, where those stand all over the page: a stamp's own do not."""
    way = direction(ends)
    straight = np.abs((angles(ends) - way + 45) % 90 - 45) < STRAIGHT
    middle, weights = (ends[straight, :2] + ends[straight, 2:]) / 2, lengths(ends[straight])
    wide, high = (_reach(along, weights) for along in middle.T)
    return np.asarray(straight & (wide > SPREAD * shape[1] and high > SPREAD * shape[0]))


def _reach(along: Array, weights: Array) -> float:
    """How far apart places are that a share MIDDLE of the weight lies between."""
    if not len(along):
        return 0.0
    order = np.argsort(along)
    sums = np.cumsum(weights[order])
    first, last = np.searchsorted(sums, [sums[-1] * share for share in MIDDLE])
    return float(along[order[last]] - along[order[first]])


def _on_line(ends: Array, angle: Array, start: int, aside: float) -> Array:
    """Indices of the strokes on the line of stroke `start`, near enough one after the other."""
    x0, y0, x1, y1 = ends[start]
    size = float(np.hypot(x1 - x0, y1 - y0))
    dx, dy = (x1 - x0) / size, (y1 - y0) / size
    x, y = ends[:, ::2] - x0, ends[:, 1::2] - y0
    along, across = x * dx + y * dy, np.abs(y * dx - x * dy)
    reach = np.maximum(0, np.maximum(-along, along - size))
    alike = np.abs((angle - angle[start] + 90) % 180 - 90) < ALIKE
    near = alike & (across < aside + 0.02 * reach).all(axis=1)
    first, last, kept = 0.0, size, near & (reach <= 0).any(axis=1)
    for _ in range(6):
        room = GAP * (last - first)
        more = near & (along.max(axis=1) > first - room) & (along.min(axis=1) < last + room)
        if (more == kept).all():
            break
        kept = more
        first, last = float(along[kept].min()), float(along[kept].max())
    kept[start] = True
    return np.flatnonzero(kept)


def _joined(ends: Array, length: Array) -> Line:
    """The line of least squares through strokes, as long as they reach together."""
    points = ends.reshape(-1, 2)
    weights = np.repeat(length, 2)
    middle = np.average(points, axis=0, weights=weights)
    way = np.linalg.svd((points - middle) * np.sqrt(weights)[:, None], full_matrices=False)[2][0]
    along = (points - middle) @ way
    (x0, y0), (x1, y1) = middle + along.min() * way, middle + along.max() * way
    return Line(float(x0), float(y0), float(x1), float(y1), float(length.sum()))


def lengths(ends: Array) -> Array:
    """How long strokes are."""
    return np.asarray(np.hypot(ends[:, 2] - ends[:, 0], ends[:, 3] - ends[:, 1]))


def angles(ends: Array) -> Array:
    """Degrees clockwise from the x axis, 0 <= angle < 180."""
    return np.asarray(np.degrees(np.arctan2(ends[:, 3] - ends[:, 1], ends[:, 2] - ends[:, 0])) % 180)
