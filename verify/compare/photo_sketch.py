"""Photos as PDQ hashes (Meta's ThreatExchange, "PDQ & TMK + PDQF", 2019). Only of pictures without text.

On pages of text PDQ calls every second fresh page a copy; those are compared by their words.
"""

from __future__ import annotations

import cv2
import numpy as np
import pdqhash

from verify.compare.photo_frames import frames
from verify.page import Page
from verify.read.engine import RGB
from verify.sketches import PhotoSketch

QUALITY = 50
"""PDQ's own bar (0..100): below it, a picture has too little in it to be told from others."""

LARGEST = 512
"""Longest side in pixels of the copy that is hashed; PDQ itself works on 64."""

FEW = 12
"""Letters that a picture may bear and still be a photo."""


def photo_of(image: RGB, pages: tuple[Page, ...]) -> PhotoSketch | None:
    """The sketch of a picture; None where it has text, several pages, or too little in it."""
    letters = sum(len(word.text.strip()) for page in pages for word in page.words)
    if len(pages) != 1 or pages[0].blank or letters > FEW:
        return None
    share = min(1.0, LARGEST / max(image.shape[:2]))
    small = cv2.resize(image, None, fx=share, fy=share, interpolation=cv2.INTER_AREA) if share < 1 else image
    bits, quality = pdqhash.compute(np.ascontiguousarray(small))
    if quality < QUALITY:
        return None
    return PhotoSketch(np.packbits(bits).tobytes(), frames(image, QUALITY))
