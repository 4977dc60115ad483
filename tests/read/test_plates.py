"""Straightening rectangular seals, finding their rows, and reading them row by row."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from PIL import Image, ImageDraw

from tests.read import stamps
from verify.org_names import simplified
from verify.read.engine import RGB, Array, Engine
from verify.read.rapid import RapidEngine
from verify.read.seals import find_and_read
from verify.read.seals.find import find
from verify.read.seals.ink import departure_of, views
from verify.read.seals.plate import straightened
from verify.read.seals.plate_rows import completed
from verify.read.seals.readings import Reading
from verify.read.seals.recogniser import Letter
from verify.read.seals.rows import rows_of
from verify.read.seals.shapes import Rect
from verify.read.seals.sides import is_table

LINES = ("云溪市正衡施工图设计院", "施工图出图章", "有效期至2027年8月")

needs_font = pytest.mark.skipif(not stamps.FONT.is_file(), reason="Noto Serif CJK Bold is not installed")


@pytest.fixture(scope="module")
def engine() -> RapidEngine:
    return RapidEngine()


@needs_font
@pytest.mark.parametrize("turn", [0, 14, 90, 180, 281])
def test_rows_are_read_whichever_way_the_seal_was_pressed(turn: int, engine: Engine) -> None:
    (seal,) = find_and_read(pressed(turn), engine)
    assert (seal.title, seal.texts, seal.shape) == (LINES[0], LINES, "rectangle")
    assert seal.title in seal.candidates
    assert LINES[0] in {"".join(letter[0][0] for letter in line) for line in seal.lattice}


@needs_font
def test_print_across_a_row_is_not_read(engine: Engine) -> None:
    page = Image.fromarray(pressed(5))
    ImageDraw.Draw(page).text((330, 455), "二〇二六年三月", fill=stamps.BLACK, font=stamps.font(24))
    (seal,) = find_and_read(np.minimum(pressed(5), stamps.array(page)), engine)
    assert seal.texts == LINES


@needs_font
def test_a_seal_photographed_aslant_is_drawn_straight() -> None:
    corners = np.array([[100, 90], [560, 110], [548, 322], [112, 300]], np.float32)
    plate = stamps.array(framed(LINES))
    height, width = plate.shape[:2]
    source = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    matrix = cv2.getPerspectiveTransform(source, corners)
    image = np.asarray(cv2.warpPerspective(plate, matrix, (660, 420), borderValue=(255, 255, 255)), np.uint8)
    flat = straightened(image, views(image, "red", departure_of(image, "red")), Rect(330, 206, 462, 216, 1.8))
    assert len(rows_of(flat.mask)) == len(LINES)
    assert not flat.mask[[0, -1]].any()
    assert not flat.mask[:, [0, -1]].any()


@pytest.mark.parametrize("rows", [1, 2, 3, 4])
def test_rows_are_parted_where_there_is_no_ink(rows: int) -> None:
    mask = np.zeros((60 * rows, 400), bool)
    for row in range(rows):
        mask[60 * row + 12 : 60 * row + 48, 30 : 360 - 20 * row : 9] = True
    assert [row[1::2] for row in rows_of(mask)] == [(60 * row + 12, 60 * row + 48) for row in range(rows)]


def test_a_blank_plate_has_no_rows() -> None:
    assert rows_of(np.zeros((120, 300), bool)) == []


def test_a_table_is_ruled_both_ways_and_a_seal_is_not() -> None:
    assert is_table(ruled([60, 120], [100, 200]))
    assert not is_table(ruled([60, 120], []))
    heading = ruled([60, 120], [100, 200])
    heading[2:59, 98:102] = heading[2:59, 198:202] = False
    assert not is_table(heading)


@pytest.mark.parametrize("size", [(1240, 1754), (420, 360)])
def test_written_cells_of_a_red_table_are_no_seal(size: tuple[int, int]) -> None:
    page = Image.new("RGB", size, "white")
    draw = ImageDraw.Draw(page)
    for y in range(20, 331, 62):
        draw.line((20, y, 400, y), fill=stamps.RED, width=2)
        draw.text((40, y + 20), "0123 ABC", fill=stamps.RED)
    for x in range(20, 401, 95):
        draw.line((x, 20, x, 330), fill=stamps.RED, width=2)
    assert find(stamps.array(page)) == ()


def test_what_our_recogniser_cannot_write_is_the_engines() -> None:
    own, other = reading("云溪市施工有限公司", 0.99), reading("云溪市鱻施工有眼公司", 0.8)
    assert completed(own, other).text == "云溪市鱻施工有限公司"
    assert completed(reading("云溪鑫工", 0.9), reading("云溪鱻工", 0.8)).text == "云溪鱻工"


def test_traditional_forms_are_simplified() -> None:
    assert simplified("清華大學設計業務") == "清华大学设计业务"


def reading(text: str, score: float) -> Reading:
    return Reading(text, score, tuple(Letter(((character, score),), 0.0) for character in text))


def ruled(levels: list[int], uprights: list[int]) -> Array:
    flat = np.zeros((180, 300), bool)
    flat[[0, 1, -2, -1]] = True
    flat[:, [0, 1, -2, -1]] = True
    for y in levels:
        flat[y : y + 2] = True
    for x in uprights:
        flat[:, x : x + 2] = True
    return flat


def framed(lines: tuple[str, ...]) -> Image.Image:
    image = Image.new("RGBA", (460, 68 * len(lines) + 20), (255, 255, 255, 0))
    draw = ImageDraw.Draw(image)
    draw.rectangle((2, 2, image.width - 3, image.height - 3), outline=stamps.RED, width=5)
    for number, line in enumerate(lines):
        draw.text((230, 44 + 68 * number), line, fill=stamps.RED, font=stamps.font(36), anchor="mm")
    ground = Image.new("RGBA", image.size, "white")
    ground.alpha_composite(image)
    return ground


def pressed(turn: int) -> RGB:
    return stamps.array(stamps.stamped(Image.new("RGB", (1000, 1000), "white"), framed(LINES), 240, 350, turn))
