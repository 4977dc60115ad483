"""From a file's bytes to upright page images, within limits that are checked before anything is decoded."""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import numpy as np
import pypdfium2
from PIL import Image, ImageOps, ImageSequence
from pillow_heif import register_heif_opener

from verify import limits
from verify.model import Trouble
from verify.read.engine import RGB

register_heif_opener()

PDF_DPI = 200
"""A seal of 4 cm is 315 px, 10-point print about 28 px: enough for both, and half the work of 300 dpi."""

MAX_PAGE_SIDE = 3600
"""Longest side in pixels of a page as read: A4 at 300 dpi fits."""

STRIP_SIDE = 1200
"""A long screenshot keeps its shorter side up to this, so that its text stays legible, within STRIP_PIXELS."""

STRIP_PIXELS = 30_000_000


class Unreadable(Exception):  # noqa: N818 - it reads as what happened
    """A file that cannot be turned into pages; `trouble` and the message (Chinese) say why and what to do."""

    def __init__(self, trouble: Trouble, message: str) -> None:
        super().__init__(message)
        self.trouble = trouble


def load(path: Path) -> bytes:
    """The bytes of a file; raises Unreadable if they are too many, or nothing."""
    size = path.stat().st_size
    if size > limits.MAX_FILE_BYTES:
        raise Unreadable(
            Trouble.TOO_LARGE,
            f"文件有 {size / 1e6:.0f} MB，超过上限 {limits.MAX_FILE_BYTES / 1e6:.0f} MB，请压缩或拆分后重新上传",
        )
    if size == 0:
        raise Unreadable(Trouble.EMPTY, "文件是空的（0 字节），请重新上传")
    return path.read_bytes()


def open_image(data: bytes) -> Image.Image:
    """An image, its size checked against the limits before a pixel is decoded."""
    try:
        image = Image.open(io.BytesIO(data))
    except Image.DecompressionBombError as error:
        raise Unreadable(Trouble.TOO_LARGE, "图片像素数超过上限，请缩小后重新上传") from error
    except Exception as error:
        raise Unreadable(Trouble.CORRUPT, "图片无法打开，文件可能已损坏，请重新上传") from error
    check_size(*image.size)
    return image


def check_size(width: float, height: float) -> None:
    """Raise Unreadable where an image or page is larger than anything honest."""
    if width * height > limits.MAX_PIXELS or max(width, height) > limits.MAX_SIDE:
        raise Unreadable(Trouble.TOO_LARGE, f"图片为 {width:.0f}×{height:.0f} 像素，超过上限，请缩小后重新上传")


def image_pages(data: bytes) -> Iterator[RGB]:
    """The frames of an image file as upright RGB pages (EXIF orientation applied)."""
    image = open_image(data)
    frames = getattr(image, "n_frames", 1) if image.format == "TIFF" else 1
    if frames > limits.MAX_PAGES:
        raise Unreadable(Trouble.TOO_LARGE, f"文件有 {frames} 页，超过上限 {limits.MAX_PAGES} 页，请拆分后重新上传")
    for frame in ImageSequence.Iterator(image) if frames > 1 else [image]:
        check_size(*frame.size)
        yield _pixels(frame)


def one_page(data: bytes, media: str, number: int) -> RGB:
    """Page `number` (from 1) of a file, without drawing the others."""
    if media == "application/pdf":
        return pdf_page(open_pdf(data), number - 1)
    return next(islice(image_pages(data), number - 1, None))


def _pixels(frame: Image.Image) -> RGB:
    try:
        upright = ImageOps.exif_transpose(frame)
        flat = _on_white(upright)
        flat.thumbnail(_fitting(*flat.size), Image.Resampling.LANCZOS)
        return np.asarray(flat, np.uint8)
    except Exception as error:
        raise Unreadable(Trouble.CORRUPT, "图片内容不完整，无法读到结尾，请重新上传") from error


def _fitting(width: int, height: int) -> tuple[float, float]:
    """The size to read an image of this size at; never a larger one."""
    page = MAX_PAGE_SIDE / max(width, height)
    strip = min(STRIP_SIDE / min(width, height), (STRIP_PIXELS / (width * height)) ** 0.5)
    scale = min(1.0, max(page, strip))
    return max(1.0, width * scale), max(1.0, height * scale)


def _on_white(image: Image.Image) -> Image.Image:
    """RGB, what was transparent on white; 16-bit greys are scaled down, not cut off."""
    if image.mode.startswith("I"):
        return Image.fromarray((np.asarray(image, np.float32) / 257).clip(0, 255).astype(np.uint8)).convert("RGB")
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        layer = image.convert("RGBA")
        return Image.alpha_composite(Image.new("RGBA", layer.size, "white"), layer).convert("RGB")
    return image.convert("RGB")


def open_pdf(data: bytes) -> pypdfium2.PdfDocument:
    """A PDF; raises Unreadable where it is encrypted, broken, empty or too long."""
    try:
        document = pypdfium2.PdfDocument(data)
        count = len(document)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise Unreadable(Trouble.ENCRYPTED, "PDF 设有打开密码，请去除密码后重新上传") from error
        raise Unreadable(Trouble.CORRUPT, "PDF 无法打开，文件可能已损坏，请重新上传") from error
    if count == 0:
        raise Unreadable(Trouble.CORRUPT, "PDF 中没有页面，请重新上传")
    if count > limits.MAX_PAGES:
        raise Unreadable(Trouble.TOO_LARGE, f"PDF 有 {count} 页，超过上限 {limits.MAX_PAGES} 页，请拆分后重新上传")
    return document


def pdf_page(document: pypdfium2.PdfDocument, index: int) -> RGB:
    """Page `index` (from 0) as it prints, at PDF_DPI or less where the page is huge."""
    try:
        page = document[index]
        width, height = page.get_size()
        if not (width > 0 and height > 0):
            raise Unreadable(Trouble.CORRUPT, f"PDF 第 {index + 1} 页没有大小，请重新上传")
        scale = min(PDF_DPI / 72, MAX_PAGE_SIDE / max(width, height))
        check_size(max(1.0, width * scale), max(1.0, height * scale))
        if min(width, height) * scale < 1:
            raise Unreadable(Trouble.TOO_LARGE, f"PDF 第 {index + 1} 页的页面尺寸异常，请重新上传")
        return np.ascontiguousarray(page.render(scale=scale, rev_byteorder=True).to_numpy()[..., :3])
    except pypdfium2.PdfiumError as error:
        raise Unreadable(Trouble.CORRUPT, f"PDF 第 {index + 1} 页无法显示，请重新上传") from error


def pages(data: bytes, media: str) -> Iterator[RGB]:
    """The upright pages of a file whose content is `media`, in order."""
    if media == "application/pdf":
        document = open_pdf(data)
        yield from (pdf_page(document, index) for index in range(len(document)))
    elif media.startswith("image/"):
        yield from image_pages(data)
    else:
        raise Unreadable(Trouble.UNSUPPORTED, "不支持的文件类型，请转换为 PDF 或 JPG 后重新上传")
