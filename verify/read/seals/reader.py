"""From a page to its seals: find on a small copy, cut out at full resolution, fit again, read, name."""

from __future__ import annotations

import cv2
import numpy as np

from verify.model import Box, Seal, SealShape
from verify.read.engine import RGB, Engine, Gray
from verify.read.seals.find import Found, find
from verify.read.seals.fit import fit_ring
from verify.read.seals.ink import chroma, mask, views
from verify.read.seals.kind import kind_of
from verify.read.seals.readings import MAX_CANDIDATES, chinese
from verify.read.seals.rectangles import read_rectangle
from verify.read.seals.rings import Text, read_ring
from verify.read.seals.shapes import Outline, Rect, Ring, box_of

MAX_READ = 12
"""Seals read of one page, largest first; further ones are returned unread."""

CROP = 560
"""Longest side in pixels of the cut-out that is read: letters are 40 px high there."""

MARGIN = 0.14
"""Paper cut out around a seal, as a share of its size."""

WHOLE_RIM = 0.85
"""From this coverage on, a ring without a legible word is a seal nobody can read; below, it is something else."""

LEGIBLE = 0.6
"""Least confidence of a title that proves a doubtful outline to be a seal."""

UNREAD = Text((), (), 0.0)


def find_and_read(image: RGB, engine: Engine) -> tuple[Seal, ...]:
    """The seals on an upright page (height x width x 3 bytes), boxes in its pixels, top to bottom and left to right."""
    found = find(image)
    largest = sorted(found, key=lambda seal: -_area(box_of(seal.outline, *_size(image))))[:MAX_READ]
    seals = [_seal(image, seal, engine if seal in largest else None) for seal in found]
    return tuple(seal for seal in seals if seal is not None)


def _seal(image: RGB, found: Found, engine: Engine | None) -> Seal | None:
    """The seal, read where there is an `engine`; None where reading shows that it is no seal."""
    shape = _shape(found.outline)
    text = UNREAD if engine is None else _read(image, found, engine)
    if engine is not None and not _is_seal(found, text):
        return None
    titles = text.titles[:MAX_CANDIDATES]
    words = (*titles, *text.lines)
    box = box_of(found.outline, *_size(image))
    title = titles[0] if titles else ""
    return Seal(title, text.lines, kind_of(words, shape), shape, found.ink, box, round(text.confidence, 4), titles)


def _read(image: RGB, found: Found, engine: Engine) -> Text:
    crop, outline = _cut_out(image, found.outline)
    both = views(crop, found.ink)
    if isinstance(outline, Rect):
        return read_rectangle(both, outline, engine)
    return read_ring(both, _refit(crop, outline, found), engine)


def _cut_out(image: RGB, outline: Outline) -> tuple[RGB, Outline]:
    """The seal with a margin, at most CROP pixels a side, and its outline there."""
    dx, dy = (half * (1 + MARGIN) + 2 for half in outline.extent())
    height, width = image.shape[:2]
    x0, y0 = max(0, int(outline.x - dx)), max(0, int(outline.y - dy))
    crop = image[y0 : min(height, int(outline.y + dy) + 1), x0 : min(width, int(outline.x + dx) + 1)]
    scale = min(1.0, CROP / max(crop.shape[:2]))
    if scale < 1.0:
        crop = cv2.resize(crop, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    return np.ascontiguousarray(crop), outline.moved(-x0 * scale, -y0 * scale, scale)


def _refit(crop: RGB, ring: Ring, found: Found) -> Ring:
    """The ring fitted again at reading resolution, to ink near the rim that was found; `ring` where that is no better."""
    ink = mask(chroma(crop)[found.ink])
    near: Gray = np.zeros_like(ink)
    cv2.fillPoly(near, [np.rint(ring.points(1.06, 180)).astype(np.int32)], 1)
    ink &= near
    again = fit_ring(ink, ink, 0.8 * ring.short)
    if again is None or again.coverage < ring.coverage - 0.05 or again.short < 0.88 * ring.short:
        return ring
    return again


def _is_seal(found: Found, text: Text) -> bool:
    legible = bool(text.titles) and text.confidence >= LEGIBLE and chinese(text.titles[0]) >= 2
    return legible or (found.written and isinstance(found.outline, Ring) and found.outline.coverage >= WHOLE_RIM)


def _shape(outline: Outline) -> SealShape:
    if isinstance(outline, Rect):
        return "rectangle"
    return "circle" if outline.circular else "ellipse"


def _size(image: RGB) -> tuple[int, int]:
    return image.shape[1], image.shape[0]


def _area(box: Box) -> int:
    return (box[2] - box[0]) * (box[3] - box[1])
