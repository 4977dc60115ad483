"""An office's own lists: merged, digested, and refused with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from verify.blacklist import extend
from verify.errors import UsageError
from verify.notice import Notice
from verify.packs import load

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


BAD = [
    ("own.csv", "名称\n甲刊\n", ":1:", "类别"),
    ("own.csv", "", ":1:", "类别"),
    ("own.csv", "类别,名称\n", "own.csv:", "没有任何名称"),
    ("own.csv", "类别,名称\n期刊,好期刊\n报纸,甲乙报\n", ":3:", "报纸"),
    ("own.csv", "类别,名称\n期刊,刊\n", ":2:", "一个字"),
    ("own.csv", "类别,名称\n期刊,《刊》\n", ":2:", "一个字"),
    ("own.csv", "类别,名称\n期刊,\n", ":2:", "空的"),
    ("own.csv", "类别,名称\n期刊\n", ":2:", "缺少"),
    ("own.toml", "journals = [", "own.toml:", "TOML"),
    ("own.toml", '\njournal = ["甲乙"]', ":2:", "journals"),
    ("own.toml", 'journals = "甲乙"', ":1:", "列表"),
    ("own.toml", 'journals = ["甲"]', ":1:", "一个字"),
    ("own.toml", "journals = [1]", ":1:", "列表"),
]


@pytest.mark.parametrize(("name", "text", "where", "word"), BAD)
def test_a_bad_list_is_named_with_file_and_line(tmp_path: Path, name: str, text: str, where: str, word: str) -> None:
    with pytest.raises(UsageError) as error:
        extend(NOTICE, [_file(tmp_path, text, name)])
    assert where in str(error.value)
    assert word in str(error.value)


def test_files_that_are_not_there_or_no_text(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="没有这个名单文件"):
        extend(NOTICE, [tmp_path / "none.csv"])
    binary = tmp_path / "own.csv"
    binary.write_bytes(b"\xff\xff\xff\xff\x00")
    with pytest.raises(UsageError, match="UTF-8"):
        extend(NOTICE, [binary])


def test_a_notice_without_such_a_check_has_no_use_for_the_list(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="yongjia-2021-23"):
        extend(load("yongjia-2021-23"), [_file(tmp_path, "类别,名称\n期刊,甲乙丙\n")])
