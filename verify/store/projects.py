"""Who claims which project, from batch to batch, and what the platforms' exports say: the query of 五（七）3."""

from __future__ import annotations

import json
from datetime import date
from itertools import islice

from sqlalchemy import Column, Connection, Date, ForeignKey, Integer, Table, Text, insert, inspect, select

from verify.form import Project
from verify.model import Case, Slot
from verify.project_names import fold
from verify.registry.registry import Entry, Registry
from verify.store.applicants import APPLICANT
from verify.store.database import METADATA
from verify.store.names import Name
from verify.store.project_index import NAMES, name_ids

CLAIMS = Table(
    "project_claims",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column(APPLICANT, Integer, nullable=False, index=True),
    Column("name", ForeignKey(NAMES.c.id), nullable=False, index=True),
    Column("project", Text, nullable=False),
    Column("role", Text),
    Column("employer", Text),
    Column("number", Text),
    Column("started", Text),
    Column("completed", Text),
    Column("files", Name, nullable=False),
)
"""A project of one applicant; `files` is a JSON list of the evidence, relative to their folder."""

SOURCES = Table(
    "project_sources",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("digest", Text, nullable=False, unique=True),
    Column("file", Name, nullable=False),
)
"""The exports that were read."""

READ = Table(
    "project_sources_read",
    METADATA,
    Column("source", ForeignKey(SOURCES.c.id), primary_key=True),
    Column("day", Date, nullable=False),
)
"""When an export was first read; not known of those in older stores."""

RECORDS = Table(
    "project_records",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("source", ForeignKey(SOURCES.c.id), nullable=False),
    Column("name", ForeignKey(NAMES.c.id), nullable=False, index=True),
    *(Column(name, Text, nullable=False) for name in Entry._fields),
)
"""An export's rows as verify.registry.registry.Entry has them."""

_CHUNK = 5_000


def put_claims(connection: Connection, applicant: int, case: Case) -> None:
    """Write the projects that an applicant claims; `applicant` is theirs in verify.store.applicants, and as that is
    put anew or forgotten, so are these."""
    held = [(item.claim, [document.file for document in item.documents]) for item in case.items_in(Slot.PROJECT)]
    claims = [(claim, files) for claim, files in held if isinstance(claim, Project) and fold(claim.name or "")]
    names = name_ids(connection, "claims", (fold(claim.name or "") for claim, _ in claims))
    rows = [
        {
            "applicant": applicant, "name": names[fold(claim.name or "")],
            "project": claim.name, "role": claim.role, "employer": claim.employer,
            "number": claim.registry_number, "started": str(claim.started or ""), "completed": str(claim.completed or ""),
            "files": json.dumps(files, ensure_ascii=False),
        }
        for claim, files in claims
    ]  # fmt: skip
    if rows:
        connection.execute(insert(CLAIMS), rows)


def sources(connection: Connection) -> dict[int, str]:
    """Each export by its row: its file, and the day on which it was first read, for a later one may say otherwise."""
    query = select(SOURCES.c.id, SOURCES.c.file)
    found = {row.id: str(row.file) for row in connection.execute(query)}
    dated = inspect(connection).has_table(READ.name)  # a store that is only read may be an older one
    days = {row.source: row.day for row in connection.execute(select(READ))} if dated else {}
    return {row: f"{file}（{days[row]} 读入）" if row in days else file for row, file in found.items()}


def put_registry(connection: Connection, registry: Registry, today: date | None = None) -> bool:
    """Write an export's rows, read `today`; False where these very bytes were written before."""
    if connection.execute(select(SOURCES.c.id).where(SOURCES.c.digest == registry.digest)).first():
        return False
    put = insert(SOURCES).values(digest=registry.digest, file=registry.file)
    source = connection.execute(put.returning(SOURCES.c.id)).scalar_one()
    connection.execute(insert(READ).values(source=source, day=today or date.today()))
    rest = iter(registry.entries)
    while chunk := list(islice(rest, _CHUNK)):
        folded = [fold(entry.project) for entry in chunk]
        names = name_ids(connection, "records", filter(None, folded))
        rows = [
            {"source": source, "name": names[name], **entry._asdict()}
            for entry, name in zip(chunk, folded, strict=True)
            if name
        ]
        if rows:
            connection.execute(insert(RECORDS), rows)
    return True
