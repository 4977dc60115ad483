"""From a page to its seals: find on a small copy, cut out at full resolution, fit again, read, name."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np

from verify.page import Box, Seal, SealOutline, SealShape
from verify.purposes import KINDS
from verify.read.engine import RGB, Engine, Gray
from verify.read.seals.cut import cut_out
from verify.read.seals.find import Found
from verify.read.seals.fit import fit_ring, polish
from verify.read.seals.ink import Ink, departure_of, mask, views
from verify.read.seals.kind import Impression, purpose_of
from verify.read.seals.readings import MAX_CANDIDATES, Text, chinese
from verify.read.seals.rectangles import read_rectangle
from verify.read.seals.rings import read_ring
from verify.read.seals.shapes import Outline, Rect, Ring, box_of
from verify.read.seals.stretches import find_everywhere
from verify.read.seals.strip import outline_of
from verify.read.seals.titles import Cut
from verify.read.seals.trace import outer_edge, trace

MAX_READ = 12
"""Seals read of one page, largest first; further ones are returned as skipped."""

WHOLE_RIM = 0.85
"""From this coverage on, a ring without a legible word is a seal nobody can read; below, it is something else."""

SOME_RIM = 0.5
"""Least coverage at reading resolution: below, the ring was an accident of the small copy."""

CLOSE = 0.12
"""A rim that is followed is the one found if its axes differ by less than this share."""

LEGIBLE = 0.6
"""Least confidence of a title that proves a doubtful outline to be a seal."""

FEWEST = 3
"""Legible characters that do where letters were seen all round a rim, as dark ones are looked at."""

SMALL, SMALL_CONFIDENCE = 100, 0.8
"""Seals narrower than so many pixels are a person's to judge: readings of them agree and are wrong (恒发 for 恒大).
So are worn dark ones, whose letters cannot be told from print."""

WHOLLY = 0.92
"""Share of a seal's width and height on the page from which it counts as whole."""

UNREAD = Text((), (), 0.0)


def find_and_read(image: RGB, engine: Engine) -> tuple[Seal, ...]:
    """The seals on an upright page (height x width x 3 bytes), boxes in its pixels, top to bottom and left to right."""
    found = find_everywhere(image)
    largest = sorted(found, key=lambda seal: -_area(box_of(seal.outline, *_size(image))))[:MAX_READ]
    seals = [_seal(image, seal, engine if seal in largest else None) for seal in found]
    return tuple(seal for seal in seals if seal is not None)


def _seal(image: RGB, found: Found, engine: Engine | None) -> Seal | None:
    """The seal, read where there is an `engine`; None where a closer look or reading shows that it is no seal.

    Two rims that stand out from under each other are two seals, however little of the lower one can be read.
    """
    shape = _shape(found.outline)
    read = None if engine is None else _read(image, found, engine)
    if read is None and engine is not None and not found.crowded:
        return None
    text, outline = read or (UNREAD, outline_of(found.outline))
    titles = text.titles[:MAX_CANDIDATES]
    confidence = round(_capped(text.confidence * _seen(found.outline, image), found), 4)
    box = box_of(found.outline, *_size(image))
    size = box[2] - box[0], box[3] - box[1]
    purpose = purpose_of(Impression(titles, text.lines, shape, found.ink, size, min(_size(image)), text.unread))
    title, kind = titles[0] if titles else "", KINDS[purpose]
    seal = Seal(title, text.lines, kind, shape, found.ink, box, confidence, titles, purpose, outline, text.lattice)
    return replace(seal, skipped=engine is None)


def _read(image: RGB, found: Found, engine: Engine) -> tuple[Text, SealOutline] | None:
    """What was read and the outline that it was read by, in the page's pixels; None where it is no seal."""
    crop, outline = cut_out(image, found.outline)
    departure = departure_of(crop, found.ink)
    both = views(crop, found.ink, departure)
    if isinstance(outline, Rect):
        text = read_rectangle(crop, both, outline, engine)
        return (text, outline_of(found.outline)) if _legible(text, 2) else None
    ring = _refit(departure, outline, found.ink)
    if ring.coverage < SOME_RIM:
        return None
    cut = Cut(crop, both, ring, found.ink)
    text = read_ring(cut, engine)
    rimmed = found.written and min(ring.coverage, found.outline.coverage) >= WHOLE_RIM
    least = FEWEST if found.written and found.ink == "black" else 4
    if not rimmed and not _legible(text, least):
        return None
    scale = found.outline.extent()[0] / outline.extent()[0]
    dx, dy = found.outline.x - outline.x * scale, found.outline.y - outline.y * scale
    return text, outline_of(ring.moved(dx, dy, scale), cut.band)


def _capped(confidence: float, found: Found) -> float:
    worn = found.ink == "black" and found.outline.coverage < WHOLE_RIM
    return min(confidence, SMALL_CONFIDENCE) if worn or min(found.outline.extent()) * 2 < SMALL else confidence


def _seen(outline: Outline, image: RGB) -> float:
    """1 for a seal that lies wholly on the page, less for one cut off: its title cannot have been read whole."""
    dx, dy = outline.extent()
    width = min(image.shape[1], outline.x + dx) - max(0, outline.x - dx)
    height = min(image.shape[0], outline.y + dy) - max(0, outline.y - dy)
    share = min(width / (2 * dx), height / (2 * dy))
    return 1.0 if share > WHOLLY else 0.6 * max(0.0, share)


def _refit(departure: Gray, ring: Ring, ink: Ink) -> Ring:
    """The ring fitted again at reading resolution, to the rim's outer edge, with the coverage there."""
    if ink == "black":
        traced = trace(departure, ring)
        return replace(ring, coverage=0.0) if traced is None else outer_edge(departure, traced)
    again = _refit_ink(mask(departure), ring)
    best = trace(departure, again)
    if best is None or best.coverage < WHOLE_RIM or not _alike(best, ring):
        rims = [rim for rim in (best, trace(departure, ring)) if rim is not None and _alike(rim, ring)]
        best = max(rims, key=lambda rim: rim.coverage, default=None)
    if best is None or best.coverage < SOME_RIM:
        return again
    return replace(outer_edge(departure, best), coverage=max(again.coverage, best.coverage))


def _alike(rim: Ring, ring: Ring) -> bool:
    return abs(rim.short / ring.short - 1) < CLOSE and abs(rim.long / ring.long - 1) < CLOSE


def _refit_ink(ink: Gray, ring: Ring) -> Ring:
    """The ring fitted again to the mask of `ink` near the rim; `ring` with the coverage there if no better."""
    near: Gray = np.zeros_like(ink)
    cv2.fillPoly(near, [np.rint(ring.points(1.06, 180)).astype(np.int32)], 1)
    ink = ink & near
    again = fit_ring(ink, ink, 0.8 * ring.short)
    if again is None:
        return replace(ring, coverage=0.0)
    worse = again.coverage < ring.coverage - 0.05 or again.short < 0.88 * ring.short
    return polish(ink, replace(ring, coverage=again.coverage) if worse else again)


def _legible(text: Text, least: int) -> bool:
    return bool(text.titles) and text.confidence >= LEGIBLE and chinese(text.titles[0]) >= least


def _shape(outline: Outline) -> SealShape:
    if isinstance(outline, Rect):
        return "rectangle"
    return "circle" if outline.circular else "ellipse"


def _size(image: RGB) -> tuple[int, int]:
    return image.shape[1], image.shape[0]


def _area(box: Box) -> int:
    return (box[2] - box[0]) * (box[3] - box[1])
