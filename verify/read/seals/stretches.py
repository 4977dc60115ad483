"""Finds the seals on long pages, too: window by window, each seal where it lies whole."""

from __future__ import annotations

from dataclasses import replace

from verify.read.engine import RGB
from verify.read.seals.find import MAX_FOUND, Found, find
from verify.read.windows import STRIP, windows

SLIVER = 24
"""Side in pixels under which a picture holds not even half a seal that could be read."""

NARROWEST = 200
"""Pages narrower than so many pixels bear no seal that anyone could read along their whole length."""


def find_everywhere(image: RGB) -> tuple[Found, ...]:
    """The seals on a page of any proportions, at most MAX_FOUND."""
    height, width = image.shape[:2]
    if min(height, width) < SLIVER:
        return ()
    if max(height, width) <= STRIP * min(height, width) or min(height, width) < NARROWEST:
        return find(image)
    found = list[Found]()
    for (x0, y0, x1, y1), own in windows(height, width):
        for seal in find(image[y0:y1, x0:x1]):
            moved = replace(seal, outline=seal.outline.moved(x0, y0))
            if own[0] <= moved.outline.x < own[2] and own[1] <= moved.outline.y < own[3]:
                found.append(moved)
    return tuple(found[:MAX_FOUND])
