"""Reads a round or oval seal: the title along its rim, the lines inside, the code under the rim's gap."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import cv2
import numpy as np

from verify.read.engine import RGB, Engine, Gray
from verify.read.seals.band import Arc, Band, band_of
from verify.read.seals.ink import Views
from verify.read.seals.readings import Reading, Readings, chinese
from verify.read.seals.shapes import Ring
from verify.read.seals.unwrap import unwrap, upright

MAX_STRIPS = 10
"""Strips read for one title at most; a clear seal agrees after two."""

OVERLAP = 5.0
"""Degrees read beyond an arc's ends: a thin first stroke may have been taken for gap."""

SHORT_ARC = 170.0
"""Arcs up to this many degrees may be a bottom line, which runs the other way round."""

INNER_SIZE = 300
"""Side in pixels of the upright seal in which the inner lines are looked for."""

HOPELESS = 4
"""Strips after which a title of which nothing was legible is given up."""

OVAL_SPAN = 256.0
"""Degrees that an oval seal's title may span."""

GOOD = 0.75
"""Least confidence of an inner line or a code worth reporting."""


@dataclass(frozen=True, slots=True)
class Text:
    """What was read of one seal: titles best first, inner lines, and the confidence in the first title."""

    titles: tuple[str, ...]
    lines: tuple[str, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class Span:
    """A sector to read, and whether it holds the whole title if it holds any."""

    arc: Arc
    whole: bool


def read_ring(views: Views, ring: Ring, engine: Engine) -> Text:
    """Reads the seal with rim `ring` on `views` (dark ink on white, two ways)."""
    band = band_of(cv2.addWeighted(views[0], 0.5, views[1], 0.5, 0), ring)
    turned, flipped = _bottom_arcs(views, ring, band, engine)
    up = _up(ring, band, flipped)
    titles = _read_titles(views, ring, band, _spans(ring, band, flipped, up), engine)
    lines = [*turned, *_inner(views, ring, band, up, engine), *_code(views[0], ring, band, engine)]
    ranked = [reading.text for reading in titles.ranked()]
    shown = tuple(line for line in dict.fromkeys(lines) if line not in ranked[:1])
    return Text(tuple(ranked), shown, titles.confidence())


def _read_titles(views: Views, ring: Ring, band: Band, spans: list[Span], engine: Engine) -> Readings:
    """Reads strips that may hold the title, likeliest first, until two agree."""
    titles = Readings()
    for number, (strip, enough) in enumerate(_strips(views, ring, band, spans), start=1):
        titles.add(*engine.read_line(_framed(strip)))
        if (enough and titles.agreed) or (number >= HOPELESS and not titles.promising):
            break
    return titles


def _strips(views: Views, ring: Ring, band: Band, spans: list[Span]) -> Iterator[tuple[Gray, bool]]:
    """At most MAX_STRIPS strips, and whether agreement by then is enough: not before all round was read."""
    cleared, by_chroma, plain = views
    first, second, third = band.depth + 0.02, 0.36, 0.44
    ways = ((cleared, first), (cleared, second), (by_chroma, first), (plain, first), (plain, second), (cleared, third))
    tries = [(*way, span) for way in ways for span in spans]
    seen = set[Span]()
    for view, depth, span in tries[:MAX_STRIPS]:
        seen.add(span)
        strip = unwrap(view, ring, (band.edge - 0.01, band.edge + depth), span.arc.start, span.arc.span)
        yield strip, any(one.whole for one in seen)


def _spans(ring: Ring, band: Band, flipped: Arc | None, up: float) -> list[Span]:
    """Sectors to read a title from: the longest arc that is no bottom line, then all round from the widest gap.

    An oval's title is centred on its top, so worn letters there need not be taken for gaps.
    """
    arcs = [arc for arc in band.arcs if arc != flipped]
    alone = len(arcs) == 1 and flipped is not None
    spans = [Span(arc.widened(OVERLAP), alone) for arc in arcs[:1]]
    if alone:
        return spans
    if not ring.circular:
        return [*spans, Span(Arc(up - OVAL_SPAN / 2, OVAL_SPAN), True)]
    rounds = [Arc(gap.start + gap.span, 360 - gap.span).widened(OVERLAP) for gap in band.gaps[: 2 - len(spans)]]
    return [*spans, *(Span(arc, True) for arc in rounds)] or [Span(Arc(180.0, 360.0), True)]


def _bottom_arcs(views: Views, ring: Ring, band: Band, engine: Engine) -> tuple[list[str], Arc | None]:
    """Lines that read left to right along the bottom, and the sector of the first: shorter arcs, both ways round."""
    lines, found = list[str](), None
    for arc in [arc for arc in band.arcs[1:3] if arc.span <= SHORT_ARC]:
        strip = unwrap(
            views[0],
            ring,
            (band.edge - 0.01, band.edge + band.depth + 0.02),
            arc.start - OVERLAP,
            arc.span + 2 * OVERLAP,
        )
        there, back = (engine.read_line(_framed(way)) for way in (strip, cv2.rotate(strip, cv2.ROTATE_180)))
        if back[1] >= GOOD and back[1] > there[1] and chinese(back[0]) >= 2:
            lines.append(back[0])
            found = found or arc
    return lines, found


def _up(ring: Ring, band: Band, flipped: Arc | None) -> float:
    """Direction of the seal's top; an oval's top is on its short axis."""
    if flipped is not None:
        up = (flipped.middle + 180) % 360
    elif band.gaps:
        up = (band.gaps[0].middle + 180) % 360
    else:
        up = 0.0
    if ring.circular:
        return up
    axis = np.degrees(ring.phi) + (90 if ring.a < ring.b else 0)
    return float(axis if abs((up - axis + 180) % 360 - 180) <= 90 else (axis + 180) % 360)


def _inner(views: Views, ring: Ring, band: Band, up: float, engine: Engine) -> list[str]:
    """Lines across the middle of the upright seal, below the star or in its place."""
    flat = upright(views[0], ring, up, INNER_SIZE)
    mask = upright(views[1], ring, up, INNER_SIZE) < 150
    lines = []
    for top, bottom in _rows(mask, ring, band):
        reading = _line(flat, ring, band, top, bottom, engine)
        if reading.score >= GOOD and len(reading.text) >= 2:
            lines.append(reading.text)
    return lines


def _chord(ring: Ring, band: Band, y: float) -> float:
    """Half the width in pixels of the free middle of the upright seal at `y` pixels from its centre."""
    scale = INNER_SIZE / (2 * ring.long)
    letters = (band.edge + band.depth) * ring.short
    a, b = ((axis - letters) * scale for axis in (ring.long, ring.short))
    inside = 1 - (y / b) ** 2 if b > 0 else 0.0
    return float(a * np.sqrt(inside)) if inside > 0 else 0.0


def _rows(mask: Gray, ring: Ring, band: Band) -> list[tuple[int, int]]:
    """(top, bottom) of up to three lines of ink in the free middle, top down; a star is too tall to be one."""
    middle = INNER_SIZE / 2
    inked = np.zeros(INNER_SIZE, bool)
    for y in range(INNER_SIZE):
        half = int(_chord(ring, band, y - middle))
        row = mask[y, int(middle) - half : int(middle) + half]
        inked[y] = half > 20 and row.mean() > 0.06
    edges = np.diff(np.r_[0, inked.astype(int), 0])
    runs = list(zip(np.flatnonzero(edges == 1), np.flatnonzero(edges == -1), strict=True))
    return [(int(a), int(b)) for a, b in runs if 12 <= b - a <= 64][:3]


def _line(flat: Gray, ring: Ring, band: Band, top: int, bottom: int, engine: Engine) -> Reading:
    middle = INNER_SIZE // 2
    half = int(max(_chord(ring, band, y - middle) for y in (top, bottom))) + 6
    strip = flat[max(0, top - 3) : bottom + 3, max(0, middle - half) : middle + half]
    return Reading(*engine.read_line(_framed(strip)))


def _code(view: Gray, ring: Ring, band: Band, engine: Engine) -> list[str]:
    """The digits along the rim at the bottom, if 8 or more are read."""
    if not band.gaps or band.gaps[0].span < 40:
        return []
    gap = band.gaps[0]
    strip = unwrap(view, ring, (band.edge - 0.01, band.edge + 0.19), gap.start - 4, gap.span + 8)
    text, score = engine.read_line(_framed(cv2.rotate(strip, cv2.ROTATE_180)))
    digits = re.sub(r"\D", "", text)
    return [digits] if len(digits) >= 8 and score >= GOOD else []


def _framed(strip: Gray) -> RGB:
    """With some paper around, as the recogniser expects a line, in three channels."""
    wide = cv2.copyMakeBorder(strip, 4, 4, 12, 12, cv2.BORDER_REPLICATE)
    return cv2.cvtColor(wide, cv2.COLOR_GRAY2RGB)
