"""Two drawings of a scanned page, before and after a revision: where dark print differs, both are read.

Coloured ink that came (a seal, a highlight) is told apart by its colour and is no change of print.
"""

from __future__ import annotations

from collections.abc import Iterator

import cv2
import numpy as np

from verify.page import Box
from verify.read.engine import RGB, Engine
from verify.read.traces.bounds import kept
from verify.read.traces.differences import changed
from verify.read.traces.earlier import picture
from verify.read.traces.fragments import in_read_number, masked
from verify.read.traces.overlays import LEAST, LEVELS, coloured, cut, drawn, in_line, read
from verify.read.traces.printed import Printed
from verify.traces import Addition, Change

SLIGHT = 16
"""Levels below which two small drawings are the same: what differs in a letter shows more, even at 72 dpi."""

PLACES = 8
"""Places on a page that are read; where more differ, the page is another scan."""

DARK = 160
"""Level below which a pixel is print."""

SURE = 0.95
"""Confidence of both readings from which on no closer look is needed."""

NEAR = 15
"""Pixels between differences that belong to one place."""


def look_alike(before: Printed, after: Printed) -> bool:
    """Whether two small drawings show no difference: most pages of a file that was saved again."""
    one, other = (page.page.render(scale=1).to_numpy().astype(np.int16) for page in (before, after))
    return one.shape == other.shape and int(np.abs(one - other).max(initial=0)) <= SLIGHT


def picture_changes(before: Printed, after: Printed, number: int, engine: Engine) -> Iterator[Change | Addition]:
    """What differs between two drawings of page `number`; "picture" where it cannot be said what."""
    one, other = drawn(before), drawn(after)
    if one.shape != other.shape:
        yield "picture"
        return
    places = _places(one, other)
    if len(places) > PLACES:
        yield "picture"
        return
    for box in places:
        yield from _place(one, other, box, number, engine)


def _place(one: RGB, other: RGB, box: Box, number: int, engine: Engine) -> Iterator[Change | Addition]:
    if coloured(cut(other, box)):
        yield "stamp"
        return
    wide = in_line(box, one)
    (said, sure), (says, surely) = _read(one, other, wide, engine)
    kind = changed(said, says)
    if kind and said:
        sure = round(min(sure, surely or sure), 3)
        shown = picture(one, wide, said, says)
        if any(map(str.isdecimal, said + says)) and in_read_number((one, other), wide, engine):
            said, says, shown = masked(said), masked(says), ""
        yield Change(kind, number, kept(said), kept(says), "ocr", wide, sure, shown)
    else:
        yield "text" if says and not said else "picture"


def _read(one: RGB, other: RGB, wide: Box, engine: Engine) -> list[tuple[str, float]]:
    """Both texts with their confidences; where a letter is cut by the edge and makes them doubtful, without that letter."""
    first = [read(cut(image, wide), engine) for image in (one, other)]
    closer = _whole(one, wide)
    if closer == wide or _sure(first) >= SURE:
        return first
    return max(first, [read(cut(image, closer), engine) for image in (one, other)], key=_sure)


def _sure(two: list[tuple[str, float]]) -> float:
    return min(sure for _, sure in two)


def _whole(image: RGB, box: Box) -> Box:
    """The box without what its left and right edges cut through, if half of it is left."""
    blank = np.flatnonzero((cut(image, box).min(axis=2) >= DARK).all(axis=0))
    if not blank.size or blank[-1] - blank[0] < (box[2] - box[0]) / 2:
        return box
    return box[0] + int(blank[0]), box[1], box[0] + int(blank[-1]) + 1, box[3]


def _places(one: RGB, other: RGB) -> list[Box]:
    """Where two drawings differ."""
    levels = np.abs(one.astype(np.int16) - other.astype(np.int16)).max(axis=2)
    differing = (levels > LEVELS).astype(np.uint8)
    grown = cv2.dilate(differing, np.ones((NEAR // 3, NEAR), np.uint8))
    count, _, stats, _ = cv2.connectedComponentsWithStats(grown)
    boxes: list[Box] = []
    for x, y, width, height, _area in stats[1:count]:
        box = int(x), int(y), int(x + width), int(y + height)
        if int(cut(differing, box).sum()) >= LEAST:
            boxes.append(box)
    return boxes
