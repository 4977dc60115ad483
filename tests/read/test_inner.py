"""Lines across the middle of seals and the codes along their rims, on seals drawn here."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw

from tests.read import stamps
from verify.page import Seal
from verify.read.engine import RGB, Engine
from verify.read.rapid import RapidEngine
from verify.read.seals import find_and_read
from verify.read.seals.kind import Impression, purpose_of
from verify.read.seals.phrases import phrase_of
from verify.read.seals.readings import Reading
from verify.read.seals.recogniser import Letter

TITLE, LINE = "浙江明康工程咨询有限公司", "合同专用章"

needs_font = pytest.mark.skipif(not stamps.FONT.is_file(), reason="Noto Serif CJK Bold is not installed")


@pytest.fixture(scope="module")
def engine() -> RapidEngine:
    return RapidEngine()


def sheet(line: str, size: int = 236, turn: float = 0.0, grey: bool = False) -> RGB:
    """A page of print with a seal over it."""
    ground = stamps.page()
    draw = ImageDraw.Draw(ground)
    for row in range(12):
        draw.text(
            (180, 880 + 40 * row), "结构形式为装配整体式基础采用钻孔灌注桩持力层为", stamps.BLACK, stamps.font(24)
        )
    seal = stamps.ring(TITLE, size=size, line=line)
    white = Image.new("RGB", ground.size, "white")
    both = np.minimum(stamps.array(ground), stamps.array(stamps.stamped(white, seal, 400, 1000, turn)))
    return stamps.array(Image.fromarray(both).convert("L").convert("RGB")) if grey else both


def read(image: RGB, engine: Engine) -> Seal:
    (seal,) = find_and_read(image, engine)
    return seal


@needs_font
@pytest.mark.parametrize(("size", "turn"), [(180, 0), (180, 20), (236, 340), (236, 90)])
def test_line_over_print_is_read(size: int, turn: float, engine: Engine) -> None:
    seal = read(sheet(LINE, size, turn), engine)
    assert (seal.texts, seal.purpose) == ((LINE,), "contract")


@needs_font
def test_line_over_print_of_a_grey_copy_is_read(engine: Engine) -> None:
    assert read(sheet(LINE, grey=True), engine).purpose == "contract"


@needs_font
def test_print_beneath_is_no_line_of_the_seal(engine: Engine) -> None:
    plain = read(sheet(""), engine)
    assert (plain.texts, plain.purpose) == ((), "official")
    assert read(sheet("", grey=True), engine).texts == ()


@needs_font
def test_line_that_nobody_can_read_leaves_the_purpose_open(engine: Engine) -> None:
    image = sheet("")
    image[1156:1176, 460:576] = np.where(
        np.random.default_rng(3).random((20, 116, 1)) < 0.5, np.uint8(stamps.RED), image[1156:1176, 460:576]
    )
    assert read(image, engine).purpose == "unknown"


def test_unread_line_keeps_a_seal_from_being_plain() -> None:
    assert purpose_of(Impression((TITLE,))) == "official"
    assert purpose_of(Impression((TITLE,), unread=True)) == "unknown"
    assert purpose_of(Impression((TITLE,), (LINE,), unread=True)) == "contract"


def reading(*letters: str) -> Reading:
    """Each letter is what it may be, likeliest first."""
    shares = {1: (0.9,), 2: (0.6, 0.3)}
    parts = tuple(Letter(tuple(zip(one, shares[len(one)], strict=True)), 0.5) for one in letters)
    return Reading("".join(one[0] for one in letters), 0.8, parts)


def test_misread_letter_is_mended_only_where_another_reading_says_so() -> None:
    misread = reading("财", "需", "专", "用", "章")
    assert phrase_of([misread]) is None
    found = phrase_of([misread, reading("财", "雾务", "专", "用", "章")])
    assert found is not None
    assert found.text == "财务专用章"


def test_phrase_is_not_put_together_from_letters_of_different_readings() -> None:
    assert phrase_of([reading("审", "事", "专", "用", "单"), reading("人", "查", "专", "用", "单")]) is None
