"""Windows on a page much longer than wide, a screenshot mostly, so that nothing on it is shrunk beyond recognition."""

from __future__ import annotations

from collections.abc import Iterator

from verify.page import Box

STRIP = 3
"""From this ratio of sides on, a page is looked at window by window."""


def windows(height: int, width: int) -> Iterator[tuple[Box, Box]]:
    """Overlapping windows along a strip's longer side, each with the part that is its own; the parts tile the strip."""
    long, short = max(height, width), min(height, width)
    step, over = 2 * short, short // 4
    for start in range(0, long, step):
        end = min(start + step, long)
        seen, own = (max(0, start - over), min(long, end + over)), (start, end)
        if height >= width:
            yield (0, seen[0], width, seen[1]), (0, own[0], width, own[1])
        else:
            yield (seen[0], 0, seen[1], height), (own[0], 0, own[1], height)
