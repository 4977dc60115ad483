"""Rectangular seals without a hue: black stamps and grey scans, and the frames, cells and cards that are none."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw

from tests.read import stamps
from verify.read.seals.dark_plates import MAX_FOLLOWED, dark_plates
from verify.read.seals.find import find
from verify.read.seals.frames import followed, laid_flat
from verify.read.seals.ink import darkness
from verify.read.seals.lines import MAX_LINES, lines_of, strokes
from verify.read.seals.print_turn import print_turn
from verify.read.seals.shapes import Rect

ROWS = ("绍兴明镜施工图审查中心", "施工图设计文件审查专用章", "证书编号:A306981245")
GREY, WORN = (110, 110, 110), (60, 60, 62)

pytestmark = pytest.mark.skipif(not stamps.FONT.is_file(), reason="Noto Serif CJK Bold is not installed")


@pytest.mark.parametrize("turn", [-24.0, -5.0, 3.0, 8.0, 41.0, 88.0, 174.0])
@pytest.mark.parametrize("colour", [stamps.BLACK, GREY])
def test_plate_is_where_its_frame_is(turn: float, colour: stamps.Colour) -> None:
    ground = stamps.stamped(_page(), _plate(ROWS, colour), 420, 900, turn)
    (seal,) = find(stamps.array(ground))
    assert isinstance(seal.outline, Rect)
    assert (seal.ink, seal.written) == ("black", True)
    middle = _turned_size(turn) / 2 + [420, 900]
    assert np.hypot(*(middle - [seal.outline.x, seal.outline.y])) < 5
    assert (seal.outline.width, seal.outline.height) == pytest.approx((395, 185), abs=8)
    assert abs((seal.outline.angle - turn + 90) % 180 - 90) < 1


@pytest.mark.parametrize("rows", [2, 4])
def test_plates_of_fewer_and_more_rows(rows: int) -> None:
    lines = (*ROWS, "有效期至2027年3月")[:rows]
    (seal,) = find(stamps.array(stamps.stamped(_page(), _plate(lines, WORN), 300, 850, 6)))
    assert isinstance(seal.outline, Rect)


def test_worn_plate_on_a_slanted_page() -> None:
    plate = _plate(ROWS, WORN)
    for x in (90, 240):
        plate.paste((0, 0, 0, 0), (x, 0, x + 24, 24))
    ground = stamps.stamped(_page(), plate, 420, 900, 7)
    ground = ground.rotate(3, Image.Resampling.BICUBIC, fillcolor="white")
    (seal,) = find(stamps.array(ground))
    assert isinstance(seal.outline, Rect)
    assert seal.outline.angle == pytest.approx(4, abs=1)


def test_plate_and_ring_together() -> None:
    ground = stamps.stamped(_page(), _plate(ROWS, WORN), 120, 900, 5)
    ground = stamps.stamped(ground, stamps.ring("浙江明康工程咨询有限公司", GREY), 760, 1300)
    assert [type(seal.outline).__name__ for seal in find(stamps.array(ground))] == ["Rect", "Ring"]


@pytest.mark.parametrize("turn", [0.0, 0.6, 4.0])
@pytest.mark.parametrize("name", ["table", "cell", "box", "title_block", "form", "buttons", "photo", "qr", "double"])
def test_what_is_printed_with_the_page_is_no_plate(name: str, turn: float) -> None:
    ground = _page()
    DRAWN[name](ImageDraw.Draw(ground), ground)
    ground = ground.rotate(turn, Image.Resampling.BICUBIC, fillcolor="white")
    assert find(stamps.array(ground)) == ()


@pytest.mark.parametrize("turn", [5.0, -13.0])
@pytest.mark.parametrize("name", ["table", "title_block", "form", "photo", "qr", "double", "card", "note", "empty"])
def test_askew_but_no_plate(name: str, turn: float) -> None:
    """Pasted askew, too, tables, cards, pictures and letters of many lines are no stamps."""
    sheet = Image.new("RGB", (1240, 1754), "white")
    DRAWN[name](ImageDraw.Draw(sheet), sheet)
    cut = sheet.crop((100, 820, 1140, 1640)).convert("RGBA")
    cut.putalpha(Image.eval(cut.convert("L"), lambda level: 255 - level))
    ground = stamps.stamped(_page(), cut, 60, 780, turn)
    assert find(stamps.array(ground)) == ()


@pytest.mark.parametrize("ground", ["white", (150, 150, 150)])
def test_label_on_other_paper_is_no_plate(ground: str | tuple[int, int, int]) -> None:
    """The same frame is a stamp on its page's paper, and a label or a board where the paper changes at the frame."""
    label = Image.new("RGBA", (400, 190), "white")
    label.alpha_composite(_plate(ROWS, stamps.BLACK))
    sheet = Image.new("RGB", (1240, 1754), ground)
    found = find(stamps.array(stamps.stamped(sheet, label, 420, 900, 9)))
    assert len(found) == (1 if ground == "white" else 0)


