"""Finds rectangular seals by their shape alone, in whatever ink: a frame by itself, stamped askew, filled with rows.

A box that is printed stands as straight as the print around it, so only what is turned against that is taken for a
stamp: one stamped quite straight is missed rather than a text box taken for a seal.
"""

from __future__ import annotations

import cv2
import numpy as np

from verify.read.engine import RGB, Array, Gray
from verify.read.seals.frame_rows import is_filled
from verify.read.seals.frames import MARGIN, STROKE, along, followed, guess_frames, laid_flat, ridges, sides_of
from verify.read.seals.lines import direction, lengths, lines_of, strokes, turn_off
from verify.read.seals.print_turn import print_turn
from verify.read.seals.shapes import Outline, Rect

LONGEST = 0.8
"""Greatest width as a share of the page's longer side: a frame larger than that is the sheet's own."""

MAX_FOLLOWED = 12
"""Frames followed on one page at most."""

TURNED, TURNED_ALONE = 1.5, 2.5
"""Least turn in degrees against the print around, and against the page's sides where there is hardly any print."""

ENOUGH = 1.0
"""Strokes of so many widths of the frame together tell which way the print runs."""

NEAR = 1.2
"""Print within so many widths of the frame's middle is asked, too: a slanted photo does not turn it all alike."""

SEEN, SEEN_TOGETHER = 0.7, 0.8
"""Least share of each side that is seen, and of all four."""

AROUND = (0.1, 0.14, 0.18, 0.22, 0.26)
"""Where strokes along the sides are looked for outside, as a share of the height."""

BESIDE = 0.2
"""Most strokes along the sides outside: tables and double frames have more."""

UNEVEN = 24.0
"""Most grey levels by which the paper differs on either side of the frame."""

BARE = 25
"""So many hundredths of what lies along a side is bare paper, at least."""

ON_BEYOND = 1
"""So many of the eight ways on beyond the corners may have a stroke: the sides of table cells go on."""


def dark_plates(image: RGB, dark: Gray, shortest: float, known: list[Outline]) -> list[Rect]:
    """Rectangular seals on `image`, of which `dark` is the darkness, other than the `known` ones, at least
    2 x `shortest` high; `coverage` is that of the least inked side."""
    ends, scale = strokes(dark)
    longest = LONGEST * max(dark.shape)
    tried, found = list[Rect](), list[Rect]()
    for guess in guess_frames(lines_of(ends, scale, dark.shape, longest), 2 * shortest, longest):
        if len(tried) >= MAX_FOLLOWED:
            break
        if any(_alike(guess, other) for other in (*known, *tried, *found)) or not _turned(guess, ends):
            continue
        tried.append(guess)
        frame = followed(dark, guess)
        if frame is None or not _turned(frame, ends) or any(_alike(frame, other) for other in found):
            continue
        coverage = _stands_alone(dark, frame)
        if coverage and is_filled(dark, frame) and _on_one_paper(image, frame) and _askew(dark, frame):
            found.append(Rect(frame.x, frame.y, frame.width, frame.height, frame.angle, coverage))
    return found


def _alike(guess: Rect, other: Outline) -> bool:
    """Whether a guess is `other` again: both edges of a line are lines."""
    if not isinstance(other, Rect):
        return False
    gap = max(4.0, 0.08 * other.height)
    near = np.hypot(guess.x - other.x, guess.y - other.y) < gap
    return bool(near and abs(guess.width - other.width) < 2 * gap and abs(guess.height - other.height) < 2 * gap)


def _turned(frame: Rect, ends: Array) -> bool:
    """Whether the frame does not run with the longer strokes around it, if there are any."""
    c, s = np.cos(np.radians(frame.angle)), np.sin(np.radians(frame.angle))
    x, y = (ends[:, 0] + ends[:, 2]) / 2 - frame.x, (ends[:, 1] + ends[:, 3]) / 2 - frame.y
    outside = (np.abs(x * c + y * s) > 0.55 * frame.width) | (np.abs(y * c - x * s) > 0.55 * frame.height)
    if float(lengths(ends)[outside].sum()) < ENOUGH * frame.width:
        return turn_off(frame.angle, 0.0) >= TURNED
    return turn_off(frame.angle, direction(ends[outside])) >= TURNED


def _askew(dark: Gray, frame: Rect) -> bool:
    """Whether the frame stands askew in the print near it and in that of the page: where neither has any, against the
    page's sides."""
    others = dark.copy()
    grown = Rect(frame.x, frame.y, 1.06 * frame.width, 1.06 * frame.height + 0.03 * frame.width, frame.angle)
    cv2.fillPoly(others, [np.rint(grown.corners()).astype(np.int32)], 0)
    reach = NEAR * frame.width
    x0, y0 = max(0, round(frame.x - reach)), max(0, round(frame.y - reach))
    near = others[y0 : round(frame.y + reach), x0 : round(frame.x + reach)]
    turns = [turn for turn in (print_turn(near), print_turn(others)) if turn is not None]
    if not turns:
        return turn_off(frame.angle, 0.0) >= TURNED_ALONE
    return all(turn_off(frame.angle, turn) >= TURNED for turn in turns)


def _on_one_paper(image: RGB, frame: Rect) -> bool:
    """Whether it is as bright just outside each side as just inside: not so of cards, boards and labels."""
    off = max(3, round(STROKE * frame.width)) + 2
    shade = np.asarray(255 - cv2.cvtColor(image, cv2.COLOR_RGB2GRAY), np.uint8)
    outside, inside = laid_flat(shade, frame, off), laid_flat(shade, frame, -off)
    return all(
        abs(float(np.percentile(out, BARE)) - float(np.percentile(within, BARE))) <= UNEVEN
        for out, within in zip(_edges(outside), _edges(inside), strict=True)
    )


def _edges(flat: Array) -> tuple[Array, Array, Array, Array]:
    """The two outermost pixels of each side."""
    return flat[:2], flat[-2:], flat[:, :2], flat[:, -2:]


def _stands_alone(dark: Gray, frame: Rect) -> float:
    """The share seen of the frame's least seen side, 0 unless all are there, end at the corners and nothing runs
    beside them."""
    margin = max(8.0, MARGIN * frame.height)
    flat = laid_flat(dark, frame, margin)
    sides, least = sides_of(flat, frame, margin)
    seen = (sides > least).mean(axis=1)
    if seen.min() < SEEN or seen.mean() < SEEN_TOGETHER:
        return 0.0
    beside, beyond = list[float](), 0
    offsets = [max(share * frame.height, 4.0) for share in AROUND]
    for ridge in (ridges(flat, frame), ridges(flat.T, frame)):
        height, width = ridge.shape
        for row, out in ((margin, -1), (height - 1 - margin, 1)):
            for offset in (offset for offset in offsets if offset < margin - 1):
                beside.append(float((along(ridge, row + out * offset, margin, width - 1 - margin) > least).mean()))
            gap = 0.06 * frame.height + 2
            for start, end in ((1.0, margin - gap), (width - 1 - margin + gap, width - 2.0)):
                beyond += bool((along(ridge, row, start, end) > least).mean() > 0.5)
    return float(seen.min()) if np.mean(beside) <= BESIDE and beyond <= ON_BEYOND else 0.0
