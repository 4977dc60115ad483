"""What each applicant's item folders are claimed for: a project's or a paper's name, and the role in it."""

from __future__ import annotations

from sqlalchemy import Column, Connection, Integer, String, Table, insert, select

from verify.model import Case
from verify.store.applicants import APPLICANT
from verify.store.database import METADATA

WORKS = Table(
    "works",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column(APPLICANT, Integer, nullable=False, index=True),
    Column("item", String, nullable=False),
    Column("title", String),
    Column("role", String),
)

Work = tuple[str | None, str | None]
"""A claim's title and the applicant's role in it."""


def put_works(connection: Connection, applicant: int, case: Case) -> None:
    """Keep what a case's items are claimed for."""
    rows = [
        {APPLICANT: applicant, "item": i.subject, "title": _title(i.claim), "role": _role(i.claim)} for i in case.items
    ]
    if rows:
        connection.execute(insert(WORKS), rows)


def work_of(connection: Connection, applicant: int, item: str | None) -> Work:
    """What an item folder of an applicant is claimed for; (None, None) where nothing is known."""
    if item is None:
        return None, None
    query = select(WORKS.c.title, WORKS.c.role).where(WORKS.c.applicant == applicant, WORKS.c.item == item)
    row = connection.execute(query.limit(1)).first()
    return (row.title, row.role) if row else (None, None)


def _title(claim: object) -> str | None:
    return getattr(claim, "title", None) or getattr(claim, "name", None)


def _role(claim: object) -> str | None:
    return getattr(claim, "role", None)
