"""What ink tells of the middle of a seal: that there is a line which nobody could read, or print that runs under it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from verify.read.seals.inner_rows import INKED, SIDE, Span
from verify.read.seals.titles import Cut
from verify.read.seals.unwrap import unwrap, upright

ZONE = (0.36, 0.56, 0.34)
"""Where a line below the star stands, from .. to under the centre and half as wide, as shares of the short semi-axis."""

WRITTEN, MAYBE, LEAST_LETTERS = 0.25, 0.12, 3.0
"""Ink there as a share of the ink among the title's letters: 0.3 to 1 with a line, up to 0.05, if the seal is cut off
0.15, without; from the second on it is worth reading. And least ink of letters."""

BESIDE = (1.03, 1.13)
"""Where print that runs under a seal runs on beside it, as shares of the long semi-axis."""

RUNNING = 0.06
"""Share of the paper there that print covers at least."""


def written(cut: Cut, up: float, least: float = WRITTEN) -> bool:
    """Whether there is ink below the star, `least` of what there is among the title's letters."""
    seen = upright(cut.views[1], cut.ring, up, SIDE)
    top, bottom, half = (round(SIDE / 2 * share * cut.ring.short / cut.ring.long) for share in ZONE)
    zone = 255.0 - seen[SIDE // 2 + top : SIDE // 2 + bottom, SIDE // 2 - half : SIDE // 2 + half]
    depths = cut.band.edge + 0.03, cut.band.edge + cut.band.depth - 0.02
    letters = 255.0 - unwrap(cut.views[1], cut.ring, depths, up - 90, 180)
    return float(zone.mean()) > least * max(float(letters.mean()), LEAST_LETTERS)


def runs_on(cut: Cut, span: Span, up: float) -> bool:
    """Whether there is as much ink beside the seal, level with `span`, as a line of print leaves there."""
    reach = BESIDE[1]
    ring = replace(cut.ring, a=cut.ring.a * reach, b=cut.ring.b * reach)
    wide = upright(cut.views[2], ring, up, round(SIDE * reach)) < INKED
    top, bottom = (round(level + SIDE * (reach - 1) / 2) for level in span)
    level = abs((span[0] + span[1]) / SIDE - 1)
    rim = BESIDE[0] * SIDE / 2 * np.sqrt(max(0.0, 1 - level**2))
    centre = wide.shape[1] / 2
    sides = wide[top:bottom, : max(1, int(centre - rim))], wide[top:bottom, int(centre + rim) :]
    return any(float(side.mean()) > RUNNING for side in sides if side.size)
