"""The archive opened for its keepers' commands: who may write, for how many years a record counts, how it is shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.exc import DatabaseError

from checks.sanction import Barred
from verify.archive.entry import Entry
from verify.archive.listed import Listed, Refused
from verify.errors import OutputError, UsageError
from verify.lang import tr
from verify.packs import DEFAULT, load
from verify.store.archive import RECORDS, WITHDRAWN, Added, add, withdraw
from verify.store.archive_log import LOG
from verify.store.database import opened, reading
from verify.store.database import told as told_of
from verify.store.place import default_store
from verify.store.secret import Secret, secret_of

CHECK = "sanction.integrity_archive"

SHOWN = 50
"""Refused rows that are listed one by one."""


@contextmanager
def archive(store: Path | None) -> Iterator[tuple[Connection, Secret]]:
    """The store's archive in one transaction: all that is done with it is kept, or nothing; raises OutputError."""
    path = store or default_store()
    with opened(path) as engine, _said(path):
        secret = secret_of(engine, path)
        with engine.begin() as connection:
            yield connection, secret


@contextmanager
def archive_read(store: Path | None) -> Iterator[Connection]:
    """The store's archive to be read alone: without write access, and without the store's key."""
    path = store or default_store()
    with reading(path, RECORDS, WITHDRAWN, LOG) as engine, _said(path), engine.connect() as connection:
        yield connection


@contextmanager
def _said(path: Path) -> Iterator[None]:
    try:
        yield
    except DatabaseError as error:
        why = told_of(error)
        raise OutputError(
            tr(
                f"档案库 {path} 无法读写（{why}），没有作任何改动。如有他人正在写入，请稍后再试；否则请检查磁盘和权限",
                f"The archive {path} cannot be read or written ({why}); nothing was changed. "
                "If someone else is writing, try again; else check disk and permissions",
            )
        ) from error


def years_of(notice: str | None) -> int:
    """For how many years a record counts by a notice, the default one's where none is named."""
    law = load(notice or DEFAULT)
    found = [rule.params.years for rule in law.rules if rule.check.id == CHECK and isinstance(rule.params, Barred)]
    if not found:
        raise UsageError(
            tr(
                f"通知 {law.head.id} 没有 {CHECK}，不知道记录期限；请用 --notice 另选",
                f"The notice {law.head.id} has no {CHECK} and so no period; choose another with --notice",
            )
        )
    return found[0]


def keep(connection: Connection, secret: Secret, entries: Sequence[Entry], who: str) -> Added:
    """Keep entries as of now."""
    return add(connection, secret, entries, who, datetime.now(UTC))


def take_back(connection: Connection, record: int, who: str, why: str) -> None:
    """Withdraw a record as of now; raises UsageError where there is none such in force."""
    if not withdraw(connection, record, who, why, datetime.now(UTC)):
        raise UsageError(
            tr(
                f"没有第 {record} 条，或已撤回；请用 hedui archive list 查看编号",
                f"No record {record}, or it was taken back already; see hedui archive list",
            )
        )


def all_or_nothing(read: Listed) -> None:
    """Raise UsageError with the refused rows, where there are any."""
    if read.refused:
        raise UsageError(
            tr(
                f"有 {len(read.refused)} 行不能导入，没有导入任何一行：\n{told(read.refused)}\n"
                "请改正后再导入；或加 --skip-bad，先导入其余各行",
                f"{len(read.refused)} rows cannot be imported, and none was:\n{told(read.refused)}\n"
                "Mend them and import again, or take the others with --skip-bad",
            )
        )


def told(refused: Sequence[Refused]) -> str:
    """Refused rows one a line."""
    more = len(refused) - SHOWN
    rest = [tr(f"……另有 {more} 行", f"… and {more} more")] if more > 0 else []
    return "\n".join([*(f"  {row}" for row in refused[:SHOWN]), *rest])
