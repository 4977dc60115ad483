"""Batches and applicants' folders walked."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.intake.files import JPEG, form_bytes, lay_out
from verify import limits
from verify.errors import UsageError
from verify.intake.batch import applicant_folders, stray_files
from verify.intake.tree import walk
from verify.model import Trouble


def walked(folder: Path) -> tuple[list[str], list[tuple[str, Trouble]]]:
    entries, problems = walk(folder)
    return [entry.file for entry in entries], [(p.file, p.trouble) for p in problems]


def test_applicants_in_the_order_of_their_names(tmp_path: Path) -> None:
    names = ["b", "a", "张三_2", "001_李四", ".git", "__MACOSX", "notices", "2024-reports", "out"]
    lay_out(tmp_path, {f"{name}/x.jpg": JPEG for name in names} | {"roster.xlsx": b"", "说明.txt": b"x"})
    found = applicant_folders(tmp_path, tmp_path / "out")
    assert [path.name for path in found] == ["001_李四", "a", "b", "张三_2"]
    assert stray_files(tmp_path) == ("说明.txt",)


def test_a_linked_applicant_is_not_lost(tmp_path: Path) -> None:
    lay_out(tmp_path / "batch", {"a/x.jpg": JPEG})
    (tmp_path / "batch" / "b").symlink_to(tmp_path / "batch" / "a")
    (tmp_path / "batch" / "c").symlink_to("c")
    assert [path.name for path in applicant_folders(tmp_path / "batch")] == ["a", "b"]


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({}, "里没有申报人文件夹，只有：（空）"),
        ({"1.jpg": JPEG, "2.jpg": JPEG}, "只有：1.jpg、2.jpg"),
        ({"applicant.json": b"{}", "证件照/a.jpg": JPEG}, "hedui check"),
        ({"证件照/a.jpg": JPEG, "01_论文/a.jpg": JPEG}, "hedui check"),
    ],
)
def test_what_is_no_batch(tmp_path: Path, files: dict[str, bytes], said: str) -> None:
    with pytest.raises(UsageError, match=said):
        applicant_folders(lay_out(tmp_path / "batch", files))


def test_what_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(UsageError, match="是文件，不是文件夹"):
        applicant_folders(tmp_path / "file")
    with pytest.raises(UsageError, match="没有这个文件夹"):
        applicant_folders(tmp_path / "none")


def test_an_applicant_named_like_a_slot(tmp_path: Path) -> None:
    lay_out(tmp_path, {"荣誉/applicant.json": form_bytes(name="荣誉")})
    assert [path.name for path in applicant_folders(tmp_path)] == ["荣誉"]


def test_left_behind_files_are_passed_over(tmp_path: Path) -> None:
    names = [".DS_Store", "Thumbs.db", "desktop.ini", "~$a.docx", "__MACOSX/a.jpg", ".git/config", "a.jpg"]
    assert walked(lay_out(tmp_path, dict.fromkeys(names, JPEG))) == (["a.jpg"], [])


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")
def test_links_pipes_and_order(tmp_path: Path) -> None:
    lay_out(tmp_path, {"b/2.jpg": JPEG, "b/1.jpg": JPEG, "a.jpg": JPEG})
    (tmp_path / "link").symlink_to("/etc")
    (tmp_path / "b" / "up.jpg").symlink_to("../a.jpg")
    os.mkfifo(tmp_path / "pipe")
    assert walked(tmp_path) == (
        ["a.jpg", "b/1.jpg", "b/2.jpg"],
        [("b/up.jpg", Trouble.LINK), ("link", Trouble.LINK), ("pipe", Trouble.NOT_A_FILE)],
    )


def test_bytes_of_gbk_names_are_shown_as_text(tmp_path: Path) -> None:
    try:
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + "照片\x1b.jpg".encode("gb18030"))).write_bytes(JPEG)
    except OSError:
        pytest.skip("this file system wants UTF-8")
    entries, problems = walk(tmp_path)
    assert ([entry.file for entry in entries], problems) == (["照片.jpg"], ())
    assert entries[0].path.read_bytes() == JPEG


def test_too_deep_too_many_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay_out(tmp_path, {"d/" * 9 + "x.jpg": JPEG, "e/1": JPEG, "e/2": JPEG, "f.jpg": JPEG * 10})
    monkeypatch.setattr(limits, "MAX_FILE_BYTES", 100)
    deep = "/".join("d" * 9)
    assert walked(tmp_path) == (["e/1", "e/2"], [(deep, Trouble.TOO_LARGE), ("f.jpg", Trouble.TOO_LARGE)])
    monkeypatch.setattr(limits, "MAX_FILES", 3)
    assert walked(tmp_path / "e") == (["1", "2"], [])
    monkeypatch.setattr(limits, "MAX_FILES", 1)
    assert walked(tmp_path / "e") == ([], [("", Trouble.TOO_LARGE)])


def test_the_same_files_are_kept_when_there_are_too_many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay_out(tmp_path, {f"{folder}/{n}.jpg": JPEG for folder in "ab" for n in range(3)})
    monkeypatch.setattr(limits, "MAX_FILES", 5)
    assert walked(tmp_path) == (["a/0.jpg", "a/1.jpg", "a/2.jpg"], [("", Trouble.TOO_LARGE)])


def test_a_folder_that_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(folder: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "scandir", refuse)
    assert walked(tmp_path) == ([], [("", Trouble.CORRUPT)])
