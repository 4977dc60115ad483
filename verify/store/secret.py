"""ID numbers as the store keeps them: a keyed digest, so that the file alone tells no one's number.

HMAC-SHA-256 (RFC 2104) with a key of its own beside the store; whoever copies the store without the key can neither
read nor try numbers. The store keeps a digest of its key: with another one, nobody in it would be known again.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
from contextlib import suppress
from pathlib import Path

from sqlalchemy import Column, Connection, Engine, Integer, String, Table, delete, exists, insert, inspect, select

from verify.errors import OutputError, UsageError
from verify.lang import tr
from verify.store.database import METADATA
from verify.store.place import key_path

KEY_BYTES = 32

CHECKED = b"the key of this store"
"""What the key is checked by; no ID number has its spaces and lower case."""

KEYS = Table(
    "store_key",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("digest", String, nullable=False),  # of CHECKED
)


DOUBTFUL = "?"
"""Before the digest of an ID number that is not well formed: mistyped, it is another than the person's."""


def same_number(one: str | None, other: str | None) -> bool | None:
    """Whether two digests are of one ID number; None where it cannot be told: one is missing or doubtful."""
    if not one or not other:
        return None
    if one == other:
        return True
    return None if DOUBTFUL in (one[0], other[0]) else False


class Secret:
    """A store's key: 32 bytes."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    def of(self, id_number: str | None) -> str | None:
        """The digest of an ID number, of whatever case and spacing; None for none."""
        plain = "".join((id_number or "").split()).upper()
        return self._digest(plain.encode()) if plain else None

    @property
    def check(self) -> str:
        """What a store keeps of its key."""
        return self._digest(CHECKED)

    @property
    def names_key(self) -> bytes:
        """64 bytes for names of folders and files (verify/store/names.py)."""
        return hmac.new(self._key, b"names of folders and files", hashlib.sha512).digest()

    def _digest(self, plain: bytes) -> str:
        return hmac.new(self._key, plain, hashlib.sha256).hexdigest()


def secret_of(engine: Engine, store: Path) -> Secret:
    """The key of the store at `store`, made with a store that holds nothing.

    Raises UsageError where a store that holds something has lost its key or has another's beside it, OutputError where
    the key cannot be read or made.
    """
    with engine.begin() as connection:
        found = _read(key_path(store))
        if found and _noted(connection) == Secret(found).check:
            return Secret(found)
        connection.exec_driver_sql("BEGIN IMMEDIATE")  # two first runs at once must not each make a key
        found = _read(key_path(store))
        if why := _fault(connection, store, found):
            raise UsageError(why)
        secret = Secret(found or _made(key_path(store)))
        connection.execute(delete(KEYS))
        connection.execute(insert(KEYS).values(id=1, digest=secret.check))
    return secret


def key_fault(connection: Connection, store: Path) -> str:
    """Why a store cannot be used with what lies beside it, and the mend; "" where it can, and nothing is changed."""
    return _fault(connection, store, _read(key_path(store)))


def _fault(connection: Connection, store: Path, key: bytes | None) -> str:
    """A store that holds nothing may have any key that is one, or none yet."""
    noted = _noted(connection)
    if key is not None and len(key) != KEY_BYTES:
        return _lost(store, tr("长度不对，已损坏", "is damaged: its length is wrong"))
    if key is None and not _is_empty(connection):
        return _lost(store, tr("不在原处", "is not there"))
    if key and noted and not hmac.compare_digest(noted, Secret(key).check) and not _is_empty(connection):
        return _lost(store, tr("是另一个数据库的", "is another store's"))
    return ""


def _lost(store: Path, why: str) -> str:
    key = key_path(store)
    return tr(
        f"数据库 {store} 的密钥 {key} {why}；没有原来的密钥，诚信档案和以往批次中的身份证号都对不上，会漏查也会误报。"
        f"请从备份恢复 {key.name}，或以 --store 另选一个文件新建数据库",
        f"The key {key} of the store {store} {why}; without it no ID number of the archive and of earlier batches can "
        f"be matched. Restore {key.name} from the backup, or start a new store with --store",
    )


def _noted(connection: Connection) -> str | None:
    """The check digest; None in a store from before it was kept."""
    if not inspect(connection).has_table(KEYS.name):
        return None
    return connection.execute(select(KEYS.c.digest)).scalar()


def _is_empty(connection: Connection) -> bool:
    import verify.store.tables  # noqa: F401 - declares them

    there = set(inspect(connection).get_table_names()) - {KEYS.name}
    held = (table for name, table in METADATA.tables.items() if name in there)
    return not any(connection.execute(select(exists(select(1).select_from(table)))).scalar() for table in held)


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise _unreadable(path, error) from error


def _made(path: Path) -> bytes:
    try:
        with suppress(FileExistsError):
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(handle, "wb") as stream:
                stream.write(secrets.token_bytes(KEY_BYTES))
        return path.read_bytes()
    except OSError as error:
        raise _unreadable(path, error) from error


def _unreadable(path: Path, error: OSError) -> OutputError:
    why = error.strerror or str(error)
    return OutputError(
        tr(
            f"数据库的密钥 {path} 不能使用（{why}）。请检查权限；不要删除它，否则诚信档案中的身份证号无法再对上",
            f"The store's key {path} cannot be used ({why}). Check its permissions; do not delete it, "
            "or the archive's ID numbers can no longer be matched",
        )
    )
