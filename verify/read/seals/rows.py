"""Finds the rows of letters on a plate, by the ink along them."""

from __future__ import annotations

import cv2
import numpy as np

from verify.read.engine import RGB, Array
from verify.read.seals.recogniser import HEIGHT

LOWEST = 0.09
"""Least height of a row as a share of the plate's: a fourth to an eighth is usual."""

PARTED = 0.18
"""Ink between two rows is less than this share of either's."""

STRETCH, WIDEST = 0.9, 480
"""Strips are shown to the recogniser so much narrower than they are, as many pixels wide at most."""

Row = tuple[int, int, int, int]
"""x0, y0, x1, y1 on the plate."""

MOST = 7
"""Rows read at most."""


def rows_of(mask: Array) -> list[Row]:
    """The rows of ink on `mask`, booleans, top down; at most MOST."""
    profile = np.convolve(mask.mean(axis=1), np.ones(3) / 3, "same")
    spans = _split(profile, 0, len(profile), max(4.0, LOWEST * len(profile)))
    rows = [row for span in spans if (row := _tight(mask, *span)) is not None]
    return rows[:MOST]


def strip(image: Array, row: Row, room: float = 0.08, stretch: float = STRETCH, widest: int = WIDEST) -> RGB:
    """The row HEIGHT pixels high, with `room` above and below as a share of its height and more at its ends."""
    x0, y0, x1, y1 = row
    tall = y1 - y0
    side, above = round(0.25 * tall), round(room * tall)
    part = image[max(0, y0 - above) : y1 + above, max(0, x0 - side) : x1 + side]
    width = int(np.clip(part.shape[1] * HEIGHT / len(part) * stretch, 24, widest))
    shrunk = cv2.INTER_AREA if width < part.shape[1] else cv2.INTER_LINEAR
    flat: Array = cv2.resize(part, (width, HEIGHT), interpolation=shrunk)
    return flat if flat.ndim == 3 else np.asarray(cv2.cvtColor(flat, cv2.COLOR_GRAY2RGB))


def _split(profile: Array, start: int, end: int, least: float) -> list[tuple[int, int]]:
    """Parts rows where the ink runs thinnest between them, again and again."""
    if end - start < least:
        return []
    part = profile[start:end]
    before, after = np.maximum.accumulate(part), np.maximum.accumulate(part[::-1])[::-1]
    thin = part / np.maximum(np.minimum(before, after), 1e-6)
    edge = int(least)
    inner = thin[edge : len(thin) - edge]
    if not len(inner) or inner.min() > PARTED:
        return [(start, end)]
    thinnest = np.flatnonzero(inner <= inner.min() + 0.02)
    middle = start + edge + int(thinnest[len(thinnest) // 2])
    return [*_split(profile, start, middle, least), *_split(profile, middle, end, least)]


def _tight(mask: Array, start: int, end: int) -> Row | None:
    """The box of the ink between two levels, specks left out; None where there is too little."""
    part = mask[start:end]
    lines = part.mean(axis=1)
    inked = np.flatnonzero(lines > 0.12 * lines.max(initial=0.0))
    if not len(inked) or lines.max() < 0.02:
        return None
    top, bottom = start + int(inked[0]), start + int(inked[-1]) + 1
    columns = np.flatnonzero(np.convolve(mask[top:bottom].mean(axis=0), np.ones(3) / 3, "same") > 0.04)
    if bottom - top < 0.06 * len(mask) or not len(columns):
        return None
    return int(columns[0]), top, int(columns[-1]) + 1, bottom
