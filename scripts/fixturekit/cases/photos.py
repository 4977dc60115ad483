"""photo.*: one portrait each."""

from __future__ import annotations

import io

from PIL import Image

from scripts.fixturekit.cases.case import Build, Case, form
from scripts.fixturekit.folder import Folder
from scripts.fixturekit.portrait import BLUE, GREY, WHITE, compressed, portrait, shaded, to_size
from scripts.fixturekit.scan import SIDEWAYS, png


def _put(data: bytes, name: str = "证件照/证件照.jpg") -> Build:
    def build(folder: Folder) -> None:
        folder.put(name, data)
        form(folder)

    return build


def _nothing(folder: Folder) -> None:
    form(folder)


def _figure(width: int = 480, height: int = 640, wall: tuple[int, int, int] = WHITE) -> Image.Image:
    return portrait(f"case/{width}x{height}/{wall}", (width, height), wall)


def _plain(width: int = 480, height: int = 640, wall: tuple[int, int, int] = WHITE) -> Build:
    return _put(compressed(_figure(width, height, wall)))


def _webp() -> bytes:
    out = io.BytesIO()
    _figure().save(out, "WEBP", quality=90)
    return out.getvalue()


def _turned() -> bytes:
    exif = Image.Exif()
    exif[0x0112] = SIDEWAYS
    return compressed(_figure().rotate(90, expand=True), exif=exif)


CASES = (
    Case("photo.present", "pass", "portrait", "a portrait is there", _plain()),
    Case("photo.present", "fail", "none", "no photo at all", _nothing),
    Case("photo.format", "pass", "jpeg", "a JPEG", _plain()),
    Case(
        "photo.format",
        "pass",
        "capital-extension",
        "a JPEG named .JPEG",
        _put(compressed(_figure()), "证件照/照片.JPEG"),
    ),
    Case("photo.format", "fail", "png-named-jpg", "PNG bytes under the name .jpg", _put(png(_figure(300, 400)))),
    Case("photo.format", "fail", "webp-named-jpg", "WebP bytes under the name .jpg", _put(_webp())),
    Case("photo.format", "unsure", "cmyk", "a JPEG in CMYK", _put(compressed(_figure(300, 400).convert("CMYK")))),
    Case("photo.bytes", "pass", "48000", "about 48,000 bytes", _put(to_size(_figure(), 47_800, 48_400))),
    Case("photo.bytes", "fail", "22000", "about 22,000 bytes", _put(to_size(_figure(), 21_500, 22_500))),
    Case(
        "photo.bytes",
        "unsure",
        "30500",
        "about 30,500 bytes: more than 30,000, less than 30 KiB",
        _put(to_size(_figure(), 30_450, 30_600)),
    ),
    Case("photo.pixels", "pass", "480x640", "480 × 640", _plain()),
    Case(
        "photo.pixels", "pass", "turned-by-exif", "stored as 640 × 480, turned upright by its EXIF tag", _put(_turned())
    ),
    Case("photo.pixels", "fail", "200x280", "200 × 280", _plain(200, 280)),
    Case("photo.pixels", "fail", "210x320", "high enough, not wide enough", _plain(210, 320)),
    Case("photo.pixels", "unsure", "215x300", "exactly 215 × 300, where more is asked", _plain(215, 300)),
    Case("photo.aspect", "pass", "exactly-080", "480 × 600: the widest allowed", _plain(480, 600)),
    Case("photo.aspect", "pass", "exactly-065", "416 × 640: the narrowest allowed", _plain(416, 640)),
    Case("photo.aspect", "fail", "square", "600 × 600", _plain(600, 600)),
    Case("photo.aspect", "fail", "narrow", "420 × 700: 0.60", _plain(420, 700)),
    Case("photo.background", "pass", "white", "white wall", _plain()),
    Case("photo.background", "pass", "off-white", "warm white wall", _plain(wall=(249, 247, 243))),
    Case("photo.background", "fail", "blue", "blue wall", _plain(wall=BLUE)),
    Case("photo.background", "fail", "red", "red wall", _plain(wall=(196, 40, 48))),
    Case("photo.background", "unsure", "grey", "light grey wall", _plain(wall=GREY)),
    Case("photo.background", "unsure", "shadow", "white wall, shaded to one side", _put(compressed(shaded(_figure())))),
)
