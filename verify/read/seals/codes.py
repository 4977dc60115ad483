"""Reads the code of a registered seal, small digits along the bottom of its rim."""

from __future__ import annotations

import re
from collections.abc import Sequence

import cv2
import numpy as np

from verify.read.seals.band import Arc
from verify.read.seals.readings import Reading
from verify.read.seals.recogniser import recogniser
from verify.read.seals.titles import Cut, strip_of
from verify.read.seals.unwrap import unwrap

INKED, LEAST_INK, PROBED = 140, 0.04, 60.0
"""Where so many degrees about the bottom have less of their pixels darker than the first, there is no code: title letters
reach no further."""

DIGITS, VARIED = 8, 4
"""Digits that a code has at least, and different ones: strokes and dots are read as rows of 1 and 4."""

GOOD, PROMISING = 0.96, 0.9
"""Least mean confidence of two readings of a code worth reporting, and of each reading after which others are taken."""

SPAN = 100.0
"""Degrees that a code takes at most, thirteen digits and some paper."""

DEPTHS = ((-0.01, 0.19), (0.0, 0.14), (0.02, 0.13))
"""Where digits may stand under the rim: digits of other sizes fill the strip in each."""


def code_of(cut: Cut, ups: Sequence[float]) -> list[str]:
    """The digits along the bottom, with one of `ups` up, that two readings agree on."""
    depths = cut.band.edge + DEPTHS[0][0], cut.band.edge + DEPTHS[0][1]
    for up in ups:
        probe = unwrap(cut.views[0], cut.ring, depths, up + 180 - PROBED / 2, PROBED)
        if float((probe < INKED).mean()) < LEAST_INK:
            continue
        if code := _agreed(cut, Arc(up + 180 - SPAN / 2, SPAN)):
            return [code]
    return []


def _agreed(cut: Cut, arc: Arc) -> str:
    seen = list[Reading]()
    for first, last in DEPTHS:
        strip = strip_of(cut.white, cut.ring, (cut.band.edge + first, cut.band.edge + last), arc)
        (line,) = recogniser().read([np.asarray(cv2.rotate(strip, cv2.ROTATE_180), np.uint8)])
        digits = re.sub(r"\D", "", line.text)
        if len(digits) < DIGITS or len(set(digits)) < VARIED or line.score < PROMISING:
            return ""
        for other in seen:
            if other.text == digits and (other.score + line.score) / 2 >= GOOD:
                return digits
        if seen and max(line.score, *(other.score for other in seen)) < 2 * GOOD - 1:
            return ""  # no third reading, however sure, comes to GOOD with one of these
        seen.append(Reading(digits, line.score))
    return ""
