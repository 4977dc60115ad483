"""Finds seals on a page: coloured ink in one piece, or a dark rim, with the inside of a seal.

Looks at a small copy; `Found.outline` is in the page's own pixels.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import cv2
import numpy as np

from verify.read.engine import RGB, Array, Gray
from verify.read.seals.closer import SearchCopy
from verify.read.seals.coloured import coloured_seals
from verify.read.seals.dark import dark_seals, ink_along
from verify.read.seals.dark_plates import dark_plates
from verify.read.seals.ink import FLOOR, MIN_PIXELS, Ink, chroma, darkness, mask
from verify.read.seals.overlap import is_apart
from verify.read.seals.shapes import Outline, Ring

SIDE = 900
"""Longest side in pixels of the copy that is searched: a 40 mm seal on A4 is 120 px there."""

MAX_FOUND = 40
"""Seals returned of one page at most: a page of stamps must not cost without bound."""

SMALLEST = 0.06
"""Least short axis as a share of the page's short side: 16 mm seals on A4 are 0.075 of it."""

SMALLEST_PIXELS = 48
"""Least short axis in the page's pixels: smaller ones cannot be read by anyone."""

ROWS = 50
"""Seals whose middles lie in one of so many rows of the page stand side by side."""


@dataclass(frozen=True, slots=True)
class Found:
    """A seal's outline in the page's pixels, its ink, and whether letters show inside even at low resolution.

    `crowded`: another one lies over most of it, or it over another.
    """

    outline: Outline
    ink: Ink
    written: bool
    crowded: bool = False


def find(image: RGB) -> tuple[Found, ...]:
    """The seals on `image`, from top to bottom and left to right; at most MAX_FOUND."""
    scale = min(1.0, SIDE / max(image.shape[:2]))
    small: Array = image if scale == 1.0 else cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    shortest = max(SMALLEST * min(small.shape[:2]), SMALLEST_PIXELS * scale, 16.0) / 2
    departures = chroma(small) if _coloured(image) else {}
    found = list[Found]()
    inks = {ink: mask(departure) for ink, departure in departures.items()}
    for ink, departure in departures.items():
        found += [Found(outline, ink, written) for outline, written in coloured_seals(departure, shortest)]
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
