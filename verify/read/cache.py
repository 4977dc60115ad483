"""What was read, kept by content, engine and version, so that nothing is read twice.

An entry holds page text as it stands, ID numbers included; so each is encrypted with a key made from the file's own
bytes: who has the file can open its entry, and nobody else can. Neither the key nor the entry's name can be made from
the SHA-256 that the report shows.
"""

from __future__ import annotations

import base64
import hashlib
import zlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from verify.read.file import Reading
from verify.read.seals.recogniser import MODEL
from verify.write import write_atomic

FORMAT = f"11+{MODEL}"
"""Raise when a change in reading makes old entries wrong."""


@dataclass(frozen=True, slots=True)
class Key:
    """Where an entry lies and what opens it."""

    name: str
    secret: bytes


def key(path: Path, reader: str) -> Key:
    """The key of a file as read by `reader` (engine id and version); reads the file once."""
    with path.open("rb") as stream:
        content = hashlib.file_digest(stream, lambda: hashlib.blake2b(person=b"hedui-content")).digest()
    name = hashlib.blake2b(content + f"{FORMAT}|{reader}".encode(), person=b"hedui-name", digest_size=20)
    return Key(name.hexdigest(), hashlib.blake2b(content, person=b"hedui-secret", digest_size=32).digest())


class Cache:
    """A folder of entries; a damaged entry counts as none."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, entry: Key) -> Reading | None:
        from cryptography.fernet import Fernet, InvalidToken

        try:
            token = self._path(entry).read_bytes()
            return _adapter().validate_json(zlib.decompress(Fernet(_fernet(entry)).decrypt(token)))
        except (OSError, InvalidToken, zlib.error, ValidationError):
            return None

    def put(self, entry: Key, reading: Reading) -> None:
        from cryptography.fernet import Fernet

        packed = zlib.compress(_adapter().dump_json(reading), 6)
        write_atomic(self._path(entry), Fernet(_fernet(entry)).encrypt(packed))

    def _path(self, entry: Key) -> Path:
        return self._folder / entry.name[:2] / entry.name


def _fernet(entry: Key) -> bytes:
    return base64.urlsafe_b64encode(entry.secret)


@lru_cache(maxsize=1)
def _adapter() -> TypeAdapter[Reading]:
    return TypeAdapter(Reading)
