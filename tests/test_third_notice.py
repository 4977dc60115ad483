"""Next year's notice of another city, written in TOML alone: judged by its own law, found beside the batch."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from tests.paths import ROOT
from verify import cli

NINGHU = ROOT / "tests" / "ninghu"
NAME = "ninghu-2025"

GOOD: dict[str, Any] = {
    "name": "陆映川",
    "employer": {"name": "宁湖市路桥养护中心", "kind": "事业单位"},
    "applying_for": {"title": "工程师", "specialty": "给排水工程"},
    "submitted_at": "2025-06-30",
    "education": [{"level": "大专", "graduated": "2015-06-30"}],
    "titles": [{"name": "助理工程师", "obtained": "2020-06-30"}],
    "assessments": [{"year": year, "grade": "称职"} for year in (2023, 2024)],
    "continuing_education": [{"year": year, "professional": 72} for year in (2023, 2024)],
    "publicity": {"started": "2025-05-28", "ended": "2025-05-30", "objections": "无"},
    "statement": "字" * 500,
}
BAD: dict[str, Any] = GOOD | {
    "name": "邵一帆",
    "employer": {"name": "宁湖路桥有限公司", "kind": "企业"},
    "submitted_at": "2025-07-01",
    "titles": [{"name": "助理工程师", "obtained": "2021-07-02"}],
    "assessments": [{"year": 2023, "grade": "基本称职"}, {"year": 2024, "grade": "称职"}],
    "continuing_education": [{"year": 2023, "professional": 71}, {"year": 2024, "professional": 90}],
    "publicity": {"started": "2025-05-30", "ended": "2025-06-03", "objections": "无"},  # 端午 lies between
    "statement": "字" * 600,
}
FAILS = {
    "photo.format", "form.specialty", "form.submitted_in_window", "form.publicity", "form.statement_length",
    "continuing_education.hours", "assessment.grade", "eligibility.route",
}  # fmt: skip


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The office's folder: the notice in notices/, a batch beside it, and the reports of one run."""
    office = tmp_path_factory.mktemp("office")
    (office / "notices").mkdir()
    (office / "notices" / "宁湖.toml").write_bytes((NINGHU / f"{NAME}.toml").read_bytes())
    for form, suffix in ((GOOD, "png"), (BAD, "jpg")):
        folder = office / "2025" / form["name"]
        (folder / "证件照").mkdir(parents=True)
        (folder / "applicant.json").write_text(json.dumps(form, ensure_ascii=False), "utf-8")
        Image.new("RGB", (300, 400), "white").save(folder / "证件照" / f"照片.{suffix}")
    assert cli.run(["run", str(office / "2025"), "--notice", NAME, "--jobs", "1"]) == 0
    return office / "2025-reports"


def findings(out: Path, name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((out / name / "report.json").read_text("utf-8"))["findings"]
    return found


def test_the_notice_is_in_order_and_its_quotes_stand_in_its_text() -> None:
    pack, text = NINGHU / f"{NAME}.toml", NINGHU / "notice.txt"
    assert cli.run(["notices", "validate", str(pack), "--text", str(text)]) == 0


def test_who_meets_it_passes(out: Path) -> None:
    outcomes = {f["check"]: f["outcome"] for f in findings(out, "陆映川") if f["outcome"] != "na"}
    assert {check for check, outcome in outcomes.items() if outcome != "pass"} == set(), outcomes
    assert outcomes.keys() >= FAILS


def test_who_does_not_fails_by_its_clauses(out: Path) -> None:
    failed = {f["check"]: f["clause"] for f in findings(out, "邵一帆") if f["outcome"] == "fail"}
    assert failed.keys() == FAILS
    text = "".join((NINGHU / "notice.txt").read_text("utf-8").split())
    assert all("".join(clause["quote"].split()) in text for clause in failed.values())


def test_no_other_notices_law_leaks_in(out: Path) -> None:
    told = json.dumps([f for name in ("陆映川", "邵一帆") for f in findings(out, name)], ensure_ascii=False)
    assert [word for word in ("绍", "永嘉", "核对无误", "90 学时", "1000", "装配式") if word in told] == []
