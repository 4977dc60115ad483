"""Seals without a hue: black stamps, grey scans and copies, and what must not be taken for them."""

from __future__ import annotations

import math

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFilter

from tests.read import stamps
from tests.read.test_seals import Mute
from verify.orgs import owner
from verify.read.engine import RGB, Engine
from verify.read.rapid import RapidEngine
from verify.read.seals import find_and_read
from verify.read.seals.cut import cut_out
from verify.read.seals.dark import MAX_TRACED
from verify.read.seals.find import MAX_FOUND, SIDE, find
from verify.read.seals.ink import departure_of
from verify.read.seals.reader import _refit
from verify.read.seals.shapes import Ring
from verify.read.seals.trace import trace

TITLE = "浙江明康工程咨询有限公司"
GREY, PALE = (110, 110, 110), (196, 196, 196)

needs_font = pytest.mark.skipif(not stamps.FONT.is_file(), reason="Noto Serif CJK Bold is not installed")


@pytest.fixture(scope="module")
def engine() -> RapidEngine:
    return RapidEngine()


@needs_font
@pytest.mark.parametrize("colour", [stamps.BLACK, GREY])
def test_dark_seal_is_read(engine: Engine, colour: stamps.Colour) -> None:
    ground = stamps.stamped(stamps.page(), stamps.ring(TITLE, colour), 500, 1000, 20)
    (seal,) = find_and_read(stamps.array(ground), engine)
    assert (seal.colour, seal.shape, seal.kind) == ("black", "circle", "unit")
    assert owner(seal, TITLE, []).kind == "employer"
    assert seal.box == pytest.approx((533, 1033, 769, 1269), abs=10)


@needs_font
@pytest.mark.parametrize(
    ("colour", "size"),
    [(colour, size) for colour in (stamps.BLACK, GREY, PALE) for size in (100, 236, 320)] + [(GREY, 700)],
)
def test_ring_is_where_the_rim_is(colour: stamps.Colour, size: int) -> None:
    (seal,) = find(stamps.array(stamps.stamped(_ruled(), stamps.ring(TITLE, colour, size), 300, 700)))
    assert isinstance(seal.outline, Ring)
    assert (seal.ink, seal.written) == ("black", True)
    middle = size / 2 - 0.5
    assert _off(seal.outline, 300 + middle, 700 + middle, size / 2 - 2 - size / 80) < 0.02


@needs_font
@pytest.mark.parametrize("shift", [(0, 0), (2, 0), (1, 1), (0, 3), (8, 3), (5, 4), (9, 3)])
def test_pale_small_ring_wherever_it_lies_between_the_pixels(shift: tuple[int, int]) -> None:
    x, y = 300 + shift[0], 700 + shift[1]
    (seal,) = find(stamps.array(stamps.stamped(_ruled(), stamps.ring(TITLE, PALE, 100), x, y)))
    assert isinstance(seal.outline, Ring)
    assert _off(seal.outline, x + 49.5, y + 49.5, 50 - 2 - 100 / 80) < 0.02


@needs_font
@pytest.mark.parametrize("tall", [0.66, 0.72])
def test_dark_oval(tall: float) -> None:
    (seal,) = find(stamps.array(stamps.stamped(_ruled(), stamps.ring(TITLE, GREY, 300, tall, span=200), 500, 900)))
    assert isinstance(seal.outline, Ring)
    assert not seal.outline.circular
    assert seal.outline.short / seal.outline.long == pytest.approx(tall, abs=0.03)


@needs_font
def test_red_and_black_side_by_side() -> None:
    ground = stamps.stamped(stamps.page(), stamps.ring(TITLE), 200, 1200)
    ground = stamps.stamped(ground, stamps.ring(TITLE, GREY), 760, 1200)
    assert [seal.ink for seal in sorted(find(stamps.array(ground)), key=lambda seal: seal.outline.x)] == [
        "red",
        "black",
    ]


@needs_font
def test_dark_seals_that_overlap() -> None:
    ground = stamps.stamped(stamps.page(), stamps.ring(TITLE, GREY), 300, 1100)
    ground = stamps.stamped(ground, stamps.ring(TITLE, GREY), 500, 1100)
    assert len(find(stamps.array(ground))) == 2


@needs_font
def test_half_a_dark_seal_at_the_edge() -> None:
    ground = stamps.stamped(stamps.page(), stamps.ring(TITLE, GREY), 1240 - 118, 1100)
    (seal,) = find(stamps.array(ground))
    assert seal.outline.x == pytest.approx(1240, abs=8)


def test_drawn_circles_are_no_seals() -> None:
    ground, draw = _blank()
    for i, width in enumerate((2, 4, 8, 14)):
        draw.ellipse((100 + 280 * i, 300, 330 + 280 * i, 530), outline=stamps.BLACK, width=width)
        draw.ellipse((100 + 280 * i, 800, 330 + 280 * i, 960), outline=GREY, width=width)
    assert find_and_read(stamps.array(ground), Mute()) == ()


@needs_font
def test_words_in_bubbles_are_no_seals(engine: Engine) -> None:
    ground, draw = _blank()
    for i, word in enumerate(("设计", "施工图审查", "竣工验收备案")):
        draw.ellipse((80 + 380 * i, 300, 380 + 380 * i, 600), outline=stamps.BLACK, width=4)
        draw.text((230 + 380 * i, 450), word, fill=stamps.BLACK, font=stamps.font(44), anchor="mm")
        draw.ellipse((80 + 380 * i, 800, 400 + 380 * i, 1010), outline=stamps.BLACK, width=4)
        draw.text((240 + 380 * i, 905), word, fill=stamps.BLACK, font=stamps.font(40), anchor="mm")
    assert find_and_read(stamps.array(ground), engine) == ()


