"""An office's own list: columns by their headings, bad rows named, hostile cells harmless."""

from __future__ import annotations

import csv
import io
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from tests.archive.build import ID, OTHER_ID, TODAY, entry, store
from verify.archive.export import COLUMNS, export, in_force_on, state_of, table_of
from verify.archive.keep import all_or_nothing
from verify.archive.listed import read_list
from verify.errors import UsageError
from verify.store.archive import Record, add, records

HEAD = "姓名,身份证号,工作单位,事由,认定日期,认定单位,文号"
GOOD = f"王建国,{ID},浙江宁筑建设集团有限公司,业绩造假,2024-03-01,绍兴市建设局,绍市建罚〔2024〕3号"


def listed(tmp_path: Path, *lines: str, encoding: str = "utf-8") -> Path:
    path = tmp_path / "archive.csv"
    path.write_bytes("\r\n".join(lines).encode(encoding))
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "utf-16"])
def test_a_list_in_whatever_encoding(tmp_path: Path, encoding: str) -> None:
    (read,) = read_list(listed(tmp_path, HEAD, GOOD, encoding=encoding), "张敏", TODAY).entries
    assert (read.name, read.id_number, read.decided_on) == ("王建国", ID, date(2024, 3, 1))
    assert (read.decided_by, read.document, read.source) == ("绍兴市建设局", "绍市建罚〔2024〕3号", "archive.csv:2")


def test_a_workbook_whose_dates_are_dates(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in (("失信人员名单",), ("序号", "处理日期", "原因", "姓 名"), (1, date(2024, 3, 1), "业绩造假", "王建国")):
        book.active.append(row)
    book.active.append((2, 45352, "论文造假", "李青"))
    book.save(tmp_path / "list.xlsx")
    read = read_list(tmp_path / "list.xlsx", "张敏", TODAY)
    said = [(one.name, one.decided_on, one.decided_by, one.source) for one in read.entries]
    assert said == [
        ("王建国", date(2024, 3, 1), "张敏", "list.xlsx:3"),
        ("李青", date(2024, 3, 1), "张敏", "list.xlsx:4"),
    ]
    assert read.unused == ("序号",)


def test_of_two_dates_the_record_s_own_counts(tmp_path: Path) -> None:
    lines = ("处理日期,姓名,事由,记录日期", "2023-01-01,王建国,造假,2024-03-01", "2023-01-01,李青,造假,")
    read = read_list(listed(tmp_path, *lines), "张敏", TODAY)
    assert [one.decided_on for one in read.entries] == [date(2024, 3, 1), date(2023, 1, 1)]


BAD = [
    ("王建国,,,业绩造假,2024-02-30,,", "不是日期"),
    ("王建国,,,业绩造假,2024-03,,", "没有写到日"),
    ("王建国,,,业绩造假,2099-01-01,,", "还没有到"),
    ("王建国,,,业绩造假,,,", "认定日期是空的"),
    ("王建国,,,,2024-03-01,,", "事由是空的"),
    (",,,业绩造假,2024-03-01,,", "姓名是空的"),
    (f"王建国,{ID[:-1]}1,,业绩造假,2024-03-01,,", "校验位不符"),
    ("王建国,330602********0232,,业绩造假,2024-03-01,,", "有遮盖"),
    ("王建国,3.30602E+17,,业绩造假,2024-03-01,,", "已丢失"),
    (f"王建国,,,{'造' * 2001},2024-03-01,,", "最多 2000 字"),
]


@pytest.mark.parametrize(("line", "why"), BAD)
def test_a_bad_row_is_named_with_what_is_wrong(tmp_path: Path, line: str, why: str) -> None:
    read = read_list(listed(tmp_path, HEAD, GOOD, line), "张敏", TODAY)
    assert [(one.where, why in one.why) for one in read.refused] == [("archive.csv:3", True)]
    assert len(read.entries) == 1
    with pytest.raises(UsageError, match=r"archive\.csv:3"):
        all_or_nothing(read)


def test_all_faults_of_a_row_are_told_at_once(tmp_path: Path) -> None:
    (refused,) = read_list(listed(tmp_path, HEAD, ",1,,,去年,,"), "张敏", TODAY).refused
    assert all(name in refused.why for name in ("姓名", "身份证号", "事由", "认定日期"))


@pytest.mark.parametrize("lines", [("编号,姓名,事由", "1,王建国,造假"), ("a,b", "1,2"), (HEAD,)])
def test_what_is_no_list_is_refused(tmp_path: Path, lines: tuple[str, ...]) -> None:
    with pytest.raises(UsageError, match=r"archive\.csv"):
        read_list(listed(tmp_path, *lines), "张敏", TODAY)


def test_what_stands_in_a_reason_is_covered_and_on_one_line(tmp_path: Path) -> None:
    (read,) = read_list(listed(tmp_path, HEAD, f'王建国,,,"冒用 {ID}\n的证书",2024-03-01,,'), "张敏", TODAY).entries
    assert read.reason == "冒用 330602********0232 的证书"


def kept(tmp_path: Path, *entries: object) -> tuple[Record, ...]:
    from tests.archive.build import NOW

    with store(tmp_path) as (connection, secret):
        add(connection, secret, entries, "张敏", NOW)  # type: ignore[arg-type]
        return records(connection)


HOSTILE = ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "＝1+1"]


