"""The store's file opened: SQLite through SQLAlchemy Core. No images are kept, only digests, sketches and places."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Engine, MetaData, create_engine, event, text
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import ConnectionPoolEntry, NullPool

from verify.errors import OutputError, UsageError
from verify.lang import tr

VERSION = 1
"""Of the tables; a store of another version is refused, not altered."""

BUSY_MS = 30_000
"""How long to wait for another run that is writing."""

METADATA = MetaData()
"""Every table of the store; the modules of verify/store declare theirs here."""


@contextmanager
def opened(path: Path) -> Iterator[Engine]:
    """The store at `path`, made if need be; raises OutputError where it cannot be, UsageError where it is no store."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        engine = create_engine(f"sqlite:///{path}", poolclass=NullPool)
        event.listen(engine, "connect", _prepare)
        _make(engine, path)
    except (OSError, DatabaseError) as error:
        raise _unusable(path, error) from error
    try:
        yield engine
    finally:
        engine.dispose()


def _make(engine: Engine, path: Path) -> None:
    import verify.store.tables  # noqa: F401 - declares them

    with engine.begin() as connection:
        version = connection.execute(text("PRAGMA user_version")).scalar_one()
        if version not in (0, VERSION):
            raise UsageError(
                tr(
                    f"{path} 是另一版本（{version}）的数据库。请用写入它的版本，或以 {_named()} 另选一个文件",
                    f"{path} is a store of version {version}. Use the hedui that wrote it, or set {_named()}",
                )
            )
        METADATA.create_all(connection)
        connection.execute(text(f"PRAGMA user_version = {VERSION}"))


def _prepare(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
    """No WAL: it does not work on network drives, where office files lie."""
    cursor = connection.cursor()
    for pragma in (f"busy_timeout = {BUSY_MS}", "journal_mode = DELETE", "foreign_keys = ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _unusable(path: Path, error: Exception) -> UsageError | OutputError:
    why = str(getattr(error, "orig", None) or error)
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


def _named() -> str:
    from verify.store.place import VARIABLE

    return f"--store / {VARIABLE}"
