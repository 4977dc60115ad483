"""What is printed on a page of a PDF and in which order: letters, opaque boxes and pictures, and which hide which.

Lengths are PDF points in page space (y up); `order` counts a page's objects as they are painted.
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from functools import cached_property
from typing import Any

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium
from numpy.typing import NDArray

from verify.page import Box
from verify.read.traces.bounds import COVERS, GLYPHS
from verify.read.traces.layout import PLAIN, Glyph, Line, Style, around, lines
from verify.read.traces.painted import Area, Cover, address_of, char_area, cover_of, flat, is_level

__all__ = ["Glyph", "Line", "Printed", "around", "lines", "shared", "size"]

HIDDEN = 0.6
"""Share of a letter's box from which on a cover hides it."""

SCAN = 0.5
"""A picture over so much of a page is the page itself: a scan."""

LEAST_WIDTH, LEAST_HEIGHT = 4.0, 5.0
"""A cover in points: smaller ones are rules and dots."""

UNKNOWN = 10 * GLYPHS
"""The order of letters that belong to no object that was looked at: nothing hides them."""

DEPTH = 15
"""Forms within forms that are followed."""

_UNSEEN = (pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP)


class Printed:
    """A page of an open document, its annotations made part of it; `crowded`: more was on it than is looked at.

    `marks` is how many annotations there were, form fields and links not counted.
    """

    def __init__(self, document: pypdfium2.PdfDocument, index: int) -> None:
        self.marks, self.page = flat(document, index)
        self.crowded = False
        self.covers: list[Cover] = []
        self.scans: list[Cover] = []
        orders = self._objects()
        self._strips()
        self.glyphs, self.hidden_layer = self._glyphs(orders)
        self.hidden_layer |= any((self._later(scan) & self._within(scan)).any() for scan in self.scans)

    @cached_property
    def size(self) -> float:
        """Square points of the page."""
        width, height = self.page.get_size()
        return max(1.0, float(width) * float(height))

    @cached_property
    def lines(self) -> list[Line]:
        """The lines that can be seen, from top to bottom."""
        return lines(glyph for glyph, seen in zip(self.glyphs, self._visible, strict=True) if seen)

    def around(self, cover: Cover) -> tuple[tuple[Glyph, ...], tuple[Glyph, ...]]:
        """The letters that a cover hides, and those on it that can be seen."""
        within, later = self._within(cover), self._later(cover)
        beneath, above = within & later, within & ~later & self._visible & (self._table[:, 4] < UNKNOWN)
        return tuple(self._chosen(beneath)), tuple(self._chosen(above))

    def on_scan(self, cover: Cover) -> bool:
        """Whether a cover was painted on a scan, or on the strips of one."""
        below = sum(shared(cover.area, scan.area) for scan in self.scans if scan.order < cover.order)
        return below >= 0.9 and size(cover.area) < SCAN * self.size

    def _chosen(self, mask: NDArray[np.bool_]) -> Iterator[Glyph]:
        return (self.glyphs[index] for index in np.flatnonzero(mask))

    @cached_property
    def _visible(self) -> NDArray[np.bool_]:
        """Which letters nothing opaque was painted over later."""
        seen = np.ones(len(self.glyphs), np.bool_)
        for cover in [*self.covers, *self.scans]:
            seen &= ~(self._within(cover) & self._later(cover))
        return seen

    def _later(self, cover: Cover) -> NDArray[np.bool_]:
        """Which letters a cover was painted after."""
        later: NDArray[np.bool_] = self._table[:, 4] < cover.order
        return later

    def _within(self, cover: Cover) -> NDArray[np.bool_]:
        """Which letters lie, for the most part, where a cover does."""
        table, area = self._table, cover.area
        wide = np.clip(np.minimum(table[:, 2], area[2]) - np.maximum(table[:, 0], area[0]), 0, None)
        tall = np.clip(np.minimum(table[:, 3], area[3]) - np.maximum(table[:, 1], area[1]), 0, None)
        whole = (table[:, 2] - table[:, 0]) * (table[:, 3] - table[:, 1])
        within: NDArray[np.bool_] = (whole > 0) & (wide * tall >= HIDDEN * whole)
        return within

    @cached_property
    def _table(self) -> NDArray[np.float64]:
        rows = [(*glyph.area, glyph.order) for glyph in self.glyphs]
        return np.array(rows, np.float64).reshape(-1, 5)

    def _strips(self) -> None:
        """Pictures that only together cover the page are the scan: none of them is a patch."""
        pictures = [cover for cover in self.covers if cover.kind == "picture"]
        if not self.scans and sum(size(cover.area) for cover in pictures) >= SCAN * self.size:
            self.covers = [cover for cover in self.covers if cover.kind == "box"]
            self.scans = pictures

    def pixels(self, area: Area, width: int, height: int) -> Box:
        """An area of the page in a picture of it, `width` x `height` pixels as it prints."""
        corners = [self._device(x, y, width, height) for x in (area[0], area[2]) for y in (area[1], area[3])]
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        return max(0, min(xs)), max(0, min(ys)), min(width, max(xs)), min(height, max(ys))

    def _device(self, x: float, y: float, width: int, height: int) -> tuple[int, int]:
        left, top = ctypes.c_int(), ctypes.c_int()
        pdfium.FPDF_PageToDevice(self.page, 0, 0, width, height, 0, x, y, left, top)
        return left.value, top.value

    def _objects(self) -> dict[int, int]:
        """The order of each object by its handle; finds the covers and the scan on the way."""
        orders: dict[int, int] = {}
        for order, item in enumerate(self.page.get_objects(max_depth=DEPTH)):
            if order >= GLYPHS:
                self.crowded = True
                break
            orders[address_of(item.raw)] = order
            if cover := cover_of(item, order):
                self._keep(cover)
        return orders

    def _keep(self, cover: Cover) -> None:
        if cover.kind == "picture" and size(cover.area) >= SCAN * self.size:
            self.scans = self.scans or [cover]
            if self.scans[0] is cover:
                return
        if cover.area[2] - cover.area[0] >= LEAST_WIDTH and cover.area[3] - cover.area[1] >= LEAST_HEIGHT:
            self.crowded |= len(self.covers) >= 10 * COVERS
            self.covers += [] if len(self.covers) >= 10 * COVERS else [cover]

    def _glyphs(self, orders: dict[int, int]) -> tuple[list[Glyph], bool]:
        """The letters painted, and whether there are others that are not (the text layer of a scan)."""
        text = self.page.get_textpage()
        styles: dict[int, Style] = {}
        count = pdfium.FPDFText_CountChars(text)
        self.crowded |= count > GLYPHS
        found, layer = [], False
        for index in range(min(count, GLYPHS)):
            handle = pdfium.FPDFText_GetTextObject(text, index)
            if not handle or not is_level(pdfium.FPDFText_GetCharAngle(text, index)):
                continue
            if pdfium.FPDFTextObj_GetTextRenderMode(handle) in _UNSEEN:
                layer = True
            elif (letter := chr(pdfium.FPDFText_GetUnicode(text, index))).strip():
                address = address_of(handle)
                style = (
                    styles[address] if address in styles else styles.setdefault(address, _style(text, index, handle))
                )
                found.append(Glyph(letter, char_area(text, index), orders.get(address, UNKNOWN), style))
        return found, layer


