"""Who is meant by an entry of the archive: the number decides, the name alone only asks."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.archive.build import ID, NOW, OTHER_ID, entry, store
from tests.checks.build import case
from verify.archive.entry import Entry
from verify.compare.breaches import breaches_for
from verify.store.archive import add, withdraw

WHO = [
    ([entry()], "王建国", ID, [True]),
    ([entry()], "王建", ID, [True]),  # renamed
    ([entry()], "王建国", ID.lower().replace("3306", "３３０６ ", 1), [True]),
    ([entry()], "王建国", OTHER_ID, []),  # a namesake with a number of his own
    ([entry()], "王建国", "330602198504120233", [False]),  # mistyped: whose it is cannot be told
    ([entry()], "王建国", None, [False]),
    ([entry()], "李青", None, []),
    ([entry(id_number=None)], "王建国", ID, [False]),
    ([entry(id_number=None)], "王 建国", None, [False]),
    ([entry("阿卜杜拉·买买提", None)], "阿卜杜拉买买提", None, [False]),
    ([entry(id_number=None)], "李青", None, []),
    ([entry(id_number=None), entry()], "王建国", ID, [True]),  # the same decision, entered twice
    ([entry(id_number=None, on="2020-01-01"), entry()], "王建国", ID, [True, False]),
]


@pytest.mark.parametrize(("entries", "name", "number", "sure"), WHO)
def test_who_is_meant(tmp_path: Path, entries: list[Entry], name: str, number: str | None, sure: list[bool]) -> None:
    with store(tmp_path) as (connection, secret):
        add(connection, secret, [entry("不相干", None), *entries], "张敏", NOW)
        found = breaches_for(connection, secret, case(name=name, id_number=number))
    assert found is not None
    assert [one.sure for one in found] == sure


def test_an_empty_archive_is_none(tmp_path: Path) -> None:
    with store(tmp_path) as (connection, secret):
        assert breaches_for(connection, secret, case(id_number=ID)) is None


def test_a_withdrawn_record_is_about_nobody(tmp_path: Path) -> None:
    with store(tmp_path) as (connection, secret):
        add(connection, secret, [entry("王建国")], "张敏", NOW)
        withdraw(connection, 1, "李青", "录错了人", NOW)
        assert breaches_for(connection, secret, case(name="王建国", id_number=ID)) == ()


def test_where_it_stands_is_told(tmp_path: Path) -> None:
    with store(tmp_path) as (connection, secret):
        add(connection, secret, [entry(document="绍市建罚〔2024〕3号")], "张敏", NOW)
        (found,) = breaches_for(connection, secret, case(name="王建国", id_number=ID)) or ()
    assert found.where == "第 1 条（认定：张敏，绍市建罚〔2024〕3号）"
