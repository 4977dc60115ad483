"""Rosters read, matched to folders and merged with forms."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from verify import limits
from verify.errors import UsageError
from verify.form import Form
from verify.intake.roster import Roster, find_roster, read_roster, unmatched
from verify.intake.roster_match import match, reused
from verify.intake.roster_merge import merge
from verify.model import Trouble

HEADINGS = [
    "序号",
    "申报编号",
    "姓名",
    "身份证号",
    "工作单位",
    "申报职称",
    "学历",
    "毕业时间",
    "现职称",
    "现职称取得时间",
    "文件夹",
]
ZHANG = [
    1,
    "SX1",
    "张三",
    "330602198504121232",
    "宝业",
    "工程师",
    "本科",
    "2008-06-30",
    "助理工程师",
    "2013.12",
    "张三",
]


def book(path: Path, rows: Sequence[Any], change: Callable[[Any], None] = lambda sheet: None) -> Path:
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    for row in rows:
        sheet.append(row)
    change(sheet)
    workbook.save(path)
    return path


def roster_of(tmp_path: Path, *rows: list[Any], headings: list[str] = HEADINGS) -> Roster:
    return read_roster(book(tmp_path / "roster.xlsx", [headings, *rows]))


def test_a_workbook(tmp_path: Path) -> None:
    roster = roster_of(tmp_path, ZHANG)
    (row,) = roster.rows
    assert (row.where, row.folder, row.problems, roster.unused) == ("第 2 行", "张三", (), ("序号",))
    assert row.form.model_dump(exclude_unset=True, mode="json") == {
        "application_id": "SX1",
        "name": "张三",
        "id_number": "330602198504121232",
        "employer": {"name": "宝业"},
        "applying_for": {"title": "工程师"},
        "education": [{"level": "本科", "graduated": "2008-06-30"}],
        "titles": [{"name": "助理工程师", "obtained": "2013-12"}],
    }


def test_titles_above_notes_in_headings_any_order_and_footer(tmp_path: Path) -> None:
    rows = [
        ["2024年度申报人员名单", None, None],
        [None, None, None],
        ["姓　名（必填）*", "联系电话", "申报编号"],
        ["李　四", 13800000000, 17],
        [None, None, None],
        ["填表人：王五", None, None],
    ]

    def merged(sheet: Any) -> None:
        sheet.merge_cells("A1:C1")
        sheet.merge_cells("A6:C6")

    roster = read_roster(book(tmp_path / "roster.xlsx", rows, merged))
    assert [(r.where, r.form.name, r.form.application_id) for r in roster.rows] == [("第 4 行", "李四", "17")]
    assert roster.unused == ("联系电话",)


def test_headings_of_two_rows_and_merged_units(tmp_path: Path) -> None:
    rows = [
        ["姓名", "工作单位", "现职称", None],
        [None, None, "名称", "取得时间"],
        ["甲", "宝业", "助理工程师", 2013],
        ["乙"],
        ["丙"],
    ]

    def merged(sheet: Any) -> None:
        for area in ("A1:A2", "B1:B2", "C1:D1", "B3:B4"):
            sheet.merge_cells(area)

    found = read_roster(book(tmp_path / "roster.xlsx", rows, merged)).rows
    assert [(r.form.name, r.form.employer.name) for r in found] == [("甲", "宝业"), ("乙", "宝业"), ("丙", None)]
    assert (found[0].form.titles[0].name, str(found[0].form.titles[0].obtained)) == ("助理工程师", "2013")


@pytest.mark.parametrize(
    ("value", "number_format", "expected"),
    [
        (datetime(2008, 6, 30), "yyyy-mm-dd", "2008-06-30"),
        (date(2008, 6, 1), 'yyyy"年"m"月"', "2008-06"),
        (datetime(2008, 1, 1), "yyyy", "2008"),
        (2008, "General", "2008"),
        (200806, "General", "2008-06"),
        (20080630, "General", "2008-06-30"),
        (39629, "General", "2008-06-30"),
        (2008.06, "General", "2008-06"),
        (2008.1, "General", None),
        ("2008年6月", "General", "2008-06"),
        ("2008/6/30 00:00:00", "General", "2008-06-30"),
        ("不详", "General", None),
    ],
)
def test_dates_are_as_exact_as_the_cell(tmp_path: Path, value: Any, number_format: str, expected: str | None) -> None:
    def style(sheet: Any) -> None:
        sheet["B2"].number_format = number_format

    (row,) = read_roster(book(tmp_path / "r.xlsx", [["姓名", "毕业时间"], ["甲", value]], style)).rows
    graduated = row.form.education[0].graduated
    assert (str(graduated) if graduated else None) == expected
    assert [p.trouble for p in row.problems] == ([] if expected else [Trouble.BAD_FORM])


def test_numbers_that_lost_their_last_digits(tmp_path: Path) -> None:
    headings = ["姓名", "身份证号", "申报编号"]
    rows = roster_of(tmp_path, ["甲", 3.30602198504121e17, 1.0], ["乙", 330602198504121000], headings=headings).rows
    assert [(r.form.id_number, r.form.application_id) for r in rows] == [(None, "1"), (None, None)]
    assert [p.message for p in rows[0].problems] == [
        "名单第 2 行 身份证号：单元格是数字，末几位已丢失，请设为文本后重填；"
        "实为 330602********1024。该项未采用，请改正名单"
    ]
    assert [p.trouble for p in rows[1].problems] == [Trouble.BAD_FORM]


def test_a_claimed_extent_of_one_cell_hides_nothing(tmp_path: Path) -> None:
    import zipfile

    source = book(tmp_path / "a.xlsx", [HEADINGS, ZHANG])
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(tmp_path / "b.xlsx", "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b'<dimension ref="A1:K2"', b'<dimension ref="A1"'))
    assert len(read_roster(tmp_path / "b.xlsx").rows) == 1


def test_every_visible_sheet_counts(tmp_path: Path) -> None:
    def more(sheet: Any) -> None:
        sheet.title = "初级"
        for title, state in (("中级", "visible"), ("旧", "hidden"), ("说明", "visible")):
            other = sheet.parent.create_sheet(title)
            other.sheet_state = state
            other.append(["姓名", "申报编号"] if title != "说明" else ["请如实填写"])
            other.append([f"{title}人", 1])

    rows = read_roster(book(tmp_path / "r.xlsx", [["姓名", "申报编号"], ["初级人", 1]], more)).rows
    assert [(r.where, r.form.name) for r in rows] == [("“初级”第 2 行", "初级人"), ("“中级”第 2 行", "中级人")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv(tmp_path: Path, encoding: str, delimiter: str) -> None:
    text = "姓名,身份证号,工作单位\r\n张三,'330602198504121232,宝业\r\n\r\n李四,3.30602E+17,\r\n".replace(
        ",", delimiter
    )
    (tmp_path / "roster.csv").write_bytes(text.encode(encoding))
    rows = read_roster(tmp_path / "roster.csv").rows
    assert [(r.where, r.form.name, r.form.id_number, len(r.problems)) for r in rows] == [
        ("第 2 行", "张三", "330602198504121232", 0),
        ("第 4 行", "李四", None, 1),
    ]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "文件是空的"),
        (b"\xff\xd8\xff\xe0", "不是 Excel 工作簿"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 99, "旧版 .xls"),
        ("随便,写写\n1,2\n".encode(), "找不到名单的标题行.*前几行为：随便"),
        ("姓名,申报编号\n".encode(), "只有标题行"),
        (b"a" * 200_000 + b",b", "不是合法的 CSV"),
    ],
)
def test_what_is_no_roster(tmp_path: Path, data: bytes, said: str) -> None:
    path = tmp_path / "roster.xlsx"
    path.write_bytes(data)
    with pytest.raises(UsageError, match=said) as raised:
        read_roster(path)
    assert str(path) in str(raised.value)


def test_a_damaged_workbook(tmp_path: Path) -> None:
    from tests.intake.files import make_zip

    path = make_zip(tmp_path / "roster.xlsx", {"[Content_Types].xml": b"<a>", "xl/workbook.xml": b"<b>"})
    with pytest.raises(UsageError, match="工作簿已损坏"):
        read_roster(path)


def test_limits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = book(tmp_path / "roster.xlsx", [HEADINGS, ZHANG, [*ZHANG[:2], "李四"]])
    monkeypatch.setattr(limits, "ROSTER_MAX_ROWS", 2)
    with pytest.raises(UsageError, match="超过 2 行"):
        read_roster(path)
    monkeypatch.setattr(limits, "ROSTER_MAX_UNPACKED_BYTES", 100)
    with pytest.raises(UsageError, match="解压后过大"):
        read_roster(path)
    monkeypatch.setattr(limits, "ROSTER_MAX_BYTES", 100)
    with pytest.raises(UsageError, match="超过 100 字节"):
        read_roster(path)


def test_finding_the_roster(tmp_path: Path) -> None:
    assert find_roster(tmp_path) is None
    (tmp_path / "Roster.CSV").write_bytes(b"")
    found = find_roster(tmp_path)
    assert found
    assert found.name == "Roster.CSV"
    (tmp_path / "roster.xlsx").write_bytes(b"")
    with pytest.raises(UsageError, match="只留一个"):
        find_roster(tmp_path)


SHORT = ["姓名", "申报编号", "身份证号", "文件夹"]
PEOPLE: list[list[Any]] = [
    ["张三", "SX1", None, "张三甲"],
    ["张三", "SX2", None, None],
    ["李四", "SX2024-00017", "1", None],
    ["王五", None, None, None],
    ["赵六", "9", None, "同"],
    ["钱七", "10", None, "同"],
]


@pytest.mark.parametrize(
    ("folder", "form", "where"),
    [
        ("张三甲", {}, "第 2 行"),
        ("001_某人", {"application_id": "SX2"}, "第 3 行"),
        ("张三_SX2", {}, "第 3 行"),
        ("李四_SX2024-00017", {}, "第 4 行"),
        ("x", {"name": "李四"}, "第 4 行"),
        ("李四", {"id_number": "1", "application_id": "其他号"}, "第 4 行"),
        ("李四", {"id_number": "2", "application_id": "其他号"}, None),
        ("003_王五", {}, "第 5 行"),
        ("张三", {}, None),
        ("同", {"name": "赵六"}, "第 6 行"),
        ("同", {}, None),
        ("无名", {}, None),
    ],
)
def test_matching(tmp_path: Path, folder: str, form: dict[str, Any], where: str | None) -> None:
    row, problems = match(roster_of(tmp_path, *PEOPLE, headings=SHORT), folder, Form.model_validate(form))
    assert (row.where if row else None) == where
    assert [p.trouble for p in problems] == ([] if where else [Trouble.DISAGREES])


def test_rows_without_folder_and_rows_of_two_folders(tmp_path: Path) -> None:
    roster = roster_of(tmp_path, *PEOPLE, headings=SHORT)
    rows = {folder: match(roster, folder, Form())[0] for folder in ("张三甲", "王五", "4_王五", "张三")}
    assert [row.where for row in unmatched(roster, rows.values())] == ["第 3 行", "第 4 行", "第 6 行", "第 7 行"]
    assert reused({folder: row.where for folder, row in rows.items() if row}) == {"第 5 行": ("4_王五", "王五")}


def test_the_roster_fills_what_the_form_lacks(tmp_path: Path) -> None:
    (row,) = roster_of(tmp_path, ZHANG).rows
    form, problems = merge(Form.model_validate({"name": "张三", "employer": {"kind": "企业"}}), row)
    assert problems == ()
    assert (form.application_id, form.employer.name, form.employer.kind) == ("SX1", "宝业", "企业")
    assert (form.education[0].level, form.titles[0].name) == ("本科", "助理工程师")


def test_disagreements_show_both_values_and_the_form_wins(tmp_path: Path) -> None:
    (row,) = roster_of(tmp_path, ZHANG).rows
    own = {
        "name": "张 三",
        "id_number": "33060219850412123X",
        "employer": {"name": "宝业集团"},
        "education": [{"level": "大专", "graduated": "2005"}, {"level": "大学本科", "graduated": "2008-07"}],
        "titles": [{"name": "助理工程师", "obtained": "2013-12-31"}],
    }
    form, problems = merge(Form.model_validate(own), row)
    assert form.employer.name == "宝业集团"
    assert [(p.file, p.message.partition("；")[0]) for p in problems] == [
        ("id_number", "身份证号不一致：applicant.json 为 330602********123X，名单第 2 行为 330602********1232"),
        ("employer.name", "工作单位不一致：applicant.json 为 宝业集团，名单第 2 行为 宝业"),
        ("education[1].graduated", "毕业时间不一致：applicant.json 为 2008-07，名单第 2 行为 2008-06-30"),
    ]
    assert {p.trouble for p in problems} == {Trouble.DISAGREES}


def test_a_title_of_another_grade_is_another_title(tmp_path: Path) -> None:
    (row,) = roster_of(tmp_path, ZHANG).rows
    problems = merge(Form.model_validate({"titles": [{"name": "工程师", "obtained": "2013-12"}]}), row)[1]
    assert [p.file for p in problems] == ["titles[0].name"]
