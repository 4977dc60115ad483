"""What an image's or a PDF's metadata says: software, devices, the AIGC label (TC260), content credentials (C2PA).

XMP is searched, not parsed: nesting and entities then cost nothing.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import pikepdf
from PIL import Image

from verify.read.raster import Unreadable, open_image
from verify.read.traces.bounds import METADATA_BYTES, TAGS, kept
from verify.traces import Tag

EXIF = {0x0131: "EXIF Software", 0x000B: "EXIF ProcessingSoftware", 0x010F: "EXIF Make", 0x0110: "EXIF Model"}
USER_COMMENT, DESCRIPTION, SUB_IFD = 0x9286, 0x010E, 0x8769

CHUNKS = {"Software": "PNG Software", "Creator": "PNG Creator", "parameters": "PNG parameters", "prompt": "PNG prompt"}
"""Text chunks of PNG; the last two are how image generators keep what was asked of them."""

LABEL = "http://www.tc260.org.cn/ns/AIGC/"
"""Namespace of the label of generated content in XMP (GB 45438-2025)."""

_SOFTWARE = re.compile(r"(?:CreatorTool|softwareAgent|[Pp]roducer)\s*(?:=\s*[\"']([^\"']{1,200})|>([^<]{1,200})<)")
_AIGC = re.compile(
    r"(?:TC260|tc260)[:\w]{0,12}AIGC\s{0,4}(?:=\s{0,4}\"([^\"]{0,600})|=\s{0,4}'([^']{0,600})|>([^<]{0,600})<)"
)
_COMMENT = re.compile(r"\"AIGC\"\s{0,4}:\s{0,4}(\{[^{}]{0,600}\}|\"[^\"]{0,600}\")")
_GENERATOR = b"trainedAlgorithmicMedia"
_C2PA = (b"c2pa", b"jumb")


@dataclass(frozen=True, slots=True)
class Told:
    """What metadata told; `cut` where there was more than is looked at."""

    tags: tuple[Tag, ...] = ()
    aigc: str = ""
    c2pa: bool = False
    generated: bool = False
    cut: bool = False


def of_image(data: bytes) -> Told:
    """The metadata of an image file, nothing for one that does not open."""
    try:
        image = open_image(data)
    except Unreadable:
        return Told()
    xmp = _bytes(image.info.get("xmp")) or _bytes(image.info.get("XML:com.adobe.xmp"))
    comments = [*_comments(image), *(str(image.info.get(key, ""))[:METADATA_BYTES] for key in ("AIGC", "comment"))]
    credentials = _credentials(data)
    found = list(_image_tags(image))
    return _told(found, xmp, comments, credentials, len(xmp) > METADATA_BYTES)


def of_pdf(pdf: pikepdf.Pdf) -> Told:
    """The metadata of an opened PDF: its information dictionary and its XMP."""
    info: Any = pdf.trailer.get("/Info")
    names = ("/Creator", "/Producer")
    found = [Tag(f"PDF {name[1:]}", _said(info.get(name))) for name in names if isinstance(info, pikepdf.Dictionary)]
    label = _said(info.get("/AIGC")) if isinstance(info, pikepdf.Dictionary) else ""
    xmp, cut = _stream(pdf.Root.get("/Metadata"))
    return _told(found, xmp, [f'"AIGC":"{label}"'] if label else [], b"", cut)


def _told(found: Iterable[Tag], xmp: bytes, comments: Iterable[str], credentials: bytes, cut: bool) -> Told:
    text = xmp[:METADATA_BYTES].decode("utf-8", "replace")
    named = [*found, *(Tag("XMP", one or other) for one, other in _SOFTWARE.findall(text))]
    tags = dict.fromkeys(Tag(tag.where, kept(tag.text, 120)) for tag in named[: 20 * TAGS])
    return Told(
        tuple(tag for tag in tags if tag.text)[:TAGS],
        _label(text, comments),
        bool(credentials),
        _GENERATOR in credentials or _GENERATOR.decode() in text,
        cut,
    )


def _label(xmp: str, comments: Iterable[str]) -> str:
    for found in [_AIGC.search(xmp), *(_COMMENT.search(comment) for comment in comments)]:
        if found:
            return kept(next((group for group in found.groups() if group), "") or "AIGC", 160)
    return "AIGC" if LABEL in xmp and "AIGC" in xmp.replace(LABEL, "") else ""


def _image_tags(image: Image.Image) -> Iterator[Tag]:
    try:
        exif = image.getexif()
    except Exception:  # Pillow raises whatever a broken block makes it raise; the picture itself may be sound
        return
    yield from (Tag(where, str(exif[tag])) for tag, where in EXIF.items() if tag in exif)
    yield from (Tag(where, str(image.info[key])[:400]) for key, where in CHUNKS.items() if image.info.get(key))


def _comments(image: Image.Image) -> list[str]:
    try:
        exif = image.getexif()
        values = [exif.get(DESCRIPTION, ""), exif.get_ifd(SUB_IFD).get(USER_COMMENT, "")]
    except Exception:  # as above
        return []
    return [_bytes(value)[:METADATA_BYTES].replace(b"\0", b"").decode("utf-8", "replace") for value in values]


def _credentials(data: bytes) -> bytes:
    """The part of an image that holds content credentials: JPEG's APP11 segments, PNG's caBX chunk."""
    head = data[: 8 * METADATA_BYTES]
    at = head.find(_C2PA[1]) if head[:2] == b"\xff\xd8" else head.find(b"caBX")
    part = head[at : at + METADATA_BYTES] if at >= 0 else b""
    return part if _C2PA[0] in part else b""


def _stream(stream: Any) -> tuple[bytes, bool]:
    """The start of a metadata stream, inflated no further than is looked at, and whether there was more."""
    if not isinstance(stream, pikepdf.Stream):
        return b"", False
    packed = bytes(memoryview(stream.get_raw_stream_buffer())[:METADATA_BYTES])
    if stream.get("/Filter") is None:
        return packed, int(stream.get("/Length", 0)) > METADATA_BYTES
    try:
        data = zlib.decompressobj().decompress(packed, METADATA_BYTES + 1)
    except zlib.error:
        return b"", True
    return data, len(data) > METADATA_BYTES


def _said(value: Any) -> str:
    return str(value)[:400] if isinstance(value, pikepdf.String) else ""


def _bytes(value: Any) -> bytes:
    return value if isinstance(value, bytes) else str(value or "").encode("utf-8", "replace")
