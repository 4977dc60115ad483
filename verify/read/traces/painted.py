"""The objects of a PDF page as pdfium tells of them: what covers, how far, and the annotations painted on the page."""

from __future__ import annotations

import ctypes
import math
from dataclasses import dataclass, field
from typing import Any, Literal

import pypdfium2
import pypdfium2.raw as pdfium

Area = tuple[float, float, float, float]
"""Left, bottom, right, top."""

ANNOTATIONS = 1_000
"""Annotations of a page that are looked at."""

CLIPS = 32
"""Clipping paths of an object, and points of one, that are looked at."""


@dataclass(frozen=True, slots=True)
class Cover:
    """Something opaque: a filled box, or a picture without transparency; `handle` is pdfium's."""

    kind: Literal["box", "picture"]
    area: Area
    order: int
    handle: Any = field(compare=False, repr=False)


def flat(document: pypdfium2.PdfDocument, index: int) -> tuple[int, Any]:
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


def cover_of(item: Any, order: int) -> Cover | None:
    """An opaque filled box or picture; None for anything else."""
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


def char_area(text: Any, index: int) -> Area:
    """Where a letter of a text page stands."""
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    pdfium.FPDFText_GetCharBox(text, index, left, right, bottom, top)
    return left.value, bottom.value, right.value, top.value


def is_level(angle: float) -> bool:
    """Whether a letter stands straight: watermarks lie aslant."""
    return abs(math.sin(2 * angle)) < 0.05


def address_of(handle: Any) -> int:
    """What tells two of pdfium's handles apart."""
    return ctypes.cast(handle, ctypes.c_void_p).value or 0
