"""Print beneath coloured seals: found with the ink taken out, once, and with few questions."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import pytest
from PIL import Image, ImageDraw

from tests.paths import FIXTURES
from tests.read import stamps
from verify.page import Box, Seal, Word
from verify.read.engine import RGB
from verify.read.page import read_page
from verify.read.rapid import RapidEngine
from verify.read.under import MOST, look_under

NAME = "云溪测绘科技有限公司"
BOX = (400, 500, 640, 740)

needs_font = pytest.mark.skipif(not stamps.FONT.is_file(), reason="Noto Serif CJK Bold is not installed")


class Told:
    """An engine that says of every picture what it was told to, in the picture's pixels; counts questions."""

    id = "told"

    def __init__(self, *words: Word) -> None:
        self.words, self.asked, self.seen = words, 0, list[RGB]()

    def read(self, image: RGB) -> tuple[Word, ...]:
        self.asked += 1
        self.seen.append(image)
        return self.words

    def read_line(self, strip: RGB) -> tuple[str, float]:
        return "", 0.0

    def turn(self, image: RGB) -> int:
        return 0

    def knows(self, text: str) -> bool:
        return True


@lru_cache(maxsize=1)
def engine() -> RapidEngine:
    return RapidEngine()


def seal(box: Box = BOX, colour: str = "red") -> Seal:
    return Seal("", (), "unit", "circle", colour, box, 0.9)


def stamped(colour: stamps.Colour = stamps.RED, text: bool = True) -> RGB:
    """A page with a ring at BOX and two bars of black print beneath it, the lower one longer than the seal."""
    page = Image.new("RGB", (1240, 1754), "white")
    draw = ImageDraw.Draw(page)
    draw.ellipse((400, 500, 639, 739), outline=colour, width=8)
    draw.rectangle((440, 600, 600, 640), fill=colour)
    if text:
        draw.rectangle((420, 610, 620, 630), fill=stamps.BLACK)
        draw.rectangle((300, 660, 700, 680), fill=stamps.BLACK)
    return stamps.array(page)


def on_cut(text: str, box: Box, confidence: float = 0.99) -> Word:
    """A line as the engine gives it, on the cut-out around BOX that has no words to reach for."""
    return Word(text, (box[0] - 184, box[1] - 481, box[2] - 184, box[3] - 481), confidence)


def test_a_name_beneath_a_seal_is_read_once() -> None:
    image = np.asarray(Image.open(FIXTURES / "seals" / "name-under.jpg").convert("RGB"), np.uint8).copy()
    page, _ = read_page(image, 1, engine())
    texts = [word.text for word in page.words]
    assert texts.count(NAME) == 1
    assert texts.count("2022年6月8日") == 1
    assert not any(text != NAME and text in NAME for text in texts)
    for x0, y0, x1, y1 in (word.box for word in page.words):
        assert 0 <= x0 < x1 <= page.width
        assert 0 <= y0 < y1 <= page.height


@pytest.mark.parametrize(("ink", "colour"), [(stamps.RED, "red"), (stamps.BLUE, "blue")])
def test_the_ink_is_taken_out_and_the_print_left(ink: stamps.Colour, colour: str) -> None:
    reader = Told()
    assert look_under(stamped(ink), (), [seal(colour=colour)], reader) == ()
    (sheet,) = reader.seen
    assert sheet[605 - 481, 500 - 184].min() > 240  # ink alone
    assert sheet[620 - 481, 500 - 184].max() < 60  # print over ink
    assert sheet[670 - 481, 310 - 184].max() < 60  # the same line beyond the seal


@pytest.mark.parametrize("colour", ["red", "black"])
def test_nothing_is_asked_where_no_print_lies_beneath(colour: str) -> None:
    reader = Told()
    bare = stamped(text=colour == "black")
    assert look_under(bare, (), [seal(colour=colour)], reader) == ()
    assert reader.asked == 0


def test_a_line_takes_the_place_of_what_it_reads_better() -> None:
    above, below = Word("工程名称", (100, 100, 300, 140), 0.99), Word("日期", (100, 900, 200, 940), 0.99)
    broken = (Word("云溪测", (405, 605, 480, 635), 0.9), Word("公司", (580, 605, 630, 635), 0.9))
    words = (above, *broken, below)
    reader = Told(on_cut(NAME, (405, 605, 630, 635)))
    read = look_under(stamped(), words, [seal()], reader)
    assert [word.text for word in read] == ["工程名称", NAME, "日期"]
    assert read[1].box == (405, 605, 630, 635)


@pytest.mark.parametrize(
    ("text", "confidence"),
    [("云溪测绘", 1.0), (NAME, 0.96)],  # fewer letters; hardly surer
)
def test_a_line_read_no_better_is_left(text: str, confidence: float) -> None:
    words = (Word(NAME, (405, 605, 630, 635), 0.95),)
    reader = Told(on_cut(text, (405, 605, 630, 635), confidence))
    assert look_under(stamped(), words, [seal()], reader) == words


def test_a_line_of_its_own_is_put_in_reading_order_or_left_where_illegible() -> None:
    words = (
        Word("甲方", (100, 600, 200, 640), 0.99),
        Word("乙方", (900, 600, 1000, 640), 0.99),
        Word("日期", (100, 900, 200, 940), 0.99),
    )
    found = look_under(stamped(), words, [seal()], Told(on_cut(NAME, (405, 605, 630, 635))))
    assert [word.text for word in found] == ["甲方", NAME, "乙方", "日期"]
    assert look_under(stamped(), words, [seal()], Told(on_cut(NAME, (405, 605, 630, 635), 0.55))) == words


def test_what_stands_beside_the_seal_or_is_much_taller_stays() -> None:
    words = (Word("东西", (200, 605, 300, 635), 0.6), Word("圆圈里的字", (400, 500, 640, 700), 0.55))
    reader = Told(on_cut("东西南北", (200, 605, 300, 635)), on_cut(NAME, (405, 605, 630, 635)))
    read = look_under(stamped(), words, [seal()], reader)
    assert set(words) < set(read)
    assert sorted(word.text for word in read) == sorted(["东西", "圆圈里的字", NAME])


def test_no_line_is_cut_in_two() -> None:
    """A label that reaches into what is read beside the seal is read whole, and a line cut off there is not kept."""
    label = Word("验证人：", (120, 605, 230, 635), 0.93)
    reader = Told(Word("人：钱文斌", (0, 124, 300, 154), 0.99))
    assert look_under(stamped(), (label,), [seal()], reader) == (label,)
    (sheet,) = reader.seen
    plain = Told()
    look_under(stamped(), (), [seal()], plain)
    wide = int(np.flatnonzero(sheet.min(axis=(0, 2)) < 60)[0])
    narrow = int(np.flatnonzero(plain.seen[0].min(axis=(0, 2)) < 60)[0])
    assert wide - narrow == 184 - (120 - 12)


@needs_font
def test_of_forty_stamps_over_print_few_are_looked_under() -> None:
    ground = stamps.page(2480, 3508)
    stamp, seals = stamps.ring("浙江宝业", size=180), list[Seal]()
    draw = ImageDraw.Draw(ground)
    for i in range(40):
        x, y = 100 + 230 * (i % 10), 800 + 300 * (i // 10)
        draw.text((x, y + 70), "工程名称", fill=stamps.BLACK, font=stamps.font(40))
        stamps.stamped(ground, stamp, x, y, 7 * i)
        seals.append(seal((x, y, x + 180, y + 180)))
    reader = Told()
    assert look_under(stamps.array(ground), (), seals, reader) == ()
    assert reader.asked == MOST
