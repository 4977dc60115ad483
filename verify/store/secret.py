"""ID numbers as the store keeps them: a keyed digest, so that the file alone tells no one's number.

HMAC-SHA-256 (RFC 2104) with a key of its own beside the store; whoever copies the store without the key can neither
read nor try numbers.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
from pathlib import Path

from verify.errors import OutputError
from verify.lang import tr

KEY_BYTES = 32


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
    """The key of the store at `store`, made at first use; raises OutputError where it cannot be read or made."""

    def __init__(self, store: Path) -> None:
        self._key = _key(store.with_name(f"{store.name}.key"))

    def of(self, id_number: str | None) -> str | None:
        """The digest of an ID number, of whatever case and spacing; None for none."""
        plain = "".join((id_number or "").split()).upper()
        return hmac.new(self._key, plain.encode(), hashlib.sha256).hexdigest() if plain else None


def _key(path: Path) -> bytes:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            pass
        else:
            with os.fdopen(handle, "wb") as stream:
                stream.write(secrets.token_bytes(KEY_BYTES))
        key = path.read_bytes()
    except OSError as error:
        raise _unreadable(path, error.strerror or str(error)) from error
    if len(key) != KEY_BYTES:
        raise _unreadable(path, tr("长度不对", "of the wrong length"))
    return key


def _unreadable(path: Path, why: str) -> OutputError:
    return OutputError(
        tr(
            f"数据库的密钥 {path} 不能使用（{why}）。请检查权限；不要删除它，否则诚信档案中的身份证号无法再对上",
            f"The store's key {path} cannot be used ({why}). Check its permissions; do not delete it, "
            "or the archive's ID numbers can no longer be matched",
        )
    )
