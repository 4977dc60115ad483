"""What is printed on a page of a PDF and in which order: letters, opaque boxes and pictures, and which hide which.

Lengths are PDF points in page space (y up); `order` counts a page's objects as they are painted.
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from statistics import median
from typing import Any, Literal

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium
from numpy.typing import NDArray

from verify.model import Box
from verify.read.traces.bounds import COVERS, GLYPHS

Area = tuple[float, float, float, float]
"""Left, bottom, right, top."""

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

ANNOTATIONS = 1_000
"""Annotations of a page that are looked at."""

CLIPS = 32
"""Clipping paths of an object, and points of one, that are looked at."""

_UNSEEN = (pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP)


@dataclass(frozen=True, slots=True)
class Glyph:
    """A letter as painted."""

    text: str
    area: Area
    order: int


@dataclass(frozen=True, slots=True)
class Cover:
    """Something opaque: a filled box, or a picture without transparency; `handle` is pdfium's."""

    kind: Literal["box", "picture"]
    area: Area
    order: int
    handle: Any = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Line:
    """Letters side by side; wide gaps are a space."""

    glyphs: tuple[Glyph, ...]

    @property
    def text(self) -> str:
        done, right = "", math.inf
        for glyph in self.glyphs:
            gap = glyph.area[0] - right
            done += (" " if gap > 1.5 * (glyph.area[3] - glyph.area[1]) else "") + glyph.text
            right = glyph.area[2]
        return done

    @property
    def area(self) -> Area:
        return around(glyph.area for glyph in self.glyphs)


class Printed:
    """A page of an open document, its annotations made part of it; `crowded`: more was on it than is looked at.

    `marks` is how many annotations there were, form fields and links not counted.
    """

    def __init__(self, document: pypdfium2.PdfDocument, index: int) -> None:
        self.marks, self.page = _flat(document, index)
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
            orders[_address(item.raw)] = order
            if cover := _cover(item, order):
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
        count = pdfium.FPDFText_CountChars(text)
        self.crowded |= count > GLYPHS
        found, layer = [], False
        for index in range(min(count, GLYPHS)):
            handle = pdfium.FPDFText_GetTextObject(text, index)
            if not handle or not _level(pdfium.FPDFText_GetCharAngle(text, index)):
                continue
            if pdfium.FPDFTextObj_GetTextRenderMode(handle) in _UNSEEN:
                layer = True
            elif (letter := chr(pdfium.FPDFText_GetUnicode(text, index))).strip():
                found.append(Glyph(letter, _char(text, index), orders.get(_address(handle), UNKNOWN)))
        return found, layer


def _flat(document: pypdfium2.PdfDocument, index: int) -> tuple[int, Any]:
    """The page with its annotations painted on it, and how many there were; what is typed into fields stays out."""
    page = document[index]
    marks = 0
    for place in reversed(range(min(ANNOTATIONS, pdfium.FPDFPage_GetAnnotCount(page)))):
        annotation = pdfium.FPDFPage_GetAnnot(page, place)
        kind = pdfium.FPDFAnnot_GetSubtype(annotation)
        pdfium.FPDFPage_CloseAnnot(annotation)
        marks += kind not in (pdfium.FPDF_ANNOT_WIDGET, pdfium.FPDF_ANNOT_LINK, pdfium.FPDF_ANNOT_POPUP)
        if kind == pdfium.FPDF_ANNOT_WIDGET:
            pdfium.FPDFPage_RemoveAnnot(page, place)
    if marks and pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY) == pdfium.FLATTEN_SUCCESS:
        page.close()
        page = document[index]
    return marks, page


def lines(glyphs: Iterable[Glyph]) -> list[Line]:
    """Letters grouped into lines, top to bottom, each from left to right."""
    rows: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda g: -(g.area[1] + g.area[3])):
        if rows and _beside(rows[-1], glyph):
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    return [Line(tuple(sorted(row, key=lambda g: g.area[0]))) for row in rows]


