"""Pages made to break the reading of seals: it ends, within its limits, and what it returns lies on the page."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image, ImageDraw

from tests.read import stamps
from tests.read.engines import Babbler
from verify.page import Seal
from verify.pool import Pool
from verify.read.engine import RGB
from verify.read.many import Reader
from verify.read.seals import find_and_read
from verify.read.seals.find import MAX_FOUND
from verify.read.seals.reader import MAX_READ

TITLE = "浙江宝业建设集团有限公司"

ASKED_A_SEAL = 60
"""Lines and pages that one seal may ask of the engine: all views, depths and ways round of its title and middle."""

needs_font = pytest.mark.skipif(not stamps.FONT.is_file(), reason="Noto Serif CJK Bold is not installed")


def bounded(image: RGB) -> tuple[Seal, ...]:
    """The seals on `image`; fails where they are too many, off the page, or cost more questions than allowed."""
    engine = Babbler()
    seals = find_and_read(image, engine)
    height, width = image.shape[:2]
    assert len(seals) <= MAX_FOUND
    assert sum(bool(seal.title) for seal in seals) <= MAX_READ
    assert engine.asked <= ASKED_A_SEAL * MAX_READ
    for x0, y0, x1, y1 in (seal.box for seal in seals):
        assert 0 <= x0 < x1 <= width
        assert 0 <= y0 < y1 <= height
    return seals


def noise(height: int, width: int, seed: int = 0) -> RGB:
    return np.random.default_rng(seed).integers(0, 256, (height, width, 3), np.uint8)


def blotched(height: int, width: int, spread: float) -> RGB:
    """Coloured noise in blotches of about `spread` pixels."""
    soft = cv2.GaussianBlur(noise(height, width).astype(np.float32), (0, 0), spread)
    return np.asarray(np.clip((soft - soft.mean()) / soft.std() * 60 + 128, 0, 255), np.uint8)


@pytest.mark.parametrize("spread", [1.0, 4.0, 20.0, 60.0])
def test_blotches_of_colour(spread: float) -> None:
    bounded(blotched(1754, 1240, spread))


def test_noise_of_pixels() -> None:
    assert bounded(noise(1754, 1240)) == ()


@pytest.mark.parametrize("colour", [stamps.RED, stamps.BLUE, stamps.BLACK])
def test_page_all_of_one_ink(colour: tuple[int, int, int]) -> None:
    assert bounded(stamps.array(Image.new("RGB", (2480, 3508), colour))) == ()


def test_red_page_with_white_circles() -> None:
    ground = Image.new("RGB", (1240, 1754), stamps.RED)
    draw = ImageDraw.Draw(ground)
    for y in range(150, 1700, 300):
        draw.ellipse((400, y - 118, 636, y + 118), outline="white", width=8)
    bounded(stamps.array(ground))


@needs_font
@pytest.mark.parametrize("size", [(1200, 20_000), (20_000, 1200)])
def test_page_of_20_000_pixels(size: tuple[int, int]) -> None:
    ground = Image.new("RGB", size, "white")
    for step in range(0, 19_500, 1500):
        x, y = (500, step + 100) if size[1] > size[0] else (step + 100, 500)
        stamps.stamped(ground, stamps.ring(TITLE), x, y, step % 360)
    bounded(stamps.array(ground))


@needs_font
def test_seal_on_a_long_screenshot_is_found() -> None:
    ground = stamps.stamped(Image.new("RGB", (1200, 20_000), "white"), stamps.ring(TITLE), 500, 12_000)
    (seal,) = bounded(stamps.array(ground))
    assert seal.box == pytest.approx((500, 12_000, 736, 12_236), abs=12)


@needs_font
@pytest.mark.parametrize("size", [300, 1200])
def test_seal_as_large_as_the_page(size: int) -> None:
    ground = stamps.stamped(Image.new("RGB", (size, size), "white"), stamps.ring(TITLE, size=size), 0, 0)
    (seal,) = bounded(stamps.array(ground))
    assert min(seal.box[2] - seal.box[0], seal.box[3] - seal.box[1]) > 0.9 * size


@needs_font
@pytest.mark.parametrize(("step", "least"), [(119, 1), (60, 0)])
def test_200_stamps_apart_and_heaped(step: int, least: int) -> None:
    ground = Image.new("RGB", (2480, 3508), "white")
    stamp = stamps.ring("浙江宝业", size=180)
    for i in range(200):
        stamps.stamped(ground, stamp, 20 + step * (i % 20), 20 + 2 * step * (i // 20), 7 * i)
    assert len(bounded(stamps.array(ground))) >= least


@needs_font
def test_seal_in_seal_in_seal() -> None:
    ground = Image.new("RGB", (900, 900), "white")
    for size in range(880, 100, -130):
        stamps.stamped(ground, stamps.ring(TITLE, size=size), 450 - size // 2, 450 - size // 2)
    bounded(stamps.array(ground))


def test_grid_of_rectangles() -> None:
    ground = Image.new("RGB", (2480, 3508), "white")
    draw = ImageDraw.Draw(ground)
    for x in range(20, 2300, 190):
        for y in range(20, 3400, 110):
            draw.rectangle((x, y, x + 170, y + 90), outline=stamps.RED, width=4)
            draw.line((x + 30, y + 45, x + 140, y + 45), fill=stamps.RED, width=14)
    bounded(stamps.array(ground))


@pytest.mark.parametrize("shape", [(1, 1, 3), (1, 20_000, 3), (20_000, 1, 3), (48, 48, 3)])
def test_slivers(shape: tuple[int, int, int]) -> None:
    page = np.full(shape, 255, np.uint8)
    page[..., 1:] = 40
    assert bounded(page) == ()


@needs_font
def test_worker_reads_a_strip_of_stamps_within_its_limits(tmp_path: Path) -> None:
    ground = Image.new("RGB", (1200, 6000), "white")
    for y in range(100, 5700, 300):
        stamps.stamped(ground, stamps.ring(TITLE), 400, y)
    path = tmp_path / "strip.png"
    ground.save(path)
    with Pool(1) as pool:
        (reading,) = Reader(pool, "rapidocr", None, None).read([(path, "image/png")], lambda _: None)
    assert reading.trouble is None
    assert 0 < len(reading.pages[0].seals) <= MAX_FOUND
