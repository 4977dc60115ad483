"""Finding and reading seals, on seals drawn here."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw

from tests.read import stamps
from tests.read.engines import Mute
from verify.orgs import owner
from verify.read.engine import Engine
from verify.read.rapid import RapidEngine
from verify.read.seals import find_and_read
from verify.read.seals.find import MAX_FOUND, find
from verify.read.seals.reader import MAX_READ
from verify.read.seals.recogniser import Line, Recogniser

OWN = "浙江宝业建设集团有限公司"
OTHER = "浙江明康工程咨询有限公司"

needs_font = pytest.mark.skipif(not stamps.FONT.is_file(), reason="Noto Serif CJK Bold is not installed")


@pytest.fixture(scope="module")
def engine() -> RapidEngine:
    return RapidEngine()


@needs_font
def test_own_and_other_unit_are_told_apart(engine: Engine) -> None:
    ground = stamps.stamped(stamps.page(), stamps.ring(OWN), 200, 1200)
    ground = stamps.stamped(ground, stamps.ring(OTHER), 760, 1200)
    own, other = find_and_read(stamps.array(ground), engine)
    assert (own.title, other.title) == (OWN, OTHER)
    assert (owner(own, OWN, [OTHER]).kind, owner(other, OWN, [OTHER]).kind) == ("employer", "other")
    assert owner(other, OWN, []).kind == "other"


@needs_font
@pytest.mark.parametrize("turn", [25, 90, 180, 300])
def test_turned_seal(engine: Engine, turn: int) -> None:
    ground = stamps.stamped(stamps.page(), stamps.ring(OTHER), 500, 1000, turn)
    (seal,) = find_and_read(stamps.array(ground), engine)
    assert owner(seal, OTHER, [OWN]).kind == "employer"
    assert (seal.shape, seal.colour, seal.kind) == ("circle", "red", "unit")


@needs_font
def test_box_is_the_seals(engine: Engine) -> None:
    ground = stamps.stamped(stamps.page(), stamps.ring(OTHER), 500, 1000)
    (seal,) = find_and_read(stamps.array(ground), engine)
    assert seal.box == pytest.approx((500, 1000, 736, 1236), abs=10)


@needs_font
def test_blue_oval(engine: Engine) -> None:
    oval = stamps.ring("浙江省注册建造师执业印章", stamps.BLUE, size=300, tall=0.72, span=220)
    (seal,) = find_and_read(stamps.array(stamps.stamped(stamps.page(), oval, 500, 1000)), engine)
    assert (seal.shape, seal.colour, seal.kind) == ("ellipse", "blue", "registration")


@needs_font
def test_rectangle(engine: Engine) -> None:
    ground = stamps.stamped(stamps.page(), stamps.rectangle("施工图审查合格"), 400, 1000, 8)
    (seal,) = find_and_read(stamps.array(ground), engine)
    assert (seal.title, seal.shape, seal.kind) == ("施工图审查合格", "rectangle", "review")


@needs_font
def test_touching_seals_are_peeled_apart(engine: Engine) -> None:
    ground = stamps.stamped(stamps.page(), stamps.ring(OWN), 400, 1000)
    ground = stamps.stamped(ground, stamps.ring(OTHER), 634, 1000)
    assert [seal.title for seal in find_and_read(stamps.array(ground), engine)] == [OWN, OTHER]


@needs_font
def test_seal_over_black_print(engine: Engine) -> None:
    ground = stamps.page()
    ground.paste(Image.new("RGB", (10, 10), "white"))
    multiplied = np.minimum(stamps.array(ground), stamps.array(stamps.stamped(_white(), stamps.ring(OTHER), 300, 200)))
    (seal,) = find_and_read(multiplied, engine)
    assert owner(seal, OTHER, [OWN]).kind == "employer"


@needs_font
def test_line_below_the_star_is_a_text(engine: Engine) -> None:
    ground = stamps.stamped(stamps.page(), stamps.ring(OTHER, line="合同专用章"), 500, 1000)
    (seal,) = find_and_read(stamps.array(ground), engine)
    assert "合同专用章" in seal.texts


@needs_font
def test_twice_is_the_same(engine: Engine) -> None:
    image = stamps.array(stamps.stamped(stamps.page(), stamps.ring(OTHER), 500, 1000, 37))
    assert find_and_read(image, engine) == find_and_read(image, engine)


@needs_font
def test_seal_as_large_as_the_page(engine: Engine) -> None:
    ground = stamps.stamped(Image.new("RGB", (1000, 1000), "white"), stamps.ring(OTHER, size=960), 20, 20)
    (seal,) = find_and_read(stamps.array(ground), engine)
    assert seal.title == OTHER


@needs_font
def test_two_hundred_stamps_are_bounded() -> None:
    ground = Image.new("RGB", (2400, 1400), "white")
    for i in range(200):
        stamps.stamped(ground, stamps.ring("浙江宝业", size=108), 10 + 119 * (i % 20), 10 + 138 * (i // 20))
    engine = Mute()
    seals = find_and_read(stamps.array(ground), engine)
    assert MAX_READ < len(seals) <= MAX_FOUND
    assert sum(not seal.skipped for seal in seals) == MAX_READ
    assert engine.asked <= 20 * MAX_READ


@pytest.mark.parametrize("colour", [(220, 30, 40), (40, 60, 190), (255, 255, 255), (0, 0, 0)])
def test_page_of_one_colour(colour: tuple[int, int, int]) -> None:
    assert find(stamps.array(Image.new("RGB", (800, 1100), colour))) == ()


@pytest.mark.parametrize("size", [(1, 1), (3, 900), (900, 3), (20, 20), (49, 60)])
@pytest.mark.parametrize("seed", [0, 1])
def test_tiny_and_narrow_images(size: tuple[int, int], seed: int) -> None:
    noise = np.random.default_rng(seed).integers(0, 256, (*size, 3)).astype(np.uint8)
    assert find_and_read(noise, Mute()) == ()


def test_coloured_noise_is_no_seal() -> None:
    noise = np.random.default_rng(2).integers(0, 256, (900, 700, 3)).astype(np.uint8)
    assert find_and_read(noise, Mute()) == ()


def test_red_frame_and_rules() -> None:
    ground = Image.new("RGB", (1240, 1754), "white")
    draw = ImageDraw.Draw(ground)
    draw.rectangle((60, 60, 1180, 1690), outline=stamps.RED, width=5)
    for y in range(200, 1600, 70):
        draw.line((100, y, 1140, y), fill=stamps.RED, width=3)
    for x in range(100, 1141, 260):
        draw.line((x, 200, x, 1530), fill=stamps.RED, width=3)
    assert find_and_read(stamps.array(ground), Mute()) == ()


@pytest.mark.parametrize("colour", [stamps.RED, stamps.BLUE])
def test_qr_like_pattern(colour: tuple[int, int, int]) -> None:
    ground = Image.new("RGB", (1240, 1754), "white")
    modules = np.random.default_rng(1).integers(0, 2, (29, 29)).astype(bool)
    for corner in ((slice(7), slice(7)), (slice(7), slice(-7, None)), (slice(-7, None), slice(7))):
        modules[corner] = True
    code = Image.fromarray(np.where(modules[..., None], np.uint8(colour), np.uint8(255)).astype(np.uint8))
    ground.paste(code.resize((232, 232), Image.Resampling.NEAREST), (500, 900))
    assert find_and_read(stamps.array(ground), Mute()) == ()


def test_drawn_circle_is_no_seal() -> None:
    ground = Image.new("RGB", (1240, 1754), "white")
    ImageDraw.Draw(ground).ellipse((400, 800, 640, 1040), outline=stamps.RED, width=6)
    assert find_and_read(stamps.array(ground), Mute()) == ()


@needs_font
def test_red_letterhead_is_no_seal() -> None:
    ground = Image.new("RGB", (1240, 1754), "white")
    draw = ImageDraw.Draw(ground)
    draw.text((620, 200), "绍兴市建设工程文件", fill=stamps.RED, font=stamps.font(96), anchor="mm")
    draw.line((120, 320, 1120, 320), fill=stamps.RED, width=6)
    assert find_and_read(stamps.array(ground), Mute()) == ()


@needs_font
def test_illegible_seal_is_still_a_seal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Recogniser, "read", lambda self, strips: [Line(()) for _ in strips])
    image = stamps.array(stamps.stamped(stamps.page(), stamps.ring(OTHER), 500, 1000))
    (seal,) = find_and_read(image, Mute())
    assert (seal.title, seal.candidates, seal.confidence) == ("", (), 0.0)


def _white() -> Image.Image:
    return Image.new("RGB", (1240, 1754), "white")


@needs_font
@pytest.mark.parametrize("paper", [(205, 190, 160), (255, 235, 150), (190, 215, 250), (250, 205, 215)])
def test_black_print_on_tinted_paper_is_no_coloured_seal(paper: stamps.Colour) -> None:
    plain = stamps.array(stamps.page()).astype(np.float32) / 255
    tinted = (plain * np.array(paper, np.float32)).astype(np.uint8)
    assert find(tinted) == ()
    stamped = stamps.array(stamps.stamped(stamps.page(), stamps.ring("浙江明康工程咨询有限公司"), 700, 1000))
    (seal,) = find((stamped.astype(np.float32) / 255 * np.array(paper, np.float32)).astype(np.uint8))
    assert seal.ink == "red"
