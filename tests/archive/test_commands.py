"""`hedui archive` as a keeper meets it: a person confirms, and nothing is half done."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.archive.build import ID, OTHER_ID
from verify.cli import run

WHO = ("--by", "张敏", "--yes")
CASE = ("--name", "王建国", "--reason", "业绩造假", "--on", "2024-03-01")


@pytest.fixture
def store(tmp_path: Path) -> tuple[str, str]:
    return ("--store", str(tmp_path / "store.sqlite"))


def test_nothing_is_written_unconfirmed(
    store: tuple[str, str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin.isatty", lambda: False)
    assert run(["archive", "add", *CASE, "--by", "张敏", *store]) == 2
    assert "--yes" in capsys.readouterr().err
    assert run(["archive", "list", *store]) == 0
    assert "共 0 条" in capsys.readouterr().out


def test_a_case_is_entered_once_and_listed_without_its_number(
    store: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["archive", "add", *CASE, "--id", ID, *WHO, *store]) == 0
    assert run(["archive", "add", *CASE, "--id", ID, *WHO, *store]) == 0
    assert run(["archive", "list", *store]) == 0
    out = capsys.readouterr().out
    assert ("没有重复录入" in out, "共 1 条" in out, "2027-03-01" in out, ID in out) == (True, True, True, False)
    assert run(["archive", "list", "--name", "李", *store]) == 0
    assert "列出 0 条，共 1 条" in capsys.readouterr().out


WRONG = [
    ("--name", " "),
    ("--reason", ""),
    ("--by", "　"),
    ("--on", "2024-03"),
    ("--on", "2999-01-01"),
    ("--id", "330602198504120233"),
]


@pytest.mark.parametrize(("option", "value"), WRONG)
def test_a_wrong_option_is_named(
    store: tuple[str, str], capsys: pytest.CaptureFixture[str], option: str, value: str
) -> None:
    given = {"--name": "王建国", "--reason": "造假", "--by": "张敏", "--on": "2024-03-01", option: value}
    words = [word for pair in given.items() for word in pair]
    assert run(["archive", "add", *words, "--yes", *store]) == 2
    assert f"{option} " in capsys.readouterr().err


def test_a_list_is_imported_whole_or_not_at_all(
    tmp_path: Path, store: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "list.csv"
    path.write_text(f"姓名,身份证号,事由,认定日期\n王建国,{ID},造假,2024-03-01\n李青,{OTHER_ID},造假,去年\n", "gbk")
    assert run(["archive", "import", str(path), *WHO, *store]) == 2
    assert "list.csv:3" in capsys.readouterr().err
    assert run(["archive", "list", *store]) == 0
    assert "共 0 条" in capsys.readouterr().out
    assert run(["archive", "import", str(path), "--skip-bad", *WHO, *store]) == 3
    said = capsys.readouterr()
    assert ("已导入 1 条" in said.out, "list.csv:3" in said.err) == (True, True)


def test_a_record_can_be_taken_back(store: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    run(["archive", "add", *CASE, *WHO, *store])
    assert run(["archive", "withdraw", "1", "--why", "录错了人", *WHO, *store]) == 0
    assert run(["archive", "withdraw", "1", "--why", "录错了人", *WHO, *store]) == 2
    assert run(["archive", "list", "--in-force", *store]) == 0
    assert "列出 0 条，共 1 条" in capsys.readouterr().out


def test_an_export_is_written(tmp_path: Path, store: tuple[str, str]) -> None:
    run(["archive", "add", *CASE, "--id", ID, *WHO, *store])
    assert run(["archive", "export", str(tmp_path / "out.csv"), *store]) == 0
    assert run(["archive", "export", str(tmp_path / "out.txt"), *store]) == 2
    assert "王建国" in (tmp_path / "out.csv").read_text("utf-8-sig")


def test_an_altered_archive_is_told(store: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    import sqlite3

    run(["archive", "add", *CASE, *WHO, *store])
    connection = sqlite3.connect(store[1])
    connection.executescript("DROP TRIGGER archive_records_no_update; UPDATE archive_records SET name = '李青';")
    connection.close()
    assert run(["archive", "list", *store]) == 3
    assert "警告" in capsys.readouterr().err


def test_a_notice_without_the_check_has_no_period(store: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["archive", "list", "--notice", "yongjia-2021-23", *store]) == 2
    assert "--notice" in capsys.readouterr().err
