"""Reads the title along a rim: which sectors, how deep, by which reader, and when it is enough.

Our own recogniser reads the strips in colour; the page's engine reads one of the ink alone, as a second opinion.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, pairwise

import cv2
import numpy as np

from verify.read.engine import RGB, Array, Engine, Gray
from verify.read.seals.band import Arc, Band, band_of
from verify.read.seals.ink import Ink, Views
from verify.read.seals.readings import Readings
from verify.read.seals.recogniser import HEIGHT, Letter, Line, recogniser, whitened
from verify.read.seals.repeats import without_repeats
from verify.read.seals.rover import joined
from verify.read.seals.shapes import Ring
from verify.read.seals.unwrap import evened, framed, unwrap

FIRST, MORE, MAX_STRIPS = 1, 3, 10
"""Strips of our own read beside the engine's before a clear seal's readings are compared, at a time after that, in all."""

HOPELESS = 5
"""Strips after which a title of which nothing was legible is given up."""

OVERLAP = 5.0
"""Degrees read beyond an arc's ends: a thin first stroke may have been taken for gap."""

OVAL_SPAN = 256.0
"""Degrees that an oval seal's title may span."""

WIDEST = 640
"""Width in pixels of the strips that the recogniser is shown, at most."""

BEYOND = 1.7
"""Letters' widths read on either side of those that were read: a worn first or last letter may be taken for gap."""

WIDER_GAP = 12.0
"""By how many degrees a gap between letters read must pass the one that the strip was cut at, to be cut at instead."""


@dataclass(frozen=True)
class Cut:
    """A seal cut out of its page: in colour, dark on white three ways, its rim there, and what ink it is of."""

    image: RGB
    views: Views
    ring: Ring
    ink: Ink = "red"

    @cached_property
    def white(self) -> RGB:
        """In colour on white paper."""
        return whitened(self.image)

    @cached_property
    def band(self) -> Band:
        """Where its letters stand."""
        return band_of(self.views, self.ring)


def read_titles(cut: Cut, spans: Sequence[Arc], engine: Engine) -> Readings:
    """Reads strips that may hold the title, likeliest first, until readings agree; then puts the letters to the vote."""
    titles = Readings()
    _read_strips(titles, cut, spans, engine)
    for pivot in titles.ranked()[:1]:
        titles.elect(joined(pivot, titles.all))
    return titles


def _read_strips(titles: Readings, cut: Cut, spans: Sequence[Arc], engine: Engine) -> None:
    tries = _tries(cut, spans)
    batch, seen = list(islice(tries, FIRST)), list[tuple[Line, Arc]]()
    while batch:
        seen += _add(titles, batch)
        if len(seen) <= FIRST + MORE:
            view = cut.views[0] if len(seen) <= FIRST else cut.views[1]
            _add_opinion(titles, view, cut.ring, _depths(cut.band)[0], spans[0], engine)
        if titles.agreed or (len(seen) >= HOPELESS and not titles.promising):
            titles.middle = _middle_of(seen)
            return
        batch = list(islice(tries, MORE))
    titles.middle = _middle_of(seen)
    if again := _around_letters(seen):
        _add(titles, [(strip_of(cut.white, cut.ring, depths, again), again) for depths in _depths(cut.band)[:2]])


def _add(titles: Readings, batch: list[tuple[RGB, Arc]]) -> list[tuple[Line, Arc]]:
    lines = recogniser().read([strip for strip, _ in batch])
    for line in lines:
        own = without_repeats(line)
        titles.add(own.text, own.score, own.letters)
    return [(line, arc) for line, (_, arc) in zip(lines, batch, strict=True)]


def _middle_of(seen: list[tuple[Line, Arc]]) -> float | None:
    """Direction in the middle of the surest line's letters."""
    line, arc = max(seen, key=lambda pair: len(pair[0].letters) * pair[0].score)
    if len(line.letters) < 4:
        return None
    return (arc.start + (line.letters[0].at + line.letters[-1].at) / 2 * arc.span) % 360


def _around_letters(seen: list[tuple[Line, Arc]]) -> Arc | None:
    """The sector of the surest line's letters and a little more, begun after the widest gap between them."""
    line, arc = max(seen, key=lambda pair: len(pair[0].letters) * pair[0].score)
    at = [arc.start + letter.at * arc.span for letter in line.letters]
    if len(at) < 4:
        return None
    pitch = float(np.median(np.diff(at)))
    start, gap = max(((b, b - a) for a, b in pairwise(at)), key=lambda pair: pair[1])
    if gap > 360 - (at[-1] - at[0]) + WIDER_GAP:
        return Arc(start, 360 - gap).widened(0.6 * pitch)
    return Arc(at[0], at[-1] - at[0]).widened(BEYOND * pitch)


def strip_of(image: Array, ring: Ring, band: tuple[float, float], arc: Arc) -> RGB:
    """The sector as the recogniser is shown it."""
    strip = unwrap(image, ring, band, arc.start, arc.span, HEIGHT)
    flat: Array = cv2.resize(strip, (min(strip.shape[1], WIDEST), HEIGHT), interpolation=cv2.INTER_AREA)
    return flat if flat.ndim == 3 else np.asarray(cv2.cvtColor(flat, cv2.COLOR_GRAY2RGB))


def _tries(cut: Cut, spans: Sequence[Arc]) -> Iterator[tuple[RGB, Arc]]:
    """At most MAX_STRIPS strips: in colour at the letters' depth, deeper, then of the ink alone."""
    first, second, third, inner = _depths(cut.band)
    white = cut.white
    last = (cut.views[1], second) if cut.ring.circular else (white, inner)
    ways = ((white, first), (white, second), (cut.views[0], first), (white, third), last)
    tries = [(image, depths, arc) for image, depths in ways for arc in spans]
    for image, depths, arc in tries[:MAX_STRIPS]:
        yield strip_of(image, cut.ring, depths, arc), arc


def _depths(band: Band) -> tuple[tuple[float, float], ...]:
    """Where the letters may stand under the rim: as measured, as deep as large and as the largest ones, and smaller
    ones well inside a double rim."""
    edge, first = band.edge, band.edge + band.depth + 0.02
    return (
        (edge + max(-0.01, band.top - 0.05), first),
        (edge - 0.01, edge + 0.36),
        (edge - 0.01, edge + 0.44),
        (edge + 0.11, first),
    )


def _add_opinion(
    titles: Readings, view: Gray, ring: Ring, depths: tuple[float, float], arc: Arc, engine: Engine
) -> None:
    """What the page's engine reads; it does not say what else a letter may be."""
    text, score = engine.read_line(evened(framed(unwrap(view, ring, depths, arc.start, arc.span))))
    titles.add(text, score, tuple(Letter(((character, round(score, 3)),), 0.0) for character in text))


def spans_of(ring: Ring, band: Band, flipped: Arc | None, up: float) -> list[Arc]:
    """Sectors to read a title from: the longest arc that is no bottom line, then all round from the widest gap.

    An oval's title is centred on its top, so worn letters there need not be taken for gaps.
    """
    arcs = [arc for arc in band.arcs if arc != flipped]
    spans = [arc.widened(OVERLAP) for arc in arcs[:1]]
    if len(arcs) == 1 and flipped is not None:
        return spans
    if not ring.circular:
        return [*spans, *(Arc(top - OVAL_SPAN / 2, OVAL_SPAN) for top in (up, up + 180))]
    rounds = [Arc(gap.start + gap.span, 360 - gap.span).widened(OVERLAP) for gap in band.gaps[: 2 - len(spans)]]
    return [*spans, *rounds] or [Arc(180.0, 360.0)]
