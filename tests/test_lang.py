"""The interface speaks Chinese unless --lang en asks for English; what the user wrote stands in either as it is."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.paths import FIXTURES, ROOT
from verify import lang
from verify.progress import BarProgress, Progress

CJK = re.compile(r"[\u3000-\u9fff\uff00-\uffef]")
NOTICE = (ROOT / "checks" / "notices" / "shaoxing-2024-07.toml").read_text("utf-8")
PHOTO = FIXTURES / "photo" / "aspect" / "fail-square"

Situation = Callable[[Path], tuple[str | Path, ...]]


def hedui(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "verify", *map(str, arguments)]
    surroundings = {**os.environ, **environment}
    return subprocess.run(command, capture_output=True, text=True, env=surroundings, check=False, cwd=ROOT)


def _file(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def _batch(path: Path) -> Path:
    _file(path / "batch" / "001" / "applicant.json", "{}")
    return path / "batch"


def _roster(text: str) -> Situation:
    return lambda path: ("run", _file(_batch(path) / "roster.csv", text).parent)


def _notice(old: str, new: str) -> Situation:
    return lambda path: ("notices", "validate", _file(path / "own.toml", NOTICE.replace(old, new, 1)))


def _list(name: str, text: str) -> Situation:
    return lambda path: ("run", _batch(path), "--blacklist", _file(path / name, text))


SITUATIONS: dict[str, tuple[Situation, str]] = {
    "no batch": (lambda path: ("run", path / "none"), "No such folder"),
    "an empty batch": (lambda path: ("run", path), "holds no applicants' folders"),
    "a batch that is a file": (lambda path: ("run", _file(path / "x", "")), "not a folder"),
    "one applicant": (lambda path: ("run", _batch(path) / "001"), "looks like one applicant's folder"),
    "no folder to check": (lambda path: ("check", path / "none"), "check the path"),
    "no file to read": (lambda path: ("read", path / "none"), "check the path"),
    "no such check": (lambda path: ("explain", "photo.aspekt"), "lists them all"),
    "unknown consequence": (lambda path: ("run", path, "--fail-on", "rain"), "it takes note, reject"),
    "no such notice": (lambda path: ("run", _batch(path), "--notice", "x"), "shaoxing-2024-07, yongjia-2021-23"),
    "no TOML": (lambda path: ("notices", "validate", _file(path / "own.toml", "[")), "not valid TOML"),
    "misspelt check": (_notice('"photo.aspect"', '"photo.aspekt"'), "did you mean photo.aspect?"),
    "misspelt parameter": (_notice("min = 0.65", "mim = 0.65"), "not permitted; did you mean min?"),
    "wrong type": (_notice("min = 0.65", 'min = "wide"'), "valid number"),
    "unknown table": (_notice("\n[notice]", "\n[notices]\n[notice]"), "unknown table notices"),
    "roster without headings": (_roster("weather\nrain\n"), "no row of headings"),
    "roster without applicants": (_roster("姓名,申报编号\n"), "one row per applicant"),
    "list without columns": (_list("own.csv", "a,b\n"), "it has: a, b"),
    "unknown kind": (_list("own.csv", "类别,名称\nx,y\n"), 'unknown kind "x"'),
    "unknown list": (_list("own.toml", "x = []"), "write one of: journals"),
    "no such list": (lambda path: ("run", _batch(path), "--blacklist", path / "x"), "no such list"),
    "output below a file": (lambda path: ("run", _batch(path), "--out", _file(path / "x", "") / "y"), "cannot be written"),
}  # fmt: skip

TO_BE_WRITTEN = re.compile(
    "类别|名称|正规期刊|期刊|刊物|奖项|获奖|证书|颁发单位|颁奖单位|姓名|申报编号|文件夹|身份证号|工作单位|申报职称"
)
"""Headings and values that an office writes in its files, and that an English message names as they are."""


@pytest.fixture(params=SITUATIONS)
def situation(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[list[str], str]:
    """A command line that fails, and what its English message says."""
    make, says = SITUATIONS[request.param]
    return list(map(str, make(tmp_path_factory.mktemp("x")))), says


def test_an_error_is_english_where_asked_and_chinese_otherwise(situation: tuple[list[str], str]) -> None:
    arguments, says = situation
    english, chinese = hedui("--lang", "en", *arguments), hedui(*arguments)
    assert english.returncode == chinese.returncode != 0
    assert says in english.stderr
    assert not CJK.search(TO_BE_WRITTEN.sub("", english.stderr)), english.stderr
    assert chinese.stderr.startswith("错误：")
    assert says not in chinese.stderr


def test_what_the_user_wrote_is_quoted_as_it_is(tmp_path: Path) -> None:
    said = hedui("run", tmp_path / "批次", "--lang", "en").stderr
    assert f"No such folder: {tmp_path}/批次. " in said
    assert not CJK.search(said.replace("批次", ""))


def test_a_worker_s_error_is_in_the_same_language(tmp_path: Path) -> None:
    command = ("read", next(PHOTO.rglob("*.jpg")), "--engine", "tesseract")
    english, chinese = hedui(*command, "--lang", "en", PATH="/x"), hedui(*command, PATH="/x")
    assert english.stderr.startswith("Error: Tesseract or its simplified Chinese is not installed; run: sudo apt-get")
    assert chinese.stderr.startswith("错误：没有找到 Tesseract")


def test_progress_and_findings_table_of_one_applicant() -> None:
    english, chinese = hedui("check", PHOTO, "--lang", "en"), hedui("check", PHOTO)
    assert re.fullmatch(r"applicants \d/1, pages read \d+ \([\d.]+/s\), findings to look at \d+\n", english.stderr)
    assert "/1，已读 " in chinese.stderr
    for word, other in (("Outcome", "结果"), ("failed", "不符"), ("return for correction", "退回补正")):
        assert word in english.stdout
        assert other in chinese.stdout
    assert "不符" not in english.stdout


@pytest.fixture
def _english() -> Iterator[None]:
    lang.use("en")
    yield
    lang.use("zh")


@pytest.mark.usefixtures("_english")
@pytest.mark.parametrize("kind", [Progress, BarProgress])
def test_progress_on_a_terminal_and_elsewhere(kind: type[Progress], capsys: pytest.CaptureFixture[str]) -> None:
    with kind(3) as progress:
        progress.files(2)
        progress.done(1)
    said = capsys.readouterr().err
    assert "applicants 1/3" in said
    assert not CJK.search(said)


def test_the_headings_of_explain() -> None:
    said = hedui("--lang", "en", "explain", "photo.aspect").stdout
    headings = ("Stage", "Looks at", "Cannot tell", "Clause", "Consequence", "Remedy")
    assert [heading for heading in headings if f"  {heading}: " not in said] == []
    assert "Stage: Photo\n" in said
    assert "Consequence: return for correction\n" in said
    assert "This notice does not ask for it" in said
    assert "证件照宽高比" in said  # what the check and the notice say stays theirs
    assert "  阶段：证件照\n" in hedui("explain", "photo.aspect").stdout


def test_the_headings_of_the_lists() -> None:
    checks, notices = hedui("--lang", "en", "explain").stdout, hedui("--lang", "en", "notices").stdout
    assert "[Photo]" in checks
    assert "hedui explain <id>" in checks
    assert re.search(r", \d+ checks, \d+ of them built\n", notices)
    assert "not built" not in notices


def test_doctor_says_nothing_in_chinese() -> None:
    assert not CJK.search(hedui("doctor", "--lang", "en", PATH="/nonexistent").stdout)


def test_checks_know_of_no_language() -> None:
    assert [path.name for path in (ROOT / "checks").rglob("*.py") if "verify.lang" in path.read_text("utf-8")] == []
