"""Seals stamped over one another: both are found, and nothing is made of a single one."""

from __future__ import annotations

import math

import cv2
import numpy as np
import pytest
from PIL import Image, ImageDraw

from tests.read import stamps
from tests.read.engines import Mute
from verify.read.engine import RGB
from verify.read.seals import reader
from verify.read.seals.find import Found, find
from verify.read.seals.overlap import is_apart
from verify.read.seals.shapes import Ring

OWN, OTHER = "浙江宝业建设集团有限公司", "浙江明康工程咨询有限公司"

needs_font = pytest.mark.skipif(not stamps.FONT.is_file(), reason="Noto Serif CJK Bold is not installed")


def over(away: float, angle: float, colour: stamps.Colour = stamps.RED, size: int = 236) -> RGB:
    """A page with a red seal, and another of `colour` and `size` stamped over it, its centre `away` at `angle`."""
    x, y = 600 + away * math.cos(math.radians(angle)), 1150 + away * math.sin(math.radians(angle))
    lower = stamps.stamped(stamps.page(), stamps.ring(OWN), 600 - 118, 1150 - 118)
    white = Image.new("RGB", lower.size, "white")
    upper = stamps.stamped(white, stamps.ring(OTHER, colour, size), round(x - size / 2), round(y - size / 2))
    return np.minimum(stamps.array(lower), stamps.array(upper))


def centres(page: RGB) -> list[tuple[float, float]]:
    return sorted((seal.outline.x, seal.outline.y) for seal in find(page))


@needs_font
@pytest.mark.parametrize("away", [40, 60, 80, 100, 120])
@pytest.mark.parametrize("angle", [20, 140, 260])
def test_both_of_two_red_seals_are_found(away: float, angle: float) -> None:
    wanted = (600.0, 1150.0), (600 + away * math.cos(math.radians(angle)), 1150 + away * math.sin(math.radians(angle)))
    first, second = centres(over(away, angle))
    expected = sorted(wanted)
    assert first == pytest.approx(expected[0], abs=8)
    assert second == pytest.approx(expected[1], abs=8)


@needs_font
@pytest.mark.parametrize("away", [30, 70])
def test_a_blue_seal_under_a_red_one_is_found(away: float) -> None:
    assert sorted(seal.ink for seal in find(over(away, 75, stamps.BLUE))) == ["blue", "red"]


@needs_font
@pytest.mark.parametrize("away", [50, 90])
def test_a_smaller_seal_over_a_larger_one_is_found(away: float) -> None:
    small, large = sorted(find(over(away, 200, size=200)), key=lambda seal: seal.outline.extent())
    assert small.outline.extent() == pytest.approx((100, 100), abs=8)
    assert large.outline.extent() == pytest.approx((118, 118), abs=8)


@needs_font
@pytest.mark.parametrize("tall", [0.86, 0.9, 0.94, 1.0])
@pytest.mark.parametrize("width", [4, 20])
def test_a_squeezed_seal_with_a_thick_rim_is_one(tall: float, width: int) -> None:
    seal = stamps.ring(OWN)
    ImageDraw.Draw(seal).ellipse((2, 2, 233, 233), outline=stamps.RED, width=width)
    page = stamps.stamped(stamps.page(), seal.resize((236, round(236 * tall))), 500, 1000)
    assert len(find(stamps.array(page))) == 1


@needs_font
@pytest.mark.parametrize("inner", [8, 14, 60])
def test_a_seal_with_a_second_rim_inside_is_one(inner: int) -> None:
    seal = stamps.ring(OWN)
    ImageDraw.Draw(seal).ellipse((inner, inner, 235 - inner, 235 - inner), outline=stamps.RED, width=3)
    assert len(find(stamps.array(stamps.stamped(stamps.page(), seal, 500, 1000)))) == 1


@needs_font
def test_red_rules_across_a_seal_are_no_seal() -> None:
    page = stamps.stamped(stamps.page(), stamps.ring(OWN), 500, 1000)
    draw = ImageDraw.Draw(page)
    draw.line((300, 1090, 1000, 1090), fill=stamps.RED, width=4)
    draw.line((690, 800, 690, 1400), fill=stamps.RED, width=4)
    assert len(find(stamps.array(page))) == 1


@pytest.mark.parametrize(("crowded", "count"), [(True, 1), (False, 0)])
def test_a_rim_beneath_another_is_a_seal_though_nothing_is_read(
    monkeypatch: pytest.MonkeyPatch, crowded: bool, count: int
) -> None:
    under = Found(Ring(600, 1150, 118, 118, 0.0, 0.7), "red", True, crowded)
    monkeypatch.setattr(reader, "find_everywhere", lambda _: (under,))
    seals = reader.find_and_read(stamps.array(Image.new("RGB", (1240, 1754), "white")), Mute())
    assert [(seal.title, seal.confidence) for seal in seals] == [("", 0.0)] * count


def drawn(*rings: Ring) -> np.ndarray:
    ink = np.zeros((300, 300), np.uint8)
    for ring in rings:
        cv2.circle(ink, (round(ring.x), round(ring.y)), round(ring.a), 1, 3)
    return ink


def test_two_circles_are_apart_where_both_are_drawn() -> None:
    one, other = Ring(130, 150, 80, 80, 0.0), Ring(160, 150, 80, 80, 0.0)
    both = drawn(one, other)
    assert is_apart(other, [one], both, [both])
    assert not is_apart(other, [one], drawn(one), [drawn(one)])


def test_circles_almost_the_same_are_not_apart() -> None:
    one, other = Ring(150, 150, 80, 80, 0.0), Ring(153, 150, 80, 80, 0.0)
    both = drawn(one, other)
    assert not is_apart(other, [one], both, [both])