@needs_font
def test_numbers_in_circles_are_no_seals(engine: Engine) -> None:
    ground, draw = _blank()
    for i in range(9):
        x, y, size = 150 + 330 * (i % 3), 200 + 380 * (i // 3), 60 + 25 * i
        draw.ellipse((x, y, x + size, y + size), outline=stamps.BLACK, width=4)
        draw.text((x + size / 2, y + size / 2), str(i + 1), fill=stamps.BLACK, font=stamps.font(size // 2), anchor="mm")
    assert find_and_read(stamps.array(ground), engine) == ()


def test_pie_charts_gauges_and_wheels_are_no_seals() -> None:
    ground, draw = _blank()
    for i in range(6):
        box = (100, 150, 420, 470)
        draw.pieslice(box, 60 * i, 60 * i + 60, fill=(40 + 36 * i,) * 3, outline=stamps.BLACK, width=3)
    draw.ellipse((600, 150, 920, 470), outline=stamps.BLACK, width=6)
    for minute in range(60):
        c, s = math.cos(minute * math.pi / 30), math.sin(minute * math.pi / 30)
        draw.line((760 + 140 * c, 310 + 140 * s, 760 + 156 * c, 310 + 156 * s), fill=stamps.BLACK, width=3)
    for radius in range(20, 170, 25):
        draw.ellipse((300 - radius, 900 - radius, 300 + radius, 900 + radius), outline=stamps.BLACK, width=3)
    assert find_and_read(stamps.array(ground), Mute()) == ()


@needs_font
def test_pages_of_print_and_tables_are_no_seals() -> None:
    ground, draw = _blank()
    for line in range(44):
        draw.text(
            (60, 40 + 38 * line),
            "工程名称镜湖新区安置房二期建设地点绍兴市越城区" * 2,
            fill=stamps.BLACK,
            font=stamps.font(24),
        )
    assert find(stamps.array(ground)) == ()
    assert find(stamps.array(_ruled())) == ()


@pytest.mark.parametrize("side", [29, 45])
def test_black_qr_like_pattern(side: int) -> None:
    ground, _ = _blank()
    modules = np.random.default_rng(side).integers(0, 2, (side, side)).astype(np.uint8) * 255
    ground.paste(
        Image.fromarray(modules).resize((8 * side, 8 * side), Image.Resampling.NEAREST).convert("RGB"), (400, 500)
    )
    assert find_and_read(stamps.array(ground), Mute()) == ()


@pytest.mark.parametrize("seed", range(4))
def test_noise_and_photos_are_no_seals(seed: int) -> None:
    rng = np.random.default_rng(seed)
    noise = Image.fromarray(rng.integers(0, 256, (900, 700), dtype=np.uint8))
    for radius in (0, 2, 6, 20):
        picture = np.asarray(noise.filter(ImageFilter.GaussianBlur(radius)), float)
        picture = (picture - picture.min()) / max(np.ptp(picture), 1) * 255
        assert find_and_read(np.repeat(picture.astype(np.uint8)[..., None], 3, axis=2), Mute()) == ()


@pytest.mark.parametrize("size", [(900, 700), (3000, 300), (6000, 900)])
def test_little_is_followed_on_a_hostile_page(size: tuple[int, int], monkeypatch: pytest.MonkeyPatch) -> None:
    followed = list[tuple[int, ...]]()

    def counted(picture: RGB, ring: Ring) -> Ring | None:
        followed.append(picture.shape)
        return trace(picture, ring)

    monkeypatch.setattr("verify.read.seals.dark.trace", counted)
    ground = Image.new("RGB", size, "white")
    draw = ImageDraw.Draw(ground)
    rng = np.random.default_rng(4)
    for x, y, side in zip(
        rng.integers(0, size[0], 400), rng.integers(0, size[1], 400), rng.integers(40, 300, 400), strict=True
    ):
        draw.ellipse((int(x), int(y), int(x + side), int(y + side)), outline=stamps.BLACK, width=3)
    assert len(find(stamps.array(ground))) <= MAX_FOUND
    assert len(followed) <= MAX_TRACED
    assert all(max(shape) <= SIDE for shape in followed)


@needs_font
@pytest.mark.parametrize("colour", [stamps.RED, stamps.BLUE, GREY])
def test_rim_with_a_third_missing_is_centred(colour: stamps.Colour) -> None:
    seal = stamps.ring(TITLE, colour, 316)
    seal.paste((0, 0, 0, 0), (0, 0, 80, 316))
    image = stamps.array(stamps.stamped(_blank()[0], seal, 400, 700))
    (found,) = find(image)
    crop, ring = cut_out(image, found.outline)
    assert isinstance(ring, Ring)
    again = _refit(departure_of(crop, found.ink), ring, found.ink)
    assert again.circular
    assert _off(again, ring.x + 400 + 157.5 - found.outline.x, ring.y + 700 + 157.5 - found.outline.y, 156) < 0.03


def _off(ring: Ring, x: float, y: float, radius: float) -> float:
    """The largest error of centre and radii, as a share of the radius."""
    errors = (math.hypot(ring.x - x, ring.y - y), abs(ring.short - radius), abs(ring.long - radius))
    return max(errors) / radius


def _blank() -> tuple[Image.Image, ImageDraw.ImageDraw]:
    ground = Image.new("RGB", (1240, 1754), "white")
    return ground, ImageDraw.Draw(ground)


def _ruled() -> Image.Image:
    """A page with print and a table."""
    ground = stamps.page()
    draw = ImageDraw.Draw(ground)
    for y in range(640, 1650, 72):
        draw.line((90, y, 1150, y), fill=stamps.BLACK, width=3)
    for x in (90, 330, 700, 1150):
        draw.line((x, 640, x, 1648), fill=stamps.BLACK, width=3)
    return ground
