"""An applicant's folder taken in as a whole."""

from __future__ import annotations

import hashlib
import io
import pickle
import zipfile
from pathlib import Path

import pytest

from tests.intake.files import JPEG, PDF, WORD, form_bytes, lay_out
from verify import limits
from verify.intake.case import Intake, take_in
from verify.intake.roster import read_roster
from verify.model import Slot, Trouble


def packed(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def taken(tmp_path: Path, files: dict[str, bytes], name: str = "001_张三") -> Intake:
    return take_in(lay_out(tmp_path / "batch" / name, files), None, tmp_path / "spool")


def faults(intake: Intake) -> list[tuple[str, Trouble]]:
    own = [file.problem for file in intake.files if file.problem]
    return [(problem.file, problem.trouble) for problem in (*intake.problems, *own)]


FILES = {
    "applicant.json": form_bytes(name="张三"),
    "01_证件照/a.png": JPEG,
    "工程业绩/01镜湖/图纸.pdf": PDF,
    "论文.zip": packed({"论文一/封面.jpg": JPEG, "论文一/封面.JPG": PDF, "Thumbs.db": b"x"}),
    "04社保.pdf": PDF,
    "扫描件.jpg": JPEG,
}


def test_files_with_slot_item_hash_and_media(tmp_path: Path) -> None:
    intake = taken(tmp_path, FILES)
    assert [(f.file, f.media, f.slot, f.item, f.loose) for f in intake.files] == [
        ("01_证件照/a.png", "image/jpeg", Slot.PHOTO, None, False),
        ("04社保.pdf", "application/pdf", Slot.INSURANCE, None, True),
        ("工程业绩/01镜湖/图纸.pdf", "application/pdf", Slot.PROJECT, "工程业绩/01镜湖", False),
        ("扫描件.jpg", "image/jpeg", Slot.OTHER, None, True),
        ("论文.zip/论文一/封面.jpg", "image/jpeg", Slot.PAPER, "论文.zip/论文一", False),
        ("论文.zip/论文一/封面.JPG", "application/pdf", Slot.PAPER, "论文.zip/论文一", False),
    ]
    assert (intake.folder, intake.name, intake.problems) == ("001_张三", "张三", ())
    assert intake.files[0].sha256 == hashlib.sha256(JPEG).hexdigest()
    assert all(f.path.read_bytes() in {JPEG, PDF} for f in intake.files)
    assert pickle.loads(pickle.dumps(intake)) == intake


def test_the_same_folder_gives_the_same_intake(tmp_path: Path) -> None:
    first = taken(tmp_path, FILES)
    assert take_in(tmp_path / "batch" / "001_张三", None, tmp_path / "elsewhere") == first


def test_what_no_reader_can_use_is_said(tmp_path: Path) -> None:
    files = {
        "applicant.json": form_bytes(name="张三"),
        "学历/a.pdf": packed(WORD),
        "学历/b.jpg": packed({"OFD.xml": b"<x/>"}),
        "学历/c.pdf": b"",
        "学历/d.txt": "说明".encode(),
        "学历/e.jpg": b"\x00\x01",
        "学历/f.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "学历/g.rar": b"Rar!\x1a\x07\x01\x00",
    }
    intake = taken(tmp_path, files)
    assert [f.file for f in intake.files] == sorted(name for name in files if "/" in name)
    assert intake.problems == ()
    troubles = [f.problem.trouble for f in intake.files if f.problem]
    assert troubles == [*[Trouble.UNSUPPORTED] * 2, Trouble.EMPTY, *[Trouble.UNSUPPORTED] * 4]
    assert all(f.problem and f.problem.message.endswith(("上传", "改用 ZIP")) for f in intake.files)
    assert [f.document().readable for f in intake.files] == [False] * 7


def test_archives_inside_archives_and_empty_ones(tmp_path: Path) -> None:
    files = {
        "applicant.json": form_bytes(name="张三"),
        "a.zip": packed({"b.zip": packed({"c.jpg": JPEG}), "../d.jpg": JPEG}),
        "e.zip": packed({}),
        "f.zip": packed({"x": JPEG})[:-30],
    }
    assert faults(taken(tmp_path, files)) == [
        ("a.zip/../d.jpg", Trouble.UNSAFE_NAME),
        ("e.zip", Trouble.EMPTY),
        ("f.zip", Trouble.CORRUPT),
        ("a.zip/b.zip", Trouble.UNSUPPORTED),
    ]


def test_files_of_archives_count_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_FILES", 2)
    intake = taken(
        tmp_path, {"applicant.json": form_bytes(name="a"), "a.zip": packed({f"{n}.jpg": JPEG for n in range(3)})}
    )
    assert ([f.file for f in intake.files], faults(intake)) == (
        ["a.zip/0.jpg", "a.zip/1.jpg"],
        [("a.zip/2.jpg", Trouble.TOO_LARGE)],
    )


def test_without_a_form(tmp_path: Path) -> None:
    intake = taken(tmp_path, {"证件照/a.jpg": JPEG})
    assert (intake.name, faults(intake)) == ("张三", [("applicant.json", Trouble.BAD_FORM)])


def test_a_form_without_a_name(tmp_path: Path) -> None:
    intake = taken(tmp_path, {"applicant.json": b"{}"})
    assert (intake.name, faults(intake)) == ("张三", [("name", Trouble.BAD_FORM)])


def test_the_roster_stands_in_for_the_form(tmp_path: Path) -> None:
    (tmp_path / "roster.csv").write_text("姓名,申报编号,毕业时间\n张三,SX1,不详\n", "utf-8")
    roster = read_roster(tmp_path / "roster.csv")
    folder = lay_out(tmp_path / "001_张三", {"证件照/a.jpg": JPEG})
    intake = take_in(folder, roster, tmp_path / "spool")
    assert (intake.form.application_id, intake.row, faults(intake)) == (
        "SX1",
        roster.rows[0],
        [("roster.csv", Trouble.BAD_FORM)],
    )


def test_a_folder_that_is_a_link(tmp_path: Path) -> None:
    taken(tmp_path, FILES)
    link = tmp_path / "batch" / "李四"
    link.symlink_to("001_张三")
    intake = take_in(link, None, tmp_path / "spool")
    assert (intake.name, intake.files, faults(intake)) == ("李四", (), [("", Trouble.LINK)])


def test_a_linked_form_is_not_read(tmp_path: Path) -> None:
    folder = lay_out(tmp_path / "张三", {})
    secret = lay_out(tmp_path, {"secret.json": form_bytes(name="别人")}) / "secret.json"
    (folder / "applicant.json").symlink_to(secret)
    intake = take_in(folder, None, tmp_path / "spool")
    assert (intake.name, faults(intake)) == (
        "张三",
        [("applicant.json", Trouble.LINK), ("applicant.json", Trouble.BAD_FORM)],
    )
