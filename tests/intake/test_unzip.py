"""Archives, friendly and hostile."""

from __future__ import annotations

import stat
import struct
import zipfile
from pathlib import Path

import pytest

from tests.intake.files import JPEG, make_zip, raw_names
from verify import limits
from verify.intake.unzip import unpack
from verify.model import Trouble


def troubles(path: Path, into: Path) -> list[tuple[str, Trouble]]:
    return [(problem.file, problem.trouble) for problem in unpack(path, into)[1]]


def test_members_lie_under_names_of_ours(tmp_path: Path) -> None:
    path = make_zip(tmp_path / "a.zip", {"论文/封面.jpg": JPEG, "论文/": b"", "__MACOSX/x": b"1", ".DS_Store": b"2"})
    members, problems = unpack(path, tmp_path / "out")
    assert not problems
    assert [(m.name, m.size, m.path.read_bytes()) for m in members] == [("论文/封面.jpg", len(JPEG), JPEG)]
    assert [p.name for p in (tmp_path / "out").iterdir()] == ["00000"]


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8"])
def test_names_without_the_utf8_flag(tmp_path: Path, encoding: str) -> None:
    wanted = "证件照/目录.jpg"
    raw = wanted.encode(encoding)
    plain = "n" * len(raw)
    path = raw_names(make_zip(tmp_path / "a.zip", {plain: JPEG}), {plain: raw})
    members, problems = unpack(path, tmp_path / "out")
    assert ([m.name for m in members], problems) == ([wanted], ())


def test_backslashes_part_folders(tmp_path: Path) -> None:
    path = raw_names(make_zip(tmp_path / "a.zip", {"a/b.jpg": JPEG}), {"a/b.jpg": b"a\\b.jpg"})
    assert [m.name for m in unpack(path, tmp_path / "out")[0]] == ["a/b.jpg"]


def test_control_characters_are_not_shown(tmp_path: Path) -> None:
    path = make_zip(tmp_path / "a.zip", {"a\u202egpj.exe\x1b[31m.jpg": JPEG})
    assert [m.name for m in unpack(path, tmp_path / "out")[0]] == ["agpj.exe[31m.jpg"]


@pytest.mark.parametrize(
    "name",
    [
        "../evil.jpg",
        "a/../../evil.jpg",
        "/etc/evil.jpg",
        "C:/evil.jpg",
        "c:evil.jpg",
        "..\\evil.jpg",
        "\\\\host\\x.jpg",
    ],
)
def test_paths_that_point_outside(tmp_path: Path, name: str) -> None:
    path = make_zip(tmp_path / "a.zip", {name: JPEG, "好.jpg": JPEG})
    members, problems = unpack(path, tmp_path / "deep" / "out")
    assert [m.name for m in members] == ["好.jpg"]
    assert [p.trouble for p in problems] == [Trouble.UNSAFE_NAME]
    assert not list(tmp_path.rglob("evil*"))


@pytest.mark.parametrize(
    ("name", "trouble"),
    [("长" * 256 + ".jpg", Trouble.UNSAFE_NAME), ("a/" * 9 + "b.jpg", Trouble.TOO_LARGE)],
)
def test_names_too_long_or_too_deep(tmp_path: Path, name: str, trouble: Trouble) -> None:
    path = make_zip(tmp_path / "a.zip", {name: JPEG})
    assert [t for _, t in troubles(path, tmp_path / "out")] == [trouble]


def test_bomb_by_ratio(tmp_path: Path) -> None:
    path = make_zip(tmp_path / "a.zip", {"bomb.bmp": b"\x00" * 6_000_000, "good.jpg": JPEG})
    members, _ = unpack(path, tmp_path / "out")
    assert [m.name for m in members] == ["good.jpg"]
    assert troubles(path, tmp_path / "again") == [("bomb.bmp", Trouble.TOO_LARGE)]


