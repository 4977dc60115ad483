"""What covers the text of a page, in whatever way it was drawn, and what does not."""

from __future__ import annotations

import math

import pytest

from tests.read.engines import Mute
from tests.read.test_raster import pdf
from verify.page import Page
from verify.read.traces.gather import gather
from verify.traces import Overlay

OLD = b"BT /F1 18 Tf 40 100 Td (No 2019 0602) Tj ET "
NEW = b" 0 g BT /F1 18 Tf 66 100 Td (2016) Tj ET"


def path(points: list[tuple[float, float]], end: bytes = b" h f ") -> bytes:
    return b" l ".join(b"%f %f" % point for point in points).replace(b" l ", b" m ", 1) + b" l" + end


def curved(x: float, y: float, wide: float, tall: float, r: float) -> bytes:
    """A box with round corners; with corners as large as its half, an ellipse."""
    k = 0.448 * r
    data = b"%f %f m %f %f l " % (x + r, y, x + wide - r, y)
    data += b"%f %f %f %f %f %f c " % (x + wide - k, y, x + wide, y + k, x + wide, y + r)
    data += b"%f %f l " % (x + wide, y + tall - r)
    data += b"%f %f %f %f %f %f c " % (x + wide, y + tall - k, x + wide - k, y + tall, x + wide - r, y + tall)
    data += b"%f %f l " % (x + r, y + tall)
    data += b"%f %f %f %f %f %f c " % (x + k, y + tall, x, y + tall - k, x, y + tall - r)
    data += b"%f %f l " % (x, y + r)
    return data + b"%f %f %f %f %f %f c h f " % (x, y + k, x + k, y, x + r, y)


def overlays(content: bytes) -> tuple[Overlay, ...]:
    data = pdf(400, 200, content).replace(
        b"/Resources<<", b"/Resources<</ExtGState<</A<</ca 0.99/CA 0.99>>/B<</ca 0.5/CA 0.5>>/M<</BM/Multiply>>>>"
    )
    return gather(data, "application/pdf", (Page(1, 1111, 556, "text"),), (), Mute()).overlays


ROUND = curved(62, 92, 50, 26, 6)
CUT = path([(64, 92), (110, 92), (112, 94), (112, 116), (110, 118), (64, 118), (62, 116), (62, 94), (62.5, 93)])
STAR = path(
    [(87 + r * math.sin(n * math.pi / 5), 105 + r * math.cos(n * math.pi / 5)) for n, r in enumerate([25, 9] * 5)]
)
FRAME = path([(62, 92), (112, 92), (112, 118), (62, 118)], b" h ") + path([(64, 94), (110, 94), (110, 116)], b" h f* ")
THICK = b" 1 1 1 RG 26 w 62 105 m 112 105 l S "


@pytest.mark.parametrize(
    "cover",
    [
        b" 1 g " + ROUND, b" 1 g " + CUT, THICK, b" q 2 0 0 2 0 0 cm 1 1 1 RG 13 w 31 52.5 m 56 52.5 l S Q ",
        b" 1 1 1 RG 50 w 87 92 m 87 118 l S ", b" q /A gs 1 g 62 92 50 26 re f Q ", b" q /A gs " + THICK + b" Q ",
    ],
    ids=["round", "cut", "line", "scaled", "upright", "nearly opaque", "nearly opaque line"],
)  # fmt: skip
def test_what_hides_the_text_beneath_it(cover: bytes) -> None:
    (one,) = overlays(OLD + cover + NEW)
    assert (one.kind, one.beneath, one.above) == ("box", "2019", "2016")
    assert not overlays(cover + OLD + NEW), "a ground painted before the text"


@pytest.mark.parametrize(
    "cover",
    [
        b" 1 g " + STAR, b" 1 g " + FRAME,
        b" 1 1 1 RG 1 w 62 105 m 112 105 l S ", b" 1 1 1 RG 26 w [1 3] 0 d 62 105 m 112 105 l S ",
        b" 1 1 1 RG 8 w 62 92 m 112 118 l S ", b" q /B gs 1 g 62 92 50 26 re f Q ",
        b" q /M gs 1 1 0 rg 62 92 50 26 re f Q ", b" q /M gs 1 1 0 RG 26 w 62 105 m 112 105 l S Q ",
    ],
    ids=["star", "frame", "rule", "dashes", "aslant", "see-through", "marker", "marker line"],
)  # fmt: skip
def test_what_does_not_hide_it(cover: bytes) -> None:
    assert not overlays(OLD + cover + NEW)


def test_a_circle_is_no_box() -> None:
    assert not overlays(OLD + b" 1 g " + curved(72, 80, 40, 40, 20) + NEW)
    assert overlays(OLD + b" 1 g " + curved(62, 80, 60, 40, 6) + NEW)


def test_a_thick_line_hides_no_more_than_its_length() -> None:
    """Its cap is cut off: the letters at either end are seen."""
    (one,) = overlays(OLD + THICK + NEW)
    assert (one.beneath, one.box is not None and one.box[2] - one.box[0] < 140) == ("2019", True)
