"""A piece of print that lies on a rim is read with the title, and left out again."""

from __future__ import annotations

import pytest

from verify.read.seals.recogniser import Letter, Line
from verify.read.seals.repeats import without_repeats


def line(*pieces: str) -> Line:
    """Letters at equal steps, and twice as far from one piece to the next."""
    letters, at = list[Letter](), 0.0
    for piece in pieces:
        for character in piece:
            letters.append(Letter(((character, 0.9),), at))
            at += 0.04
        at += 0.04
    return Line(tuple(letters))


@pytest.mark.parametrize(
    "pieces",
    [("建设有", "嘉兴明达建设有限公司"), ("嘉兴明达建设有限公司", "明达"), ("有限公司", "嘉兴明达建设有限公司")],
)
def test_a_piece_apart_that_is_read_again_is_left_out(pieces: tuple[str, ...]) -> None:
    assert without_repeats(line(*pieces)).text == "嘉兴明达建设有限公司"


@pytest.mark.parametrize(
    "pieces",
    [
        ("建设集团建设有限公司",),  # at equal steps: the name's own words
        ("绍兴", "嘉兴明达建设有限公司"),  # apart, but not read again: a place that stands off
        ("设", "嘉兴明达建设有限公司"),  # one letter alone
        ("建设", "建设"),  # nothing but the repetition
        ("明达",),
        (),
    ],
)
def test_all_else_stays(pieces: tuple[str, ...]) -> None:
    assert without_repeats(line(*pieces)).text == "".join(pieces)
