"""Finds seals on a page: coloured ink in one piece, with the rim and the inside of a seal.

Looks at a small copy; `Found.outline` is in the page's own pixels. Frames, QR codes, logos, table rules, letterheads and
photos are told from seals by three tests: a rim that goes round, little just outside it, and text-like ink inside.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import cv2
import numpy as np

from verify.read.engine import RGB, Array, Gray
from verify.read.seals.fit import fit_rectangle, fit_ring, rim
from verify.read.seals.ink import FLOOR, MIN_PIXELS, Ink, chroma, mask
from verify.read.seals.shapes import Outline, Rect, Ring, level

SIDE = 1100
"""Longest side in pixels of the copy that is searched: a 40 mm seal on A4 is 150 px there."""

MAX_FOUND = 40
"""Seals returned of one page at most: a page of stamps must not cost without bound."""

MAX_TRIES = 90
"""Pieces of ink looked at per colour, largest first."""

SMALLEST = 0.06
"""Least short axis as a share of the page's short side: 16 mm seals on A4 are 0.075 of it."""

SMALLEST_PIXELS = 48
"""Least short axis in the page's pixels: smaller ones cannot be read by anyone."""

CLOSINGS = ((0.004, 0.88), (0.014, 0.8), (0.03, 0.58))
"""Sizes of the gaps bridged, as shares of the short side, each with the least share of a rim that is inked.

Finest first, where a rim must be whole: a worn one falls into pieces there, and a piece may look like a smaller seal.
"""

RIM_CONTRAST = 0.42
"""By how much the rim must be inked more than what lies just outside it: lines of text fail this."""

STROKES = 9
"""Least number of strokes crossed on the way round through the letters: a single large character has fewer."""

SIDE_COVERAGE = 0.7
"""Least share of each side of a rectangle that one line covers."""

ALL_OVER = 0.5
"""More ink of one colour than this share of the page is a photo or a coloured sheet."""


@dataclass(frozen=True, slots=True)
class Found:
    """A seal's outline in the page's pixels, and its ink."""

    outline: Outline
    ink: Ink


def find(image: RGB) -> tuple[Found, ...]:
    """The seals on `image`, from top to bottom and left to right; at most MAX_FOUND."""
    if not _coloured(image):
        return ()
    scale = min(1.0, SIDE / max(image.shape[:2]))
    small = image if scale == 1.0 else cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    shortest = max(SMALLEST * min(small.shape[:2]), SMALLEST_PIXELS * scale, 16.0) / 2
    found = []
    for ink, departure in chroma(small).items():
        outlines = _outlines(mask(departure), shortest)
        found += [Found(outline.moved(0, 0, 1 / scale), ink) for outline in outlines]
    kept = _outer(found)[:MAX_FOUND]
    return tuple(sorted(kept, key=lambda seal: (round(seal.outline.y), round(seal.outline.x), seal.ink)))


def _coloured(image: RGB) -> bool:
    """Whether a sparse sample of the page has any coloured ink."""
    step = max(1, min(image.shape[:2]) // 400)
    sample = np.ascontiguousarray(image[::step, ::step])
    return any(int((departure > FLOOR).sum()) > MIN_PIXELS // 2 for departure in chroma(sample).values())


def _outlines(ink: Gray, shortest: float) -> list[Outline]:
    """Outlines on the searched copy, finer joins first; ink that one explains is not looked at again."""
    if not 0 < ink.mean() < ALL_OVER:
        return []
    left, outlines = ink.copy(), list[Outline]()
    for share, coverage in CLOSINGS:
        for piece, (x, y) in _pieces(left, round(share * min(ink.shape)) | 1, shortest):
            window = np.pad(ink, 2)[y + 2 : y + 2 + piece.shape[0], x + 2 : x + 2 + piece.shape[1]]
            for outline in _seals_of(piece, window, shortest, coverage):
                outlines.append(outline.moved(x, y))
                _rub_out(left, outlines[-1])
    return outlines


def _pieces(ink: Gray, gap: int, shortest: float) -> Iterator[tuple[Gray, tuple[int, int]]]:
    """Pieces of ink joined over `gap` pixels and of a seal's proportions, with their upper left corners."""
    joined = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (gap, gap)))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(joined)
    order = sorted(range(1, count), key=lambda i: -int(stats[i][2]) * int(stats[i][3]))
    for i in order[:MAX_TRIES]:
        x, y, w, h = (int(value) for value in stats[i][:4])
        if min(w, h) < 1.6 * shortest:
            continue
        piece = ((labels[y : y + h, x : x + w] == i) & (ink[y : y + h, x : x + w] > 0)).astype(np.uint8)
        yield np.pad(piece, 2), (x - 2, y - 2)


