"""A platform's export read: what offices really export, what is refused and why, and that nothing is lost in silence."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.intake.files import make_zip
from verify import limits
from verify.errors import UsageError
from verify.pool import Pool
from verify.registry.read import parse_file, read_registry
from verify.registry.registry import Entry, Registry

HEAD = ["项目编号", "项目名称", "建设单位", "担任角色", "姓名", "所属企业", "实际竣工验收日期"]
ROW = ["3306022103180101", "镜湖住宅工程（二标段）", "镜湖开发", "项目经理", "王建国", "宁筑建设", "2023-06-30"]
WANG = ("镜湖住宅工程（二标段）", "3306022103180101", "王建国", "项目经理", "宁筑建设", "", "2023-06-30", "")


def text(*rows: Sequence[str], by: str = ",") -> str:
    return "\r\n".join(by.join(row) for row in rows) + "\r\n"


def saved(folder: Path, data: bytes | str, name: str = "平台导出.csv") -> Path:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def book(folder: Path, *sheets: Sequence[Sequence[Any]], change: Callable[[Any], None] = lambda book: None) -> Path:
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.active)
    for number, rows in enumerate(sheets, 1):
        sheet = workbook.create_sheet(f"表{number}")
        for row in rows:
            sheet.append(row)
    change(workbook)
    workbook.save(folder / "平台导出.xlsx")
    return folder / "平台导出.xlsx"


def told(registry: Registry) -> list[tuple[str, ...]]:
    """The entries without their places."""
    return [tuple(entry)[:-1] for entry in registry.entries]


@pytest.mark.parametrize(
    ("by", "encoding"),
    [(",", "utf-8"), (",", "utf-8-sig"), (",", "gbk"), ("\t", "gb18030"), (";", "utf-8"), ("\t", "utf-16")],
)
def test_csv_however_it_was_written(tmp_path: Path, by: str, encoding: str) -> None:
    registry = parse_file(saved(tmp_path, text(HEAD, ROW, by=by).encode(encoding)))
    assert told(registry) == [WANG]
    assert registry.entries[0].where == "第 2 行"
    assert registry.notes == ("未使用的列：建设单位",)


def test_titles_above_empty_rows_and_a_heading_on_each_printed_page(tmp_path: Path) -> None:
    registry = parse_file(saved(tmp_path, text(["绍兴市项目人员一览表"], [], HEAD, ROW, [], HEAD, ROW)))
    assert [entry.where for entry in registry.entries] == ["第 4 行", "第 7 行"]


def test_a_column_a_role(tmp_path: Path) -> None:
    head = [
        "工程名称",
        "施工许可证号",
        "项目经理",
        "项目经理身份证号",
        "总监理工程师",
        "施工单位",
        "监理单位",
        "开工日期",
        "合同签订日期",
    ]
    row = ["云栖路小学", "330109202101210222", "王　五", "330602198504121232", "虞建平、李 四", "宁筑", "明康"]
    registry = parse_file(saved(tmp_path, text(head, [*row, "2021年3月", "2021-01-01"])))
    assert told(registry) == [
        ("云栖路小学", "330109202101210222", "王五", "项目经理", "宁筑", "2021-03", "", "330602********1232"),
        ("云栖路小学", "330109202101210222", "虞建平", "总监理工程师", "明康", "2021-03", "", ""),
        ("云栖路小学", "330109202101210222", "李四", "总监理工程师", "明康", "2021-03", "", ""),
    ]
    assert registry.notes == ()


def test_an_id_number_is_nowhere_kept_whole(tmp_path: Path) -> None:
    number = "330602198504121232"
    head = ["项目名称", "姓名", "身份证号", "角色", "单位"]
    registry = parse_file(saved(tmp_path, text(head, [f"甲{number}", number, number, number, number])))
    assert number not in repr(registry)


def test_rows_with_bad_dates_stay_and_are_counted(tmp_path: Path) -> None:
    rows = [[*ROW[:-1], day] for day in ("2023-02-30", "未竣工", "20230630", "45107", "2023/6/30 00:00:00", "见合同")]
    registry = parse_file(saved(tmp_path, text(HEAD, *rows)))
    assert [entry.completed for entry in registry.entries] == ["", "", *["2023-06-30"] * 3, ""]
    assert registry.notes[0] == "2 处日期无法识别，未采用该日期，该行其余内容照用（第 2 行、第 7 行）"


def test_numbers_whose_end_is_lost_and_rows_without_a_person_are_counted(tmp_path: Path) -> None:
    registry = parse_file(saved(tmp_path, text(HEAD, ["3.30602E+15", *ROW[1:]], [*ROW[:4], "", *ROW[5:]])))
    assert [entry.number for entry in registry.entries] == [""]
    assert registry.notes[:2] == (
        "1 处编号在表格里已丢失末几位（被存为数字），未采用该编号（第 2 行）",
        "1 行没有项目名称或没有人员，未采用（第 3 行）",
    )


def test_a_workbook_with_merged_cells_two_rows_of_headings_and_several_sheets(tmp_path: Path) -> None:
    upper = ["项目", None, "项目经理", None, "竣工日期"]
    lower = ["名称", "编号", "姓名", "身份证号", None]
    rows: list[list[Any]] = [
        ["项目人员表", None, None, None, None],
        upper,
        lower,
        ["甲工程", 3306022103180101, "王建国", "330602198504121232", datetime(2023, 6, 30)],
        [None, None, "李海燕", None, 45107],
    ]

    def merge(workbook: Any) -> None:
        for area in ("A2:B2", "C2:D2", "E2:E3", "A4:A5", "B4:B5"):
            workbook["表1"].merge_cells(area)
        workbook["表3"].sheet_state = "hidden"

    registry = parse_file(book(tmp_path, rows, [["说明"]], [HEAD, ROW], [HEAD, ROW], change=merge))
    assert told(registry) == [
        ("甲工程", "", "王建国", "项目经理", "", "", "2023-06-30", "330602********1232"),
        ("甲工程", "", "李海燕", "项目经理", "", "", "2023-06-30", ""),
        WANG,
    ]
    assert [entry.where for entry in registry.entries] == ["“表1”第 4 行", "“表1”第 5 行", "“表4”第 2 行"]


def refused(path: Path) -> str:
    with pytest.raises(UsageError) as error:
        parse_file(path)
    assert str(path) in str(error.value)
    return str(error.value)


ENCRYPTED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 512
BAD: list[tuple[str, bytes | str, str]] = [
    ("empty", b"", "文件是空的"),
    ("blank lines", b"\xef\xbb\xbf\r\n,,\r\n", "文件是空的"),
    ("no heading", text(["甲", "乙"], ["1", "2"]), "前 30 行中找不到标题行"),
    ("no person", text(["项目名称", "竣工日期", "单位"], ["甲", "2021", "乙"]), "第 1 行的标题缺少“姓名/项目经理”"),
    ("no project", text(["姓名", "角色"], ["王建国", "项目经理"]), "第 1 行的标题缺少“项目名称”"),
    ("headings alone", text(HEAD), "只有标题行"),
    ("a password", ENCRYPTED, "设有密码"),
    ("a picture", b"\x89PNG\r\n\x1a\n" + b"\x00" * 64, "不是表格"),
    ("neither encoding", text(HEAD, *[ROW] * 60).encode() + b"\xff\x80\xfe\n", "编码既不是"),
    ("no text", "项目名称,姓名\n".encode() + b"\xff\x80\xfe\n", "不是表格"),
    ("an open quote", text(["项目名称", "姓名"]) + '"' + "甲" * 140_000, "第 2 行不是合法的 CSV"),
]


@pytest.mark.parametrize(("what", "data", "why"), BAD, ids=[what for what, _, _ in BAD])
def test_what_is_refused(tmp_path: Path, what: str, data: bytes | str, why: str) -> None:
    assert why in refused(saved(tmp_path, data))


def test_a_missing_column_names_the_sheet(tmp_path: Path) -> None:
    assert "工作表“表1” 第 2 行的标题缺少" in refused(
        book(tmp_path, [["表"], ["项目名称", "竣工日期"], ["甲", "2021"]])
    )


def test_what_is_no_file(tmp_path: Path) -> None:
    assert "不存在" in refused(tmp_path / "没有.csv")
    assert "不是普通文件" in refused(tmp_path)


def test_bounds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = saved(tmp_path, text(HEAD, ROW, ROW, ROW))
    monkeypatch.setattr(limits, "REGISTRY_MAX_ROWS", 2)
    assert "超过 2 行" in refused(path)
    monkeypatch.setattr(limits, "REGISTRY_MAX_BYTES", 100)
    assert "超过 0 MB" in refused(path)


def test_a_workbook_of_blanks_without_end_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = book(tmp_path, [HEAD, ROW])
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["xl/worksheets/sheet1.xml"] += b" " * 3_000_000
    hollow = make_zip(tmp_path / "hollow.xlsx", parts)
    assert parse_file(hollow).entries
    monkeypatch.setattr(limits, "REGISTRY_RATIO_FLOOR_BYTES", 1_000_000)
    assert "几乎全是空白" in refused(hollow)


def test_a_workbook_that_unpacks_without_end_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    path = book(tmp_path, [HEAD, ROW])
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["xl/media/a.bin"] = b"\x00" * 3_000_000
    bomb = make_zip(tmp_path / "bomb.xlsx", parts)
    assert parse_file(bomb).entries
    data = bomb.read_bytes().replace((3_000_000).to_bytes(4, "little"), (4_000_000_000).to_bytes(4, "little"))
    assert "解压后有 4,000" in refused(saved(tmp_path, data, "bomb.xlsx"))


def test_a_damaged_workbook(tmp_path: Path) -> None:
    whole = book(tmp_path, [HEAD, ROW])
    with zipfile.ZipFile(whole) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["xl/worksheets/sheet1.xml"] = parts["xl/worksheets/sheet1.xml"][:200]
    assert "工作簿已损坏" in refused(make_zip(tmp_path / "a.xlsx", parts))


def test_a_row_beyond_the_last_is_not_waited_for(tmp_path: Path) -> None:
    whole = book(tmp_path, [HEAD, ROW])
    with zipfile.ZipFile(whole) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["xl/worksheets/sheet1.xml"] = parts["xl/worksheets/sheet1.xml"].replace(b'<row r="2"', b'<row r="2000000000"')
    assert "工作簿已损坏（ValueError）" in refused(make_zip(tmp_path / "a.xlsx", parts))


def test_in_a_worker(tmp_path: Path) -> None:
    with Pool(1) as pool:
        assert told(read_registry(saved(tmp_path, text(HEAD, ROW)), pool)) == [WANG]
        with pytest.raises(UsageError, match="文件是空的"):
            read_registry(saved(tmp_path, b"", "b.csv"), pool)


def test_what_takes_too_long_is_given_up_and_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "seconds_for", lambda size: 1e-3)
    path = saved(tmp_path, text(HEAD, *[ROW] * 20_000))
    with Pool(1) as pool, pytest.raises(UsageError, match="未能读完（处理超过时限）"):
        read_registry(path, pool)


def entry(project: str, number: str = "", person: str = "甲") -> Entry:
    return Entry(project, number, person, "项目经理", "", "", "", "", "")


NAMES = [
    "绍兴市柯桥区云栖路小学新建教学楼工程", "浙江省绍兴市柯桥区云栖路小学新建教学楼项目", "云栖路小学新建教学搂工程",
    "越城区云栖路小学新建教学楼工程", "柯桥区云栖路中学新建教学楼工程", "柯桥区云栖路小学新建教学楼工程（二标段）",
    "柯桥区云栖路小学新建教学楼工程二期",
]  # fmt: skip


def test_rows_about_a_name_or_a_number() -> None:
    registry = Registry("a", "", (*map(entry, NAMES), entry("别的工程", "3306022103180101-JX-001")))
    by_name = [found.project for found in registry.about("柯桥区云栖路小学新建教学楼工程", None)]
    assert [name for name in NAMES if name not in by_name] == []  # likeness() has the last word on each
    assert [e.project for e in registry.about(None, "3306022103180101")] == ["别的工程"]
