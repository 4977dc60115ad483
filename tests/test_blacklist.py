"""An office's own lists: merged, digested, and refused with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.paths import ROOT
from verify.blacklist import extend, guard
from verify.blacklist_file import Entry
from verify.blacklist_guard import refuse_broad
from verify.errors import UsageError
from verify.notice import Notice
from verify.packs import load, shipped

NOTICE = load("shaoxing-2024-07")


def _file(tmp_path: Path, text: str, name: str = "own.csv", encoding: str = "utf-8") -> Path:
    path = tmp_path / name
    path.write_bytes(text.encode(encoding))
    return path


def _list(notice: Notice, check: str, field: str) -> tuple[str, ...]:
    return tuple(getattr(next(rule.params for rule in notice.rules if rule.check.id == check), field))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk"])
def test_a_csv_lengthens_the_lists(tmp_path: Path, encoding: str) -> None:
    text = "备注,类别,名称\nx,期刊,建筑与装饰前沿\n\nx,奖项,国家专利技术优秀发明奖\nx,颁发单位,国家荣誉评审委员会\n"
    notice = extend(NOTICE, [_file(tmp_path, text, encoding=encoding)])
    before = _list(NOTICE, "paper.journal_not_blacklisted", "journals")
    assert _list(notice, "paper.journal_not_blacklisted", "journals") == (*before, "建筑与装饰前沿")
    assert _list(notice, "award.not_forged", "titles")[-1] == "国家专利技术优秀发明奖"
    assert _list(notice, "award.not_forged", "issuers")[-1] == "国家荣誉评审委员会"
    assert notice.digest != NOTICE.digest


def test_a_toml_lengthens_the_lists_and_a_name_stands_once(tmp_path: Path) -> None:
    text = 'journals = ["工程管理前沿（中文版）", "城建前沿"]\ninnocent = ["城建"]\n'
    notice = extend(NOTICE, [_file(tmp_path, text, "own.toml")])
    before = _list(NOTICE, "paper.journal_not_blacklisted", "journals")
    assert _list(notice, "paper.journal_not_blacklisted", "journals") == (*before, "城建前沿")
    assert _list(notice, "paper.journal_not_blacklisted", "innocent")[-1] == "城建"


def test_another_list_is_another_digest(tmp_path: Path) -> None:
    digests = {
        extend(NOTICE, [_file(tmp_path, f"类别,名称\n期刊,{name}\n")]).digest for name in ("甲乙丙", "甲乙丁", "甲乙丙")
    }
    assert len(digests) == 2
    assert extend(NOTICE, []) == NOTICE


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_list_as_excel_exports_it(tmp_path: Path, encoding: str, delimiter: str) -> None:
    rows = (("类别", "名称"), ("期刊", "城建前沿"), ("正规期刊", "《城建》"))
    text = "".join(f"{delimiter.join(row)}\r\n" for row in rows)
    notice = extend(NOTICE, [_file(tmp_path, text, encoding=encoding)])
    assert _list(notice, "paper.journal_not_blacklisted", "journals")[-1] == "城建前沿"
    assert _list(notice, "paper.journal_not_blacklisted", "innocent")[-1] == "《城建》"


def _workbook(path: Path, *sheets: list[list[str]]) -> Path:
    book = Workbook()
    book.remove(book.active)
    for rows in sheets:
        sheet = book.create_sheet()
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


def test_a_workbook_of_several_sheets(tmp_path: Path) -> None:
    kept = [["名称", "类别"], ["城建前沿", "期刊"], ["国家荣誉评审委员会", "颁发单位"]]
    notice = extend(NOTICE, [_workbook(tmp_path / "own.xlsx", [["说明"]], kept)])
    assert _list(notice, "paper.journal_not_blacklisted", "journals")[-1] == "城建前沿"
    assert _list(notice, "award.not_forged", "issuers")[-1] == "国家荣誉评审委员会"


def test_a_workbook_s_mistakes_are_named_with_their_line(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"own\.xlsx:3: .*报纸"):
        extend(NOTICE, [_workbook(tmp_path / "own.xlsx", [["类别", "名称"], ["期刊", "甲乙丙"], ["报纸", "甲乙报"]])])
    with pytest.raises(UsageError, match=r"own\.xlsx:1: .*现为：刊名"):
        extend(NOTICE, [_workbook(tmp_path / "own.xlsx", [["刊名"], ["甲乙丙"]])])
    (tmp_path / "own.xlsx").write_bytes(b"PK\x03\x04" + b"\0" * 100)
    with pytest.raises(UsageError, match="own"):
        extend(NOTICE, [tmp_path / "own.xlsx"])


BAD = [
    ("own.csv", "名称\n甲刊\n", ":1:", "类别"),
    ("own.csv", "", ":1:", "类别"),
    ("own.csv", "\n\n刊名,备注\n", ":3:", "刊名、备注"),
    ("own.csv", "类别,名称\n", "own.csv:", "没有任何名称"),
    ("own.csv", "类别,名称\n期刊,好期刊\n报纸,甲乙报\n", ":3:", "报纸"),
    ("own.csv", "类别,名称\n期刊,刊\n", ":2:", "一个字"),
    ("own.csv", "类别,名称\n期刊,《刊》\n", ":2:", "一个字"),
    ("own.csv", "类别,名称\n期刊,\n", ":2:", "空的"),
    ("own.csv", "类别,名称\n期刊,杂志\n", ":2:", "没有刊名"),
    ("own.csv", "类别,名称\n期刊,.*\n", ":2:", "“.*”中没有一个字或字母"),
    ("own.csv", "类别,名称\n颁奖单位,★★★\n", ":2:", "“★★★”中没有一个字或字母"),
    ("own.toml", 'awards = ["  "]', ":1:", "空的"),
    ("own.csv", "类别,名称\n期刊\n", ":2:", "缺少"),
    ("own.csv", "类别,名称\n" + "期刊,甲乙丙\n" * 5_001, "own.csv:", "5000"),
    ("own.toml", "journals = [", "own.toml:", "TOML"),
    ("own.toml", '\njournal = ["甲乙"]', ":2:", "journals"),
    ("own.toml", 'journals = "甲乙"', ":1:", "列表"),
    ("own.toml", 'journals = ["甲"]', ":1:", "一个字"),
    ("own.toml", 'journals = [\n  "甲乙丙",\n  "甲",\n]', ":2:", "一个字"),
    ("own.toml", "journals = [1]", ":1:", "列表"),
    ("own.csv", "类别;名称\n期刊;《甲乙丙》\n正规期刊;甲乙丙\n", ":3:", "own.csv:2 互相矛盾"),
    ("own.toml", 'journals = ["甲乙丙"]\ninnocent = ["甲乙丙杂志"]', ":2:", "own.toml:1 互相矛盾"),
    ("own.csv", "类别,名称\n期刊,工程管理科技前沿\n", ":2:", "正规期刊“工程管理科技前沿”"),
    ("own.csv", "类别,名称\n正规期刊,工程管理前沿(中文版)\n", ":2:", "互相矛盾"),
    ("own.csv", "类别,名称\n证书,科技成果登记证书\n", ":2:", "正规奖项、证书“科技成果登记证书”"),
    ("own.csv", "类别,名称\n颁发单位,国务院\n", ":2:", "正规单位“中华人民共和国国务院”的名称的一部分"),
]


@pytest.mark.parametrize(("name", "text", "where", "word"), BAD)
def test_a_bad_list_is_named_with_file_and_line(tmp_path: Path, name: str, text: str, where: str, word: str) -> None:
    with pytest.raises(UsageError) as error:
        extend(NOTICE, [_file(tmp_path, text, name)])
    assert where in str(error.value)
    assert word in str(error.value)


def test_two_files_that_contradict_each_other(tmp_path: Path) -> None:
    files = [_file(tmp_path, "类别,名称\n期刊,甲乙丙\n", "a.csv"), _file(tmp_path, 'innocent = ["甲乙丙"]', "b.toml")]
    with pytest.raises(UsageError, match=r"b\.toml:1: .*矛盾"):
        extend(NOTICE, files)


def test_files_that_are_not_there_too_large_or_no_text(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="没有这个名单文件"):
        extend(NOTICE, [tmp_path / "none.csv"])
    binary = tmp_path / "own.csv"
    binary.write_bytes(b"\xff\xff\xff\xff\x00")
    with pytest.raises(UsageError, match=r"own\.csv: .*CSV"):
        extend(NOTICE, [binary])
    binary.write_bytes(b"\xff\xff\xff\xff\x00")
    with pytest.raises(UsageError, match="UTF-8"):
        extend(NOTICE, [binary.rename(tmp_path / "own.toml")])
    with pytest.raises(UsageError, match="超过 5000000 字节"):
        extend(NOTICE, [_file(tmp_path, "类别,名称\n" + "期刊,甲乙丙\n" * 300_000)])


BROAD = [
    *(("期刊", name) for name in ("建筑", "学报", "工程", "技术", "科技", "城市", "《建筑》杂志")),
    *(("期刊", name) for name in ("2022", "第5期", "月刊", "Vol.40")),
    *(("颁发单位", name) for name in ("协会", "学会", "中国", "浙江省", "建筑业协会")),
    *(("证书", name) for name in ("证书", "科技进步奖", "优秀", "科学技术奖")),
]
NARROW = [
    *(("期刊", name) for name in ("建筑与装饰前沿", "城建前沿", "工程管理前沿", "建筑学研究前沿", "甲乙丙（中文版）")),
    *(("颁发单位", name) for name in ("国家荣誉评审委员会", "国家科技成果奖励委员会", "中国建筑业协会评奖办公室")),
    *(("证书", name) for name in ("国家专利技术优秀发明奖", "国家科技最佳成果进步奖")),
]


@pytest.mark.parametrize(("kind", "name"), BROAD)
def test_a_name_that_would_accuse_the_innocent_is_refused(tmp_path: Path, kind: str, name: str) -> None:
    with pytest.raises(UsageError, match=r"own\.csv:2: .*请写完整名称"):
        extend(NOTICE, [_file(tmp_path, f"类别,名称\n{kind},{name}\n")])


GENUINE = [
    *(("期刊", name) for name in ("建筑结构", "《建筑结构》杂志", "建筑 结构", "建築結構", "钢结构", "Engineering")),
    *(("颁发单位", name) for name in ("中国建筑业协会", "浙江省住房和城乡建设厅", "共青团浙江省委")),
    *(("奖项", name) for name in ("浙江省建设工程钱江杯奖", "钱江杯")),
]
BESIDE = [("期刊", "建筑结构前沿"), ("颁发单位", "中国建筑业联合协会"), ("奖项", "钱江金杯")]


@pytest.mark.parametrize(("kind", "name"), GENUINE)
@pytest.mark.parametrize("suffix", ["csv", "toml"])
def test_a_genuine_name_is_refused(tmp_path: Path, kind: str, name: str, suffix: str) -> None:
    key = {"期刊": "journals", "颁发单位": "issuers", "奖项": "awards"}[kind]
    text = f"类别,名称\n{kind},{name}\n" if suffix == "csv" else f'\n{key} = ["{name}"]\n'
    with pytest.raises(UsageError, match=rf"own\.{suffix}:2: “{name}”是正规.*的名称.*请写"):
        extend(NOTICE, [_file(tmp_path, text, f"own.{suffix}")])


@pytest.mark.parametrize(("kind", "name"), BESIDE)
def test_a_name_like_a_genuine_one_is_taken(tmp_path: Path, kind: str, name: str) -> None:
    assert extend(NOTICE, [_file(tmp_path, f"类别,名称\n{kind},{name}\n")]).digest != NOTICE.digest


@pytest.mark.parametrize(("kind", "name"), NARROW)
def test_a_full_name_is_taken(tmp_path: Path, kind: str, name: str) -> None:
    assert extend(NOTICE, [_file(tmp_path, f"类别,名称\n{kind},{name}\n")]).digest != NOTICE.digest


def test_a_refusal_says_how_many_of_how_many_and_which(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"参照的 \d{3} 个正规名称中会误中 [2-9]\d 个（如 建筑学报、"):
        extend(NOTICE, [_file(tmp_path, "类别,名称\n期刊,建筑\n")])


def test_no_name_of_a_shipped_notice_is_broad() -> None:
    for rule in NOTICE.rules:
        if rule.check.id == "paper.journal_not_blacklisted":
            names = [Entry("journals", name, "x:1") for name in rule.params.journals]  # type: ignore[attr-defined]
            assert names
            for name in names:
                refuse_broad(name, rule.params)


def test_a_notice_without_such_a_check_has_no_use_for_the_list(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="yongjia-2021-23"):
        extend(load("yongjia-2021-23"), [_file(tmp_path, "类别,名称\n期刊,甲乙丙\n")])


@pytest.mark.parametrize("name", shipped())
def test_no_name_of_a_shipped_notice_is_too_broad(name: str) -> None:
    guard(load(name), name)


@pytest.mark.parametrize(("name", "says"), [("学报", "太宽"), ("建筑结构", "正规期刊")])
def test_such_a_name_in_an_offices_own_notice_is_refused(tmp_path: Path, name: str, says: str) -> None:
    text = (ROOT / "checks" / "notices" / "shaoxing-2024-07.toml").read_text("utf-8")
    path = _file(
        tmp_path,
        text.replace('"shaoxing-2024-07"', '"own"').replace("journals = [", f'journals = ["{name}", '),
        "own.toml",
    )
    with pytest.raises(UsageError, match=rf"checks\.paper\.journal_not_blacklisted\.journals: “{name}”.*{says}"):
        load(path)
