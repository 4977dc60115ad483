"""The archive's records on the terminal."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from verify.archive.export import number_of, state_of
from verify.lang import tr
from verify.mask import tidy
from verify.store.archive import Record

DIGEST_CHARS = 16


def show_records(shown: Sequence[Record], kept: int, years: int, today: date, last: str) -> None:
    """The records one a row, how many there are, and the log's last digest, to be noted elsewhere."""
    table = Table(box=None, pad_edge=False)
    heads = [("编号", "No."), ("姓名", "Name"), ("身份证号摘要", "ID digest"), ("单位", "Employer")]
    heads += [("事由", "Reason"), ("认定", "Decided"), ("状态", "State")]
    for head in heads:
        table.add_column(tr(*head), overflow="fold")
    for one in shown:
        decided = f"{one.decided_on} {one.decided_by}"
        cells = (str(one.id), one.name, number_of(one), one.employer or "", one.reason, decided)
        table.add_row(*(escape(tidy(cell)) for cell in (*cells, state_of(one, years, today))))
    if shown:
        Console().print(table)
    print(
        tr(
            f"列出 {len(shown)} 条，共 {kept} 条；变更记录末行校验值 {last[:DIGEST_CHARS]}",
            f"{len(shown)} of {kept} records; the log ends with {last[:DIGEST_CHARS]}",
        )
    )