def test_little_is_followed_on_a_page_of_askew_boxes(monkeypatch: pytest.MonkeyPatch) -> None:
    tried = list[Rect]()

    def counted(dark: np.ndarray, guess: Rect) -> Rect | None:
        tried.append(guess)
        return followed(dark, guess)

    monkeypatch.setattr("verify.read.seals.dark_plates.followed", counted)
    ground, rng = Image.new("RGB", (900, 1200), "white"), np.random.default_rng(5)
    box = Image.new("RGBA", (200, 90), (0, 0, 0, 0))
    ImageDraw.Draw(box).rectangle((2, 2, 197, 87), outline=stamps.BLACK, width=3)
    for _ in range(80):
        x, y, turn = (int(value) for value in rng.integers((0, 0, -40), (700, 1000, 40)))
        stamps.stamped(ground, box, x, y, turn)
    image = stamps.array(ground)
    dark = darkness(image)
    assert dark_plates(image, dark, 30, []) == []
    assert 0 < len(tried) <= MAX_FOLLOWED
    assert len(lines_of(*strokes(dark), dark.shape, 900)) <= MAX_LINES


@pytest.mark.parametrize("turn", [-13.0, 0.0, 2.0, 17.0])
def test_turn_of_the_print(turn: float) -> None:
    upright = print_turn(darkness(stamps.array(_page().rotate(-turn, Image.Resampling.BICUBIC, fillcolor="white"))))
    assert upright == pytest.approx(turn, abs=0.5)
    sideways = _page().rotate(90 - turn, Image.Resampling.BICUBIC, expand=True, fillcolor="white")
    assert print_turn(darkness(stamps.array(sideways))) == pytest.approx(turn, abs=0.5)


def test_no_turn_without_print() -> None:
    assert print_turn(np.zeros((300, 200), np.uint8)) is None
    disc = Image.new("L", (300, 300))
    ImageDraw.Draw(disc).ellipse((60, 60, 240, 240), fill=200)
    assert print_turn(np.asarray(disc)) is None


def test_nothing_on_an_empty_page() -> None:
    dark = np.zeros((300, 200), np.uint8)
    assert strokes(dark)[0].shape == (0, 4)
    assert dark_plates(np.full((300, 200, 3), 255, np.uint8), dark, 10, []) == []


def test_laid_flat_keeps_scale_and_place() -> None:
    dark = np.zeros((200, 200), np.uint8)
    dark[60:62, 50:150] = 200
    flat = laid_flat(dark, Rect(99.5, 80.5, 100, 40, 0.0), 5)
    assert flat.shape == (50, 110)
    rows, columns = np.nonzero(flat > 100)
    assert (rows.min(), rows.max(), columns.min(), columns.max()) == (4, 5, 5, 104)


def _plate(lines: tuple[str, ...], colour: stamps.Colour, width: int = 400) -> Image.Image:
    image = Image.new("RGBA", (width, 10 + 60 * len(lines)), (0, 0, 0, 0))
    draw = ImageDraw.Draw(image)
    draw.rectangle((2, 2, image.width - 3, image.height - 3), outline=colour, width=5)
    for number, line in enumerate(lines):
        draw.text((width / 2, 35 + 60 * number), line, fill=colour, font=stamps.font(31), anchor="mm")
    return image


def _turned_size(turn: float) -> np.ndarray:
    blank = Image.new("L", (400, 190)).rotate(-turn, expand=True)
    return np.array(blank.size, float)


def _page() -> Image.Image:
    """A page with print at the top and the bottom."""
    ground = stamps.page()
    draw = ImageDraw.Draw(ground)
    for line in range(4):
        draw.text(
            (120, 640 + 46 * line),
            "本工程位于规划道路以北总建筑面积约一万二千平方米",
            fill=stamps.BLACK,
            font=stamps.font(28),
        )
    return ground


def _rows(draw: ImageDraw.ImageDraw, x: int, y: int, lines: tuple[str, ...], size: int = 31, step: int = 60) -> None:
    for number, line in enumerate(lines):
        draw.text((x, y + step * number), line, fill=stamps.BLACK, font=stamps.font(size))


def _box(draw: ImageDraw.ImageDraw, _: Image.Image) -> None:
    """One cell by itself, filled with rows."""
    draw.rectangle((400, 950, 810, 1140), outline=stamps.BLACK, width=4)
    _rows(draw, 412, 965, ROWS)


def _cell(draw: ImageDraw.ImageDraw, _: Image.Image) -> None:
    """Cells side by side, each filled with rows."""
    for x in (120, 530):
        draw.rectangle((x, 950, x + 410, 1140), outline=stamps.BLACK, width=4)
        _rows(draw, x + 12, 965, ROWS)


