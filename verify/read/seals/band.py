"""Where on an unwrapped ring the letters stand: how deep under the rim, and between which gaps.

Directions are degrees clockwise from up, depths are shares of the short semi-axis below the rim.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from verify.read.engine import Array
from verify.read.seals.ink import Views
from verify.read.seals.shapes import Ring
from verify.read.seals.unwrap import unwrap

TOP, BOTTOM, ROWS = -0.06, 0.62, 96
"""The sector looked at, in depths, and its height in pixels."""

SMALL_GAP, LARGE_GAP = 12.0, 24.0
"""Degrees: gaps from the first on may be where a title begins; gaps from the second on part two arcs."""

THICKEST = 0.16
"""Depth over which a rim is inked at most."""

DENSE, SECOND_RIM = 0.62, 0.75
"""Share of its length that a rim is inked at least, and a round seal's second one: letters reach less. Most ovals have
two."""

DEFAULT_EDGE = 0.07
"""Depth of the rim's inner edge where the rim is too worn to be measured."""


@dataclass(frozen=True, slots=True)
class Arc:
    """A sector with letters."""

    start: float
    span: float

    @property
    def middle(self) -> float:
        """Its direction."""
        return (self.start + self.span / 2) % 360

    def widened(self, degrees: float) -> Arc:
        """The arc with so many degrees more at either end, once round at most."""
        return Arc(self.start - degrees, min(360.0, self.span + 2 * degrees))


@dataclass(frozen=True, slots=True)
class Band:
    """Depths of the rim's inner edge and, below it, the letters' upper and lower edge; gaps widest first.

    `arcs` are the sectors between large gaps, longest first.
    """

    edge: float
    top: float
    depth: float
    gaps: tuple[Arc, ...]
    arcs: tuple[Arc, ...]


def band_of(views: Views, ring: Ring) -> Band:
    """Measures the band of letters of `ring` on `views` (dark ink on white): on what the first two have in common."""
    view = np.asarray(cv2.addWeighted(views[0], 0.5, views[1], 0.5, 0), np.uint8)
    dark = unwrap(255 - view, ring, (TOP, BOTTOM), 0, 360, ROWS).astype(np.float32)
    dark = np.clip(cv2.GaussianBlur(dark, (3, 3), 0) - np.percentile(dark, 25), 0, 255)
    depths = np.linspace(TOP, BOTTOM, ROWS)
    edge = _edge((dark > 0.38 * np.percentile(dark, 96)).mean(axis=1), depths, SECOND_RIM if ring.circular else DENSE)
    letters = dark[(depths > edge + 0.03) & (depths < edge + 0.4)]
    ink = dark > 0.38 * np.percentile(letters, 95)
    gaps = sorted(_gaps(ink, depths, edge), key=lambda gap: (-gap.span, gap.start))
    arcs = sorted(_between([gap for gap in gaps if gap.span >= LARGE_GAP]), key=lambda arc: (-arc.span, arc.start))
    return Band(edge, _top(ink, depths, edge), _depth(ink, depths, edge), tuple(gaps), tuple(arcs))


def _edge(density: Array, depths: Array, second: float) -> float:
    """Depth at which the rim (or the inner of two rims) ends: below the last thin run of rows inked nearly all round.

    A thick run, or one less inked than a `second` rim, is of bold letters: on some seals they stand all round.
    """
    dense = (density > DENSE) & (depths < 0.24)
    change = np.diff(np.r_[0, dense.astype(int), 0])
    runs = zip(np.flatnonzero(change == 1), np.flatnonzero(change == -1), strict=True)
    thickest = THICKEST / float(depths[1] - depths[0])
    rims = [(start, end) for start, end in runs if end - start <= thickest]
    ends = [int(end) for start, end in rims if start == rims[0][0] or density[start:end].max() > second]
    if not ends:
        return DEFAULT_EDGE
    row = last = ends[-1] - 1
    while row < last + thickest / 3 and density[row] > 0.5:
        row += 1
    return float(np.clip(depths[row], 0.03, 0.28))


def _depth(ink: Array, depths: Array, edge: float) -> float:
    """Lower edge of the letters below `edge`: where ink thins out between them and the star or the centre line."""
    inside = np.flatnonzero((depths > edge + 0.2) & (depths < edge + 0.44))
    density = np.convolve(ink.mean(axis=1), np.ones(5) / 5, "same")[inside]
    peak = float(density.max()) if len(density) else 0.0
    thin = np.flatnonzero(density < 0.35 * peak)
    return float(depths[inside[thin[0]]] - edge) if len(thin) else 0.38


def _top(ink: Array, depths: Array, edge: float) -> float:
    """Upper edge of the letters below `edge`: where ink thickens again inside a rim that stands apart from them."""
    inside = np.flatnonzero((depths > edge + 0.01) & (depths < edge + 0.4))
    density = np.convolve(ink.mean(axis=1), np.ones(3) / 3, "same")[inside]
    peak = float(density.max()) if len(density) else 0.0
    thick = np.flatnonzero(density > 0.35 * peak)
    thin = np.flatnonzero(density[: thick[0] + 12] < 0.2 * peak) if len(thick) else thick
    first = thick[thick > thin[-1]] if len(thin) else thick[:0]
    return float(depths[inside[first[0]]] - edge) if len(first) else 0.0


def _gaps(ink: Array, depths: Array, edge: float) -> list[Arc]:
    """Sectors without ink in the letters' middle rows, where a code's small digits do not reach."""
    rows = (depths > edge + 0.14) & (depths < edge + 0.28)
    degree = 360 / ink.shape[1]
    width = max(3, int(6 / degree) | 1)
    profile = ink[rows].mean(axis=0)
    smooth = np.convolve(np.r_[profile[-width:], profile, profile[:width]], np.ones(width) / width, "same")
    used = smooth[width:-width] > 0.08
    if used.all() or not used.any():
        return []
    first = int(np.flatnonzero(used)[0])
    change = np.diff(np.r_[0, np.roll(~used, -first).astype(int), 0])
    pairs = zip(np.flatnonzero(change == 1), np.flatnonzero(change == -1), strict=True)
    gaps = [Arc(float((a + first) * degree % 360), float((b - a) * degree)) for a, b in pairs]
    return [gap for gap in gaps if gap.span >= SMALL_GAP]


def _between(gaps: list[Arc]) -> list[Arc]:
    """The sectors between neighbouring gaps; none for a single gap's whole ring."""
    if len(gaps) < 2:
        return []
    gaps = sorted(gaps, key=lambda gap: gap.start)
    pairs = zip(gaps, gaps[1:] + gaps[:1], strict=True)
    arcs = [Arc((a.start + a.span) % 360, (b.start - a.start - a.span) % 360) for a, b in pairs]
    return [arc for arc in arcs if arc.span > 18]
