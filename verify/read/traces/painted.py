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

Point = tuple[float, float]

ANNOTATIONS = 1_000
"""Annotations of a page that are looked at."""

OPAQUE = 243
"""Alpha of 255 from which on nothing can be read through a fill."""

SEGMENTS = 64
"""Lines and curves of a filled outline that are looked at."""

FULL = 0.8
"""Part of its box that a filled outline covers: rounded corners leave more, a circle (a seal, a dot) leaves less."""

CLIPS = 32
"""Clipping paths of an object, and points of one, that are looked at."""


@dataclass(frozen=True, slots=True)
class Cover:
    """Something opaque: a filled box, a thick line, or a picture without transparency; `handle` is pdfium's."""

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
    """An opaque filled box, a line as thick as one, or a picture; None for anything else."""
    if item.type == pdfium.FPDF_PAGEOBJ_IMAGE:
        opaque = not pdfium.FPDFPageObj_HasTransparency(item)
        return Cover("picture", _bounds(item), order, item) if opaque else None
    if item.type != pdfium.FPDF_PAGEOBJ_PATH:
        return None
    if _painted(item, filled=True) and _is_full(item):
        return Cover("box", _bounds(item), order, item)
    if _painted(item, filled=False) and (line := _line(item)):
        return Cover("box", _placed(item, line), order, item)
    return None


def _painted(item: Any, filled: bool) -> bool:
    """Whether a path is filled, or stroked, so that nothing shows through; one that is blended with its ground does."""
    mode, stroke = ctypes.c_int(), ctypes.c_int()
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    colour = pdfium.FPDFPageObj_GetFillColor if filled else pdfium.FPDFPageObj_GetStrokeColor
    drawn = pdfium.FPDFPath_GetDrawMode(item, mode, stroke) and colour(item, red, green, blue, alpha)
    used = mode.value != pdfium.FPDF_FILLMODE_NONE if filled else bool(stroke.value)
    blended = alpha.value == 255 and pdfium.FPDFPageObj_HasTransparency(item)
    return bool(drawn and used and alpha.value >= OPAQUE and not blended)


def _is_full(item: Any) -> bool:
    """Whether a filled outline covers its box: one of four sides, or one with round or cut corners."""
    count = pdfium.FPDFPath_CountSegments(item)
    if 4 <= count <= 6:
        return True
    outline = _outline(item, count) if 6 < count <= SEGMENTS else []
    if not outline:
        return False
    (xs, ys), size = zip(*outline, strict=True), 0.0
    for (x0, y0), (x1, y1) in zip(outline, [*outline[1:], outline[0]], strict=True):
        size += (x0 * y1 - x1 * y0) / 2
    return bool(abs(size) >= FULL * (max(xs) - min(xs)) * (max(ys) - min(ys)) > 0)


def _outline(item: Any, count: int) -> list[Point]:
    """The corners of an outline, and the middles of its curves; none where there are several outlines."""
    points: list[Point] = []
    curve: list[Point] = []
    for step in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(item, step)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO and step:
            return []
        curve.append(_point(segment))
        if kind == pdfium.FPDF_SEGMENT_BEZIERTO and len(curve) < 3:
            continue
        if kind == pdfium.FPDF_SEGMENT_BEZIERTO:
            one, two, end = curve
            x, y = ((a + 3 * b + 3 * c + d) / 8 for a, b, c, d in zip(points[-1], one, two, end, strict=True))
            points.append((x, y))
        points.append(curve[-1])
        curve = []
    return points


def _line(item: Any) -> Area | None:
    """The area of a single level or upright stroke, in the path's own lengths."""
    if pdfium.FPDFPath_CountSegments(item) != 2 or pdfium.FPDFPageObj_GetDashCount(item) > 0:
        return None
    (x0, y0), (x1, y1) = (_point(pdfium.FPDFPath_GetPathSegment(item, step)) for step in (0, 1))
    width = ctypes.c_float()
    pdfium.FPDFPageObj_GetStrokeWidth(item, width)
    half = width.value / 2
    cap = half if pdfium.FPDFPageObj_GetLineCap(item) != pdfium.FPDF_LINECAP_BUTT else 0.0
    if abs(y0 - y1) <= 0.01 * abs(x0 - x1):
        return min(x0, x1) - cap, min(y0, y1) - half, max(x0, x1) + cap, max(y0, y1) + half
    if abs(x0 - x1) <= 0.01 * abs(y0 - y1):
        return min(x0, x1) - half, min(y0, y1) - cap, max(x0, x1) + half, max(y0, y1) + cap
    return None


def _bounds(item: Any) -> Area:
    """An object's area on the page; one within forms is moved as they are."""
    return _held(item, item.container, item.get_bounds())


def _placed(item: Any, area: Area) -> Area:
    """An area in a path's own lengths, on the page."""
    return _held(item, item, area)


def _held(item: Any, holder: Any, area: Area) -> Area:
    """An area moved as an object and the forms that hold it are, from `holder` outwards."""
    left, bottom, right, top = area
    corners = [(x, y) for x in (left, right) for y in (bottom, top)]
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


def _point(segment: Any) -> Point:
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
