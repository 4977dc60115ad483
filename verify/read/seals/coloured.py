"""Finds seals of one coloured ink: pieces of ink, joined over ever wider gaps, with the outline and inside of a seal."""

from __future__ import annotations

from collections.abc import Iterator

import cv2
import numpy as np

from verify.read.engine import Gray
from verify.read.seals.ink import FLOOR, Level, mask
from verify.read.seals.peel import Piece, peel, rub_out
from verify.read.seals.shapes import Outline, Ring

MAX_TRIES = 90
"""Pieces of ink looked at per colour, largest first."""

PASSES: tuple[tuple[Level, float, float], ...] = (
    ("strong", 0.004, 0.88),
    ("faint", 0.004, 0.88),
    ("faint", 0.014, 0.8),
    ("faint", 0.03, 0.58),
)
"""Ink level, size of the gaps bridged as a share of the short side, and least share of a rim that is inked.

Finest first, where a rim must be whole: a worn one falls into pieces there, and a piece may look like a smaller seal.
"""

ROOM, BESIDE = 0.4, 1.0
"""Paper shown around a piece of ink as a share of its size: its own ring needs some, one that it sticks out from more."""

FEWEST = 2.0
"""Pixels of ink that a seal has at least, for each pixel of its least short semi-axis: a third of a thin rim."""

ALL_OVER = 0.5
"""More ink of one colour than this share of the page is a photo or a coloured sheet."""

Window = tuple[slice, slice]


def coloured_seals(departure: Gray, shortest: float) -> list[tuple[Outline, bool]]:
    """Outlines on the searched copy, and whether they are written on; ink that one explains is not looked at again."""
    outlines = list[tuple[Outline, bool]]()
    letters = (departure > FLOOR).astype(np.uint8)
    masks: dict[Level, Gray] = {level: mask(departure, level) for level in ("strong", "faint")}
    for level, share, coverage in PASSES:
        ink = masks[level]
        left = ink.copy()
        for outline, _ in outlines:
            rub_out(left, outline)
        if np.count_nonzero(left) < FEWEST * shortest or ink.mean() >= ALL_OVER:
            continue
        gap = round(share * min(ink.shape)) | 1
        for piece, window in _pieces(left, gap, shortest, BESIDE if outlines else ROOM):
            y, x = window[0].start, window[1].start
            above = [known.moved(-x, -y) for known, _ in outlines if isinstance(known, Ring)]
            near = [ring for ring in above if _reaches(ring, piece)]
            seen = piece, left[window].copy(), ink[window], letters[window]
            for outline, written in peel(Piece(*seen, shortest, coverage, near)):
                outlines.append((outline.moved(x, y), written))
                rub_out(left, outlines[-1][0])
    return outlines


def _pieces(ink: Gray, gap: int, shortest: float, room: float) -> Iterator[tuple[Gray, Window]]:
    """Pieces of ink joined over `gap` pixels and of a seal's proportions, each in a window wider by `room` of its size."""
    left, top, width, height = cv2.boundingRect(ink)
    x0, y0 = max(0, left - gap), max(0, top - gap)
    inked = ink[y0 : top + height + gap, x0 : left + width + gap]
    joined = cv2.morphologyEx(inked, cv2.MORPH_CLOSE, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (gap, gap)))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(joined)
    order = sorted(range(1, count), key=lambda i: -int(stats[i][2]) * int(stats[i][3]))
    for i in order[:MAX_TRIES]:
        x, y, w, h = (int(value) for value in stats[i][:4])
        if min(w, h) < 1.2 * shortest or max(w, h) < 1.8 * shortest:
            continue
        far = round(room * max(w, h))
        x, y = x + x0, y + y0
        window = (slice(max(0, y - far), y + h + far), slice(max(0, x - far), x + w + far))
        piece = np.zeros_like(ink[window])
        inner = (
            slice(y - window[0].start, y - window[0].start + h),
            slice(x - window[1].start, x - window[1].start + w),
        )
        labelled = labels[y - y0 : y - y0 + h, x - x0 : x - x0 + w] == i
        piece[inner] = (labelled & (ink[y : y + h, x : x + w] > 0)).astype(np.uint8)
        yield piece, window


def _reaches(ring: Ring, piece: Gray) -> bool:
    """Whether the box of `ring` reaches into that of the ink of `piece`."""
    dx, dy = ring.extent()
    x, y, w, h = cv2.boundingRect(piece)
    return x - dx < ring.x < x + w + dx and y - dy < ring.y < y + h + dy
