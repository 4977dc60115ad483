"""Media by content."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.intake.files import JPEG, PDF, WORD, make_zip
from verify.intake import sniff as kinds
from verify.intake.sniff import sniff

BMP = b"BM" + b"\x00" * 12 + b"\x28\x00\x00\x00" + b"\x00" * 20


@pytest.mark.parametrize(
    ("head", "media"),
    [
        (JPEG, kinds.JPEG),
        (b"\x89PNG\r\n\x1a\n....", kinds.PNG),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", kinds.WEBP),
        (b"RIFF\x00\x00\x00\x00WAVEfmt ", kinds.UNKNOWN),
        (b"II*\x00....", kinds.TIFF),
        (b"MM\x00*....", kinds.TIFF),
        (BMP, kinds.BMP),
        (b"BMW is a car, said the text", kinds.TEXT),
        (b"\x00\x00\x00\x18ftypheic", kinds.HEIC),
        (b"\x00\x00\x00\x18ftypisom", kinds.UNKNOWN),
        (PDF, kinds.PDF),
        (b"\x00junk" * 100 + PDF, kinds.PDF),
        (b"x" * 1024 + PDF, kinds.TEXT),
        (JPEG + PDF, kinds.JPEG),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", kinds.OFFICE),
        (b"Rar!\x1a\x07\x01\x00", kinds.ARCHIVE),
        (b"7z\xbc\xaf\x27\x1c", kinds.ARCHIVE),
        ("述职报告".encode(), kinds.TEXT),
        ("述职报告".encode("gb18030"), kinds.TEXT),
        ("述职报告".encode()[:-1], kinds.TEXT),
        (b"\x00\x01\x02", kinds.UNKNOWN),
        (b"", kinds.EMPTY),
    ],
)
def test_heads(head: bytes, media: str) -> None:
    assert sniff(head, len(head)) == media


@pytest.mark.parametrize(
    ("members", "media"),
    [
        ({"a.jpg": JPEG}, kinds.ZIP),
        ({"OFD.xml": b"<x/>", "Doc_0/Document.xml": b"<x/>"}, kinds.OFD),
        (WORD, kinds.DOCX),
        ({"[Content_Types].xml": b"", "xl/workbook.xml": b""}, kinds.XLSX),
        ({"[Content_Types].xml": b"", "ppt/presentation.xml": b""}, kinds.PPTX),
        ({"a.pdf": PDF}, kinds.ZIP),
    ],
)
def test_containers(tmp_path: Path, members: dict[str, bytes], media: str) -> None:
    path = make_zip(tmp_path / "photo.jpg", members, method=0)
    data = path.read_bytes()
    assert sniff(data, len(data), path) == media


@given(st.binary(max_size=300))
def test_sniffing_never_raises(head: bytes) -> None:
    assert "/" in sniff(head, len(head))


@given(st.binary(max_size=200))
def test_sniffing_a_damaged_container_never_raises(tmp_path_factory: pytest.TempPathFactory, tail: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "damaged.zip"
    path.write_bytes(b"PK\x03\x04" + tail + b"PK\x05\x06" + tail)
    assert sniff(b"PK\x03\x04", 4, path) == kinds.ZIP
