from __future__ import annotations

import numpy as np

from tests.read.test_raster import pdf
from verify.page import Word
from verify.read import raster
from verify.read.engine import RGB
from verify.read.pdf_text import TextLayer
from verify.read.radicals import unified

PRINTED = b"BT /F1 24 Tf 60 700 Td (The minutes of the meeting) Tj 0 -60 Td (were signed by all parties) Tj ET"


class Reads:
    """An engine whose one line is what it is told."""

    id = "reads"

    def __init__(self, *lines: str) -> None:
        self.lines = list(lines)

    def read(self, image: RGB) -> tuple[Word, ...]:
        return ()

    def read_line(self, strip: RGB) -> tuple[str, float]:
        return self.lines.pop(0), 0.99

    def turn(self, image: RGB) -> int:
        return 0

    def knows(self, text: str) -> bool:
        return True


def layer(content: bytes, *seen: str) -> tuple[Word, ...] | None:
    data = pdf(595, 842, content)
    (picture,) = raster.pages(data, "application/pdf")
    return TextLayer(data).words(0, picture, Reads(*seen))


def test_a_layer_that_says_what_the_page_shows_is_taken() -> None:
    words = layer(PRINTED, "The minutes of the meeting", "were signed by all parties")
    assert words is not None
    assert [word.text for word in words] == ["The minutes of the meeting", "were signed by all parties"]
    x0, y0, x1, y1 = words[0].box
    (picture,) = raster.pages(pdf(595, 842, PRINTED), "application/pdf")
    ink = np.argwhere(picture[..., 0] < 128)
    first = ink[ink[:, 0] < 500]
    assert x0 <= first[:, 1].min()
    assert first[:, 1].max() <= x1
    assert y0 <= first[:, 0].min()
    assert first[:, 0].max() <= y1


def test_cells_of_a_row_are_lines_of_their_own() -> None:
    row = b"BT /F1 12 Tf 60 700 Td (Name) Tj 90 0 Td (Wang Jian) Tj 120 0 Td (Employer) Tj ET"
    words = layer(row, "Wang Jian", "Employer", "Name")
    assert words is not None
    assert [word.text for word in words] == ["Name", "Wang Jian", "Employer"]


def test_a_layer_that_lies_is_refused() -> None:
    assert layer(PRINTED, "王建国", "项目经理") is None


def test_a_page_without_text_has_no_layer() -> None:
    assert layer(b"0 0 100 100 re f") is None
    assert layer(b"BT /F1 9 Tf 60 30 Td (Page 1) Tj ET") is None


def test_garbage_is_refused() -> None:
    assert (
        layer(b"BT /F1 24 Tf 60 700 Td (\\001\\002\\003\\004\\005\\006\\016\\017\\020\\021\\022\\023\\024) Tj ET")
        is None
    )


def test_what_a_font_prints_as_radicals_is_read_as_ideographs() -> None:
    assert unified("担任⻆色 ⻢⻓⻛ ⻔⻋ 王氏") == "担任角色 马长风 门车 王氏"
