"""Numbers and roles through the office's store: what was put is found by others, and never by oneself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, select

from tests.checks.build import Slot
from tests.compare.build import NOTICE, OTHER, certificate, project
from verify.across import Whose
from verify.compare.numbers import numbers
from verify.compare.roles import roles
from verify.store.database import opened
from verify.store.numbers import NUMBERS, others_numbers, put_numbers
from verify.store.roles import ROLES, others_roles, put_roles

LINES = ("发明人：王建国;裘一鸣", "专利号：ZL202121457823.9")


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[Connection]:
    with opened(tmp_path / "store.sqlite") as engine, engine.begin() as connection:
        yield connection


def whose(applicant: int) -> Whose | None:
    return {1: Whose("甲", "王建国"), 2: Whose("乙", OTHER)}.get(applicant)


def test_numbers(connection: Connection) -> None:
    mine, theirs = (numbers(certificate(Slot.PATENT, *LINES, name=name), NOTICE) for name in ("王建国", OTHER))
    put_numbers(connection, 1, mine)
    put_numbers(connection, 2, theirs)
    put_numbers(connection, 3, theirs)  # the same person in another batch: whose() says None
    (found,) = others_numbers(connection, 1, [number.folded for number in mine], whose)
    (kept,) = theirs
    assert found.whose == whose(2)
    assert found.number.shown.box == kept.shown.box
    assert (found.number.exact, found.number.people, found.number.own) == (kept.exact, ("王建国",), True)
    assert not others_numbers(connection, 1, ["ANOTHER1"], whose)


@pytest.mark.parametrize(
    "claim", [{}, {"role": "技术负责人（施工方）"}, {"name": "云栖路小学", "registry_number": "3306022103180101"}]
)
def test_roles(connection: Connection, claim: dict[str, str]) -> None:
    (mine,) = roles(project(registry_number="3306022103180101"), NOTICE)
    theirs = roles(project(OTHER, **claim), NOTICE)
    put_roles(connection, 1, [mine])
    put_roles(connection, 2, theirs)
    assert [(found.whose, found.role) for found in others_roles(connection, 1, [mine], whose)] == [
        (whose(2), theirs[0])
    ]


def test_no_resident_number_is_kept(connection: Connection) -> None:
    held = project(name="330602198504121232住宅", registry_number="330602198504121232")
    put_roles(connection, 1, roles(held, NOTICE))
    put_numbers(connection, 1, numbers(certificate(Slot.TITLE, "证书编号：330602198504121232"), NOTICE))
    dump = "\n".join(str(row) for table in (NUMBERS, ROLES) for row in connection.execute(select(table)))
    assert "330602********1232住宅" in dump
    assert "19850412" not in dump


def test_nothing_to_put(connection: Connection) -> None:
    put_numbers(connection, 1, ())
    put_roles(connection, 1, ())
    assert not others_roles(connection, 2, (), whose)
