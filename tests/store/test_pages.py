"""The store's pages and files: put, replaced, read back, indexed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection

from tests.checks.build import document, page
from tests.compare.world import LI, WANG, assessment
from verify.compare.page_index import build
from verify.compare.page_sketch import sketch
from verify.model import Problem, Slot, Trouble
from verify.store.database import opened
from verify.store.pages import files_with, page_of, page_rows, page_shingles, put_files, put_pages

ID = "330602198504121232"


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[Connection]:
    with opened(tmp_path / "store.sqlite") as engine, engine.begin() as connection:
        yield connection


def form(name: str, *more: str) -> tuple[str, ...]:
    return (*(word.text for word in assessment(name).words), *more)


def test_pages_are_put_replaced_and_found(connection: Connection) -> None:
    for applicant, name in ((7, WANG), (8, LI), (7, WANG)):
        put_pages(connection, applicant, sketch(document(f"{name}.jpg", Slot.ASSESSMENT, assessment(name))))
    rows = list(page_rows(connection))
    assert [applicant for _, applicant, _ in rows] == [7, 8]
    index = build(lambda: page_rows(connection), lambda pages: page_shingles(connection, pages))
    ((key, score),) = [(hit.page, hit.score) for hit in index.query(rows[0][2], applicant=7)]
    kept = page_of(connection, key)
    assert kept is not None
    assert (kept.applicant, kept.file, kept.page, kept.slot, kept.item, score) == (
        8, f"{LI}.jpg", 1, Slot.ASSESSMENT, None, 1.0,
    )  # fmt: skip
    assert kept.excerpt.startswith(f"年度考核登记表 姓名：{LI}")


def test_no_id_number_is_kept(connection: Connection, tmp_path: Path) -> None:
    with_id, without = (sketch(document("a.jpg", Slot.ASSESSMENT, page(*form(WANG), line))) for line in (ID, "等次"))
    put_pages(connection, 1, with_id)
    kept = page_of(connection, 1)
    assert kept is not None
    assert ID not in kept.excerpt
    assert len(with_id[0].shingles) == len(without[0].shingles) - 4


def test_a_page_that_is_not_there(connection: Connection) -> None:
    assert (page_of(connection, 5), page_shingles(connection, [5]), list(page_rows(connection))) == (None, {}, [])


def test_files_are_found_by_their_bytes(connection: Connection) -> None:
    broken = Problem(Trouble.CORRUPT, "b.jpg", "打不开")
    put_files(connection, 7, [document("a.jpg", Slot.PHOTO), document("b.jpg", Slot.PHOTO, problem=broken)])
    put_files(connection, 8, [document("a.jpg", Slot.PROJECT, item="工程业绩/1")])
    assert [(k.applicant, k.slot, k.item, k.page) for k in files_with(connection, "a.jpg")] == [
        (7, Slot.PHOTO, None, None),
        (8, Slot.PROJECT, "工程业绩/1", None),
    ]
    assert files_with(connection, "b.jpg") == []
