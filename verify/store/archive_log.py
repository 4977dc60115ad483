"""Every change to the integrity archive, one line each, chained: a line altered or taken out later is noticed.

Each digest is SHA-256 over the line and the digest before it. Who rewrites the whole chain, or cuts lines off its end,
is found out only by the last digest noted elsewhere: `hedui archive list` shows it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Column, Connection, Integer, String, Table, event, insert, select

from verify.store.database import METADATA

START = "0" * 64

LOG = Table(
    "archive_log",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("at", String, nullable=False),
    Column("who", String, nullable=False),
    Column("what", String, nullable=False),
    # Unique, so that two who write at once cannot both go on from the same line.
    Column("previous", String, nullable=False, unique=True),
    Column("digest", String, nullable=False),
)


def append_only(table: Table) -> None:
    """Have the database itself refuse to change or delete the table's rows."""
    event.listen(table, "after_create", _forbid)


def _forbid(table: Table, connection: Connection, **_: Any) -> None:
    for verb in ("UPDATE", "DELETE"):
        named = f"CREATE TRIGGER {table.name}_no_{verb.lower()} BEFORE {verb} ON {table.name}"
        connection.exec_driver_sql(f"{named} BEGIN SELECT RAISE(ABORT, 'append-only'); END")


append_only(LOG)


def last_digest(connection: Connection) -> str:
    """The digest of the last line."""
    row = connection.execute(select(LOG.c.digest).order_by(LOG.c.id.desc()).limit(1)).first()
    return str(row.digest) if row else START


def note(connection: Connection, who: str, at: datetime, what: Mapping[str, Any]) -> None:
    """Add a line."""
    line = {"at": at.isoformat(timespec="seconds"), "who": who, "what": json.dumps(what, ensure_ascii=False)}
    previous = last_digest(connection)
    connection.execute(insert(LOG).values(**line, previous=previous, digest=_digest(previous, line)))


def lines(connection: Connection) -> Iterator[tuple[dict[str, Any], bool]]:
    """What each line says, and whether the chain holds up to it."""
    previous = START
    for row in connection.execute(select(LOG).order_by(LOG.c.id)):
        line = {"at": row.at, "who": row.who, "what": row.what}
        yield json.loads(row.what), row.previous == previous and row.digest == _digest(previous, line)
        previous = row.digest


def _digest(previous: str, line: Mapping[str, str]) -> str:
    return hashlib.sha256(json.dumps([previous, line["at"], line["who"], line["what"]]).encode()).hexdigest()
