from __future__ import annotations

from pathlib import Path

from verify.model import Trouble
from verify.page import ImageFacts, Page, Seal, SealOutline, SealPurpose, Word
from verify.read.cache import Cache, key
from verify.read.file import Reading
from verify.traces import Change, Code, Overlay, Revision, Signature, Tag, Traces

ID = "330602198504121232"
READING = Reading(
    pages=(
        Page(
            1, 100, 200, "ocr",
            words=(Word(f"身份证号 {ID}", (1, 2, 3, 4), 0.9),),
            seals=(Seal("某某公司", ("专用章",), "unit", "circle", "red", (1, 1, 9, 9), 0.8, ("某某公司",),
                        SealPurpose.CONTRACT, SealOutline("ring", 5.0, 5.0, 8.0, 8.0, 0.0, 200.0, 320.0)),),
            marks=((5, 6, 7, 8),),
            turned=90,
        ),
    ),
    image=ImageFacts("image/jpeg", 100, 200, "RGB"),
    trouble=Trouble.CORRUPT,
    message="第二页无法显示",
    traces=Traces(
        tags=(Tag("XMP", "Scanner"),),
        revisions=(Revision(2, (Change("altered", 1, "2019", "2016", "text", (1, 2, 3, 4)),), ("annotation",)),),
        overlays=(Overlay(1, "box", "text", "2019", "2016", 0.02, (1, 2, 3, 4)),),
        signatures=(Signature("unchecked", "某某公司", True),),
        codes=(Code(1, "QRCode", "2019", (1, 2, 3, 4)),),
    ),
)  # fmt: skip


def stored(tmp_path: Path, content: bytes = b"content", reader: str = "engine-1") -> tuple[Cache, Path]:
    file = tmp_path / "file"
    file.write_bytes(content)
    cache = Cache(tmp_path / "cache")
    cache.put(key(file, reader), READING)
    return cache, file


def test_what_is_put_is_got(tmp_path: Path) -> None:
    cache, file = stored(tmp_path)
    assert cache.get(key(file, "engine-1")) == READING


def test_another_engine_or_content_finds_nothing(tmp_path: Path) -> None:
    cache, file = stored(tmp_path)
    assert cache.get(key(file, "engine-2")) is None
    assert cache.get(key(file, "engine-1|" + "x" * 100)) is None
    file.write_bytes(b"content!")
    assert cache.get(key(file, "engine-1")) is None


def test_long_reader_ids_are_told_apart(tmp_path: Path) -> None:
    cache, file = stored(tmp_path, reader="e" * 80 + "1")
    assert cache.get(key(file, "e" * 80 + "2")) is None


def test_an_entry_cannot_be_read_without_the_file(tmp_path: Path) -> None:
    stored(tmp_path)
    (entry,) = [path for path in (tmp_path / "cache").rglob("*") if path.is_file()]
    assert ID.encode() not in entry.read_bytes()
    assert "某某公司".encode() not in entry.read_bytes()


def test_a_damaged_entry_counts_as_none(tmp_path: Path) -> None:
    cache, file = stored(tmp_path)
    (entry,) = [path for path in (tmp_path / "cache").rglob("*") if path.is_file()]
    entry.write_bytes(entry.read_bytes()[:-20])
    assert cache.get(key(file, "engine-1")) is None
    entry.write_bytes(b"")
    assert cache.get(key(file, "engine-1")) is None
