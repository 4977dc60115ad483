"""The store's file opened: SQLite through SQLAlchemy Core. No images are kept, only digests, sketches and places."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from sqlalchemy import Connection, Engine, ExceptionContext, MetaData, Table, create_engine, event, inspect, text
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import ConnectionPoolEntry, NullPool, StaticPool

from verify.errors import OutputError, UsageError
from verify.lang import tr
from verify.store.place import VARIABLE, key_path

VERSION = 1
"""Of the tables; a store of another version is refused, not altered."""

BUSY_MS = 30_000
"""How long to wait for another run that is writing."""

_SAID = {
    "readonly": ("文件或所在文件夹是只读的", "the file or its folder is read-only"),
    "unable to open": ("文件打不开，可能没有权限", "the file cannot be opened, perhaps not permitted"),
    "locked": ("另一程序正在写入", "another program is writing"),
    "is full": ("磁盘已满", "the disk is full"),
}
"""By a part of what SQLite says."""

METADATA = MetaData()
"""Every table of the store; the modules of verify/store declare theirs here."""


@contextmanager
def opened(path: Path) -> Iterator[Engine]:
    """The store at `path`, made if need be; raises OutputError where it cannot be, UsageError where it is no store."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _refuse_emptied(path)
        engine = create_engine(f"sqlite:///{path}", poolclass=NullPool)
        event.listen(engine, "connect", _prepare)
        event.listen(engine, "handle_error", partial(_damaged, path))
        _make(engine, path)
    except (OSError, DatabaseError) as error:
        raise _unusable(path, error) from error
    try:
        yield engine
    finally:
        engine.dispose()


@contextmanager
def reading(path: Path, *tables: Table) -> Iterator[Engine]:
    """The store at `path` to be read alone, so that a file or folder without write access will do.

    One without `tables`, of an earlier hedui, is first given them; where there is no store, an empty one is read and
    nothing made. Raises as `opened` does.
    """
    if not _is_there(path):
        with _nothing() as engine:
            yield engine
        return
    _refuse_emptied(path)
    address = f"{path.absolute().as_uri()}?mode=ro"
    engine = create_engine(
        "sqlite://", creator=lambda: sqlite3.connect(address, BUSY_MS / 1000, uri=True), poolclass=NullPool
    )
    event.listen(engine, "handle_error", partial(_damaged, path))
    try:
        with engine.connect() as connection:
            _refuse_version(connection, path)
            lacks = {table.name for table in tables} - set(inspect(connection).get_table_names())
    except DatabaseError as error:
        raise _unusable(path, error) from error
    if lacks:
        with opened(path) as engine:
            yield engine
    else:
        yield engine


def fault_in(connection: Connection) -> str:
    """What SQLite finds wrong with the file itself, "" where nothing is."""
    said = str(connection.execute(text("PRAGMA quick_check(1)")).scalar())
    return "" if said == "ok" else said


def _refuse_emptied(path: Path) -> None:
    """A file without a byte beside a store's key was a store: taken as new, its archive would bar nobody."""
    if path.is_file() and path.stat().st_size == 0 and key_path(path).exists():
        raise UsageError(
            tr(
                f"数据库 {path} 是空文件，而它的密钥还在：内容可能丢失。请从备份恢复；确要新建的，把两个文件都移走",
                f"The store {path} is an empty file and its key is still there: what it held may be lost. Restore it from "
                "the backup; to start anew, move both files away",
            )
        )


def _damaged(path: Path, context: ExceptionContext) -> None:
    """Says in the reader's words what SQLAlchemy would show with statement and parameters."""
    if "malformed" in str(context.original_exception):
        raise OutputError(
            tr(
                f"数据库 {path} 已损坏，读不下去。请从备份恢复，或以 {_named()} 另选一个文件新建（以前的批次和诚信档案便不比对）",
                f"The store {path} is damaged. Restore it from the backup, or start a new one with {_named()} (earlier "
                "batches and the archive are then not compared)",
            )
        )


def _is_there(path: Path) -> bool:
    try:
        path.stat()
    except FileNotFoundError:
        return False
    except OSError as error:
        raise _unusable(path, error) from error
    return True


@contextmanager
def _nothing() -> Iterator[Engine]:
    import verify.store.tables  # noqa: F401 - declares them

    engine = create_engine("sqlite://", poolclass=StaticPool)
    METADATA.create_all(engine)
    try:
        yield engine
    finally:
        engine.dispose()


def _make(engine: Engine, path: Path) -> None:
    import verify.store.tables  # noqa: F401 - declares them

    with engine.begin() as connection:
        connection.exec_driver_sql("BEGIN IMMEDIATE")  # two first runs at once must not each make the tables
        _refuse_version(connection, path)
        METADATA.create_all(connection)
        connection.execute(text(f"PRAGMA user_version = {VERSION}"))


def _refuse_version(connection: Connection, path: Path) -> None:
    version = connection.execute(text("PRAGMA user_version")).scalar_one()
    if version not in (0, VERSION):
        raise UsageError(
            tr(
                f"{path} 是另一版本（{version}）的数据库。请用写入它的版本，或以 {_named()} 另选一个文件",
                f"{path} is a store of version {version}. Use the hedui that wrote it, or set {_named()}",
            )
        )


def _prepare(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
    """No WAL: it does not work on network drives, where office files lie."""
    cursor = connection.cursor()
    for pragma in (f"busy_timeout = {BUSY_MS}", "journal_mode = DELETE", "foreign_keys = ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _unusable(path: Path, error: Exception) -> UsageError | OutputError:
    why = told(error)
    if "not a database" in why:
        return UsageError(
            tr(
                f"{path} 不是本程序的数据库。请以 {_named()} 另选一个文件",
                f"{path} is not a store of hedui. Set {_named()} to another file",
            )
        )
    return OutputError(
        tr(
            f"数据库 {path} 无法打开或写入（{why}）。请检查权限和磁盘，或以 {_named()} 另选一个文件",
            f"The store {path} cannot be opened or written ({why}). Check permissions and disk, or set {_named()}",
        )
    )


def told(error: Exception) -> str:
    """What the database or the system says, in the reader's language where it is a usual thing."""
    why = str(getattr(error, "orig", None) or error)
    return next((tr(*said) for part, said in _SAID.items() if part in why), why)


def _named() -> str:
    return f"--store / {VARIABLE}"
