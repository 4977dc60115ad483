"""Reads the title along a rim: which sectors, how deep, on which view, and when it is enough."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from verify.read.engine import Engine, Gray
from verify.read.seals.band import Arc, Band
from verify.read.seals.ink import Views
from verify.read.seals.readings import Readings
from verify.read.seals.shapes import Ring
from verify.read.seals.unwrap import framed, unwrap

MAX_STRIPS = 10
"""Strips read for one title at most; a clear seal agrees after two."""


HOPELESS = 4
"""Strips after which a title of which nothing was legible is given up."""


OVERLAP = 5.0
"""Degrees read beyond an arc's ends: a thin first stroke may have been taken for gap."""


OVAL_SPAN = 256.0
"""Degrees that an oval seal's title may span."""


@dataclass(frozen=True, slots=True)
class Span:
    """A sector to read, and whether it holds the whole title if it holds any."""

    arc: Arc
    whole: bool


def read_titles(views: Views, ring: Ring, band: Band, spans: list[Span], engine: Engine) -> Readings:
    """Reads strips that may hold the title, likeliest first, until two agree."""
    titles = Readings()
    for number, (strip, enough) in enumerate(_strips(views, ring, band, spans), start=1):
        titles.add(*engine.read_line(framed(strip)))
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


def spans_of(ring: Ring, band: Band, flipped: Arc | None, up: float) -> list[Span]:
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
