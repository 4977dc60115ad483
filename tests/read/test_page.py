"""Whole pages through the default engine; the pages are the sample batch's."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import pytest

from tests.paths import SAMPLE
from verify.page import Word
from verify.read import ink, raster
from verify.read.engine import RGB
from verify.read.file import read_file
from verify.read.page import read_page, turned
from verify.read.rapid import RapidEngine

PAGE = SAMPLE / "沈丽萍" / "继续教育" / "学时证明.jpg"


@lru_cache(maxsize=1)
def engine() -> RapidEngine:
    return RapidEngine()


def picture() -> RGB:
    return next(raster.image_pages(PAGE.read_bytes()))


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
def test_a_page_is_turned_upright(degrees: int) -> None:
    page, upright = read_page(turned(picture(), (360 - degrees) % 360), 1, engine())
    assert page.turned == degrees
    assert np.array_equal(upright, picture())
    assert "沈丽萍" in page.text
    assert (page.width, page.height) == (picture().shape[1], picture().shape[0])


def test_a_long_strip_is_read_window_by_window() -> None:
    strip = np.concatenate([picture()] * 4)
    words = engine().read(strip)
    names = [word for word in words if "沈丽萍" in word.text]
    tops = sorted(word.box[1] for word in names)
    once = [word for word in engine().read(picture()) if "沈丽萍" in word.text]
    assert len(names) == 4 * len(once)
    assert tops[-1] > 3 * picture().shape[0]


def test_reading_twice_gives_the_same() -> None:
    assert read_page(picture(), 1, engine()) [0] == read_page(picture(), 1, engine())[0]  # fmt: skip


def test_boxes_lie_on_the_page_and_hold_their_text() -> None:
    page, upright = read_page(picture(), 1, engine())
    for word in page.words:
        x0, y0, x1, y1 = word.box
        assert 0 <= x0 < x1 <= page.width
        assert 0 <= y0 < y1 <= page.height
    word = max(page.words, key=lambda w: len(w.text))
    x0, y0, x1, y1 = word.box
    assert engine().read_line(upright[y0:y1, x0:x1])[0][:4] == word.text[:4]


def test_a_trusted_layer_is_not_read_again() -> None:
    whole = Word("王建", (0, 0, picture().shape[1], picture().shape[0]), 1.0)
    page, _ = read_page(picture(), 1, engine(), (whole,))
    assert (page.source, page.words) == ("text", (whole,))


def blank(value: int = 250) -> RGB:
    noise = np.random.default_rng(1).integers(-4, 5, (1754, 1240, 1))
    return np.repeat((value + noise).clip(0, 255), 3, axis=2).astype(np.uint8)


def test_paper_is_blank_and_a_line_is_not() -> None:
    assert read_page(blank(), 1, engine())[0].blank
    assert ink.is_blank(blank(180))
    written = blank()
    written[800:840, 300:302] = 20
    written[820:822, 300:700] = 20
    assert not ink.is_blank(written)


def test_a_copy_without_colour_is_grey_and_a_colour_scan_is_not() -> None:
    colour = picture()
    assert not ink.is_grey(colour)
    assert ink.is_grey(np.repeat(colour.mean(axis=2, keepdims=True).astype(np.uint8), 3, axis=2))
    assert not ink.is_grey(np.random.default_rng(2).integers(238, 252, (900, 700, 3)).astype(np.uint8))


def test_a_signature_is_a_mark_and_a_rule_is_not() -> None:
    page = blank()
    page[500:502, 100:1100] = 30
    for step in range(120):
        y = 900 + int(25 * np.sin(step / 6))
        page[y : y + 4, 600 + 2 * step : 604 + 2 * step] = (30, 40, 160)
    (mark,) = ink.marks(page, ())
    x0, y0, x1, y1 = mark
    assert 560 < x0 < 620
    assert 820 < x1 < 880
    assert 850 < y0 < y1 < 950
    assert ink.marks(page, (Word("signed", mark, 0.9),)) == ()


@pytest.mark.parametrize(
    ("colour", "white", "even"),
    [((255, 255, 255), True, True), ((60, 120, 220), False, True), ((205, 205, 205), False, True)],
)
def test_the_border_of_a_portrait(colour: tuple[int, int, int], white: bool, even: bool) -> None:
    photo = np.full((420, 300, 3), colour, np.uint8)
    photo[120:, 60:240] = (90, 60, 50)
    border = ink.border(photo)
    assert (border.shade > 90 and border.tinge < 6) is white
    assert (border.spread < 3) is even


def test_handwriting_put_onto_a_page_with_a_text_layer_is_read() -> None:
    path = SAMPLE / "009_裘安然" / "承诺书" / "真实性保证书.pdf"
    (page,) = read_file(path, "application/pdf", engine()).pages
    label = next(word for word in page.words if "保证人" in word.text)
    signed = [word for word in page.words if word.text == "裘安然"]
    assert page.source == "text"
    assert len(signed) == 1
    assert signed[0].box[1] < label.box[3]
    assert signed[0].box[0] > label.box[2]
    assert sum("真实性保证书" in word.text for word in page.words) == 1
