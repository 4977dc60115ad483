"""What a file is, by its content and never by its extension."""

from __future__ import annotations

import re
import struct
from pathlib import Path

from verify.limits import ZIP_MAX_DIRECTORY_BYTES

HEAD_BYTES = 4_096
"""How much of a file's beginning `sniff` wants to see."""

JPEG, PNG, WEBP, TIFF, BMP, HEIC = (f"image/{kind}" for kind in ("jpeg", "png", "webp", "tiff", "bmp", "heic"))
PDF = "application/pdf"
ZIP = "application/zip"
OFD = "application/ofd"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
OFFICE = "application/x-ole-storage"
"""Word, Excel and PowerPoint up to 2003."""
ARCHIVE = "application/x-archive"
"""RAR, 7z, gzip, tar …: archives that are not unpacked."""
GIF, AVIF = "image/gif", "image/avif"
TEXT = "text/plain"
EMPTY = "application/x-empty"
UNKNOWN = "application/octet-stream"

READABLE = frozenset({JPEG, PNG, WEBP, TIFF, BMP, HEIC, PDF})
"""Media that a reader exists for."""

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"\xff\xd8\xff", JPEG),
    (b"\x89PNG\r\n\x1a\n", PNG),
    (b"II*\x00", TIFF),
    (b"MM\x00*", TIFF),
    (b"II+\x00", TIFF),
    (b"MM\x00+", TIFF),
    (b"GIF8", GIF),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", OFFICE),
    (b"Rar!\x1a\x07", ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", ARCHIVE),
    (b"\x1f\x8b\x08", ARCHIVE),
    (b"BZh", ARCHIVE),
    (b"\xfd7zXZ\x00", ARCHIVE),
    (b"\xef\xbb\xbf", TEXT),
    (b"\xff\xfe", TEXT),
    (b"\xfe\xff", TEXT),
)
_ZIP_STARTS = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_HEIF_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"}
_BMP_HEADERS = {12, 40, 52, 56, 64, 108, 124}
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_END_OF_DIRECTORY = struct.Struct("<4s4H2LH")
_END_OF_DIRECTORY_64 = struct.Struct("<4sQ2H2L4Q")
_LONGEST_TAIL = 65_535 + _END_OF_DIRECTORY.size
_LOCATOR_64_BYTES = 20


def media_of(path: Path) -> str:
    """What a file is, read from its beginning; raises OSError."""
    with path.open("rb") as stream:
        return sniff(stream.read(HEAD_BYTES), path.stat().st_size, path)


def sniff(untrusted_head: bytes, size: int, path: Path | None = None) -> str:
    """The media type that the first bytes (HEAD_BYTES of them) tell; ZIP containers are opened at `path`.

    Never raises: what cannot be told is UNKNOWN.
    """
    if not size or not untrusted_head:
        return EMPTY
    if untrusted_head.startswith(_ZIP_STARTS):
        return _zip_kind(path) if path else ZIP
    return _by_magic(untrusted_head) or _by_text(untrusted_head)


def directory_bytes(path: Path) -> int:
    """The largest size that the end of a ZIP file gives for its table of contents; 0 where there is none."""
    with path.open("rb") as file:
        size = file.seek(0, 2)
        file.seek(max(0, size - _LONGEST_TAIL - _LOCATOR_64_BYTES - _END_OF_DIRECTORY_64.size))
        tail = file.read()
    ends = [found.start() for found in re.finditer(rb"PK\x05\x06", tail)]
    return max((_directory_bytes_at(tail, end) for end in ends), default=0)


def _directory_bytes_at(tail: bytes, end: int) -> int:
    if end + _END_OF_DIRECTORY.size > len(tail):
        return 0
    plain = _END_OF_DIRECTORY.unpack_from(tail, end)[5]
    start_64 = end - _LOCATOR_64_BYTES - _END_OF_DIRECTORY_64.size
    has_64 = start_64 >= 0 and tail[end - _LOCATOR_64_BYTES :].startswith(b"PK\x06\x07")
    return max(
        0 if plain == 0xFFFFFFFF else plain, _END_OF_DIRECTORY_64.unpack_from(tail, start_64)[8] if has_64 else 0
    )


def _by_magic(head: bytes) -> str | None:
    for magic, media in _MAGIC:
        if head.startswith(magic):
            return media
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return WEBP
    if head.startswith(b"BM") and int.from_bytes(head[14:18], "little") in _BMP_HEADERS:
        return BMP
    if head[4:8] == b"ftyp":
        return HEIC if head[8:12] in _HEIF_BRANDS else AVIF if head[8:12] in {b"avif", b"avis"} else UNKNOWN
    if head[257:262] == b"ustar":
        return ARCHIVE
    return PDF if b"%PDF-" in head[:1024] else None


def _by_text(head: bytes) -> str:
    if _CONTROL.search(head):
        return UNKNOWN
    for encoding in ("utf-8", "gb18030"):
        for cut in range(4):  # the head may end inside a character
            try:
                head[: len(head) - cut].decode(encoding)
                return TEXT
            except UnicodeDecodeError:
                continue
    return UNKNOWN


def _zip_kind(path: Path) -> str:
    import zipfile

    try:
        if directory_bytes(path) > ZIP_MAX_DIRECTORY_BYTES:
            return ZIP
        with zipfile.ZipFile(path) as archive:
            names = {name.casefold() for name in archive.namelist()}
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, struct.error):
        return ZIP
    if "ofd.xml" in names:
        return OFD
    if "[content_types].xml" not in names:
        return ZIP
    for prefix, media in (("word/", DOCX), ("xl/", XLSX), ("ppt/", PPTX)):
        if any(name.startswith(prefix) for name in names):
            return media
    return ZIP
