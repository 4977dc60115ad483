"""The covers of a page with the letters under them and on them; covers side by side are one patch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import pypdfium2

from verify.read.traces.painted import Cover
from verify.read.traces.printed import DEPTH, HIDDEN, Glyph, Printed, around, shared

TOUCHING = 2.0
"""Points between two covers that are one patch."""

MUCH = 2.5
"""Times by which letters in one place may differ in height: a dash and a digit do."""


@dataclass(frozen=True, slots=True)
class Patch:
    """A cover, or several side by side, with the letters under it and on it."""

    cover: Cover
    beneath: tuple[Glyph, ...]
    above: tuple[Glyph, ...]


def patches(printed: Printed) -> list[Patch]:
    """The covers that are worth looking at: over letters in whose place there are others, or over a scan."""
    joined = [patch for cover in _joined(printed.covers) if (patch := _patch(printed, cover))]
    single = [patch for cover in printed.covers if (patch := _patch(printed, cover))]
    return [*joined, *(patch for patch in single if not any(_part(patch, whole) for whole in joined))]


def lifted(printed: Printed, patch: Patch, above: bool) -> list[pypdfium2.PdfObject]:
    """What to take off a page so that what is under a patch can be seen, with the letters on it where `above`."""
    return [*(cover.handle for cover in _on_top(printed, patch.cover)), *(_texts(printed, patch) if above else [])]


def _patch(printed: Printed, cover: Cover) -> Patch | None:
    beneath, above = printed.around(cover)
    if any(glyph.text.isalnum() for glyph in beneath):
        beneath = tuple(glyph for glyph in beneath if not above or any(_in_place(glyph, other) for other in above))
        return Patch(cover, beneath, above) if beneath and (above or cover.kind == "picture") else None
    return Patch(cover, (), above) if printed.on_scan(cover) and (above or cover.kind == "picture") else None


def _in_place(glyph: Glyph, other: Glyph) -> bool:
    """Whether two letters stand on one line, about as large."""
    tall, high = glyph.area[3] - glyph.area[1], other.area[3] - other.area[1]
    apart = abs((glyph.area[1] + glyph.area[3]) - (other.area[1] + other.area[3])) / 2
    return apart < max(tall, high) and max(tall, high) < MUCH * max(min(tall, high), 1.0)


def _joined(covers: Iterable[Cover]) -> list[Cover]:
    """Covers side by side, as one that was painted when the first of them was."""
    rows: list[list[Cover]] = []
    for cover in sorted(covers, key=lambda one: (one.kind, round(one.area[1]), round(one.area[3]), one.area[0])):
        if rows and _beside(rows[-1][-1], cover):
            rows[-1].append(cover)
        else:
            rows.append([cover])
    return [
        replace(row[0], area=around(one.area for one in row), order=min(one.order for one in row))
        for row in rows
        if len(row) > 1
    ]


def _beside(one: Cover, other: Cover) -> bool:
    level = abs(one.area[1] - other.area[1]) <= TOUCHING and abs(one.area[3] - other.area[3]) <= TOUCHING
    return one.kind == other.kind and level and other.area[0] - one.area[2] <= TOUCHING


def _part(patch: Patch, whole: Patch) -> bool:
    """Whether a patch says nothing that a larger one does not."""
    return shared(patch.cover.area, whole.cover.area) > 0.9 and set(patch.beneath) <= set(whole.beneath)


def _on_top(printed: Printed, cover: Cover) -> Iterator[Cover]:
    left, bottom, right, top = cover.area
    reach = left - TOUCHING, bottom - TOUCHING, right + TOUCHING, top + TOUCHING
    for other in printed.covers:
        if other is cover or (other.order >= cover.order and shared(other.area, reach) >= HIDDEN):
            yield other


def _texts(printed: Printed, patch: Patch) -> list[pypdfium2.PdfObject]:
    orders = {glyph.order for glyph in patch.above}
    painted = zip(range(max(orders, default=-1) + 1), printed.page.get_objects(max_depth=DEPTH), strict=False)
    return [item for order, item in painted if order in orders]
