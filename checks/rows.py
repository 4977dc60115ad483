"""Lines of text side by side: the rows of a page, for names and labels that stand in neighbouring boxes."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from verify.page import Box, Word

WIDE_GAP = 6.0
"""Words further apart than this many line heights have nothing to do with each other."""


def plain(text: str) -> str:
    """Text for comparing: NFKC (full-width and compatibility forms unified), without white space, in lower case."""
    return "".join(unicodedata.normalize("NFKC", text).split()).lower()


def height(box: Box) -> int:
    """The height of a box, never less than 1 pixel."""
    return max(1, box[3] - box[1])


def rows(words: Iterable[Word]) -> list[list[Word]]:
    """Words grouped into rows, top to bottom, each from left to right; a wide gap starts a new row."""
    return [part for row in levels(words) for part in _split(row)]


def levels(words: Iterable[Word]) -> list[list[Word]]:
    """Words grouped by height, as the rows of a table are, however far they stand apart."""
    grouped: list[list[Word]] = []
    for word in sorted(words, key=lambda w: (w.box[1] + w.box[3], w.box[0])):
        for row in reversed(grouped[-6:]):
            if _level(row[-1].box, word.box):
                row.append(word)
                break
        else:
            grouped.append([word])
    return [sorted(row, key=lambda w: w.box[0]) for row in grouped]


def gap(left: Word, right: Word) -> float:
    """The white space between two words of one row, in line heights (that of the lower box)."""
    return (right.box[0] - left.box[2]) / min(height(left.box), height(right.box))


def _level(a: Box, b: Box) -> bool:
    return min(a[3], b[3]) - max(a[1], b[1]) >= 0.5 * min(height(a), height(b))


def _split(row: list[Word]) -> list[list[Word]]:
    parts = [[row[0]]]
    for word in row[1:]:
        if gap(parts[-1][-1], word) > WIDE_GAP:
            parts.append([])
        parts[-1].append(word)
    return parts
