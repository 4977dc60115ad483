"""Cover and retype: opaque boxes and pictures laid over the text of a PDF page, with other text on top.

What is beneath is read from the page's own letters, or, over a scan, from the page drawn without the cover; a cover
whose removal changes nothing (clipped away, in a hidden layer) covers nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium

from verify.page import Box
from verify.read.engine import RGB, Engine
from verify.read.raster import MAX_PAGE_SIDE, PDF_DPI
from verify.read.traces.bounds import COVERS, kept
from verify.read.traces.earlier import picture
from verify.read.traces.painted import Area, Cover
from verify.read.traces.printed import DEPTH, HIDDEN, Glyph, Printed, around, lines, shared
from verify.traces import Overlay

MARGIN = 0.08
"""The uppermost and lowest part of a page, where page numbers stand."""

TOUCHING = 2.0
"""Points between two covers that are one patch."""

MUCH = 2.5
"""Times by which letters in one place may differ in height: a dash and a digit do."""

MANY = 200
"""Letters beneath a cover that are looked at."""

CHANGED = 12
"""Levels by which a pixel must differ to be another."""

LEVELS = 48
"""Levels by which a pixel of a scan must differ: another compression of it stays below."""

LEAST = 60
"""Differing pixels of a place, at 200 dpi: a letter has hundreds."""

DARK, SPECKS = 0.6, 0.004
"""Print is darker than this share of its paper; paper has fewer such pixels."""

RED = 40
"""Levels by which a channel stands out where there is coloured ink."""


@dataclass(frozen=True, slots=True)
class _Patch:
    """A cover with the letters under it and on it."""

    cover: Cover
    beneath: tuple[Glyph, ...]
    above: tuple[Glyph, ...]


def overlays(printed: Printed, number: int, engine: Engine, most: int = COVERS) -> tuple[tuple[Overlay, ...], int]:
    """The covers on page `number` beneath which there is text, and how many were looked at, `most` at most.

    Boxes are pixels of the page as it prints.
    """
    patches = [patch for cover in printed.covers if (patch := _patch(printed, cover))][:most]
    if not patches:
        return (), 0
    shown = drawn(printed)
    found = (_overlay(printed, patch, number, engine, shown) for patch in patches)
    return tuple(overlay for overlay in found if overlay), len(patches)


def _patch(printed: Printed, cover: Cover) -> _Patch | None:
    """A cover that is worth looking at: over letters in whose place there are others, or over a scan."""
    beneath, above = printed.around(cover)
    if any(glyph.text.isalnum() for glyph in beneath):
        beneath = tuple(glyph for glyph in beneath if not above or any(_in_place(glyph, other) for other in above))
        return _Patch(cover, beneath, above) if beneath and (above or cover.kind == "picture") else None
    return _Patch(cover, (), above) if printed.on_scan(cover) and (above or cover.kind == "picture") else None


def _in_place(glyph: Glyph, other: Glyph) -> bool:
    """Whether two letters stand on one line, about as large."""
    tall, high = glyph.area[3] - glyph.area[1], other.area[3] - other.area[1]
    apart = abs((glyph.area[1] + glyph.area[3]) - (other.area[1] + other.area[3])) / 2
    return apart < max(tall, high) and max(tall, high) < MUCH * max(min(tall, high), 1.0)


def _overlay(printed: Printed, patch: _Patch, number: int, engine: Engine, shown: RGB) -> Overlay | None:
    box = printed.pixels(_seen(patch), shown.shape[1], shown.shape[0])
    without = _without(printed, patch, above=False)
    if box[2] - box[0] < 4 or box[3] - box[1] < 4 or not _covers(printed, patch, shown, without):
        return None
    sides = _texts_of(printed, patch, box, engine, (shown, without))
    if sides is None:
        return None
    (beneath, beneath_sure), (above, above_sure) = sides
    left, bottom, right, top = patch.cover.area
    edge = box[3] <= MARGIN * shown.shape[0] or box[1] >= (1 - MARGIN) * shown.shape[0]
    return Overlay(
        number, patch.cover.kind, "text" if patch.beneath else "scan", kept(beneath), kept(above),
        round((right - left) * (top - bottom) / printed.size, 4), box, round(beneath_sure, 3), round(above_sure, 3),
        coloured(cut(shown, box)), edge, _beneath(printed, patch, box, beneath, above) if above else "",
    )  # fmt: skip


def _beneath(printed: Printed, patch: _Patch, box: Box, *said: str) -> str:
    """What is under the cover, with some of its line."""
    bare = _without(printed, patch, above=True)
    return picture(bare, in_line(box, bare), *said)


def _texts_of(
    printed: Printed, patch: _Patch, box: Box, engine: Engine, drawings: tuple[RGB, RGB]
) -> tuple[tuple[str, float], tuple[str, float]] | None:
    """What is beneath and what is above, with confidences; None where there is nothing beneath.

    `drawings` are the page with and without the cover. Over a scan both sides are read with some of their line.
    """
    shown, without = drawings
    if patch.beneath:
        above = (_text(patch.above), 1.0) if patch.above else read(cut(shown, box), engine)
        return (_text(patch.beneath), 1.0), above
    bare = _without(printed, patch, above=True) if patch.above else without
    if blank(cut(bare, box)) or not differs(cut(shown, box), cut(bare, box)):
        return None
    wide = in_line(box, shown)
    beneath = read(cut(bare, wide), engine)
    above = ("", 1.0) if blank(cut(shown, box)) else read(cut(shown, wide), engine)
    return (beneath, above) if beneath[0] else None


def _seen(patch: _Patch) -> Area:
    """The area to look at: the cover, no further than the letters beneath a large one."""
    if patch.beneath:
        return around([*(g.area for g in patch.beneath), *(g.area for g in patch.above)])
    return patch.cover.area


def _text(glyphs: tuple[Glyph, ...]) -> str:
    return " ".join(line.text for line in lines(glyphs))


def read(crop: RGB, engine: Engine) -> tuple[str, float]:
    """The text of a crop, a line or more, on some paper."""
    edge = 24
    sheet = np.full((max(240, crop.shape[0] + 2 * edge), max(480, crop.shape[1] + 2 * edge), 3), 255, np.uint8)
    sheet[edge : edge + crop.shape[0], edge : edge + crop.shape[1]] = crop
    words = [word for word in engine.read(sheet) if word.text.strip()]
    return " ".join(word.text for word in words), min((word.confidence for word in words), default=0.0)


def drawn(printed: Printed) -> RGB:
    width, height = printed.page.get_size()
    scale = min(PDF_DPI / 72, MAX_PAGE_SIDE / max(width, height))
    return np.ascontiguousarray(printed.page.render(scale=scale, rev_byteorder=True).to_numpy()[..., :3])


def _without(printed: Printed, patch: _Patch, above: bool) -> RGB:
    """The page without the cover, and without the letters on it where `above` is to go too."""
    gone = [c.handle for c in _on_top(printed, patch.cover)]
    handles = [*gone, *(_texts(printed, patch) if above else [])]
    for handle in handles:
        pdfium.FPDFPageObj_SetIsActive(handle, False)
    try:
        return drawn(printed)
    finally:
        for handle in handles:
            pdfium.FPDFPageObj_SetIsActive(handle, True)


def _on_top(printed: Printed, cover: Cover) -> Iterator[Cover]:
    left, bottom, right, top = cover.area
    reach = left - TOUCHING, bottom - TOUCHING, right + TOUCHING, top + TOUCHING
    for other in printed.covers:
        if other is cover or (other.order >= cover.order and shared(other.area, reach) >= HIDDEN):
            yield other


def _texts(printed: Printed, patch: _Patch) -> list[pypdfium2.PdfObject]:
    orders = {glyph.order for glyph in patch.above}
    painted = zip(range(max(orders, default=-1) + 1), printed.page.get_objects(max_depth=DEPTH), strict=False)
    return [item for order, item in painted if order in orders]


def cut(image: RGB, box: Box) -> RGB:
    return image[box[1] : box[3], box[0] : box[2]]


def _covers(printed: Printed, patch: _Patch, shown: RGB, without: RGB) -> bool:
    """Whether taking the cover away shows what is beneath: most of the letters, or some of the scan."""
    areas = [glyph.area for glyph in patch.beneath if glyph.text.isalnum()] or [patch.cover.area]
    boxes = [printed.pixels(area, shown.shape[1], shown.shape[0]) for area in areas[:MANY]]
    shows = (_apart(cut(shown, box), cut(without, box), CHANGED) for box in boxes)
    return sum(count > 0 for count in shows) > 0.5 * len(boxes)


def differs(one: RGB, other: RGB) -> bool:
    """Whether two crops differ by more than another compression of the same print."""
    return _apart(one, other, LEVELS) >= LEAST


def _apart(one: RGB, other: RGB, levels: int) -> int:
    """Pixels that differ by more than so many levels."""
    return int((np.abs(one.astype(np.int16) - other.astype(np.int16)).max(axis=2, initial=0) > levels).sum())


def blank(crop: RGB) -> bool:
    """Whether there is no dark print on a crop."""
    light = float(np.percentile(crop.min(axis=2), 90))
    return float((crop.max(axis=2) < DARK * light).mean()) < SPECKS


def in_line(box: Box, image: RGB) -> Box:
    """A place with some of its line on either side: a digit alone is hard to read."""
    tall = box[3] - box[1]
    aside, above = int(2 * tall), int(0.3 * tall)
    height, width = image.shape[:2]
    return max(0, box[0] - aside), max(0, box[1] - above), min(width, box[2] + aside), min(height, box[3] + above)


def coloured(crop: RGB) -> bool:
    """Whether most ink is coloured, as a seal's is."""
    spread = crop.max(axis=2).astype(np.int16) - crop.min(axis=2)
    ink = crop.min(axis=2) < 200
    return bool(ink.any() and (spread[ink] > RED).mean() > 0.5)
