"""Pages of two revisions of a PDF, matched."""

from __future__ import annotations

import pytest

from verify.read.traces.sheets import MANY, Key, matched

A, B, C = (Key(text * 20) for text in ("proof of work ", "list of people ", "drawing no. 12 "))
A2, SCAN, SCAN2 = Key(A.text + "2016"), Key("", "1f"), Key("", "2e")


@pytest.mark.parametrize(
    ("before", "after", "pairs", "gone", "new", "reordered"),
    [
        ([A, B, C], [A, B, C], [(0, 0), (1, 1), (2, 2)], 0, 0, False),
        ([A, B, C], [C, A, B], [(0, 1), (1, 2), (2, 0)], 0, 0, True),
        ([A, B, C], [C, B, A2], [(0, 2), (1, 1), (2, 0)], 0, 0, True),  # in another order, and one edited
        ([A, B], [A, C], [(0, 0), (1, 1)], 0, 0, False),  # rewritten
        ([A], [C, A2], [(0, 1)], 0, 1, False),  # a cover before it
        ([A, B, C], [A, C], [(0, 0), (2, 1)], 1, 0, False),
        ([A], [B, C], [], 1, 2, False),
        ([SCAN, SCAN2], [SCAN2, SCAN], [(0, 1), (1, 0)], 0, 0, True),
        ([SCAN, B], [SCAN2, B], [(0, 0), (1, 1)], 0, 0, False),  # patched
        ([SCAN], [SCAN2, A], [(0, 0)], 0, 1, False),
        ([], [A], [], 0, 1, False),
    ],
)
def test_pages_are_matched_by_what_stands_on_them(
    before: list[Key], after: list[Key], pairs: list[tuple[int, int]], gone: int, new: int, reordered: bool
) -> None:
    found = matched(before, after)
    assert (list(found.pairs), found.gone, found.new, found.reordered) == (pairs, gone, new, reordered)


def test_many_edited_pages_are_matched_by_their_places() -> None:
    before, after = ([Key(f"{word} {n}") for n in range(MANY + 5)] for word in ("old", "new"))
    assert [one == other for one, other in matched(before, after).pairs] == [True] * (MANY + 5)