def test_too_many_members(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "ZIP_MAX_MEMBERS", 2)
    path = make_zip(tmp_path / "a.zip", {f"{n}.jpg": JPEG for n in range(3)})
    assert troubles(path, tmp_path / "out") == [("", Trouble.TOO_LARGE)]
    assert not (tmp_path / "out").exists()


def test_too_large_in_all_and_one_by_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = make_zip(tmp_path / "a.zip", {"1.jpg": JPEG, "2.jpg": JPEG})
    monkeypatch.setattr(limits, "ZIP_MAX_MEMBER_BYTES", 10)
    assert troubles(path, tmp_path / "out") == [("1.jpg", Trouble.TOO_LARGE), ("2.jpg", Trouble.TOO_LARGE)]
    monkeypatch.setattr(limits, "ZIP_MAX_TOTAL_BYTES", 100)
    assert troubles(path, tmp_path / "out2") == [("", Trouble.TOO_LARGE)]


def test_table_of_contents_over_the_limit_is_not_parsed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "ZIP_MAX_DIRECTORY_BYTES", 50)
    monkeypatch.setattr(zipfile, "ZipFile", lambda *_: pytest.fail("opened"))
    data = make_by_hand(tmp_path / "a.zip")
    assert troubles(data, tmp_path / "out") == [("", Trouble.TOO_LARGE)]


def make_by_hand(path: Path) -> Path:
    path.write_bytes(b"PK\x03\x04" + struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 9, 9, 10_000, 4, 0))
    return path


def test_sizes_that_lie(tmp_path: Path) -> None:
    path = make_zip(tmp_path / "a.zip", {"a.jpg": JPEG * 100, "b.jpg": JPEG})
    data = bytearray(path.read_bytes())
    directory = data.index(b"PK\x01\x02")
    data[directory + 24 : directory + 28] = struct.pack("<L", 10)
    path.write_bytes(data)
    members, problems = unpack(path, tmp_path / "out")
    assert [m.name for m in members] == ["b.jpg"]
    assert [(p.file, p.trouble) for p in problems] == [("a.jpg", Trouble.CORRUPT)]
    assert len(list((tmp_path / "out").iterdir())) == 1


def test_members_that_share_their_bytes(tmp_path: Path) -> None:
    path = make_zip(tmp_path / "a.zip", {"a.jpg": JPEG, "b.jpg": JPEG})
    data = bytearray(path.read_bytes())
    second = data.rindex(b"PK\x01\x02")
    data[second + 42 : second + 46] = struct.pack("<L", 0)
    path.write_bytes(data)
    assert troubles(path, tmp_path / "out") == [("", Trouble.CORRUPT)]


def test_links_devices_and_passwords(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name, kind in (("link", stat.S_IFLNK), ("pipe", stat.S_IFIFO)):
            info = zipfile.ZipInfo(name)
            info.create_system = 3
            info.external_attr = (kind | 0o644) << 16
            archive.writestr(info, "/etc/passwd")
        archive.writestr("locked", b"secret")
    data = bytearray(path.read_bytes())
    last = data.rindex(b"PK\x01\x02")
    data[last + 8] |= 1
    path.write_bytes(data)
    expected = [("link", Trouble.LINK), ("pipe", Trouble.NOT_A_FILE), ("locked", Trouble.ENCRYPTED)]
    assert troubles(path, tmp_path / "out") == expected


def test_methods_that_unpack_without_bound(tmp_path: Path) -> None:
    path = make_zip(tmp_path / "a.zip", {"a.jpg": JPEG}, zipfile.ZIP_LZMA)
    assert troubles(path, tmp_path / "out") == [("a.jpg", Trouble.UNSUPPORTED)]


@pytest.mark.parametrize("keep", [0, 10, 60, -5])
def test_damage(tmp_path: Path, keep: int) -> None:
    path = make_zip(tmp_path / "a.zip", {"a.jpg": JPEG * 50})
    path.write_bytes(path.read_bytes()[:keep])
    assert troubles(path, tmp_path / "out") == [("", Trouble.CORRUPT)]