def _table(draw: ImageDraw.ImageDraw, _: Image.Image) -> None:
    for y in range(900, 1600, 66):
        draw.line((120, y, 1120, y), fill=stamps.BLACK, width=3)
        if y < 1500:
            _rows(draw, 140, y + 14, ("工程名称   镜湖新区安置房二期   建筑面积",))
    for x in (120, 420, 800, 1120):
        draw.line((x, 900, x, 1560), fill=stamps.BLACK, width=3)


def _title_block(draw: ImageDraw.ImageDraw, _: Image.Image) -> None:
    draw.rectangle((600, 1200, 1120, 1500), outline=stamps.BLACK, width=5)
    for y in (1260, 1320, 1380, 1440):
        draw.line((600, y, 1120, y), fill=stamps.BLACK, width=2)
    draw.line((760, 1260, 760, 1500), fill=stamps.BLACK, width=2)
    _rows(
        draw,
        612,
        1208,
        ("绍兴明镜建筑设计院", "设计  张三  李四", "校对  王五  赵六", "审核  钱七  孙八", "图号  建施一"),
    )


def _form(draw: ImageDraw.ImageDraw, _: Image.Image) -> None:
    for number, label in enumerate(("姓名", "单位", "专业", "级别")):
        y = 900 + 90 * number
        draw.rectangle((320, y, 900, y + 60), outline=GREY, width=2)
        _rows(draw, 180, y + 10, (label,))
        _rows(draw, 340, y + 10, ("浙江明康工程咨询",))


def _buttons(draw: ImageDraw.ImageDraw, _: Image.Image) -> None:
    for number, label in enumerate(("查询", "重置", "导出证书")):
        draw.rounded_rectangle((150 + 300 * number, 950, 400 + 300 * number, 1030), 12, outline=GREY, width=3)
        _rows(draw, 180 + 300 * number, 966, (label,))
    draw.rectangle((150, 1100, 1090, 1400), outline=GREY, width=2)
    _rows(draw, 180, 1120, ("查询结果", "持证人  张三", "发证机关  人力资源和社会保障厅"))


def _photo(_: ImageDraw.ImageDraw, ground: Image.Image) -> None:
    noise = np.random.default_rng(3).integers(60, 220, (20, 15), dtype=np.uint8)
    ground.paste(Image.fromarray(noise).resize((240, 320), Image.Resampling.BICUBIC).convert("RGB"), (500, 950))
    ImageDraw.Draw(ground).rectangle((496, 946, 743, 1273), outline=stamps.BLACK, width=3)


def _qr(_: ImageDraw.ImageDraw, ground: Image.Image) -> None:
    modules = np.random.default_rng(29).integers(0, 2, (29, 29)).astype(np.uint8) * 255
    ground.paste(Image.fromarray(modules).resize((232, 232), Image.Resampling.NEAREST).convert("RGB"), (400, 950))


def _double(draw: ImageDraw.ImageDraw, _: Image.Image) -> None:
    """The ornamental frame of a certificate."""
    for inset in (0, 14, 28):
        draw.rectangle((300 + inset, 900 + inset, 940 - inset, 1300 - inset), outline=stamps.BLACK, width=4)
    _rows(draw, 350, 960, ("荣誉证书", "张三同志被评为", "先进工作者"), 44, 90)


def _card(draw: ImageDraw.ImageDraw, ground: Image.Image) -> None:
    """An identity card: rows on the left, a picture on the right."""
    draw.rounded_rectangle((300, 950, 800, 1265), 16, outline=stamps.BLACK, width=3)
    _rows(
        draw, 330, 975, ("姓名 张三", "性别 男 民族 汉", "出生 一九八〇年", "住址 绍兴市越城区", "公民身份号码"), 26, 54
    )
    noise = np.random.default_rng(3).integers(60, 220, (20, 15), dtype=np.uint8)
    ground.paste(Image.fromarray(noise).resize((150, 190), Image.Resampling.BICUBIC).convert("RGB"), (620, 985))


def _note(draw: ImageDraw.ImageDraw, _: Image.Image) -> None:
    """A notice of many lines in a frame."""
    draw.rectangle((300, 900, 800, 1300), outline=stamps.BLACK, width=4)
    _rows(draw, 312, 915, ("经各方共同验收合格同意交付使用特此", "证明以上内容属实如有不符愿负责任并") * 4, 28, 46)


def _empty(draw: ImageDraw.ImageDraw, _: Image.Image) -> None:
    draw.rectangle((300, 950, 700, 1140), outline=stamps.BLACK, width=5)
    _rows(draw, 430, 1020, ("合格",))


DRAWN = {
    "table": _table,
    "cell": _cell,
    "box": _box,
    "title_block": _title_block,
    "form": _form,
    "buttons": _buttons,
    "photo": _photo,
    "qr": _qr,
    "double": _double,
    "card": _card,
    "note": _note,
    "empty": _empty,
}
