"""The outline that a seal keeps, and what is drawn by it again."""

from __future__ import annotations

import math

import numpy as np
import pytest

from tests.read import stamps
from verify.page import SealOutline
from verify.read.rapid import RapidEngine
from verify.read.seals import find_and_read
from verify.read.seals.find import find
from verify.read.seals.shapes import Rect, Ring
from verify.read.seals.strip import outline_of, straighten
from verify.read.seals.unwrap import framed

TITLE = "浙江明康工程咨询有限公司"

needs_font = pytest.mark.skipif(not stamps.FONT.is_file(), reason="Noto Serif CJK Bold is not installed")


@pytest.fixture(scope="module")
def engine() -> RapidEngine:
    return RapidEngine()


@needs_font
@pytest.mark.parametrize("turn", [0, 120])
def test_a_straightened_ring_reads_as_its_title(engine: RapidEngine, turn: int) -> None:
    image = stamps.array(stamps.stamped(stamps.page(), stamps.ring(TITLE), 500, 1000, turn))
    (seal,) = find_and_read(image, engine)
    assert seal.outline is not None
    assert seal.outline.shape == "ring"
    assert (seal.outline.width, seal.outline.height) == pytest.approx((236, 236), abs=8)
    strip = straighten(image, seal.outline, seal.colour)
    letters = strip[round(0.2 * len(strip)) :]
    assert TITLE in engine.read_line(framed(letters))[0]


@needs_font
def test_a_straightened_rectangle_reads_as_its_title(engine: RapidEngine) -> None:
    image = stamps.array(stamps.stamped(stamps.page(), stamps.rectangle("施工图审查合格"), 400, 1000, 12))
    (seal,) = find_and_read(image, engine)
    assert seal.outline is not None
    assert seal.outline.shape == "rectangle"
    strip = straighten(image, seal.outline, seal.colour)
    inside = strip[round(0.15 * len(strip)) : round(0.85 * len(strip)), 12:-12]
    assert engine.read_line(framed(inside))[0] == "施工图审查合格"


@needs_font
def test_an_unread_seal_has_the_outline_that_it_was_found_by() -> None:
    image = stamps.array(stamps.stamped(stamps.page(), stamps.ring(TITLE), 500, 1000))
    (found,) = find(image)
    kept = outline_of(found.outline)
    assert (kept.start, kept.span) == (180.0, 360.0)
    assert straighten(image, kept, "red").min() < 100


def test_axes_and_sides_are_whole_and_angles_in_degrees() -> None:
    ring = outline_of(Ring(10.04, 20, 30, 20, math.pi / 6))
    assert ring == SealOutline("ring", 10.0, 20.0, 60.0, 40.0, 30.0, 180.0, 360.0)
    assert outline_of(Rect(10, 20, 60, 40, -5)) == SealOutline("rectangle", 10.0, 20.0, 60.0, 40.0, -5.0)


def test_an_outline_off_the_page_is_an_error() -> None:
    blank = np.full((100, 100, 3), 255, np.uint8)
    with pytest.raises(ValueError, match="off the page"):
        straighten(blank, SealOutline("ring", 500, 500, 80, 80, 0), "red")
