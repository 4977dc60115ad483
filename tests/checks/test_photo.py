"""photo.*: SX 附件2 二1."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.checks.build import case, document, outcomes, page, photo
from verify.model import Slot
from verify.page import Border

FILE = "证件照/a.jpg"
WHITE = Border(97, 2, 3, 96, 2)


def test_present() -> None:
    assert outcomes("photo.present", case(photo())) == [("pass", "证件照")]
    assert outcomes("photo.present", case()) == [("fail", "证件照")]
    assert outcomes("photo.present", case(document(FILE, Slot.PHOTO))) == [("unsure", "证件照")]


@pytest.mark.parametrize(
    ("media", "mode", "outcome"),
    [
        ("image/jpeg", "RGB", "pass"),
        ("image/jpeg", "L", "pass"),
        ("image/jpeg", "CMYK", "unsure"),
        ("image/png", "RGB", "fail"),
        ("image/heic", "RGB", "fail"),
    ],
)
def test_format(media: str, mode: str, outcome: str) -> None:
    assert outcomes("photo.format", case(photo(media=media, mode=mode))) == [(outcome, FILE)]


def test_a_pdf_is_no_photo() -> None:
    pdf = document(FILE, Slot.PHOTO, page("x"), media="application/pdf")
    assert outcomes("photo.format", case(pdf)) == [("fail", FILE)]
    assert outcomes("photo.format", case()) == [("na", "证件照")]


@pytest.mark.parametrize(
    ("size", "outcome"),
    [
        (30_000, "fail"), (30_001, "unsure"), (30_720, "unsure"), (30_721, "pass"), (999_999, "pass"),
        (1_000_000, "unsure"), (1_048_575, "unsure"), (1_048_576, "fail"), (0, "fail"),
    ],
)  # fmt: skip
def test_bytes(size: int, outcome: str) -> None:
    assert outcomes("photo.bytes", case(photo(size=size))) == [(outcome, FILE)]


@pytest.mark.parametrize(
    ("width", "height", "outcome"),
    [
        (216, 301, "pass"), (215, 301, "unsure"), (216, 300, "unsure"), (214, 400, "fail"), (400, 299, "fail"),
        (215, 299, "fail"),
    ],
)  # fmt: skip
def test_pixels(width: int, height: int, outcome: str) -> None:
    assert outcomes("photo.pixels", case(photo(width, height))) == [(outcome, FILE)]


@pytest.mark.parametrize(
    ("width", "height", "outcome"),
    [(650, 1000, "pass"), (800, 1000, "pass"), (649, 1000, "fail"), (801, 1000, "fail"), (500, 500, "fail")],
)
def test_aspect(width: int, height: int, outcome: str) -> None:
    assert outcomes("photo.aspect", case(photo(width, height))) == [(outcome, FILE)]


@pytest.mark.parametrize(
    ("border", "outcome"),
    [
        (WHITE, "pass"),
        (Border(92, 5, 10, 91, 6), "pass"),
        (Border(55, 45, 5, 54, 46), "fail"),  # blue
        (Border(50, 60, 5, 49, 61), "fail"),  # red
        (Border(80, 2, 5, 78, 2), "unsure"),  # grey
        (Border(93, 3, 30, 70, 3), "unsure"),  # shaded
        (Border(92, 10, 5, 91, 11), "unsure"),  # off-white
        (Border(97, 2, 5, 96, 9), "unsure"),  # a fifth of it tinged
        (None, "unsure"),
    ],
)
def test_background(border: Border | None, outcome: str) -> None:
    assert outcomes("photo.background", case(photo(border=border))) == [(outcome, FILE)]


@pytest.mark.parametrize("id", ["photo.bytes", "photo.pixels", "photo.aspect", "photo.background"])
def test_without_a_photo_that_opens_there_is_nothing_to_measure(id: str) -> None:
    assert outcomes(id, case()) == [("na", "证件照")]


def test_a_signature_beside_the_photo_is_no_photo() -> None:
    signature = replace(photo(400, 100, 5_000, "image/png"), file="证件照/签名.png")
    for id in ("photo.format", "photo.bytes", "photo.pixels", "photo.aspect"):
        assert outcomes(id, case(photo(), signature)) == [("pass", FILE)]
    assert outcomes("photo.format", case(signature)) == [("fail", "证件照/签名.png")]


def test_of_several_photos_the_best_is_judged_and_the_others_told_of() -> None:
    other = replace(photo(100, 100), file="证件照/b.jpg")
    assert outcomes("photo.pixels", case(other, photo())) == [("pass", FILE), ("na", "证件照/b.jpg")]
    assert outcomes("photo.pixels", case(photo(), replace(photo(), file="证件照/b.jpg"))) == [("pass", FILE)]


def test_what_is_white_is_the_packs_to_say() -> None:
    grey = case(photo(border=Border(86, 2, 3, 85, 2)))
    assert outcomes("photo.background", grey) == [("unsure", FILE)]
    assert outcomes("photo.background", grey, light=84) == [("pass", FILE)]
