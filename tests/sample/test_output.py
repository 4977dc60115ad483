"""`hedui sample` on a run's output: its page, its workbook, and what it says where there is little to draw from."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.report import build
from tests.sample.build import batch, finding, output, report
from verify.cli import run
from verify.lang import use


def drawn(out: Path) -> list[tuple[Any, ...]]:
    """The rows of the list, below its heading."""
    return list(openpyxl.load_workbook(out / "sample.xlsx")["抽查名单"].iter_rows(min_row=2, values_only=True))


def said(out: Path) -> str:
    return "\n".join(row[0] for row in openpyxl.load_workbook(out / "sample.xlsx")["说明"].values)


def test_the_page_and_the_workbook_name_the_same(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = output(tmp_path / "out", batch(10, 10))
    assert run(["sample", str(out), "--size", "6", "--seed", "三"]) == 0
    page = (out / "sample.html").read_text("utf-8")
    folders = [row[3] for row in drawn(out)]
    assert re.findall(r'href="([^"]+)/report.html"', page) == folders
    assert len(folders) == 6
    assert [row[0] for row in drawn(out)] == ["按风险抽取"] * 5 + ["随机抽取"]
    told = capsys.readouterr().out
    assert ("随机种子 三" in told, "10 人中随机抽 1 人" in told) == (True, True)
    assert "霍维茨—汤普森" in page
    assert "霍维茨—汤普森" in said(out)


def test_the_same_bytes_twice(tmp_path: Path) -> None:
    out = output(tmp_path / "out", batch(10, 10))
    run(["sample", str(out)])
    first = [(out / name).read_bytes() for name in ("sample.html", "sample.xlsx")]
    run(["sample", str(out)])
    assert first == [(out / name).read_bytes() for name in ("sample.html", "sample.xlsx")]


def test_one_over_the_probability_is_whom_one_stands_for(tmp_path: Path) -> None:
    out = output(tmp_path / "out", batch(0, 20))
    run(["sample", str(out), "--size", "5"])
    assert {(row[9], row[10]) for row in drawn(out)} == {(0.25, 4)}
    assert "至多 8 人" in said(out)


FEW = [
    (batch(3, 2), ["--size", "9"], 5, "全部列入"),
    (batch(8, 0), [], 5, "没有“未见问题”的申报人"),
    (batch(0, 8), [], 5, "没有有问题或存疑的申报人"),
    (batch(1, 0), [], 1, "全部列入"),
    (batch(10, 10), ["--size", "4", "--clean", "0"], 4, "没有抽取“未见问题”的申报人"),
    (batch(10, 10), ["--share", "0.5"], 10, "20 名申报人中抽取 10 名"),
]


@pytest.mark.parametrize(("reports", "options", "count", "words"), FEW)
def test_small_and_lopsided_batches(
    tmp_path: Path, reports: list[dict[str, Any]], options: list[str], count: int, words: str
) -> None:
    out = output(tmp_path / "out", reports)
    assert run(["sample", str(out), *options]) == 0
    assert (len(drawn(out)), words in said(out)) == (count, True)


def test_a_report_without_units_is_said(tmp_path: Path) -> None:
    reports = [report(f"f{n}", "return", finding("photo.format"), employer=None, specialty=None) for n in range(9)]
    out = output(tmp_path / "out", reports)
    run(["sample", str(out)])
    assert "没有写明单位和专业" in said(out)


WRONG = [
    ([], "没有申报人"),
    (["--size", "3", "--share", "0.1"], "--share"),
    (["--size", "0"], "--size"),
    (["--share", "1.5"], "--share"),
    (["--clean", "nan"], "--clean"),
]


@pytest.mark.parametrize(("options", "words"), WRONG)
def test_what_cannot_be_drawn_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], options: list[str], words: str
) -> None:
    out = output(tmp_path / "out", batch(3, 3) if options else [])
    assert run(["sample", str(out), *options]) == 2
    assert words in capsys.readouterr().err


def test_a_folder_without_a_run_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["sample", str(tmp_path)]) == 2
    assert "hedui run" in capsys.readouterr().err


def spoil_batch(out: Path, **more: Any) -> None:
    data = json.loads((out / "batch.json").read_text("utf-8"))
    data["applicants"][0] |= more
    (out / "batch.json").write_text(json.dumps(data), "utf-8")


SPOILT = {
    "not JSON": lambda out: (out / "batch.json").write_text("{", "utf-8"),
    "too deep": lambda out: (out / "batch.json").write_text("[" * 100_000, "utf-8"),
    "not a batch": lambda out: (out / "batch.json").write_text("{}", "utf-8"),
    "no report": lambda out: (out / "c000" / "report.json").unlink(),
    "an altered report": lambda out: (out / "c000" / "report.json").write_text('{"verdict": "pass"}', "utf-8"),
    "a way out": lambda out: spoil_batch(out, folder="../else"),
    "a way up": lambda out: spoil_batch(out, folder=".."),
}


@pytest.mark.parametrize("spoil", SPOILT.values(), ids=SPOILT)
def test_a_spoilt_output_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str], spoil: Any) -> None:
    out = output(tmp_path / "out", batch(3, 3))
    spoil(out)
    assert run(["sample", str(out)]) == 2
    assert "hedui run" in capsys.readouterr().err
    assert not (out / "sample.html").exists()


def test_hostile_text_stays_text(tmp_path: Path) -> None:
    hostile = " ".join(build.HOSTILE).replace("\udcff", "").replace("\x00", "")
    reports = [report(f"f{n}", "return", finding("photo.format"), name=hostile, employer=hostile) for n in range(3)]
    out = output(tmp_path / "out", reports)
    assert run(["sample", str(out)]) == 0
    page = (out / "sample.html").read_text("utf-8")
    assert ("<script>" in page, "<img" in page, "&lt;script&gt;" in page) == (False, False, True)
    cells = [cell for row in openpyxl.load_workbook(out / "sample.xlsx")["抽查名单"].iter_rows() for cell in row]
    assert {cell.data_type for cell in cells if cell.value is not None} <= {"s", "n"}


def test_the_page_wants_nothing_from_outside(tmp_path: Path) -> None:
    out = output(tmp_path / "out", batch(4, 4))
    run(["sample", str(out), "--lang", "en"])
    use("zh")
    page = (out / "sample.html").read_text("utf-8")
    assert "Spot checks" in page
    assert "default-src 'none'" in unescape(page)
    assert not re.findall(r'(?:src|href)="(?:https?:)?//', page)
