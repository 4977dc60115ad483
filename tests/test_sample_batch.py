"""The main job on the sample batches, once, cold; every test looks at what that run left."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.paths import SAMPLE, YONGJIA
from verify.errors import ExitCode
from verify.options import Options
from verify.report import batch_json, json_report
from verify.run import Result, run


@dataclass(frozen=True)
class Done:
    batch: Path
    result: Result
    out: Path
    expected: dict[str, Any]
    store: Path

    def report(self, folder: str) -> dict[str, Any]:
        data: dict[str, Any] = json.loads((self.out / folder / "report.json").read_text("utf-8"))
        return data

    def failed(self, folder: str) -> set[str]:
        return {f["check"] for f in self.report(folder)["findings"] if f["outcome"] == "fail"}


@pytest.fixture(scope="module", params=[SAMPLE, YONGJIA], ids=["shaoxing", "yongjia"])
def done(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Done:
    batch: Path = request.param
    out = tmp_path_factory.mktemp(batch.name)
    expected = json.loads(batch.with_name(f"{batch.name}.expected.json").read_text("utf-8"))
    store = tmp_path_factory.mktemp("store") / "store.sqlite"
    return Done(batch, run(Options(batch, out, jobs=2, store=store)), out, expected, store)


def test_the_run_is_complete(done: Done) -> None:
    assert done.result.code is ExitCode.OK
    assert {row.report["applicant"]["folder"] for row in done.result.rows} == set(done.expected)


def test_every_planted_defect_is_flagged_by_its_own_check(done: Done) -> None:
    flagged = {
        folder: {
            check: next(
                (
                    f["outcome"]
                    for f in done.report(folder)["findings"]
                    if f["check"] == check and f["outcome"] == outcome
                ),
                None,
            )
            for check, outcome in facts["planted"].items()
        }
        for folder, facts in done.expected.items()
    }
    assert flagged == {folder: facts["planted"] for folder, facts in done.expected.items()}


def test_nothing_else_fails(done: Done) -> None:
    others = {
        folder: done.failed(folder) - set(facts["planted"]) - set(facts.get("knock_on", ()))
        for folder, facts in done.expected.items()
    }
    assert others == {folder: set() for folder in done.expected}


def test_a_clean_applicant_is_hardly_doubted(done: Done) -> None:
    doubts = {
        folder: [
            (f["check"], f["subject"], f["message"])
            for f in done.report(folder)["findings"]
            if f["outcome"] in ("unsure", "broken")
        ]
        for folder, facts in done.expected.items()
        if facts["clean"]
    }
    assert sum(map(len, doubts.values())) <= len(doubts), doubts


def test_every_report_is_as_the_schema_says(done: Done) -> None:
    for folder in done.expected:
        json_report.validate(done.report(folder))
    batch_json.validate(json.loads((done.out / "batch.json").read_text("utf-8")))


def test_no_id_number_is_written(done: Done) -> None:
    numbers = [json.loads(form.read_text("utf-8"))["id_number"] for form in done.batch.glob("*/applicant.json")]
    assert numbers
    for file in (path for path in done.out.rglob("*") if path.is_file()):
        content = file.read_bytes()
        assert [number for number in numbers if number.encode() in content] == [], file


def test_pages_need_nothing_from_outside(done: Done) -> None:
    for page in [done.out / "index.html", *done.out.glob("*/report.html")]:
        text = page.read_text("utf-8")
        assert "Content-Security-Policy" in text
        assert 'src="http' not in text
        assert "url(http" not in text


def test_a_second_run_reads_nothing_and_changes_nothing(done: Done) -> None:
    before = snapshot(done.out)
    run(Options(done.batch, done.out, jobs=2, store=done.store))
    again = json.loads((done.out / "run.json").read_text("utf-8"))
    assert again["cache"] == {"hits": 0, "misses": 0}
    assert again["applicants"] == {"judged": 0, "reused": len(done.expected)}
    assert snapshot(done.out) == before


def snapshot(out: Path) -> dict[str, bytes]:
    files = [
        path for path in out.rglob("*") if path.is_file() and path.name != "run.json" and ".hedui" not in path.parts
    ]
    return {str(path.relative_to(out)): path.read_bytes() for path in files}


def test_workers_and_order_change_no_byte(tmp_path: Path) -> None:
    names = ("沈丽萍", "005_周晓峰", "林国栋")
    batch = tmp_path / "batch"
    for name in names:
        shutil.copytree(SAMPLE / name, batch / name)
    outs = [tmp_path / f"out{jobs}" for jobs in (1, 2)]
    for jobs, out in enumerate(outs, start=1):
        run(Options(batch, out, jobs=jobs))
    assert snapshot(outs[0]) == snapshot(outs[1])


def test_one_changed_file_redoes_one_applicant(tmp_path: Path) -> None:
    batch, out = tmp_path / "batch", tmp_path / "out"
    for name in ("沈丽萍", "林国栋"):
        shutil.copytree(SAMPLE / name, batch / name)
    run(Options(batch, out, jobs=2))
    form = batch / "沈丽萍" / "applicant.json"
    form.write_text(form.read_text("utf-8") + "\n", "utf-8")
    run(Options(batch, out, jobs=2))
    again = json.loads((out / "run.json").read_text("utf-8"))
    assert again["applicants"] == {"judged": 1, "reused": 1}
    assert again["cache"]["misses"] == 0
