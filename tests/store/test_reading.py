"""What only reads a store asks for no more than that, and changes nothing."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from tests.archive.build import ID
from tests.store.build import CASE
from verify.cli import run
from verify.errors import OutputError, UsageError
from verify.store import open as opening
from verify.store.database import opened, reading, told
from verify.store.open import office_store
from verify.store.secret import KEYS


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A folder with a store, in which one person is barred, and a run's output."""
    path = tmp_path / "store.sqlite"
    assert run(["archive", "add", *CASE, "--id", ID, "--store", str(path)]) == 0
    (tmp_path / "第一批-reports").mkdir()
    (tmp_path / "第一批-reports" / "batch.json").write_text("{}")
    return path


def test_nothing_can_be_written_through_it(office: Path) -> None:
    with reading(office) as engine, engine.begin() as connection, pytest.raises(OperationalError, match="readonly"):
        connection.execute(text("CREATE TABLE more (id)"))


READERS = [("archive", "list"), ("archive", "export", "out.csv"), ("projects", "第一批-reports", "云栖")]


@pytest.mark.parametrize("command", READERS)
def test_a_reading_command_opens_no_store_for_writing(
    office: Path, command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(path: Path) -> None:
        raise OutputError(f"{path} is opened for writing")

    monkeypatch.chdir(office.parent)
    for module in ("verify.store.database", "verify.archive.keep"):
        monkeypatch.setattr(f"{module}.opened", refused)
    before = office.read_bytes()
    assert run([*command, "--store", str(office)]) == 0
    assert (office.read_bytes() == before, list(office.parent.glob("*-journal"))) == (True, [])
    assert run(["archive", "withdraw", "1", "--by", "张敏", "--why", "误", "--yes", "--store", str(office)]) == 5


def test_where_there_is_no_store_none_is_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["archive", "list", "--store", str(tmp_path / "none" / "store.sqlite")]) == 0
    said = capsys.readouterr()
    assert ("共 0 条" in said.out, "还没有数据库" in said.err) == (True, True)
    assert not list(tmp_path.iterdir())


def test_an_older_store_is_given_the_tables_that_are_asked_for(office: Path) -> None:
    connection = sqlite3.connect(office)
    connection.execute("DROP TABLE store_key")
    connection.close()
    with reading(office) as engine, engine.connect() as read, pytest.raises(OperationalError, match="no such table"):
        read.execute(KEYS.select())
    with reading(office, KEYS) as engine, engine.connect() as read:
        assert read.execute(KEYS.select()).all() == []


def test_what_is_no_store_or_another_version_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite"
    path.write_bytes(b"no database, but long enough for the header" * 9)
    with pytest.raises(UsageError, match="不是本程序的数据库"), reading(path):
        pass
    path.unlink()
    with opened(path) as engine, engine.begin() as connection:
        connection.execute(text("PRAGMA user_version = 99"))
    with pytest.raises(UsageError, match="另一版本"), reading(path):
        pass
    with pytest.raises(OutputError, match="请检查权限和磁盘"), reading(tmp_path):
        pass


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("attempt to write a readonly database", "文件或所在文件夹是只读的"),
        ("unable to open database file", "文件打不开，可能没有权限"),
        ("database is locked", "另一程序正在写入"),
        ("something unusual", "something unusual"),
    ],
)
def test_what_sqlite_says_is_told_in_chinese(said: str, shown: str) -> None:
    assert told(OperationalError("SELECT 1", None, sqlite3.OperationalError(said))) == shown


def test_a_store_that_is_there_is_never_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A run that took another store would find nobody barred."""
    usual, beside, said = tmp_path / "usual" / "store.sqlite", tmp_path / "beside.sqlite", list[str]()
    monkeypatch.setattr(opening, "is_named", lambda: False)
    monkeypatch.setattr(opening, "default_store", lambda: usual)
    (tmp_path / "usual").write_text("in the way of the folder")
    with office_store(None, beside, said.append) as store:
        assert (store.path, "不与以前的批次比对" in said[0]) == (beside, True)
    (tmp_path / "usual").unlink()
    usual.mkdir(parents=True)
    with pytest.raises(OutputError), office_store(None, beside, said.append):
        pass


def test_projects_in_a_store_that_is_read_alone(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert run(["projects", str(office.parent / "第一批-reports"), "云栖", "--json", "--store", str(office)]) == 0
    assert json.loads(capsys.readouterr().out)["projects"] == []