def _style(text: Any, index: int, handle: Any) -> Style:
    """How a letter is printed: on white paper, if it is not opaque."""
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFText_GetMatrix(text, index, matrix):
        return PLAIN
    points = pdfium.FPDFText_GetFontSize(text, index) * math.hypot(matrix.c, matrix.d)
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    known = pdfium.FPDFPageObj_GetFillColor(handle, red, green, blue, alpha)
    ink = alpha.value / 255 if known else 0.0
    colour = [round(255 - ink * (255 - channel.value)) for channel in (red, green, blue)] if known else [0, 0, 0]
    quarters = round(math.atan2(matrix.b, matrix.a) / (math.pi / 2)) % 4
    return Style(round(points, 1), (colour[0], colour[1], colour[2]), quarters)


def size(area: Area) -> float:
    """Square points."""
    return max(0.0, area[2] - area[0]) * max(0.0, area[3] - area[1])


def shared(inner: Area, outer: Area) -> float:
    """The part of `inner` that lies in `outer`, 0..1."""
    both = max(inner[0], outer[0]), max(inner[1], outer[1]), min(inner[2], outer[2]), min(inner[3], outer[3])
    whole = size(inner)
    return size(both) / whole if whole > 0 and both[2] > both[0] and both[3] > both[1] else 0.0
