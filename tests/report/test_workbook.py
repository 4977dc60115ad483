"""summary.xlsx, read back."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import openpyxl
import pytest

from tests.report import build
from verify.report import sheets as limits
from verify.report import workbook
from verify.report.batch_json import batch_json
from verify.report.json_report import as_json

REPORTS = [as_json(report, build.notice()) for report in build.every()]
BATCH = batch_json(REPORTS, build.notice(), "0.1.0")


def book(reports: list[dict[str, Any]] = REPORTS) -> Any:
    return openpyxl.load_workbook(BytesIO(workbook.workbook(BATCH, reports)))


def test_the_bytes_are_the_same_twice() -> None:
    assert workbook.workbook(BATCH, REPORTS) == workbook.workbook(BATCH, REPORTS)


def test_sheets_have_a_frozen_filtered_head() -> None:
    sheets = book()
    assert sheets.sheetnames == ["申报人", "问题清单", "未能读取的文件"]
    for sheet in sheets:
        assert (sheet.freeze_panes, bool(sheet.auto_filter.ref)) == ("C2", True)
        assert sheet.column_dimensions["A"].width > 10


def test_one_row_an_applicant_and_one_a_finding() -> None:
    sheets = book()
    rows = list(sheets["申报人"].iter_rows(min_row=2, values_only=True))
    who = ("疑似弄虚作假（须人工核查）", "欧阳建国", "SX2024-00017", build.MASKED, "欧阳建国_SX2024-00017")
    assert rows[0][:11] == (*who, 2, 1, 3, 1, 2, 1)
    findings = list(sheets["问题清单"].iter_rows(min_row=2, values_only=True))
    assert [row[0] for row in findings[:3]] == ["疑似弄虚作假（须人工核查）"] * 2 + ["不通过（拟）"]
    assert len(findings) == 10 + 1 + 4 + 2 + 1 + 1
    assert sheets["未能读取的文件"].max_row == 6


def test_hostile_text_is_a_string() -> None:
    for sheet in book():
        cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
        assert {cell.data_type for cell in cells} <= {"s", "n"}
        assert not [cell for cell in cells if build.ID in str(cell.value)]
        assert max(len(str(cell.value)) for cell in cells) <= limits.CELL_CAP


def test_long_text_is_cut_with_a_note() -> None:
    assert limits.fit(build.LONG).endswith("全文见 report.json）")
    assert len(limits.fit("𠮷" * 20_000).encode("utf-16-le")) // 2 <= limits.CELL_CAP
    assert limits.fit("a\udcffb\x00") == "a\ufffdb"


def test_links_lead_to_the_reports() -> None:
    links = {cell.hyperlink.target for row in book()["申报人"].iter_rows(min_row=2) for cell in row if cell.hyperlink}
    assert "欧阳建国_SX2024-00017\\report.html" in links
    assert "敌%20意%231%3F&100%25%20330602xxxxxxxx1232\\report.html" in links


def test_links_and_rows_past_excels_limits_do_not_lose_the_book(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "LINK_CAP", 3)
    monkeypatch.setattr(limits, "ROW_CAP", 4)
    sheets = book()
    assert sheets.sheetnames[:3] == ["申报人", "申报人2", "问题清单"]
    linked = [bool(sheets["申报人"].cell(row, 13).hyperlink) for row in range(2, 6)]
    assert linked == [True, True, True, False]
    assert sheets["申报人"].cell(5, 13).value.endswith("/report.html")
