"""What must not stop a run, nor be blamed on an applicant."""

from __future__ import annotations

import errno
import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.paths import FIXTURES, ROOT
from verify import pipeline
from verify.errors import ExitCode, OutputError
from verify.form import Form
from verify.intake import unzip
from verify.intake.form_file import parse_form
from verify.intake.roster import read_roster
from verify.intake.roster_match import match
from verify.model import Trouble
from verify.options import Options
from verify.read.file import Reading
from verify.run import run

SQUARE = FIXTURES / "photo" / "aspect" / "fail-square"


def two(tmp_path: Path) -> Path:
    for name in ("甲", "乙"):
        shutil.copytree(SQUARE, tmp_path / "batch" / name)
    return tmp_path / "batch"


def test_several_bad_entries_cost_only_themselves() -> None:
    entries = (
        '[{"year": 2021, "grade": "合格"}, 7, {"year": 2022, "grade": "合格"}, 8, {"year": 2023, "grade": "合格"}]'
    )
    form, problems = parse_form(f'{{"name": "甲", "papers": [1, 2], "assessments": {entries}}}'.encode())
    assert [entry.year for entry in form.assessments] == [2021, 2022, 2023]
    assert len([problem for problem in problems if problem.trouble is Trouble.BAD_FORM]) == 4


def test_a_folder_that_breaks_the_intake_costs_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = pipeline.take_in

    def breaks(folder: Path, *rest: object) -> object:
        if folder.name == "甲":
            raise IndexError("on purpose")
        return real(folder, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "take_in", breaks)
    done = run(Options(two(tmp_path), tmp_path / "out"))
    assert done.code is ExitCode.INCOMPLETE
    lost = {row.report["applicant"]["folder"]: [entry.message for entry in row.unreadable] for row in done.rows}
    assert lost["乙"] == []
    assert "IndexError" in lost["甲"][0]


def test_what_this_machine_failed_at_is_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    batch, out = two(tmp_path), tmp_path / "out"
    with monkeypatch.context() as patched:
        patched.setattr(
            "verify.read.many.Reader._fresh",
            lambda self, jobs: (Reading(trouble=Trouble.QUARANTINED, message="时限") for _ in jobs),
        )
        assert run(Options(batch, out)).code is ExitCode.INCOMPLETE
    assert run(Options(batch, out)).code is ExitCode.OK
    assert json.loads((out / "run.json").read_text("utf-8"))["applicants"] == {"judged": 2, "reused": 0}


def test_members_that_point_outside_are_reported(tmp_path: Path) -> None:
    archive = tmp_path / "a.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        for name in ("../../up.jpg", "..\\x.jpg", "/abs.jpg", "ok.jpg"):
            packed.writestr(name, b"x")
    members, problems = unzip.unpack(archive, tmp_path / "into")
    assert [member.name for member in members] == ["ok.jpg"]
    assert [problem.trouble for problem in problems] == [Trouble.UNSAFE_NAME] * 3


def test_a_full_disk_is_no_applicant_s_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archive = tmp_path / "a.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr("ok.jpg", b"x")

    def full(self: Path, *_: object, **__: object) -> object:
        raise OSError(errno.ENOSPC, "No space left on device")

    (tmp_path / "into").mkdir()
    real = Path.open
    monkeypatch.setattr(Path, "open", lambda self, *a, **k: full(self) if "into" in self.parts else real(self, *a, **k))
    with pytest.raises(OutputError):
        unzip.unpack(archive, tmp_path / "into")


def test_a_person_whose_names_disagree_is_one_person(tmp_path: Path) -> None:
    roster = tmp_path / "roster.csv"
    roster.write_text("姓名,身份证号,申报编号\n王建,330602199003021150,\n合计,1,\n制表人：,某某,\n", "utf-8")
    read = read_roster(roster)
    assert [row.form.name for row in read.rows] == ["王建"]
    assert match(read, "甲", Form(name="王健", id_number="330602199003021150"))[0] == read.rows[0]
    assert match(read, "001_王建", Form(name="王健"))[0] == read.rows[0]
    assert match(read, "李四", Form(name="李四"))[0] is None


def hedui(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "verify", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, env={**os.environ, **environment}, cwd=ROOT, check=False)


@pytest.mark.parametrize("inside", [".", "甲", "甲/out"])
def test_reports_never_lie_among_the_evidence(tmp_path: Path, inside: str) -> None:
    batch = two(tmp_path)
    done = hedui("run", batch, "--out", batch / inside)
    assert (done.returncode, "--out" in done.stderr.decode()) == (2, True)
    assert not list(batch.rglob("report.*"))


def test_what_belongs_to_no_applicant_is_said(tmp_path: Path) -> None:
    batch = two(tmp_path)
    (batch / "张三.zip").write_bytes(b"PK")
    shutil.copytree(SQUARE, batch / "丙-reports")
    done = hedui("run", batch)
    assert "张三.zip" in done.stderr.decode()
    assert (tmp_path / "batch-reports" / "丙-reports" / "report.json").is_file()


def test_a_terminal_that_is_not_utf8_costs_no_run(tmp_path: Path) -> None:
    (tmp_path / "batch").mkdir()
    shutil.copytree(SQUARE, tmp_path / "batch" / "欧阳㛃")
    assert hedui("run", tmp_path / "batch", PYTHONIOENCODING="gbk", PYTHONUTF8="0").returncode == 0
    assert hedui("doctor", PYTHONIOENCODING="ascii", PYTHONUTF8="0").returncode == 0


@pytest.mark.parametrize(
    ("text", "line"),
    [("a = " + "[" * 5000, ""), ("[notice\n", ":1: "), ('\ufeff[notice]\nidd = "x"\n', ":2: ")],
    ids=["nested", "syntax", "byte-order-mark"],
)
def test_a_notice_that_is_none_is_said_with_its_line(tmp_path: Path, text: str, line: str) -> None:
    file = tmp_path / "own.toml"
    file.write_text(text, "utf-8")
    done = hedui("notices", "validate", file)
    assert done.returncode == 2
    assert f"own.toml{line}" in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()
