"""Views of a dark seal: long rules and print that is darker than the seal taken out, as far as they can be told."""

from __future__ import annotations

import cv2
import numpy as np

from verify.read.engine import Array, Gray

LONG = 0.3
"""Least length of a rule as a share of the image: no stroke of a letter and no flat piece of a rim is so long."""

DARKER = 1.5
"""Print is darker than a scanned red seal by this factor; of black ink none is."""

FAINT = 8
"""Darkness under which there is paper."""

MAX_MASKED = 0.35
"""Where more than this share would be taken out, it is the seal's own ink."""


def dark_views(dark: Gray) -> tuple[Gray, Gray, Gray]:
    """Dark ink on white, from `dark` (bright where darker than the paper): cleared, evened out, as it is."""
    ink = dark[dark > FAINT]
    strength = max(float(np.median(ink)) if ink.size else 60.0, 20.0)
    plain = _on_white(dark, max(float(np.percentile(ink, 90)) if ink.size else 60.0, 20.0))
    evened = cv2.createCLAHE(2.0, (4, 4)).apply(_on_white(dark, 1.2 * strength))
    printed = np.asarray(_printed(dark, strength) | _rules(dark, 0.5 * strength), np.uint8)
    if not printed.any() or printed.mean() > MAX_MASKED:
        return plain, evened, plain
    cleared = cv2.inpaint(dark, printed, 3, cv2.INPAINT_TELEA)
    return _on_white(cleared, 1.2 * strength), evened, plain


def _on_white(dark: Gray, strength: float) -> Gray:
    return np.asarray(255 - (dark * (255.0 / strength)).clip(0, 255), np.uint8)


def _rules(dark: Gray, least: float) -> Gray:
    """1 where a long level or upright line runs."""
    ink = (dark > least).astype(np.uint8)
    found: Array = np.zeros_like(ink)
    for size in ((max(9, round(LONG * ink.shape[1])), 1), (1, max(9, round(LONG * ink.shape[0])))):
        found |= cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones(size[::-1], np.uint8))
    return cv2.dilate(found, np.ones((3, 3), np.uint8))


def _printed(dark: Gray, strength: float) -> Gray:
    """1 where print darker than the seal lies; none where the image holds one ink only."""
    black = (dark > DARKER * strength).astype(np.uint8)
    return cv2.dilate(cv2.morphologyEx(black, cv2.MORPH_OPEN, np.ones((2, 2), np.uint8)), np.ones((3, 3), np.uint8))
