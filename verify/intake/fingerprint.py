"""The bytes of one file, read once: size, SHA-256 and head, without following links and within the size limit."""

from __future__ import annotations

import hashlib
import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from verify.intake.sniff import HEAD_BYTES, sniff
from verify.limits import MAX_FILE_BYTES
from verify.model import Trouble

_CHUNK = 1 << 20
# O_NONBLOCK: opening a pipe that took the file's place must not wait for a writer.
_FLAGS = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What is known of a file's bytes. `media` as `sniff` tells it."""

    size: int
    sha256: str
    media: str


class Unusable(Exception):  # noqa: N818 - it says what the file is
    """A file whose bytes cannot be had; `trouble` and `message` make the Problem."""

    def __init__(self, trouble: Trouble, message: str) -> None:
        super().__init__(message)
        self.trouble = trouble
        self.message = message


def fingerprint(path: Path) -> Fingerprint:
    """Hash and sniff the file at `path`; raises Unusable where it is too large, no regular file, or unreadable."""
    try:
        with open_regular(path) as file:
            return _read(file, path)
    except OSError as error:
        raise Unusable(
            Trouble.CORRUPT, f"文件无法读取（{error.strerror or '读写错误'}），请检查权限后重新上传"
        ) from None


def open_regular(path: Path) -> BinaryIO:
    """Open a regular file for reading; raises OSError for links and Unusable for devices, pipes and sockets."""
    descriptor = os.open(path, _FLAGS)
    if stat.S_ISREG(os.fstat(descriptor).st_mode):
        return os.fdopen(descriptor, "rb")
    os.close(descriptor)
    raise Unusable(Trouble.NOT_A_FILE, "不是普通文件（设备、管道或套接字），未读取；请换成普通文件重新上传")


def read_limited(path: Path, limit: int) -> bytes:
    """All bytes of a regular file of at most `limit` bytes; raises Unusable."""
    try:
        with open_regular(path) as file:
            data = file.read(limit + 1)
    except OSError as error:
        raise Unusable(
            Trouble.CORRUPT, f"文件无法读取（{error.strerror or '读写错误'}），请检查权限后重新上传"
        ) from None
    if len(data) > limit:
        raise Unusable(Trouble.TOO_LARGE, f"文件超过 {limit:,} 字节，未读取；请检查内容后重新上传")
    return data


def too_large() -> Unusable:
    """The refusal of a file over the size limit."""
    limit = MAX_FILE_BYTES // 1_000_000
    return Unusable(Trouble.TOO_LARGE, f"文件超过 {limit} MB，未读取；请压缩或拆分后重新上传")


def _read(file: BinaryIO, path: Path) -> Fingerprint:
    digest = hashlib.sha256()
    head, size = b"", 0
    while chunk := file.read(_CHUNK):
        head = head or chunk[:HEAD_BYTES]
        size += len(chunk)
        if size > MAX_FILE_BYTES:
            raise too_large()
        digest.update(chunk)
    return Fingerprint(size, digest.hexdigest(), sniff(head, size, path))
