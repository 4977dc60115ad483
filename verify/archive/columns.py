"""The columns of an office's own list of records, whatever their order and wording."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from verify.intake.roster_columns import value_of
from verify.intake.roster_table import Cell, Table
from verify.intake.text import squeezed

FIELDS: dict[str, str] = {
    "name": "姓名 当事人 当事人姓名 申报人 申报人姓名 失信人 失信人姓名 人员姓名",
    "id_number": "身份证号 身份证号码 身份证 公民身份号码 证件号码 证件号",
    "employer": "单位 工作单位 所在单位 单位名称 申报单位",
    "reason": "事由 原因 违规事由 失信事由 失信行为 违规行为 弄虚作假情形 情况说明 处理原因 认定事由",
    "kind": "类别 类型 行为类别 失信类别 处理类别",
    "clause": "依据 条款 处理依据 认定依据",
    "decided_on": "记录日期 入库日期 认定日期 认定时间 处理日期 处理时间 决定日期 日期",
    "decided_by": "认定单位 认定人 认定机关 认定部门 处理单位 处理机关 决定机关",
    "document": "文号 处理文号 决定文号 认定文号 文书号",
    "state": "状态",
}  # fmt: skip
"""Headings of each field; where a list has several, the one named first here counts, and the next where it is empty."""

NEEDED = ("name", "reason", "decided_on")

_HEADINGS = {heading: (name, rank) for name, all_ in FIELDS.items() for rank, heading in enumerate(all_.split())}
_BRACKETED = re.compile(r"[(\[【（].*?[)\]】）]")
_LAST_HEADING_ROW = 30
_DAY = ("submitted_at",)
"""Any date of the form: its cells are read in the same way."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A list's heading: the columns of each field, best first, and what the best is called; the row below it; the
    headings not understood."""

    columns: dict[str, tuple[int, ...]]
    labels: dict[str, str]
    body: int
    unused: tuple[str, ...]

    def cell(self, name: str, cells: Sequence[Cell]) -> Cell:
        """The field's first cell that holds something."""
        held = (cells[at] for at in self.columns.get(name, ()) if at < len(cells) and cells[at].text)
        return next(held, Cell())


def heading_of(table: Table) -> Heading | None:
    """The first row that names all that is needed, or None."""
    for index, (_, cells) in enumerate(table.rows[:_LAST_HEADING_ROW]):
        texts = [cell.text for cell in cells]
        columns = _columns(texts)
        if all(name in columns for name in NEEDED):
            unused = tuple(text for text in texts if text and _known(text) is None)
            labels = {name: texts[at] for name, (at, *_) in columns.items()}
            return Heading(columns, labels, index + 1, unused)
    return None


def day_text(cell: Cell) -> str:
    """A date's cell as text, an Excel day number turned into its date."""
    return str(value_of(_DAY, cell))


def _columns(texts: Iterable[str]) -> dict[str, tuple[int, ...]]:
    found: dict[str, list[tuple[int, int]]] = {}
    for at, text in enumerate(texts):
        if known := _known(text):
            found.setdefault(known[0], []).append((known[1], at))
    return {name: tuple(at for _, at in sorted(ranked)) for name, ranked in found.items()}


def _known(heading: str) -> tuple[str, int] | None:
    return _HEADINGS.get(squeezed(_BRACKETED.sub("", unicodedata.normalize("NFKC", heading))))
