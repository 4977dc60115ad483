"""Peels seals off a piece of ink, one after the other: touching ones, and such as lie over one another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import cv2
import numpy as np

from verify.read.engine import Gray
from verify.read.seals.fit import fit_ring
from verify.read.seals.ink import MIN_PIXELS
from verify.read.seals.judge import is_rectangle, is_rim, is_written
from verify.read.seals.overlap import is_apart, written_beyond
from verify.read.seals.shapes import Outline, Rect, Ring
from verify.read.seals.sides import fit_rectangle

MOST = 12
"""Rings peeled off one piece at most."""

BARE_COVERAGE = 0.85
"""Least share of the rim that is inked where no letters show inside: too pale ones, or a drawn circle."""

Seen = tuple[Ring, bool]


@dataclass(frozen=True, slots=True)
class Piece:
    """Masks of one window: the piece itself, all ink not yet explained, all ink, and the faintest too, as letters need
    not be joined to the rim and are often paler. `above` are rings already found, semi-axes are `shortest` at least, and
    `coverage` is the least share of a rim that is inked."""

    mask: Gray
    left: Gray
    ink: Gray
    letters: Gray
    shortest: float
    coverage: float
    above: list[Ring] = field(default_factory=list)


def peel(piece: Piece) -> Iterator[tuple[Outline, bool]]:
    """The rectangle that the piece is, or the rings in it, and whether they are written on; clears its masks."""
    if np.count_nonzero(piece.mask) < MIN_PIXELS:
        return
    rectangle = fit_rectangle(piece.mask)
    if rectangle is not None and is_rectangle(piece.letters, rectangle, piece.shortest):
        yield rectangle, True
        return
    for _ in range(MOST):
        rings = _beneath(piece, piece.above) or _plain(piece)
        if not rings or any(not written and ring.coverage < BARE_COVERAGE for ring, written in rings):
            return
        for ring, written in rings:
            yield ring, written
            piece.above.append(ring)
            rub_out(piece.mask, ring)
            rub_out(piece.left, ring)


def rub_out(ink: Gray, outline: Outline) -> None:
    """Clears the ink inside `outline` and on its rim, in place."""
    if isinstance(outline, Ring):
        points = outline.points(1.045, 180)
    else:
        points = Rect(outline.x, outline.y, outline.width * 1.03, outline.height * 1.03, outline.angle).corners()
    cv2.fillPoly(ink, [np.rint(points).astype(np.int32)], 0)


def _beneath(piece: Piece, above: Sequence[Ring]) -> list[Seen]:
    """The ring whose rim is seen beyond those `above` it: it runs on beneath them, and all its ink counts."""
    ring = fit_ring(piece.mask, piece.ink, piece.shortest) if above else None
    if ring is None or ring.coverage < piece.coverage or not is_apart(ring, above, piece.ink, [piece.ink] * len(above)):
        return []
    return [(ring, written_beyond(ring, above, piece.letters))]


def _plain(piece: Piece) -> list[Seen]:
    """The ring that stands alone; or the two of which each sticks out from under the other all round."""
    ring = fit_ring(piece.mask, piece.left, piece.shortest)
    if ring is None or ring.coverage < piece.coverage:
        return []
    if is_rim(piece.mask, piece.letters, ring):
        return [(ring, is_written(piece.letters, ring))]
    rest = piece.mask.copy()
    rub_out(rest, ring)
    below = _beneath(Piece(rest, rest, piece.left, piece.letters, piece.shortest, piece.coverage), [ring])
    return [(ring, written_beyond(ring, [below[0][0]], piece.letters)), *below] if below else []
