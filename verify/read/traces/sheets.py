"""Which pages of two revisions of a PDF are the same sheet."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

LIKE = 0.5
"""Likeness of their text from which on two pages are one sheet, edited."""

LOOKED = 2_000
"""Characters of a page by which likeness is told."""

MANY = 40
"""Edited pages that are compared each with each; with more, those at one place are taken for one sheet."""


@dataclass(frozen=True, slots=True)
class Key:
    """What a page is known by: its text, and what tells its picture from others."""

    text: str
    picture: str = ""


@dataclass(frozen=True, slots=True)
class Matched:
    """Pages by their indexes before and after, how many went and came, and whether they stand in another order."""

    pairs: tuple[tuple[int, int], ...]
    gone: int
    new: int

    @property
    def reordered(self) -> bool:
        later = [after for _, after in self.pairs]
        return later != sorted(later)

    def after(self, index: int) -> int | None:
        """Which page a former one is."""
        return dict(self.pairs).get(index)


def matched(before: Sequence[Key], after: Sequence[Key]) -> Matched:
    """Pages with the same content first, then those that are alike, then, where there are as many, those left over."""
    pairs = _same(before, after)
    left, right = _rest(pairs, len(before), len(after))
    pairs += _alike(left, right, before, after)
    left, right = _rest(pairs, len(before), len(after))
    if len(before) == len(after):
        pairs += zip(left, right, strict=True)
        left = right = []
    return Matched(tuple(sorted(pairs)), len(left), len(right))


def _same(before: Sequence[Key], after: Sequence[Key]) -> list[tuple[int, int]]:
    places: dict[Key, deque[int]] = {}
    for index, key in enumerate(before):
        places.setdefault(key, deque()).append(index)
    return [(places[key].popleft(), index) for index, key in enumerate(after) if places.get(key)]


def _rest(pairs: Sequence[tuple[int, int]], before: int, after: int) -> tuple[list[int], list[int]]:
    one, other = {index for index, _ in pairs}, {index for _, index in pairs}
    return [n for n in range(before) if n not in one], [n for n in range(after) if n not in other]


def _alike(left: list[int], right: list[int], before: Sequence[Key], after: Sequence[Key]) -> list[tuple[int, int]]:
    if max(len(left), len(right)) > MANY:
        return [(index, index) for index in left if index in set(right)]
    graded = [(_likeness(before[i], after[k]), -abs(i - k), i, k) for i in left for k in right]
    pairs, one, other = list[tuple[int, int]](), set[int](), set[int]()
    for likeness, _, i, k in sorted(graded, reverse=True):
        if likeness >= LIKE and i not in one and k not in other:
            pairs.append((i, k))
            one.add(i)
            other.add(k)
    return pairs


def _likeness(one: Key, other: Key) -> float:
    """Likeness of text; two pages without any, which are scans, may be one sheet."""
    if not one.text and not other.text:
        return 1.0
    return fuzz.ratio(one.text[:LOOKED], other.text[:LOOKED]) / 100
