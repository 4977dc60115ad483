"""Finds seals on a page: coloured ink in one piece, or a dark rim, with the inside of a seal.

Looks at a small copy; `Found.outline` is in the page's own pixels.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import cv2
import numpy as np

from verify.read.engine import RGB, Array, Gray
from verify.read.seals.closer import SearchCopy
from verify.read.seals.dark import dark_seals, ink_along
from verify.read.seals.dark_plates import dark_plates
from verify.read.seals.ink import FLOOR, MIN_PIXELS, Ink, Level, chroma, darkness, mask
from verify.read.seals.overlap import is_apart
from verify.read.seals.peel import Piece, peel, rub_out
from verify.read.seals.shapes import Outline, Ring

SIDE = 900
"""Longest side in pixels of the copy that is searched: a 40 mm seal on A4 is 120 px there."""

MAX_FOUND = 40
"""Seals returned of one page at most: a page of stamps must not cost without bound."""

MAX_TRIES = 90
"""Pieces of ink looked at per colour, largest first."""

SMALLEST = 0.06
"""Least short axis as a share of the page's short side: 16 mm seals on A4 are 0.075 of it."""

SMALLEST_PIXELS = 48
"""Least short axis in the page's pixels: smaller ones cannot be read by anyone."""

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

ROWS = 50
"""Seals whose middles lie in one of so many rows of the page stand side by side."""

FEWEST = 2.0
"""Pixels of ink that a seal has at least, for each pixel of its least short semi-axis: a third of a thin rim."""

ALL_OVER = 0.5
"""More ink of one colour than this share of the page is a photo or a coloured sheet."""


@dataclass(frozen=True, slots=True)
class Found:
    """A seal's outline in the page's pixels, its ink, and whether letters show inside even at low resolution.

    `crowded`: another one lies over most of it, or it over another.
    """

    outline: Outline
    ink: Ink
    written: bool
    crowded: bool = False


Window = tuple[slice, slice]


def find(image: RGB) -> tuple[Found, ...]:
    """The seals on `image`, from top to bottom and left to right; at most MAX_FOUND."""
    scale = min(1.0, SIDE / max(image.shape[:2]))
    small: Array = image if scale == 1.0 else cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    shortest = max(SMALLEST * min(small.shape[:2]), SMALLEST_PIXELS * scale, 16.0) / 2
    departures = chroma(small) if _coloured(image) else {}
    found = list[Found]()
    inks = {ink: mask(departure) for ink, departure in departures.items()}
    for ink, departure in departures.items():
        found += [Found(outline, ink, written) for outline, written in _outlines(departure, shortest)]
    found = _outer(found, inks)
    copy = SearchCopy(image, scale, darkness(small))
    for plate in dark_plates(small, copy.dark, shortest, [seal.outline for seal in found]):
        found.append(Found(plate, ink_along(plate, departures), True))
    found = _outer(found, inks)
    for ring, written in dark_seals(copy, shortest, [seal.outline for seal in found]):
        found.append(Found(ring, ink_along(ring, departures), written))
    middle = 0.5 / scale - 0.5
    outer = _outer(found, inks)[:MAX_FOUND]
    kept = [replace(seal, outline=seal.outline.moved(middle, middle, 1 / scale)) for seal in outer]
    row = max(1.0, image.shape[0] / ROWS)
    return tuple(sorted(kept, key=lambda seal: (round(seal.outline.y / row), round(seal.outline.x), seal.ink)))


def _coloured(image: RGB) -> bool:
    """Whether a sparse sample of the page has any coloured ink."""
    step = max(1, min(image.shape[:2]) // 300)
    sample = np.ascontiguousarray(image[::step, ::step])
    return any(int((departure > FLOOR).sum()) > MIN_PIXELS // 2 for departure in chroma(sample).values())


def _outlines(departure: Gray, shortest: float) -> list[tuple[Outline, bool]]:
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


def _outer(found: list[Found], inks: Mapping[Ink, Gray]) -> list[Found]:
    """Without what lies inside another one: stars and letters look like rings too. Best first.

    A ring of coloured ink that stands out from under the others is a seal of its own.
    """
    kept = list[Found]()
    for seal in sorted(found, key=lambda seal: (-_worth(seal), seal.outline.y, seal.outline.x)):
        over = [other for other in kept if _overlap(seal.outline, other.outline)]
        if not over or _is_apart(seal, over, inks):
            kept.append(seal)
    return [
        replace(seal, crowded=any(seal is not o and _overlap(seal.outline, o.outline) for o in kept)) for seal in kept
    ]


def _is_apart(seal: Found, others: list[Found], inks: Mapping[Ink, Gray]) -> bool:
    rings = [other.outline for other in others if isinstance(other.outline, Ring) and other.ink in inks]
    if not isinstance(seal.outline, Ring) or seal.ink not in inks or len(rings) < len(others):
        return False
    return is_apart(seal.outline, rings, inks[seal.ink], [inks[other.ink] for other in others])


def _worth(seal: Found) -> float:
    """Larger seals first, weakly rimmed ones later."""
    dx, dy = seal.outline.extent()
    return dx * dy * (1.0 if seal.outline.coverage > 0.75 else 0.5)


def _overlap(one: Outline, other: Outline) -> bool:
    (ax, ay), (bx, by) = one.extent(), other.extent()
    reach: Array = np.array([max(ax, bx), max(ay, by)]) * 0.7
    return bool(abs(one.x - other.x) < reach[0] and abs(one.y - other.y) < reach[1])
