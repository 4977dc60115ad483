"""The integrity archive's tables: records of what persons decided. Rows are added and withdrawn, never changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Column, Connection, Date, ForeignKey, Integer, Row, String, Table, insert, or_, select

from checks.names import compact
from verify.archive.entry import Entry
from verify.store.archive_log import append_only, lines, note
from verify.store.database import METADATA
from verify.store.secret import Secret

RECORDS = Table(
    "archive_records",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("name", String, nullable=False),
    Column("name_key", String, nullable=False, index=True),  # without spaces and dots
    Column("person", String, index=True),  # Secret.of the ID number
    Column("employer", String),
    Column("reason", String, nullable=False),
    Column("kind", String),
    Column("clause", String),
    Column("document", String),
    Column("decided_by", String, nullable=False),
    Column("decided_on", Date, nullable=False),
    Column("source", String),
    Column("added_at", String, nullable=False),
)
WITHDRAWN = Table(
    "archive_withdrawn",
    METADATA,
    Column("record", Integer, ForeignKey("archive_records.id"), primary_key=True),
    Column("at", String, nullable=False),
    Column("who", String, nullable=False),
    Column("why", String, nullable=False),
)
append_only(RECORDS)
append_only(WITHDRAWN)


@dataclass(frozen=True, slots=True)
class Record:
    """A row as it is kept. `person` is the ID number's digest; `withdrawn` says who took it back, when and why."""

    id: int
    name: str
    person: str | None
    employer: str | None
    reason: str
    kind: str | None
    clause: str | None
    document: str | None
    decided_by: str
    decided_on: date
    source: str | None
    added_at: str
    withdrawn: str | None = None


@dataclass(frozen=True, slots=True)
class Added:
    """What became of entries: the new records' ids, and those that the archive had already."""

    ids: tuple[int, ...]
    known: tuple[Entry, ...]


def add(connection: Connection, secret: Secret, entries: Iterable[Entry], who: str, now: datetime) -> Added:
    """Keep entries; `who` enters them. One that repeats a record's person (or name), day and reason is left out."""
    ids: list[int] = []
    known: list[Entry] = []
    for entry in entries:
        values = _values(entry, secret, now)
        if _is_known(connection, values):
            known.append(entry)
            continue
        done = connection.execute(insert(RECORDS).values(**values))
        ids.append(done.lastrowid)
        note(connection, who, now, {"add": _logged({"id": ids[-1], **values})})
    return Added(tuple(ids), tuple(known))


def withdraw(connection: Connection, record: int, who: str, why: str, now: datetime) -> bool:
    """Take back a record that was entered wrongly; it stays to be seen. False where there is none such in force."""
    found = connection.execute(_query().where(RECORDS.c.id == record, WITHDRAWN.c.record.is_(None))).first()
    if found is None:
        return False
    values = {"record": record, "at": now.isoformat(timespec="seconds"), "who": who, "why": why}
    connection.execute(insert(WITHDRAWN).values(**values))
    note(connection, who, now, {"withdraw": values})
    return True


def records(connection: Connection) -> tuple[Record, ...]:
    """Every record, withdrawn ones too, in the order of their entry."""
    return tuple(map(_record, connection.execute(_query().order_by(RECORDS.c.id))))


def about(connection: Connection, person: str | None, name: str) -> tuple[Record, ...]:
    """The records in force of an ID number's digest or of a name."""
    namesake = RECORDS.c.name_key == compact(name)
    hits = or_(namesake, RECORDS.c.person == person) if person else namesake
    found = connection.execute(_query().where(hits, WITHDRAWN.c.record.is_(None)).order_by(RECORDS.c.id))
    return tuple(map(_record, found))


def is_intact(connection: Connection) -> bool:
    """Whether the log's chain holds, and the records are what the log says."""
    said = list(lines(connection))
    kept = [_logged(dict(row._mapping)) for row in connection.execute(select(RECORDS).order_by(RECORDS.c.id))]
    back = [dict(row._mapping) for row in connection.execute(select(WITHDRAWN).order_by(WITHDRAWN.c.record))]
    added = [what["add"] for what, _ in said if "add" in what]
    taken = sorted((what["withdraw"] for what, _ in said if "withdraw" in what), key=lambda one: one["record"])
    return all(holds for _, holds in said) and kept == added and back == taken


def _values(entry: Entry, secret: Secret, now: datetime) -> dict[str, Any]:
    plain = ("name", "employer", "reason", "kind", "clause", "document", "decided_by", "decided_on", "source")
    values = {name: getattr(entry, name) for name in plain}
    values |= {"name_key": compact(entry.name), "person": secret.of(entry.id_number)}
    return values | {"added_at": now.isoformat(timespec="seconds")}


def _logged(values: dict[str, Any]) -> dict[str, Any]:
    return {name: str(value) if isinstance(value, date) else value for name, value in sorted(values.items())}


def _is_known(connection: Connection, values: dict[str, Any]) -> bool:
    """A record in force of the same day and reason, of the same person; by name where the entry has no more to add."""
    same = [one for one in about(connection, values["person"], values["name"]) if one.reason == values["reason"]]
    same = [one for one in same if one.decided_on == values["decided_on"]]
    return any(values["person"] is None or one.person == values["person"] for one in same)


def _query() -> Any:
    back = (WITHDRAWN.c.at.label("back_at"), WITHDRAWN.c.who.label("back_who"), WITHDRAWN.c.why.label("back_why"))
    return select(RECORDS, *back).join(WITHDRAWN, WITHDRAWN.c.record == RECORDS.c.id, isouter=True)


def _record(row: Row[Any]) -> Record:
    fields = {name: getattr(row, name) for name in Record.__dataclass_fields__ if name != "withdrawn"}
    back = f"{row.back_at[:10]} {row.back_who}：{row.back_why}" if row.back_at else None
    return Record(**fields, withdrawn=back)
