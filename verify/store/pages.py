"""The store's pages and files: hashed shingles, digests and places, as verify/compare compares them. No text but a
masked excerpt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Column, Connection, Integer, LargeBinary, String, Table, delete, insert, select

from verify.model import Document, Slot
from verify.sketches import PageSketch
from verify.store.database import METADATA
from verify.store.names import Name

PAGES = Table(
    "pages",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("applicant", Integer, nullable=False, index=True),
    Column("file", Name, nullable=False),
    Column("page", Integer, nullable=False),
    Column("slot", String, nullable=False),
    Column("item", String),
    Column("excerpt", String, nullable=False),
    Column("shingles", LargeBinary, nullable=False),
)

FILES = Table(
    "files",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("applicant", Integer, nullable=False, index=True),
    Column("sha256", String(64), nullable=False, index=True),
    Column("file", Name, nullable=False),
    Column("slot", String, nullable=False),
    Column("item", String),
)

AT_ONCE = 1_000
"""Rows fetched at a time, so that reading the whole store takes no memory."""


MANY = 500
"""So many copies of one file are looked at: a unit's notice may lie in thousands of folders."""


@dataclass(frozen=True, slots=True)
class Kept:
    """Where a page, or a whole file (`page` is None), of an applicant stands."""

    applicant: int
    file: str
    page: int | None
    slot: Slot
    item: str | None
    excerpt: str = ""


def put_pages(connection: Connection, applicant: int, sketches: Iterable[PageSketch]) -> None:
    """Replaces what the store has of an applicant's pages."""
    connection.execute(delete(PAGES).where(PAGES.c.applicant == applicant))
    if rows := [_page(applicant, one) for one in sketches]:
        connection.execute(insert(PAGES), rows)


def put_files(connection: Connection, applicant: int, documents: Sequence[Document]) -> None:
    """Replaces what the store has of an applicant's files; one that could not be read is left out."""
    connection.execute(delete(FILES).where(FILES.c.applicant == applicant))
    if rows := [_file(applicant, document) for document in documents if document.readable]:
        connection.execute(insert(FILES), rows)


def page_rows(connection: Connection) -> Iterator[tuple[int, int, bytes]]:
    """Key, applicant and shingles of every page, ordered by applicant: what verify.compare.page_index.build takes."""
    query = select(PAGES.c.id, PAGES.c.applicant, PAGES.c.shingles).order_by(PAGES.c.applicant, PAGES.c.id)
    for row in connection.execution_options(yield_per=AT_ONCE).execute(query):
        yield row.id, row.applicant, row.shingles


def page_shingles(connection: Connection, pages: Sequence[int]) -> dict[int, bytes]:
    """The shingles of some pages by their keys, without those that are not there."""
    query = select(PAGES.c.id, PAGES.c.shingles).where(PAGES.c.id.in_(pages))
    return {row.id: row.shingles for row in connection.execute(query)}


def shingles_at(connection: Connection, applicant: int, file: str, page: int) -> bytes:
    """The shingles of a page by where it stands; b"" where the store has none."""
    where = (PAGES.c.applicant == applicant, PAGES.c.file == file, PAGES.c.page == page)
    return bytes(connection.execute(select(PAGES.c.shingles).where(*where)).scalar() or b"")


def page_of(connection: Connection, page: int) -> Kept | None:
    """Where a page stands, by its key; None where there is no such page."""
    columns = (PAGES.c.applicant, PAGES.c.file, PAGES.c.page, PAGES.c.slot, PAGES.c.item, PAGES.c.excerpt)
    row = connection.execute(select(*columns).where(PAGES.c.id == page)).one_or_none()
    return Kept(row.applicant, row.file, row.page, Slot(row.slot), row.item, row.excerpt) if row else None


def files_with(connection: Connection, sha256: str) -> list[Kept]:
    """Every file with these bytes, the first MANY."""
    columns = (FILES.c.applicant, FILES.c.file, FILES.c.slot, FILES.c.item)
    rows = connection.execute(select(*columns).where(FILES.c.sha256 == sha256).order_by(FILES.c.id).limit(MANY))
    return [Kept(row.applicant, row.file, None, Slot(row.slot), row.item) for row in rows]


def _page(applicant: int, one: PageSketch) -> dict[str, object]:
    return {
        "applicant": applicant,
        "file": one.file,
        "page": one.page,
        "slot": one.slot.value,
        "item": one.item,
        "excerpt": one.excerpt,
        "shingles": one.shingles,
    }


def _file(applicant: int, document: Document) -> dict[str, object]:
    return {
        "applicant": applicant,
        "sha256": document.sha256,
        "file": document.file,
        "slot": document.slot.value,
        "item": document.item,
    }
