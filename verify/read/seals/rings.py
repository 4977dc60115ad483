"""Reads a round or oval seal: the title along its rim, the lines inside, the code under the rim's gap."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np

from verify.read.engine import Array, Engine
from verify.read.seals.band import Arc, Band
from verify.read.seals.codes import code_of
from verify.read.seals.ink import Views
from verify.read.seals.inner import GOOD, inner_lines
from verify.read.seals.kind_words import LINES
from verify.read.seals.readings import Text, as_prescribed, chinese
from verify.read.seals.shapes import Ring
from verify.read.seals.titles import OVERLAP, Cut, read_titles, spans_of
from verify.read.seals.unwrap import framed, unwrap
from verify.read.seals.upward import directions, upward

SURE = 0.9
"""Confidence of an oval's title from which no other look is taken."""

SLANTED = 1.5
"""A circle whose axes are further apart was not only photographed from the side."""

SHORT_ARC = 170.0
"""Arcs up to this many degrees may be a bottom line, which runs the other way round."""


def read_ring(cut: Cut, engine: Engine) -> Text:
    """Reads the round or oval seal cut out; one that is not surely read as an oval is read as a slanted circle, too."""
    text = _read(cut, engine)
    if cut.ring.circular:
        return text
    if known := as_prescribed(text):
        return known
    if text.confidence >= SURE or cut.ring.long > SLANTED * cut.ring.short:
        return text
    other = _read(_rounded(cut), engine)
    best = max(text, other, key=lambda one: one.confidence * min(chinese("".join(one.titles[:1])), 8))
    lines = max(best.lines, text.lines, key=_told)
    return replace(best, lines=lines, unread=best.unread and not lines)


def _told(lines: tuple[str, ...]) -> tuple[bool, int]:
    """How much lines say: a phrase that seals bear before any other."""
    return any(line in LINES for line in lines), len("".join(lines))


def _rounded(cut: Cut) -> Cut:
    """The seal stretched along its short axis until it is round."""
    ring = cut.ring
    angle = np.degrees(ring.phi)
    turn = np.vstack([cv2.getRotationMatrix2D((ring.x, ring.y), float(angle), 1.0), [0, 0, 1]])
    size = round(2.3 * ring.long)
    scale = np.diag([ring.long / ring.a, ring.long / ring.b, 1.0])
    there, back = np.eye(3), np.eye(3)
    there[:2, 2], back[:2, 2] = (-ring.x, -ring.y), (size / 2, size / 2)
    matrix = (back @ scale @ there @ turn)[:2]

    def round_off(image: Array) -> Array:
        return cv2.warpAffine(image, matrix, (size, size), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)

    first, second, third = (round_off(view) for view in cut.views)
    rim = Ring(size / 2, size / 2, ring.long, ring.long, 0.0, ring.coverage)
    return Cut(round_off(cut.image), (first, second, third), rim, cut.ink)


def _read(cut: Cut, engine: Engine) -> Text:
    views, ring, band = cut.views, cut.ring, cut.band
    turned, flipped = _bottom_arcs(views, ring, band, engine)
    up = upward(ring, band, flipped)
    titles = read_titles(cut, spans_of(ring, band, flipped, up), engine)
    ups = directions(views[1], ring, band, up, titles.middle)
    inner = inner_lines(cut, ups, engine)
    lines = [*turned, *inner.lines, *code_of(cut, ups)]
    ranked = [reading.text for reading in titles.ranked()]
    shown = tuple(line for line in dict.fromkeys(lines) if line not in ranked[:1])
    return Text(tuple(ranked), shown, titles.confidence(), titles.lattice(), inner.unread and not turned)


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
        there, back = (engine.read_line(framed(way)) for way in (strip, cv2.rotate(strip, cv2.ROTATE_180)))
        if back[1] >= GOOD and back[1] > there[1] and chinese(back[0]) >= 2:
            lines.append(back[0])
            found = found or arc
    return lines, found
