"""A closer look at small rings: the search copy blurs the letters of a seal into its rim, a finer one does not."""

from __future__ import annotations

from dataclasses import dataclass, replace

import cv2

from verify.read.engine import RGB, Array, Gray
from verify.read.seals.ink import darkness
from verify.read.seals.shapes import Ring
from verify.read.seals.trace import coverage

SMALL, FINE = 32.0, 48.0
"""Short semi-axis in pixels under which a ring is looked at again, and that which it has on the finer copy."""

AROUND = 1.6
"""Half the side of what is cut out of the page, as a share of the long semi-axis: the paper around is known there."""


@dataclass(frozen=True, slots=True)
class SearchCopy:
    """The page, its copy of `scale` that is searched, and by how much that is `dark`er than the paper."""

    page: RGB
    scale: float
    dark: Gray

    def closer(self, ring: Ring) -> tuple[Gray, Ring]:
        """The darkness in which a ring on the copy is best judged, and the ring there, its coverage measured anew.

        `dark` and `ring` itself unless the ring is small and the page has more pixels of it.
        """
        fine = min(1.0, FINE * self.scale / ring.short)
        if ring.short >= SMALL or fine <= self.scale:
            return self.dark, ring
        middle = 0.5 / self.scale - 0.5
        there = ring.moved(middle, middle, 1 / self.scale)
        half = AROUND * there.long
        x0, y0 = max(0, int(there.x - half)), max(0, int(there.y - half))
        window = self.page[y0 : int(there.y + half) + 1, x0 : int(there.x + half) + 1]
        if min(window.shape[:2]) * fine < 1:
            return self.dark, ring
        small: Array = cv2.resize(window, None, fx=fine, fy=fine, interpolation=cv2.INTER_AREA)
        dark, edge = darkness(small), 0.5 * fine - 0.5
        there = there.moved(-x0, -y0).moved(edge, edge, fine)
        return dark, replace(there, coverage=coverage(dark, there))
