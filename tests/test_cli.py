"""The command line as a user meets it: exit codes are frozen, errors say what to do, results and messages go apart."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from checks.table import CHECKS
from tests.paths import FIXTURES, ROOT, SAMPLE
from verify.errors import ExitCode


def hedui(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "verify", *map(str, arguments)]
    return subprocess.run(
        command, capture_output=True, text=True, env={**os.environ, **environment}, check=False, cwd=ROOT
    )


def batch(tmp_path: Path, *fixtures: str) -> Path:
    """A batch of per-check fixtures, each an applicant."""
    import shutil

    folder = tmp_path / "batch"
    for number, name in enumerate(fixtures):
        shutil.copytree(FIXTURES / name, folder / f"{number:03d}_{Path(name).name}")
    folder.mkdir(exist_ok=True)
    return folder


def test_exit_codes_are_frozen() -> None:
    assert {code.name: code.value for code in ExitCode} == {
        "OK": 0,
        "FLAGGED": 1,
        "USAGE": 2,
        "INCOMPLETE": 3,
        "MISSING_DEPENDENCY": 4,
        "OUTPUT": 5,
        "INTERRUPTED": 130,
    }


def test_a_complete_run_exits_0_and_says_where_the_index_is(tmp_path: Path) -> None:
    done = hedui("run", batch(tmp_path, "photo/aspect/fail-square"))
    assert done.returncode == 0, done.stderr
    assert str(tmp_path / "batch-reports" / "index.html") in done.stdout
    assert "申报人 1/1" in done.stderr
    assert "申报人 1/1" not in done.stdout


def test_fail_on_exits_1(tmp_path: Path) -> None:
    folder = batch(tmp_path, "photo/aspect/fail-square")
    assert hedui("run", folder, "--fail-on", "return").returncode == 1
    assert hedui("run", folder, "--fail-on", "suspect").returncode == 0


def test_what_could_not_be_processed_exits_3_and_the_others_get_their_reports(tmp_path: Path) -> None:
    folder = batch(tmp_path, "photo/aspect/pass-exactly-080", "document/readable/fail-corrupt")
    (folder / "002_link").mkdir()
    (folder / "002_link" / "applicant.json").write_text('{"name": "林一"}', "utf-8")
    (folder / "002_link" / "外面.pdf").symlink_to("/etc/hostname")
    os.mkfifo(folder / "002_link" / "管道.pdf")
    done = hedui("run", folder)
    assert done.returncode == 3, done.stderr
    out = tmp_path / "batch-reports"
    assert len(list(out.glob("*/report.json"))) == 3
    lost = json.loads((out / "batch.json").read_text("utf-8"))["unreadable"]
    assert {entry["file"] for entry in lost if entry["folder"] == "002_link"} == {"外面.pdf", "管道.pdf"}


def _empty(path: Path) -> None:
    path.mkdir()


def _files_only(path: Path) -> None:
    path.mkdir()
    (path / "说明.txt").write_text("no applicant here", "utf-8")


def _bad_roster(path: Path) -> None:
    (path / "王建").mkdir(parents=True)
    (path / "roster.csv").write_text("天气,温度\n晴,20\n", "utf-8")


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda path: None, "没有这个文件夹"),
        (_empty, "没有申报人文件夹"),
        (_files_only, "没有申报人文件夹"),
        (_bad_roster, "roster.csv"),
    ],
    ids=["missing", "empty", "files-only", "bad-roster"],
)
def test_a_batch_that_is_none_exits_2(tmp_path: Path, make: object, says: str) -> None:
    make(tmp_path / "batch")  # type: ignore[operator]
    done = hedui("run", tmp_path / "batch")
    assert (done.returncode, done.stdout) == (2, "")
    assert says in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "arguments", [("run",), ("nonsense",), ("run", "x", "--engine", "abacus"), ("run", "x", "--fail-on", "rain")]
)
def test_misuse_exits_2(arguments: tuple[str, ...]) -> None:
    done = hedui(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("change", "line", "says"),
    [
        (("min = 0.65", "mim = 0.65"), "mim = 0.65", "min"),
        (('[checks."photo.aspect"]', '[checks."photo.aspekt"]'), '[checks."photo.aspekt"]', "photo.aspect"),
        (("min = 0.65", 'min = "wide"'), 'min = "wide"', "min"),
    ],
    ids=["misspelt-parameter", "misspelt-check", "wrong-type"],
)
def test_a_bad_notice_is_named_by_file_and_line(tmp_path: Path, change: tuple[str, str], line: str, says: str) -> None:
    text = (ROOT / "checks" / "notices" / "shaoxing-2024-07.toml").read_text("utf-8").replace(*change)
    notice = tmp_path / "own.toml"
    notice.write_text(text, "utf-8")
    number = text.splitlines().index(line) + 1
    for command in (("notices", "validate", notice), ("run", SAMPLE, "--notice", notice, "--out", tmp_path / "out")):
        done = hedui(*command)
        assert done.returncode == 2
        assert f"own.toml:{number}: " in done.stderr
        assert says in done.stderr


def test_a_good_notice_is_described() -> None:
    done = hedui("notices", "validate", ROOT / "checks" / "notices" / "yongjia-2021-23.toml")
    assert done.returncode == 0
    assert "永人社〔2021〕23号" in done.stdout


def test_an_output_that_cannot_be_written_exits_5_before_any_work(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    done = hedui("run", SAMPLE, "--out", tmp_path / "file" / "reports")
    assert done.returncode == 5
    assert "--out" in done.stderr
    assert "已读" not in done.stderr


def test_a_missing_program_exits_4_with_its_install_command(tmp_path: Path) -> None:
    done = hedui("run", batch(tmp_path, "photo/aspect/fail-square"), "--engine", "tesseract", PATH="/nonexistent")
    assert done.returncode == 4
    assert "apt-get install tesseract-ocr" in done.stderr


def _heed_interrupts() -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_ctrl_c_exits_130_and_the_next_run_goes_on(tmp_path: Path) -> None:
    out = tmp_path / "out"
    command = [sys.executable, "-m", "verify", "run", str(SAMPLE), "--out", str(out), "--jobs", "2"]
    pipes = {"stderr": subprocess.PIPE, "stdout": subprocess.PIPE}
    # Whoever runs the tests in the background has SIGINT ignored, and so would the command.
    with subprocess.Popen(command, **pipes, cwd=ROOT, preexec_fn=_heed_interrupts) as process:
        while not list(out.glob(".hedui/cache/*/*")) and process.poll() is None:
            time.sleep(0.1)
        process.send_signal(signal.SIGINT)
        _, said = process.communicate()
    assert process.returncode == 130, said.decode()
    assert "再次运行" in said.decode()
    assert list(out.glob(".hedui/cache/*/*"))


def test_read_prints_the_contract_s_shape() -> None:
    done = hedui(
        "read", FIXTURES / "project/third_party_seal" / _first("project/third_party_seal", "pass") / _page(), "--json"
    )
    assert done.returncode == 0, done.stderr
    data = json.loads(done.stdout)
    page = data["pages"][0]
    assert set(page) == {"page", "width", "height", "source", "words", "seals"}
    assert set(page["words"][0]) == {"text", "box", "confidence"}
    keys = {"title", "texts", "kind", "purpose", "shape", "colour", "box", "confidence", "candidates"}
    assert page["seals"]
    assert all(set(seal) == keys for seal in page["seals"])


def _first(check: str, outcome: str) -> str:
    return min(path.name for path in (FIXTURES / check).glob(f"{outcome}-*"))


def _page() -> str:
    folder = FIXTURES / "project/third_party_seal" / _first("project/third_party_seal", "pass")
    return str(min(path for path in folder.rglob("*.jpg")).relative_to(folder))


def test_check_lists_the_findings_of_one_applicant() -> None:
    done = hedui("check", FIXTURES / "photo/aspect/fail-square")
    assert done.returncode == 0, done.stderr
    assert "photo.aspect" in done.stdout
    assert "退回补正" in done.stdout


@pytest.mark.parametrize("check", CHECKS)
def test_explain_covers_every_check(check: str) -> None:
    from verify.explain import explain

    said = explain(check)
    assert CHECKS[check].title in said
    assert "shaoxing-2024-07" in said
    assert "yongjia-2021-23" in said
    assert ("何时无法判断：" in said) == CHECKS[check].built


def test_every_check_that_a_notice_asks_for_is_built() -> None:
    from verify.packs import load, shipped

    assert [name for pack in shipped() for name in load(pack).not_built] == []
    assert "not built" not in hedui("notices").stdout


def test_the_interface_is_english_where_asked(tmp_path: Path) -> None:
    assert "Verify a batch" in hedui("--lang", "en", "--help").stdout
    assert "核对一个批次" in hedui("--help").stdout
    done = hedui("run", batch(tmp_path, "photo/aspect/fail-square"), "--lang", "en")
    assert "Reports:" in done.stdout
    assert "return for correction" in done.stdout


def test_a_library_that_does_not_load_exits_4_with_its_install_command(tmp_path: Path) -> None:
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "cv2.py").write_text('raise ImportError("libGL.so.1: cannot open shared object file")', "utf-8")
    done = hedui("run", batch(tmp_path, "photo/aspect/fail-square"), PYTHONPATH=str(broken))
    assert done.returncode == 4, done.stderr
    assert "apt-get install libgl1" in done.stderr


@pytest.mark.parametrize("command", [("notices",), ("doctor",), ("explain", "photo.aspect")])
def test_every_command_takes_the_language(command: tuple[str, ...]) -> None:
    assert hedui(*command, "--lang", "en").returncode == 0


def test_doctor_says_what_is_there() -> None:
    done = hedui("doctor")
    assert done.returncode == 0, done.stdout
    assert "rapidocr" in done.stdout


def test_doctor_names_the_mend_of_what_is_not() -> None:
    said = hedui("doctor", PATH="/nonexistent").stdout
    assert "apt-get install tesseract-ocr" in said
