"""Files of the output, each written whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from pathlib import Path

from verify.errors import OutputError
from verify.lang import tr

_LOCKED = (
    "没有写入权限，或文件正被其他程序打开，请关闭该文件、检查权限，或用 --out 换一个文件夹",
    "no permission, or another program has the file open; close it, check the permissions, or use another --out",
)
_REASONS = {
    errno.ENOSPC: (
        "磁盘空间已满，请清理磁盘或用 --out 换一个文件夹",
        "the disk is full; free some space or use another --out",
    ),
    errno.EDQUOT: (
        "磁盘配额已用完，请清理磁盘或用 --out 换一个文件夹",
        "the disk quota is used up; free some space or use another --out",
    ),
    errno.EACCES: _LOCKED,
    errno.EPERM: _LOCKED,
    errno.EROFS: ("所在磁盘是只读的，请用 --out 换一个文件夹", "the disk is read-only; use another --out"),
    errno.ENAMETOOLONG: (
        "路径太长，请用 --out 换一个层级较浅的文件夹",
        "the path is too long; use an --out that is less deep",
    ),
    errno.ENOTDIR: (
        "路径中有一段是文件而不是文件夹，请用 --out 换一个文件夹",
        "a part of the path is a file, not a folder; use another --out",
    ),
    errno.EISDIR: (
        "同名的位置已有一个文件夹，请移走它，或用 --out 换一个文件夹",
        "a folder stands in its place; move it away or use another --out",
    ),
    errno.EEXIST: (
        "同名的位置已有一个文件，请移走它，或用 --out 换一个文件夹",
        "a file stands in its place; move it away or use another --out",
    ),
}


def write_atomic(path: Path, data: bytes) -> None:
    """Write a file and its folders so that a reader sees the old bytes or the new; raises OutputError."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, data)
    except OSError as error:
        reason = _reason(error)
        raise OutputError(tr(f"{path}：无法写入：{reason}", f"{path}: cannot be written: {reason}")) from error


def _replace(path: Path, data: bytes) -> None:
    """Through a temporary file in the same folder, since a rename across disks is no rename."""
    handle, name = tempfile.mkstemp(prefix=".hedui-", suffix=".tmp", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(0o666 & ~_umask())
        Path(name).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise


def _umask() -> int:
    """The process's mask: mkstemp makes files that only their owner can read, and an office shares them."""
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


def _reason(error: OSError) -> str:
    said = error.strerror or error
    other = (f"{said}，请检查磁盘或用 --out 换一个文件夹", f"{said}; check the disk or use another --out")
    return tr(*_REASONS.get(error.errno or 0, other))
