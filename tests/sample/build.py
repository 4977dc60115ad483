"""Reports as plain dicts, many of them in a line, and a run's output made of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.report import build
from verify.report.batch_json import batch_json
from verify.report.json_report import as_json, dump

FULL = as_json(build.full(), build.notice())


def finding(check: str, outcome: str = "fail", consequence: str | None = "return") -> dict[str, Any]:
    return {**FULL["findings"][0], "check": check, "outcome": outcome, "consequence": consequence, "evidence": []}


def doubt(check: str) -> dict[str, Any]:
    return finding(check, "unsure", "note")


def report(folder: str, verdict: str, *findings: dict[str, Any], **who: Any) -> dict[str, Any]:
    """A report of so many findings."""
    applicant = {**FULL["applicant"], "folder": folder, "name": folder, **who}
    return {**FULL, "applicant": applicant, "verdict": verdict, "findings": list(findings), "documents": []}


def batch(flagged: int, clean: int, units: int = 4) -> list[dict[str, Any]]:
    """So many flagged, of rising risk, and so many clean, over some units."""
    bad = [
        report(f"f{n:03d}", "return", *[finding("photo.format")] * (1 + n % 5), employer=f"单位{n % units}")
        for n in range(flagged)
    ]
    good = [report(f"c{n:03d}", "pass", employer=f"单位{n % units}") for n in range(clean)]
    return [*bad, *good]


def output(folder: Path, reports: list[dict[str, Any]]) -> Path:
    """What a run leaves of these reports."""
    folder.mkdir(exist_ok=True)
    (folder / "batch.json").write_bytes(dump(batch_json(reports, build.notice(), "0.1.0")))
    for one in reports:
        place = folder / one["applicant"]["folder"]
        place.mkdir()
        (place / "report.json").write_bytes(dump(one))
    return folder
