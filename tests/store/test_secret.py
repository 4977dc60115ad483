"""A store and its key belong together: without the key nobody in the store would be known again."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.archive.build import ID, OTHER_ID
from tests.store.build import CASE
from verify.archive.keep import archive
from verify.cli import run
from verify.doctor import _store as looked_at
from verify.errors import ExitCode, UsageError
from verify.store.open import store_at
from verify.store.place import key_path
from verify.store.secret import KEY_BYTES


def _gone(key: Path) -> None:
    key.unlink()


def _another(key: Path) -> None:
    key.write_bytes(b"k" * KEY_BYTES)


def _cut(key: Path) -> None:
    key.write_bytes(key.read_bytes()[:-1])


def _held(store: Path) -> tuple[list[str], list[list[tuple[object, ...]]], bytes | None]:
    """What lies in the folder, what the store holds, and its key."""
    connection = sqlite3.connect(store)
    rows = [connection.execute(f"SELECT * FROM {table}").fetchall() for table in ("archive_records", "store_key")]
    connection.close()
    key = key_path(store)
    return sorted(path.name for path in store.parent.iterdir()), rows, key.read_bytes() if key.exists() else None


FAULTS = [(_gone, "不在原处"), (_another, "是另一个数据库的"), (_cut, "长度不对")]


@pytest.mark.parametrize(("spoil", "says"), FAULTS)
def test_a_store_without_its_key_is_refused_and_nothing_is_made(
    office: Path, spoil: Callable[[Path], None], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    spoil(key_path(office))
    before = _held(office)
    with pytest.raises(UsageError, match=f"{says}.*请从备份恢复 store.sqlite.key，或以 --store 另选"), store_at(office):
        pass
    assert run(["archive", "add", *CASE, "--id", OTHER_ID, "--store", str(office)]) == ExitCode.USAGE
    assert _held(office) == before
    found = looked_at(office)
    assert (found.code, says in found.mend) == (ExitCode.USAGE, True)
    capsys.readouterr()
    assert run(["archive", "list", "--store", str(office)]) == 0  # what needs no key goes on
    assert "共 1 条" in capsys.readouterr().out


def test_the_key_put_back_is_taken(office: Path) -> None:
    key = key_path(office).read_bytes()
    _another(key_path(office))
    key_path(office).write_bytes(key)
    with archive(office) as (_, secret):
        assert secret.of(ID) == secret.of(f" {ID.lower()} ")
    assert looked_at(office).code == ExitCode.OK


def _older(path: Path) -> None:
    """As a store was before it kept a digest of its key."""
    connection = sqlite3.connect(path)
    connection.execute("DROP TABLE store_key")
    connection.close()


def test_an_older_store_notes_the_key_it_has(office: Path) -> None:
    _older(office)
    with store_at(office):
        pass
    _another(key_path(office))
    with pytest.raises(UsageError, match="是另一个数据库的"), store_at(office):
        pass


def test_an_older_store_without_a_key_is_refused(office: Path) -> None:
    _older(office)
    _gone(key_path(office))
    with pytest.raises(UsageError, match="不在原处"), store_at(office):
        pass


@pytest.mark.parametrize("spoil", [_gone, _another])
def test_a_store_that_holds_nothing_takes_another_key(tmp_path: Path, spoil: Callable[[Path], None]) -> None:
    path = tmp_path / "store.sqlite"
    with store_at(path) as first:
        was = first.secret.of(ID)
    spoil(key_path(path))
    with store_at(path) as now:
        assert now.secret.of(ID) != was
    assert looked_at(path).code == ExitCode.OK


@pytest.mark.parametrize("held", [b"", b"short"])
def test_what_is_no_key_is_refused_even_by_a_store_that_holds_nothing(tmp_path: Path, held: bytes) -> None:
    path = tmp_path / "store.sqlite"
    key_path(path).write_bytes(held)
    with pytest.raises(UsageError, match="长度不对"), store_at(path):
        pass
    assert key_path(path).read_bytes() == held


def test_two_first_runs_at_once_have_one_key(tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite"

    def once(_: int) -> str | None:
        with store_at(path) as store:
            return store.secret.of(ID)

    with ThreadPoolExecutor(4) as pool:
        assert len(set(pool.map(once, range(4)))) == 1


def test_the_usual_store_without_its_key_is_not_passed_over(
    office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "batch" / "王建国").mkdir(parents=True)
    (tmp_path / "batch" / "王建国" / "applicant.json").write_text('{"name": "王建国"}', "utf-8")
    monkeypatch.setenv("HEDUI_STORE", str(office))
    _gone(key_path(office))
    assert run(["run", str(tmp_path / "batch")]) == ExitCode.USAGE
    assert "请从备份恢复" in capsys.readouterr().err
    assert not list(tmp_path.glob("batch-reports/*/report.json"))
