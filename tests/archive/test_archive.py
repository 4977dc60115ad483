"""The archive's tables: what is added once, withdrawn, and what a change behind its back leaves."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from tests.archive.build import ID, NOW, OTHER_ID, entry, store
from verify.archive.entry import Entry
from verify.store.archive import add, is_intact, records, withdraw
from verify.store.archive_log import LOG


def test_no_id_number_lies_in_the_file(tmp_path: Path) -> None:
    with store(tmp_path) as (connection, secret):
        add(connection, secret, [entry()], "张敏", NOW)
    assert "业绩造假".encode() in (tmp_path / "store.sqlite").read_bytes()
    assert ID.encode() not in (tmp_path / "store.sqlite").read_bytes()


REPEATED = [
    (entry(), True),
    (entry(name="王建"), True),  # renamed: the number says who it is
    (entry(id_number=None), True),
    (entry(name="王 建国", id_number=None), True),
    (entry(id_number=OTHER_ID), False),  # a namesake
    (entry(on="2024-03-02"), False),
    (entry(reason="论文造假"), False),
]


@pytest.mark.parametrize(("second", "known"), REPEATED)
def test_the_same_decision_is_kept_once(tmp_path: Path, second: Entry, known: bool) -> None:
    with store(tmp_path) as (connection, secret):
        add(connection, secret, [entry()], "张敏", NOW)
        assert bool(add(connection, secret, [second], "张敏", NOW).known) is known


def test_an_entry_with_the_number_is_more_than_one_without(tmp_path: Path) -> None:
    with store(tmp_path) as (connection, secret):
        added = add(connection, secret, [entry(id_number=None), entry()], "张敏", NOW)
    assert (added.ids, added.known) == ((1, 2), ())


def test_what_was_withdrawn_stays_to_be_seen_and_may_be_entered_again(tmp_path: Path) -> None:
    with store(tmp_path) as (connection, secret):
        add(connection, secret, [entry()], "张敏", NOW)
        assert withdraw(connection, 1, "李青", "录错了人", NOW)
        assert not withdraw(connection, 1, "李青", "录错了人", NOW)
        assert not withdraw(connection, 9, "李青", "没有", NOW)
        assert add(connection, secret, [entry()], "张敏", NOW).ids == (2,)
        said = [(one.id, one.withdrawn) for one in records(connection)]
        assert said == [(1, "2026-03-01 李青：录错了人"), (2, None)]
        assert is_intact(connection)


@pytest.mark.parametrize("table", ["archive_records", "archive_log", "archive_withdrawn"])
@pytest.mark.parametrize("statement", ["DELETE FROM {}", "UPDATE {} SET rowid = rowid + 7"])
def test_the_database_refuses_to_forget(tmp_path: Path, table: str, statement: str) -> None:
    with store(tmp_path) as (connection, secret):
        add(connection, secret, [entry()], "张敏", NOW)
        withdraw(connection, 1, "李青", "录错了人", NOW)
        with pytest.raises(IntegrityError, match="append-only"):
            connection.execute(text(statement.format(table)))


ALTERED = [
    ("archive_records", "UPDATE archive_records SET reason = '迟交材料'"),
    ("archive_records", "DELETE FROM archive_records WHERE id = 2"),
    ("archive_log", "DELETE FROM archive_log WHERE id = 1"),
    ("archive_log", "UPDATE archive_log SET who = '别人' WHERE id = 1"),
    ("archive_withdrawn", "DELETE FROM archive_withdrawn"),
]


@pytest.mark.parametrize(("table", "statement"), ALTERED)
def test_a_change_behind_its_back_shows(tmp_path: Path, table: str, statement: str) -> None:
    with store(tmp_path) as (connection, secret):
        add(connection, secret, [entry(), entry(on="2025-01-01")], "张敏", NOW)
        withdraw(connection, 1, "李青", "录错了人", NOW)
        assert is_intact(connection)
        for verb in ("update", "delete"):
            connection.execute(text(f"DROP TRIGGER {table}_no_{verb}"))
        connection.execute(text(statement))
        assert not is_intact(connection)


def test_two_cannot_go_on_from_the_same_line(tmp_path: Path) -> None:
    with store(tmp_path) as (connection, secret):
        add(connection, secret, [entry()], "张敏", NOW)
        (line,) = connection.execute(LOG.select()).all()
        again = {**line._mapping, "id": 2}
        with pytest.raises(IntegrityError, match="UNIQUE"):
            connection.execute(LOG.insert().values(**again))
