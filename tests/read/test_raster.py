from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from verify import limits
from verify.model import Trouble
from verify.read import raster
from verify.read.file import read_file


def encoded(image: Image.Image, kind: str, **options: object) -> bytes:
    stream = io.BytesIO()
    image.save(stream, kind, **options)
    return stream.getvalue()


def arrow() -> Image.Image:
    """White, with a black left third and a red top stripe: tells every orientation apart."""
    pixels = np.full((60, 90, 3), 255, np.uint8)
    pixels[:, :30] = 0
    pixels[:10] = (255, 0, 0)
    return Image.fromarray(pixels)


def png_header(width: int, height: int) -> bytes:
    body = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", body), (b"IDAT", zlib.compress(b"\0" * 100)))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in parts
    )


def pdf(width: float, height: float, content: bytes = b"") -> bytes:
    """A hand-made one-page PDF with Helvetica as /F1."""
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %f %f]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>"
        % (width, height),
        b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    data, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"xref\n0 6\n0000000000 65535 f \n" + table
    return data + end + b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(data)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_exif_orientation_is_applied(orientation: int) -> None:
    upright = np.asarray(arrow())
    stored = {1: upright, 2: upright[:, ::-1], 3: np.rot90(upright, 2), 4: upright[::-1], 5: upright.transpose(1, 0, 2)}
    stored |= {6: np.rot90(upright), 7: np.rot90(upright, 2).transpose(1, 0, 2), 8: np.rot90(upright, -1)}
    exif = Image.Exif()
    exif[0x0112] = orientation
    data = encoded(Image.fromarray(np.ascontiguousarray(stored[orientation])), "PNG", exif=exif)
    (page,) = raster.image_pages(data)
    assert np.array_equal(page, upright)


@pytest.mark.parametrize(
    ("image", "corner"),
    [
        (Image.new("RGBA", (40, 40), (0, 0, 0, 0)), 255),
        (Image.new("L", (40, 40), 128), 128),
        (Image.fromarray(np.full((40, 40), 32896, np.uint16)), 128),
        (Image.new("1", (40, 40), 1), 255),
        (Image.new("P", (40, 40)), 0),
    ],
    ids=["transparent", "grey", "16-bit", "1-bit", "palette"],
)
def test_every_mode_becomes_rgb(image: Image.Image, corner: int) -> None:
    (page,) = raster.image_pages(encoded(image, "PNG"))
    assert page.shape == (40, 40, 3)
    assert abs(int(page[0, 0, 0]) - corner) <= 1


def test_a_tiff_has_all_its_pages() -> None:
    frames = [Image.new("RGB", (30, 20 + n), "white") for n in range(3)]
    data = encoded(frames[0], "TIFF", save_all=True, append_images=frames[1:])
    assert [page.shape[0] for page in raster.image_pages(data)] == [20, 21, 22]
    assert raster.one_page(data, "image/tiff", 3).shape[0] == 22


@pytest.mark.parametrize(
    ("size", "read"),
    [
        ((5000, 4000), (3600, 2880)),
        ((1080, 20_000), (1080, 20_000)),
        ((2400, 20_000), (1200, 10_000)),
        ((600, 800), (600, 800)),
    ],
    ids=["large", "long-screenshot", "long-and-wide", "small"],
)
def test_a_large_page_is_read_smaller_and_a_long_one_stays_legible(
    size: tuple[int, int], read: tuple[int, int]
) -> None:
    (page,) = raster.image_pages(encoded(Image.new("RGB", size, "white"), "PNG"))
    assert (page.shape[1], page.shape[0]) == read


@pytest.mark.parametrize(
    ("data", "media", "trouble"),
    [
        (png_header(60_000, 60_000), "image/png", Trouble.TOO_LARGE),
        (png_header(1_000_000, 1), "image/png", Trouble.TOO_LARGE),
        (encoded(arrow(), "JPEG")[:400], "image/jpeg", Trouble.CORRUPT),
        (b"\xff\xd8\xff\xe0nothing", "image/jpeg", Trouble.CORRUPT),
        (b"%PDF-1.7\nnothing", "application/pdf", Trouble.CORRUPT),
        (b"", "image/png", Trouble.EMPTY),
        (b"words", "text/plain", Trouble.UNSUPPORTED),
    ],
    ids=["bomb", "one-line-bomb", "half-a-jpeg", "not-a-jpeg", "not-a-pdf", "empty", "text"],
)
def test_what_cannot_be_read_is_said(tmp_path: Path, data: bytes, media: str, trouble: Trouble) -> None:
    file = tmp_path / "file"
    file.write_bytes(data)
    reading = read_file(file, media, engine=None)  # type: ignore[arg-type] - never reached
    assert (reading.trouble, reading.pages) == (trouble, ())
    assert "重新上传" in reading.message


def test_a_page_as_large_as_a_field_is_drawn_small() -> None:
    (page,) = raster.pages(pdf(14_000, 2_000), "application/pdf")
    assert max(page.shape) == raster.MAX_PAGE_SIDE


def test_a_page_with_a_box_of_terapixels_costs_nothing() -> None:
    try:
        pages = list(raster.pages(pdf(595, 2.0**31), "application/pdf"))
    except raster.Unreadable:
        return
    assert all(page.size <= 3 * limits.MAX_PIXELS for page in pages)


def test_too_many_pages_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_PAGES", 2)
    frames = [Image.new("L", (20, 20), "white") for _ in range(3)]
    with pytest.raises(raster.Unreadable, match="3 页"):
        list(raster.image_pages(encoded(frames[0], "TIFF", save_all=True, append_images=frames[1:])))


def test_heic_is_read() -> None:
    (page,) = raster.image_pages(encoded(arrow().resize((180, 120)), "HEIF", quality=90))
    assert page.shape == (120, 180, 3)
