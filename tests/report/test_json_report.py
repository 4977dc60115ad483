"""report.json and batch.json against their schemas and the contract."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import jsonschema
import pytest

from tests.report import build
from verify.finding import Outcome, Report
from verify.report import batch_json, json_report
from verify.report.batch_json import Unreadable
from verify.report.html import render_report

REPORTS = build.every()


def as_json(report: Report) -> dict[str, Any]:
    return json_report.as_json(report, build.notice())


def batch() -> dict[str, Any]:
    lost = [Unreadable("坏\udcff文件夹", "", f"没有权限 {build.ID}")]
    return batch_json.batch_json(list(map(as_json, REPORTS)), build.notice(), "0.1.0", ["photo.present"], lost, "demo")


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.verdict.value)
def test_every_report_is_as_the_schema_says(report: Report) -> None:
    json_report.validate(as_json(report))


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.verdict.value)
def test_the_bytes_are_the_same_twice_and_hold_no_id(report: Report) -> None:
    data = json_report.dump(as_json(report))
    assert data == json_report.dump(as_json(report))
    assert data.endswith(b"}\n")
    assert build.ID not in data.decode()
    assert json_report.dump(json.loads(data)) == data


def test_keys_and_findings_keep_the_contracts_order() -> None:
    data = as_json(build.full())
    assert list(data) == ["schema_version", "applicant", "notice", "verdict", "findings", "documents"]
    assert data["applicant"] == {
        "name": "欧阳建国",
        "application_id": "SX2024-00017",
        "folder": "欧阳建国_SX2024-00017",
        "id_number": build.MASKED,
        "employer": "浙江宝业建设集团有限公司",
        "specialty": "装配式建筑施工",
    }
    assert [row["check"] for row in data["findings"]] == [row.check for row in build.full().findings]
    assert list(data["findings"][0]) == [
        "check", "outcome", "consequence", "subject", "message", "clause", "remedy", "evidence", "expected", "found",
    ]  # fmt: skip
    assert [d["file"] for d in data["documents"]] == sorted(d.file for d in build.DOCUMENTS)


def test_evidence_leaves_out_what_is_not_known() -> None:
    rows = {row["message"]: row["evidence"] for row in as_json(build.full())["findings"]}
    assert rows["文件已加密，无法打开"] == [{"file": "学历学位/学位证.pdf"}]
    assert rows["各页均未见“核对无误”意见"] == [{"file": "论文/1/封面.jpg", "page": 1}]


def test_a_mistyped_id_is_masked_in_every_text() -> None:
    wrong = "330602198513121232"
    report = build.full()
    form = report.case.form.model_copy(update={"id_number": wrong})
    row = replace(build.UNSURE, message=f"{wrong} 的月份不对", found=wrong)
    data = json_report.dump(as_json(replace(report, case=replace(report.case, form=form), findings=(row,))))
    assert wrong not in data.decode()


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data.update(extra=1),
        lambda data: data["findings"][0].update(consequence="reject"),
        lambda data: data["findings"][4].update(consequence="return"),
        lambda data: data["applicant"].update(id_number=build.ID),
        lambda data: data["findings"][2]["evidence"][0].update(box=[1, 2, 3]),
        lambda data: data.pop("verdict"),
    ],
)
def test_the_schema_is_closed(spoil: Any) -> None:
    data = as_json(build.full())
    spoil(data)
    with pytest.raises(jsonschema.ValidationError):
        json_report.validate(data)


def test_batch_is_as_the_schema_says_and_sorted() -> None:
    data = batch()
    batch_json.validate(data)
    assert json_report.dump(data) == json_report.dump(batch())
    assert [row["folder"] for row in data["applicants"]] == sorted(row["folder"] for row in data["applicants"])
    assert build.ID not in json_report.dump(data).decode()


def test_batch_counts() -> None:
    data = batch()
    assert data["counts"]["verdicts"] == {"suspect": 1, "reject": 1, "return": 2, "review": 1, "pass": 1}
    row = next(row for row in data["applicants"] if row["name"] == "欧阳建国")
    assert row["consequences"] == {"suspect": 2, "reject": 1, "return": 3, "void": 1, "note": 1}
    assert (row["review"], row["report"]) == (2, "欧阳建国_SX2024-00017/report.html")


def test_unreadable_files_are_listed_with_what_was_said() -> None:
    lost = batch()["unreadable"]
    assert {"folder": "003_王芳", "file": "学历学位/学位证.pdf", "message": "文件已加密，无法打开"} in lost
    assert {"folder": "坏\ufffd文件夹", "file": "", "message": f"没有权限 {build.MASKED}"} in lost


def test_run_json_holds_what_varies() -> None:
    data = batch_json.run_json("2024-09-20T08:00:00+08:00", 1.23456, 2, judged=3, steps={"read": 1.00049})
    assert (data["seconds"], data["steps"], data["applicants"]) == (1.235, {"read": 1.0}, {"judged": 3, "reused": 0})


def test_what_the_notice_leaves_open_stands_beside_the_finding() -> None:
    report, texts = build.full(), ("两处说法不一：由人确认。", f"标题与正文不同 {build.ID}")
    (first, *_) = [n for n, finding in enumerate(report.findings) if finding.outcome is Outcome.FAIL]
    marked = [replace(one, unclear=texts) if n == first else one for n, one in enumerate(report.findings)]
    data = as_json(replace(report, findings=tuple(marked)))
    json_report.validate(data)
    told = [row.get("unclear") for row in data["findings"]]
    assert [one for one in told if one] == [[texts[0], texts[1].replace(build.ID, build.MASKED)]]
    shown = render_report(data, {})
    assert texts[0] in shown
    assert "通知不明之处" in shown