@pytest.mark.parametrize("reason", HOSTILE)
def test_an_export_runs_nothing_and_can_be_read_back(tmp_path: Path, reason: str) -> None:
    rows = table_of(kept(tmp_path, entry(reason=reason)), 3, TODAY)
    cells = list(csv.reader(io.StringIO(export(Path("a.csv"), rows).decode("utf-8-sig"))))[1]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "＝"))]
    sheet = openpyxl.load_workbook(io.BytesIO(export(Path("a.xlsx"), rows))).active
    assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value is not None} == {"s"}
    for name in ("back.csv", "back.xlsx"):
        (tmp_path / name).write_bytes(export(Path(name), rows))
        assert [one.reason for one in read_list(tmp_path / name, "张敏", TODAY).entries] == [reason]


def test_an_export_holds_no_id_number(tmp_path: Path) -> None:
    (row,) = table_of(kept(tmp_path, entry()), 3, TODAY)
    digest = row[[name for name, _ in COLUMNS].index("身份证号摘要")]
    assert (len(digest), ID in str(row), ID[-4:] in digest) == (8, False, False)


def test_an_export_has_two_shapes() -> None:
    with pytest.raises(UsageError, match="xlsx"):
        export(Path("a.pdf"), [])


OVER = [
    ("2024-03-01", date(2027, 2, 28), True, "期内，至 2027-03-01 届满"),
    ("2024-03-01", date(2027, 3, 1), False, "已满 3 年 2027-03-01"),
    ("2024-02-29", date(2027, 2, 28), True, "期内，至 2027-03-01 届满"),
]


@pytest.mark.parametrize(("on", "today", "counts", "said"), OVER)
def test_when_a_record_is_over(tmp_path: Path, on: str, today: date, counts: bool, said: str) -> None:
    (record,) = kept(tmp_path, entry(on=on))
    assert (in_force_on(record, 3, today), state_of(record, 3, today)) == (counts, said)


def test_a_withdrawn_record_is_not_imported_again(tmp_path: Path) -> None:
    from tests.archive.build import NOW
    from verify.store.archive import withdraw

    with store(tmp_path) as (connection, secret):
        add(connection, secret, [entry(), entry("李青", OTHER_ID)], "张敏", NOW)
        withdraw(connection, 1, "李青", "录错了人", NOW)
        rows = table_of(records(connection), 3, TODAY)
    (tmp_path / "back.csv").write_bytes(export(Path("back.csv"), rows))
    read = read_list(tmp_path / "back.csv", "张敏", TODAY)
    assert ([one.name for one in read.entries], [one.where for one in read.refused]) == (["李青"], ["back.csv:2"])
