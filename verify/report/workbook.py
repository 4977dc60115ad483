"""summary.xlsx: applicants, findings and lost files, for people who live in a spreadsheet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from verify.report.order import BUCKETS, VERDICTS, Row, bucket, counts, stage_of, subject_name, title_of, worst_first
from verify.report.page import short
from verify.report.sheets import Cell, Sheets
from verify.report.words import Words

REASONS = 3
"""Findings named in an applicant's row."""

_CREATED = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)


def workbook(batch: Mapping[str, Any], reports: Sequence[Mapping[str, Any]]) -> bytes:
    """The bytes of summary.xlsx, the same for the same dicts."""
    import xlsxwriter

    buffer = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(buffer, options) as book:
        book.set_properties({"title": "申报材料核对总表", "comments": batch["notice"]["number"], "created": _CREATED})
        sheets = Sheets(book)
        ordered = sorted(reports, key=lambda r: (VERDICTS.index(r["verdict"]), str(r["applicant"]["folder"])))
        sheets.fill("申报人", _APPLICANT, map(_applicant, ordered))
        sheets.fill("问题清单", _FINDING, (_finding(r, f) for r in ordered for f in worst_first(r["findings"])))
        sheets.fill("未能读取的文件", _LOST, map(_lost, batch["unreadable"]))
    return buffer.getvalue()


_W = Words("zh")
_APPLICANT = [("结论", 26), ("姓名", 14), ("申报编号", 20), ("身份证号", 22), ("文件夹", 30)]
_APPLICANT += [(_W(f"short.{name}"), 8) for name in BUCKETS] + [("主要问题", 60), ("报告", 12)]
_FINDING = [("处理", 26), ("姓名", 14), ("申报编号", 20), ("文件夹", 30), ("阶段", 16), ("检查", 22), ("检查编号", 28)]
_FINDING += [
    ("对象", 26),
    ("说明", 60),
    ("应为 / 原为", 26),
    ("读到 / 现为", 26),
    ("条款", 14),
    ("原文", 50),
    ("补正办法", 40),
]
_FINDING += [("证据", 40), ("报告", 12)]
_LOST = [("文件夹", 30), ("文件", 50), ("原因", 70)]


def _applicant(report: Mapping[str, Any]) -> tuple[str, list[Cell]]:
    who, verdict = report["applicant"], report["verdict"]
    found = counts(report["findings"])
    worst = worst_first(report["findings"])[:REASONS]
    why = "\n".join(f"{_W('short.' + bucket(row))}：{short(row['message'], 100)}" for row in worst)
    row: list[Cell] = [(_W(f"verdict.{verdict}"), verdict), who["name"], who["application_id"] or ""]
    row += [who["id_number"] or "", who["folder"], *(found[name] for name in BUCKETS), why]
    return str(who["folder"]), row


def _finding(report: Mapping[str, Any], row: Row) -> tuple[str, list[Cell]]:
    who, name, clause = report["applicant"], bucket(row), row["clause"]
    cells: list[Cell] = [(_W(f"bucket.{name}"), name), who["name"], who["application_id"] or "", who["folder"]]
    cells += [_W(f"stage.{stage_of(row['check'])}"), title_of(row["check"]), row["check"], subject_name(row["subject"])]
    cells += [row["message"], row["expected"] or "", row["found"] or "", clause["section"] if clause else "核验提示"]
    cells += [clause["quote"] if clause else "", row["remedy"] or "", "\n".join(map(_place, row["evidence"]))]
    return str(who["folder"]), cells


def _lost(entry: Mapping[str, str]) -> tuple[str, list[Cell]]:
    return "", [entry["folder"], entry["file"] or _W("whole_folder"), entry["message"]]


def _place(evidence: Mapping[str, Any]) -> str:
    page = evidence.get("page")
    return str(evidence["file"]) + (f" {_W('page', page)}" if page else "")
