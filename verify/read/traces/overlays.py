"""Cover and retype: opaque boxes and pictures laid over the text of a PDF page, with other text on top.

What is beneath is read from the page's own letters, or, over a scan, from the page drawn without the cover; a cover
whose removal changes nothing (clipped away, in a hidden layer) covers nothing.
"""

from __future__ import annotations

from itertools import chain

import numpy as np
import pypdfium2.raw as pdfium

from verify.page import Box
from verify.read.engine import RGB, Engine
from verify.read.raster import MAX_PAGE_SIDE, PDF_DPI
from verify.read.traces.bounds import COVERS, kept
from verify.read.traces.earlier import picture
from verify.read.traces.fragments import in_number, in_read_number, masked, of_line, unlike
from verify.read.traces.painted import Area
from verify.read.traces.patches import Patch, patches
from verify.read.traces.patches import lifted as on_it
from verify.read.traces.printed import Glyph, Printed, around, lines
from verify.traces import Overlay

MARGIN = 0.08
"""The uppermost and lowest part of a page, where page numbers stand."""

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


def overlays(
    printed: Printed, number: int, engine: Engine, most: int = COVERS, turned: int = 0
) -> tuple[tuple[Overlay, ...], int]:
    """The covers on page `number` beneath which there is text, and how many were looked at, `most` at most.

    Boxes are pixels of the page as it prints, turned clockwise by so many degrees, as its pictures and what is read are.
    """
    laid = patches(printed)
    if not laid:
        return (), 0
    page = _Page(printed, number, engine, turned, laid)
    found = (_overlay(page, patch) for patch in laid[:most])
    return tuple(overlay for overlay in found if overlay), len(laid[:most])


class _Page:
    """A page whose patches are looked at, upright."""

    def __init__(self, printed: Printed, number: int, engine: Engine, turned: int, laid: list[Patch]) -> None:
        self.printed, self.number, self.engine, self.turned = printed, number, engine, turned
        self.shown = self._upright()
        under = set(chain.from_iterable(patch.beneath for patch in laid))
        on_top = set(chain.from_iterable(patch.above for patch in laid))
        seen = [glyph for line in printed.lines for glyph in line.glyphs]
        self.lines = [*printed.lines, *lines([*under, *(glyph for glyph in seen if glyph not in on_top)])]

    def box(self, area: Area) -> Box:
        """An area of the page in pixels of `shown`."""
        height, width = self.shown.shape[:2]
        if self.turned in (90, 270):
            width, height = height, width
        x0, y0, x1, y1 = self.printed.pixels(area, width, height)
        return {
            90: (height - y1, x0, height - y0, x1), 180: (width - x1, height - y1, width - x0, height - y0),
            270: (y0, width - x1, y1, width - x0),
        }.get(self.turned, (x0, y0, x1, y1))  # fmt: skip

    def without(self, patch: Patch, above: bool) -> RGB:
        """The page without the cover, and without the letters on it where `above` is to go too."""
        handles = on_it(self.printed, patch, above)
        for handle in handles:
            pdfium.FPDFPageObj_SetIsActive(handle, False)
        try:
            return self._upright()
        finally:
            for handle in handles:
                pdfium.FPDFPageObj_SetIsActive(handle, True)

    def _upright(self) -> RGB:
        return np.ascontiguousarray(np.rot90(drawn(self.printed), -self.turned // 90))


def _overlay(page: _Page, patch: Patch) -> Overlay | None:
    box, shown = page.box(_seen(patch)), page.shown
    without = page.without(patch, above=False)
    if box[2] - box[0] < 4 or box[3] - box[1] < 4 or not _covers(page, patch, without):
        return None
    bare = page.without(patch, above=True) if patch.above else without
    sides = _texts_of(page, patch, box, bare)
    if sides is None:
        return None
    (beneath, beneath_sure), (above, above_sure) = sides
    hidden = _in_number(page, patch, (bare, shown), box, beneath + above)
    before = "" if hidden or not above else picture(bare, in_line(box, bare), beneath, above)
    beneath, above = (masked(beneath), masked(above)) if hidden else (beneath, above)
    left, bottom, right, top = patch.cover.area
    edge = box[3] <= MARGIN * shown.shape[0] or box[1] >= (1 - MARGIN) * shown.shape[0]
    return Overlay(
        page.number, patch.cover.kind, "text" if patch.beneath else "scan", kept(beneath), kept(above),
        round((right - left) * (top - bottom) / page.printed.size, 4), box, round(beneath_sure, 3),
        round(above_sure, 3), coloured(cut(shown, box)), edge, before, hidden and unlike(sides[0][0], sides[1][0]),
    )  # fmt: skip


def _in_number(page: _Page, patch: Patch, drawings: tuple[RGB, RGB], box: Box, said: str) -> bool:
    """Whether what is under a patch or on it belongs to an ID number of its line, before or after."""
    if not any(sign.isdecimal() for sign in said):
        return False
    if not patch.beneath:
        return in_read_number(drawings, in_line(box, page.shown), page.engine)
    glyphs = {*patch.beneath, *patch.above}
    for line in page.lines:
        if here := [glyph.area for glyph in line.glyphs if glyph in glyphs]:
            tall = max(area[3] - area[1] for area in here)
            left, right = min(area[0] for area in here) - tall / 2, max(area[2] for area in here) + tall / 2
            if in_number(of_line(line), left, right):
                return True
    return False


def _texts_of(page: _Page, patch: Patch, box: Box, bare: RGB) -> tuple[tuple[str, float], tuple[str, float]] | None:
    """What is beneath and what is above, with confidences; None where there is nothing beneath.

    `bare` is the page without cover and letters. Over a scan both sides are read with some of their line.
    """
    shown, engine = page.shown, page.engine
    if patch.beneath:
        above = (_text(patch.above), 1.0) if patch.above else read(cut(shown, box), engine)
        return (_text(patch.beneath), 1.0), above
    if blank(cut(bare, box)) or not differs(cut(shown, box), cut(bare, box)):
        return None
    wide = in_line(box, shown)
    beneath = read(cut(bare, wide), engine)
    above = ("", 1.0) if blank(cut(shown, box)) else read(cut(shown, wide), engine)
    return (beneath, above) if beneath[0] else None


def _seen(patch: Patch) -> Area:
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


def cut(image: RGB, box: Box) -> RGB:
    return image[box[1] : box[3], box[0] : box[2]]


def _covers(page: _Page, patch: Patch, without: RGB) -> bool:
    """Whether taking the cover away shows what is beneath: most of the letters, or some of the scan."""
    areas = [glyph.area for glyph in patch.beneath if glyph.text.isalnum()] or [patch.cover.area]
    boxes = [page.box(area) for area in areas[:MANY]]
    shows = (_apart(cut(page.shown, box), cut(without, box), CHANGED) for box in boxes)
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