def _seals_of(piece: Gray, window: Gray, shortest: float, coverage: float) -> Iterator[Outline]:
    """The rectangle that `piece` is, or the rings in it: touching seals are peeled off one by one.

    `window` is all ink there: letters may not be joined to the rim that the piece is.
    """
    if np.count_nonzero(piece) < MIN_PIXELS:
        return
    rectangle = fit_rectangle(piece)
    if rectangle is not None and _is_rectangle(window, rectangle, shortest):
        yield rectangle
        return
    for _ in range(MAX_FOUND):
        ring = fit_ring(piece, shortest)
        if ring is None or ring.coverage < coverage or not _is_ring(piece, window, ring):
            return
        yield ring
        _rub_out(piece, ring)


def _is_rectangle(window: Gray, rect: Rect, shortest: float) -> bool:
    """Whether the sides are lines and the inside is written on: not empty, not a picture."""
    if rect.coverage < SIDE_COVERAGE or rect.height < 2 * shortest or rect.width > 3.5 * rect.height:
        return False
    flat = level(window * 255, rect, round(rect.width), round(rect.height)) > 127
    edge = round(0.12 * rect.height)
    return 0.08 < float(flat[edge:-edge, edge:-edge].mean()) < 0.6


def _is_ring(piece: Gray, window: Gray, ring: Ring) -> bool:
    """Whether a rim goes round, there is little just outside, and inside are letters, not nothing or a picture."""
    as_row = np.array([[ring.x, ring.y, ring.a, ring.b, ring.phi]])
    outside = float(rim(piece, as_row, 1.1)[0])
    if ring.coverage - outside < RIM_CONTRAST:
        return False
    band = [_ink_along(window, ring, radius) for radius in np.arange(0.62, 0.88, 0.04)]
    density = float(np.mean([line.mean() for line in band]))
    return 0.05 < density < 0.7 and max(_runs(line) for line in band) >= STROKES


def _ink_along(ink: Gray, ring: Ring, radius: float) -> Array:
    """Whether there is ink at 240 points of the ring shrunk to `radius`, booleans; outside the image there is none."""
    x, y = np.rint(ring.points(radius, 240)).astype(int).T
    inside = (x >= 0) & (y >= 0) & (x < ink.shape[1]) & (y < ink.shape[0])
    return inside & (ink[y.clip(0, ink.shape[0] - 1), x.clip(0, ink.shape[1] - 1)] > 0)


def _runs(line: Array) -> int:
    """How many separate strokes a closed line of points crosses."""
    return int(np.count_nonzero(line & ~np.roll(line, 1)))


def _rub_out(ink: Gray, outline: Outline) -> None:
    """Clears the ink inside `outline` and on its rim, in place."""
    if isinstance(outline, Ring):
        points = outline.points(1.045, 180)
    else:
        points = Rect(outline.x, outline.y, outline.width * 1.03, outline.height * 1.03, outline.angle).corners()
    cv2.fillPoly(ink, [np.rint(points).astype(np.int32)], 0)


def _outer(found: list[Found]) -> list[Found]:
    """Without what lies inside another one: stars and letters look like rings too. Best first."""
    kept = list[Found]()
    for seal in sorted(found, key=lambda seal: (-_worth(seal), seal.outline.y, seal.outline.x)):
        if not any(_overlap(seal.outline, other.outline) for other in kept):
            kept.append(seal)
    return kept


def _worth(seal: Found) -> float:
    """Larger seals first, weakly rimmed ones later."""
    dx, dy = seal.outline.extent()
    return dx * dy * (1.0 if seal.outline.coverage > 0.75 else 0.5)


def _overlap(one: Outline, other: Outline) -> bool:
    (ax, ay), (bx, by) = one.extent(), other.extent()
    reach: Array = np.array([max(ax, bx), max(ay, by)]) * 0.7
    return bool(abs(one.x - other.x) < reach[0] and abs(one.y - other.y) < reach[1])
