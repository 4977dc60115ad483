"""The store holds no ID number in the names of folders and files, and still knows them."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select

from tests.archive.build import ID
from verify.store.applicants import APPLICANTS, Applicant, everyone, put
from verify.store.database import reading
from verify.store.names import Names
from verify.store.open import store_at
from verify.store.secret import Secret

FOLDER = f"王建国_{ID}"
NAMES = Names(Secret(b"k" * 32))


@pytest.mark.parametrize("name", [FOLDER, f"a/{ID}.jpg\n{ID}反.jpg", f"lone \udcff {ID}", f"{ID}‹abc›"])
def test_a_name_with_an_id_number_is_hidden_and_found_again(name: str) -> None:
    kept = NAMES.hidden(name)
    assert ID not in kept
    assert kept == NAMES.hidden(name)
    assert NAMES.shown(kept) == name
    assert NAMES.shown(kept) != Names(Secret(b"x" * 32)).shown(kept)


@pytest.mark.parametrize("name", ["王建国_SX2024-00017", "a‹abc›", "a‹" + "A" * 40 + "›", ""])
def test_any_other_name_stays_as_it_is(name: str) -> None:
    assert NAMES.hidden(name) == NAMES.shown(name) == name


def _applicant() -> Applicant:
    return Applicant(batch="/b", label="b", folder=FOLDER, name="王建国", employer=None, person=None, digest="d")


def test_the_file_holds_no_number_and_the_office_reads_the_name(tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite"
    with store_at(path) as store, store.engine.begin() as connection:
        put(connection, _applicant())
    assert ID.encode() not in path.read_bytes()
    with store_at(path) as store, store.engine.connect() as connection:
        assert [one.folder for one in everyone(connection).values()] == [FOLDER]
        wanted = select(APPLICANTS.c.id).where(APPLICANTS.c.folder == FOLDER)
        assert connection.execute(wanted).scalar() is not None


def test_without_the_key_the_name_is_masked(tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite"
    with store_at(path) as store, store.engine.begin() as connection:
        put(connection, _applicant())
    with reading(path) as engine, engine.connect() as connection:
        assert [one.folder for one in everyone(connection).values()] == [f"王建国_{ID[:6]}********{ID[-4:]}"]
