"""A finding's table: what was compared side by side, in report.json and on the page, masked and escaped."""

from __future__ import annotations

from dataclasses import replace

import jsonschema
import pytest

from tests.report import build
from tests.report.test_html import page
from tests.report.test_json_report import as_json
from verify.across import Whose
from verify.finding import Cells, Evidence, Outcome, Report
from verify.report import json_report

TABLE: Cells = (("来源", "角色：人员"), ("申报信息", f"项目经理：<b>{build.ID}</b>"), ("平台导出", "项目经理：陈国强"))


def laid(table: Cells) -> Report:
    report = build.full()
    findings = tuple(
        replace(finding, table=table) if finding.check == "project.record_agrees" else finding
        for finding in report.findings
    )
    assert any(finding.table == table and finding.outcome is Outcome.FAIL for finding in findings)
    return replace(report, findings=findings)


def test_in_json_where_there_is_one_and_masked() -> None:
    data = as_json(laid(TABLE))
    json_report.validate(data)
    rows = [row["table"] for row in data["findings"] if "table" in row]
    assert rows == [
        [["来源", "角色：人员"], ["申报信息", f"项目经理：<b>{build.MASKED}</b>"], ["平台导出", "项目经理：陈国强"]]
    ]
    assert not any("table" in row for row in as_json(laid(()))["findings"])


def test_headings_alone_are_no_table() -> None:
    with pytest.raises(jsonschema.ValidationError):
        json_report.validate(as_json(laid(TABLE[:1])))


def test_on_the_page_as_text() -> None:
    shown = page(laid(TABLE))
    assert "<th>角色：人员</th>" in shown
    assert f"<td>项目经理：&lt;b&gt;{build.MASKED}&lt;/b&gt;</td>" in shown
    assert "beside" not in page(laid(())).partition("</style>")[2]


@pytest.mark.parametrize("batch", [None, "2023年度"])
def test_anothers_file_is_named_with_or_without_a_batch(batch: str | None) -> None:
    theirs = Evidence("../b/证书.pdf", 1, text="ZG2019", whose=Whose("b", "裘一鸣", batch=batch))
    report = build.full()
    first = next(one for one in report.findings if one.outcome is Outcome.FAIL)
    found = tuple(replace(one, evidence=(theirs,)) if one is first else one for one in report.findings)
    shown = page(replace(report, findings=found))
    assert "裘一鸣" in shown
    assert ("2023年度" in shown) is (batch is not None)
