"""Entries and lists for the archive's tests; every person is invented."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from verify.archive.entry import Entry
from verify.store.database import opened
from verify.store.secret import Secret, secret_of

ID = "330602198504120232"
OTHER_ID = "330602198504120013"
TODAY = date(2026, 3, 1)
NOW = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)


def entry(name: str = "王建国", id_number: str | None = ID, on: str = "2024-03-01", **more: Any) -> Entry:
    """A decided case."""
    more.setdefault("reason", "业绩造假")
    return Entry(name=name, id_number=id_number, decided_on=date.fromisoformat(on), decided_by="张敏", **more)


@contextmanager
def store(folder: Path) -> Iterator[tuple[Connection, Secret]]:
    """The archive of a store in `folder`, in one transaction."""
    path = folder / "store.sqlite"
    with opened(path) as engine:
        secret = secret_of(engine, path)
        with engine.begin() as connection:
            yield connection, secret
