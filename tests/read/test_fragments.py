"""Pieces of ID numbers under covers and in changes, pages that lie on their side, covers side by side."""

from __future__ import annotations

import base64
import io

import numpy as np
import pytest
from PIL import Image

from tests.read.engines import Mute
from tests.read.test_raster import pdf
from tests.read.test_traces import content, text, update
from verify.page import Page, Word
from verify.read.engine import RGB
from verify.read.traces import pictures
from verify.read.traces.fragments import in_number, in_read_number, masked, unlike
from verify.read.traces.gather import gather
from verify.traces import Change, Overlay

ID = "330602198504121235"
START, WIDTH = 40, 10.008
"""Where a line begins, and the width of a digit, in points, of Helvetica at 18."""


class Reader(Mute):
    """Reads the same row of words on whatever it is given."""

    def __init__(self, *words: tuple[str, int, int]) -> None:
        super().__init__()
        self.words = tuple(Word(text, (x0, 30, x1, 60), 0.99) for text, x0, x1 in words)

    def read(self, image: RGB) -> tuple[Word, ...]:  # type: ignore[override]
        self.asked += 1
        return self.words


def written(line: str, x: float = START) -> bytes:
    return b" 0 g BT /F1 18 Tf %f 100 Td (%s) Tj ET" % (x, line.encode())


def white(x: float, width: float) -> bytes:
    return b" 1 1 1 rg %f 90 %f 30 re f" % (x, width)


def covers(drawn: bytes, turn: int = 0) -> tuple[Overlay, ...]:
    data = pdf(400, 200, drawn)
    if turn:
        data = data.replace(b"/Contents", b"/Rotate %d/Contents" % turn)
    upright = Page(1, 1111, 556, "text", turned=(360 - turn) % 360)
    return gather(data, "application/pdf", (upright,), (), Mute()).overlays


def over(line: str, first: int, new: str, gap: str = "") -> bytes:
    """A line with some of its digits covered and others written there."""
    x = START + WIDTH * first
    return written(line) + white(x, WIDTH * len(new)) + written(new, x)


@pytest.mark.parametrize(("first", "new"), [(6, "19910512"), (8, "91"), (0, "330106"), (12, "280046"), (14, "9943")])
def test_a_piece_of_an_id_number_is_told_without_its_digits_or_a_picture(first: int, new: str) -> None:
    (one,) = covers(over(ID, first, new))
    assert (one.beneath, one.above) == ("*" * len(new),) * 2
    assert (one.in_number, one.picture) == (True, "")


def test_a_number_of_which_two_covers_hide_a_part_each_is_put_together() -> None:
    found = covers(over(ID, 7, "91") + over(ID, 11, "88").partition(b"ET")[2])
    assert [one.beneath for one in found] == ["**", "**"]


@pytest.mark.parametrize("line", ["20190602348", "330602220630120235", "No 2019 06 02"])
def test_pieces_of_other_numbers_are_told(line: str) -> None:
    (one,) = covers(over(line, 3, "77"))
    assert (one.above, one.in_number, one.picture != "") == ("77", False, True)


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_however_a_page_is_turned_the_picture_is_of_the_line(turn: int) -> None:
    (straight,), (one,) = covers(over("No 2019 0602", 3, "2016")), covers(over("No 2019 0602", 3, "2016"), turn)
    sizes = [Image.open(io.BytesIO(base64.b64decode(found.picture))).size for found in (straight, one)]
    assert max(abs(a - b) for a, b in zip(*sizes, strict=True)) <= 3
    assert straight.box is not None
    assert one.box is not None
    assert max(abs(a - b) for a, b in zip(straight.box, one.box, strict=True)) <= 3


def test_a_change_on_a_page_that_lay_on_its_side_has_no_picture_of_many_lines() -> None:
    lying = (
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 200]/Rotate 90/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>"
    )
    data = update(update(text("No 2019"), {3: lying}), {4: content("No 2016")})
    for turned, shown in ((0, True), (270, False)):
        page = Page(1, 556, 1111, "text") if not turned else Page(1, 1111, 556, "text", turned=turned)
        revisions = gather(data, "application/pdf", (page,), (), Mute()).revisions
        assert [bool(one.picture) for one in revisions[-1].changes] == [shown]


def test_covers_side_by_side_are_one_and_lifted_together() -> None:
    """A cover for each digit, with the new digit on it, as some programs write."""
    old, new = "20190602", "20231127"
    drawn = written(old)
    for n, digit in enumerate(new):
        drawn += white(START + WIDTH * n, WIDTH) + written(digit, START + WIDTH * n)
    (one,) = covers(drawn)
    (whole,) = covers(over(old, 0, new))
    assert (one.beneath, one.above) == (old, new)
    assert one.picture == whole.picture


def test_a_cover_beside_what_was_filled_before_the_text_is_seen() -> None:
    """A table's cell was filled first; the patch in the next cell came after the text."""
    (one,) = covers(white(START, WIDTH * 4) + over("20190602", 4, "1127"))
    assert (one.beneath, one.above) == ("0602", "1127")


@pytest.mark.parametrize(
    ("line", "left", "right", "found"),
    [
        (ID, 12, 14, True),
        (f"号{ID}", 0, 1, False),
        (f"{ID[:6]}-{ID[6:14]}-{ID[14:]}", 7, 9, True),
        (ID[:17] + "1", 7, 9, True),  # a birthday makes it one, whatever its check digit
        ("3306021985041 21", 7, 9, False),
        ("2019033061234567", 7, 9, False),
    ],
)
def test_where_an_id_number_stands_in_a_line(line: str, left: int, right: int, found: bool) -> None:
    letters = [(sign, float(n), n + 1.0) for n, sign in enumerate(line)]
    assert in_number(letters, left, right) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ([(ID, 100, 460)], True),
        ([(ID[:9], 100, 280), (ID[9:], 290, 460)], True),
        ([(ID[:8] + ID[9:], 100, 460)], True),  # a digit lost
        ([(ID, 600, 960)], False),  # elsewhere in the line
        ([("2019年6月2日", 100, 460)], False),
        ([], False),
    ],
)
def test_a_scans_line_is_read_in_its_full_width(words: list[tuple[str, int, int]], found: bool) -> None:
    image = np.full((100, 1000, 3), 255, np.uint8)
    assert in_read_number([image], (200, 30, 300, 60), Reader(*words)) == found


@pytest.mark.parametrize(("line", "before"), [((ID, 10, 370), "*******"), (("12345", 800, 900), "5041219")])
def test_a_changed_piece_of_an_id_number_on_a_scan_is_masked(
    monkeypatch: pytest.MonkeyPatch, line: tuple[str, int, int], before: str
) -> None:
    one, other = np.full((2, 200, 1000, 3), 255, np.uint8)
    one[80:110, 200:240] = other[80:110, 200:220] = 0
    monkeypatch.setattr(pictures, "_read", lambda *_: [("5041219", 0.99), ("5041288", 0.99)])
    (change,) = pictures._place(one, other, (200, 80, 240, 110), 1, Reader(line))
    assert isinstance(change, Change)
    assert (change.before, bool(change.picture)) == (before, before != "*******")


def test_what_is_no_digit_stays() -> None:
    assert masked("证件 330602 1985041X") == "证件 ****** ********"
    assert masked(f"姓名 {ID} 30602198") == "姓名 330602********1235 ********"


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [("2019", "2016", True), ("2019", "2 019", False), ("19", "2019", False), ("", "1", False)],
)
def test_texts_that_differ(one: str, other: str, found: bool) -> None:
    assert unlike(one, other) == unlike(other, one) == found
