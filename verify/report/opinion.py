"""The opinion that a reviewer pastes into the platform: every defect at once (一次性告知), in the notice's words.

What is suspected or in doubt stands in a second text, for the office only: it is never sent to the applicant.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

from verify.report.order import Row, grouped, subject_name, title_of
from verify.report.page import short

Report = dict[str, Any]

TEXT_LIMIT = 500
"""Longest message or quotation that is copied into an opinion."""

_PARTS = {
    "return": "退回补正",
    "reject": "拟不通过，由审核人确认",
    "void": "不予认可（不影响其他材料）",
}
_DEFAULT_REMEDY = {"return": "请补正后重新提交。"}
_ORDINALS = "一二三四五六"


def opinion(report: Report) -> str:
    """What the applicant is told: returns first, then what fails the application, then items that do not count."""
    groups = grouped(report["findings"])
    parts = [(name, groups[name]) for name in _PARTS if groups[name]]
    if not parts:
        return "经核对，未发现需要退回补正的事项。"
    lines = [_opening(report), *_numbered_parts(parts, report)]
    return "\n".join(lines)


def internal(report: Report) -> str:
    """What the office must look into itself; empty where there is nothing."""
    groups = grouped(report["findings"])
    number = report["notice"]["number"]
    lines: list[str] = []
    if groups["suspect"]:
        items = _items(groups["suspect"], number, "请人工核查。")
        lines += ["请人工核查（系统不作真伪结论）：", *_numbered(items, 1)]
    if groups["doubt"]:
        items = _items(groups["doubt"], number, "")
        lines += ["机器不能判断，请人工查看：", *_numbered(items, 1)]
    return "\n".join(lines)


def _opening(report: Report) -> str:
    who, notice = report["applicant"], report["notice"]
    number = f"（{who['application_id']}）" if who["application_id"] else ""
    basis = f"《{notice['title']}》（{notice['number']}）"
    return f"{who['name']}{number}：经对照{basis}核对申报材料，现将有关事项一次性告知如下。"


def _numbered_parts(parts: Sequence[tuple[str, list[Row]]], report: Report) -> Iterable[str]:
    """Numbers run through all parts, so that a reply can name them."""
    number = 1
    for ordinal, (name, rows) in zip(_ORDINALS, parts, strict=False):
        items = _items(rows, report["notice"]["number"], _DEFAULT_REMEDY.get(name, ""))
        yield f"{ordinal}、{_PARTS[name]}"
        yield from _numbered(items, number)
        number += len(items)


def _numbered(items: Sequence[str], first: int) -> list[str]:
    return [f"{number}. {item}" for number, item in enumerate(items, first)]


def _items(rows: Iterable[Row], notice: str, default: str) -> list[str]:
    """One item a check and clause: what it found at several places is listed under it, and the clause quoted once."""
    by_check = groupby(sorted(rows, key=_first_seen(rows)), key=_same)
    return [_item(list(group), notice, default) for _, group in by_check]


def _same(row: Row) -> tuple[str, str, str]:
    return row["check"], str(row["clause"]), str(row["remedy"])


def _first_seen(rows: Iterable[Row]) -> Any:
    places: dict[tuple[str, str, str], int] = {}
    for row in rows:
        places.setdefault(_same(row), len(places))
    return lambda row: places[_same(row)]


def _item(rows: list[Row], notice: str, default: str) -> str:
    end = f"{_clause(rows[0], notice)}。{rows[0]['remedy'] or default}"
    if len(rows) == 1:
        return _said(rows[0]) + end
    said = "".join(f"\n   （{number}）{_said(row)}；" for number, row in enumerate(rows, 1))
    return f"{title_of(rows[0]['check'])}，共{len(rows)}处：{said[:-1]}\n   {end.removeprefix('。')}"


def _said(row: Row) -> str:
    message = short(row["message"], TEXT_LIMIT).rstrip("。；;. ")
    subject = short(subject_name(row["subject"]), TEXT_LIMIT)
    return message if subject in message else f"{subject}：{message}"


def _clause(row: Row, notice: str) -> str:
    clause = row["clause"]
    if clause is None:
        return "（核验提示）"
    quote = short(clause["quote"], TEXT_LIMIT).replace("“", "‘").replace("”", "’").rstrip("。；")
    return f"（{notice} {clause['section']}：“{quote}”）"