def _beside(row: list[Glyph], glyph: Glyph) -> bool:
    middle = (glyph.area[1] + glyph.area[3]) / 2
    first = row[0].area
    tall = median(g.area[3] - g.area[1] for g in row[:8])
    return abs(middle - (first[1] + first[3]) / 2) < 0.6 * max(tall, 4.0)


def around(areas: Iterable[Area]) -> Area:
    """The smallest area that holds all of them."""
    lefts, bottoms, rights, tops = zip(*areas, strict=True)
    return min(lefts), min(bottoms), max(rights), max(tops)


def size(area: Area) -> float:
    """Square points."""
    return max(0.0, area[2] - area[0]) * max(0.0, area[3] - area[1])


def shared(inner: Area, outer: Area) -> float:
    """The part of `inner` that lies in `outer`, 0..1."""
    both = max(inner[0], outer[0]), max(inner[1], outer[1]), min(inner[2], outer[2]), min(inner[3], outer[3])
    whole = size(inner)
    return size(both) / whole if whole > 0 and both[2] > both[0] and both[3] > both[1] else 0.0


def _cover(item: Any, order: int) -> Cover | None:
    if item.type == pdfium.FPDF_PAGEOBJ_IMAGE:
        opaque = not pdfium.FPDFPageObj_HasTransparency(item)
        return Cover("picture", _bounds(item), order, item) if opaque else None
    if item.type != pdfium.FPDF_PAGEOBJ_PATH or not _filled(item) or pdfium.FPDFPageObj_HasTransparency(item):
        return None
    straight = 4 <= pdfium.FPDFPath_CountSegments(item) <= 6
    return Cover("box", _bounds(item), order, item) if straight else None


def _filled(item: Any) -> bool:
    mode, stroke = ctypes.c_int(), ctypes.c_int()
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    drawn = pdfium.FPDFPath_GetDrawMode(item, mode, stroke)
    known = pdfium.FPDFPageObj_GetFillColor(item, red, green, blue, alpha)
    return bool(drawn and known and mode.value != pdfium.FPDF_FILLMODE_NONE and alpha.value == 255)


def _bounds(item: Any) -> Area:
    """An object's area on the page; one within forms is moved as they are."""
    left, bottom, right, top = item.get_bounds()
    corners = [(x, y) for x in (left, right) for y in (bottom, top)]
    holder = item.container
    while holder is not None:
        matrix = holder.get_matrix()
        corners = [matrix.on_point(x, y) for x, y in corners]
        holder = holder.container
    xs, ys = zip(*corners, strict=True)
    return _clipped(item, (min(xs), min(ys), max(xs), max(ys)))


def _clipped(item: Any, area: Area) -> Area:
    """What is left of an area within the object's clipping paths; a point where nothing is."""
    clip = pdfium.FPDFPageObj_GetClipPath(item)
    for path in range(max(0, min(CLIPS, pdfium.FPDFClipPath_CountPaths(clip))) if clip else 0):
        points = [
            _point(pdfium.FPDFClipPath_GetPathSegment(clip, path, step))
            for step in range(max(0, min(CLIPS, pdfium.FPDFClipPath_CountPathSegments(clip, path))))
        ]
        if points and item.container is None:
            (xs, ys) = zip(*points, strict=True)
            inner = max(area[0], min(xs)), max(area[1], min(ys)), min(area[2], max(xs)), min(area[3], max(ys))
            area = inner if inner[0] < inner[2] and inner[1] < inner[3] else (area[0], area[1], area[0], area[1])
    return area


def _point(segment: Any) -> tuple[float, float]:
    x, y = ctypes.c_float(), ctypes.c_float()
    pdfium.FPDFPathSegment_GetPoint(segment, x, y)
    return x.value, y.value


def _char(text: Any, index: int) -> Area:
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    pdfium.FPDFText_GetCharBox(text, index, left, right, bottom, top)
    return left.value, bottom.value, right.value, top.value


def _level(angle: float) -> bool:
    """Whether a letter stands straight: watermarks lie aslant."""
    return abs(math.sin(2 * angle)) < 0.05


def _address(handle: Any) -> int:
    return ctypes.cast(handle, ctypes.c_void_p).value or 0
