"""What each applicant's item folders are claimed for: a project's or a paper's name, and the role in it."""

from __future__ import annotations

from sqlalchemy import Column, Connection, Integer, String, Table, insert, select

from verify.model import Case
from verify.store.applicants import APPLICANT
from verify.store.database import METADATA

WORKS = Table(
    "item_works",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column(APPLICANT, Integer, nullable=False, index=True),
    Column("item", String, nullable=False),
    Column("title", String),
    Column("role", String),
    Column("number", String),
)

Work = tuple[str | None, str | None, str | None]
"""A claim's title, the applicant's role in it, and the project's number as the platforms have it."""


def put_works(connection: Connection, applicant: int, case: Case) -> None:
    """Keep what a case's items are claimed for."""
    rows = [
        {
            APPLICANT: applicant, "item": i.subject, "title": _title(i.claim), "role": _told(i.claim, "role"),
            "number": _told(i.claim, "registry_number"),
        }
        for i in case.items
    ]  # fmt: skip
    if rows:
        connection.execute(insert(WORKS), rows)


def work_of(connection: Connection, applicant: int, item: str | None) -> Work:
    """What an item folder of an applicant is claimed for; None thrice where nothing is known."""
    if item is None:
        return None, None, None
    query = select(WORKS.c.title, WORKS.c.role, WORKS.c.number).where(
        WORKS.c.applicant == applicant, WORKS.c.item == item
    )
    row = connection.execute(query.limit(1)).first()
    return (row.title, row.role, row.number) if row else (None, None, None)


def _title(claim: object) -> str | None:
    return _told(claim, "title") or _told(claim, "name")


def _told(claim: object, name: str) -> str | None:
    return getattr(claim, name, None)
