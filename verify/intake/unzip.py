"""A ZIP archive taken apart, one level, under limits that are checked before and while unpacking.

A function of picklable values, so that it can run in a process of its own with a limit on memory and time.
"""

from __future__ import annotations

import errno
import re
import stat
import struct
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path

from verify import limits
from verify.errors import OutputError
from verify.intake.names import ignored
from verify.intake.sniff import directory_bytes
from verify.intake.text import decode_name, display_name
from verify.lang import tr
from verify.model import Problem, Trouble

_CHUNK = 1 << 20
_LOCAL_HEADER_BYTES = 30
_ENCRYPTED = 0x1
_UTF8_NAME = 0x800
_DRIVE = re.compile(r"^[A-Za-z]:")
# Deflate and none: the other methods unpack without a bound on memory, and nobody's uploads use them.
_METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
_DISK = {errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES, errno.EPERM}
BROKEN = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, OSError, OverflowError, RuntimeError,
    ValueError,
)  # fmt: skip
"""What zipfile raises on files that are no good archives."""


@dataclass(frozen=True, slots=True)
class Member:
    """An unpacked member: `name` as shown, "/" between its parts; `path` where its bytes lie, under a name of ours."""

    name: str
    path: Path
    size: int


Unpacked = tuple[tuple[Member, ...], tuple[Problem, ...]]


class _Refused(Exception):  # noqa: N818 - never leaves this module
    def __init__(self, trouble: Trouble, message: str) -> None:
        super().__init__(message)
        self.trouble, self.message = trouble, message


def unpack(path: Path, into: Path) -> Unpacked:
    """Unpack the archive at `path` into the folder `into`, which is made; never raises for what the archive holds.

    A Problem's `file` is the member's name, or "" where the archive as a whole is refused. Members that the limits, an
    unsafe name or damage keep out are problems; archives inside the archive are unpacked as files, not opened. Raises
    OutputError where `into` cannot be written, which is not the archive's fault.
    """
    try:
        _check_directory(path)
        with zipfile.ZipFile(path) as archive:
            infos = archive.infolist()
            _check_whole(infos)
            into.mkdir(parents=True, exist_ok=True)
            return _members(archive, infos, into)
    except _Refused as refused:
        return (), (Problem(refused.trouble, "", refused.message),)
    except BROKEN as error:
        _check_disk(error, into)
        return (), (Problem(Trouble.CORRUPT, "", "压缩包已损坏或不完整，无法打开，请重新打包上传"),)


def _check_directory(path: Path) -> None:
    if directory_bytes(path) > limits.ZIP_MAX_DIRECTORY_BYTES:
        raise _Refused(Trouble.TOO_LARGE, f"压缩包成员超过 {limits.ZIP_MAX_MEMBERS} 个，未解压；请分成几个压缩包上传")


def _check_whole(infos: list[zipfile.ZipInfo]) -> None:
    if len(infos) > limits.ZIP_MAX_MEMBERS:
        raise _Refused(Trouble.TOO_LARGE, f"压缩包成员超过 {limits.ZIP_MAX_MEMBERS} 个，未解压；请分成几个压缩包上传")
    if sum(info.file_size for info in infos) > limits.ZIP_MAX_TOTAL_BYTES:
        limit = limits.ZIP_MAX_TOTAL_BYTES // 1_000_000
        raise _Refused(Trouble.TOO_LARGE, f"压缩包解压后超过 {limit} MB，未解压；请分成几个压缩包上传")
    if _overlapping(infos):
        raise _Refused(Trouble.CORRUPT, "压缩包的成员互相重叠（疑为压缩炸弹），未解压；请重新打包上传")


def _overlapping(infos: list[zipfile.ZipInfo]) -> bool:
    end = 0
    for info in sorted(infos, key=lambda info: info.header_offset):
        if info.header_offset < end:
            return True
        end = info.header_offset + _LOCAL_HEADER_BYTES + info.compress_size
    return False


def _members(archive: zipfile.ZipFile, infos: list[zipfile.ZipInfo], into: Path) -> Unpacked:
    members: list[Member] = []
    problems: list[Problem] = []
    for number, info in enumerate(infos):
        untrusted_name = _name(info)
        parts = [display_name(part) for part in untrusted_name.split("/") if part not in {"", "."}]
        shown = "/".join(parts)[: limits.MAX_PATH_CHARS] or "_"
        if any(ignored(part) for part in parts if part != "..") or untrusted_name.endswith("/"):
            continue
        try:
            _check_member(info, untrusted_name)
            members.append(_extract(archive, info, shown, into / f"{number:05d}"))
        except _Refused as refused:
            problems.append(Problem(refused.trouble, shown, refused.message))
    return tuple(members), tuple(problems)


def _name(info: zipfile.ZipInfo) -> str:
    """The member's own name with "/" between its parts. Unflagged names are bytes, which zipfile shows as CP437.

    Decoded here instead of by `metadata_encoding`, because macOS writes UTF-8 without the flag.
    """
    if info.flag_bits & _UTF8_NAME:
        return info.orig_filename.replace("\\", "/")
    return decode_name(info.orig_filename.encode("cp437")).replace("\\", "/")


def _check_member(info: zipfile.ZipInfo, untrusted_name: str) -> None:
    parts = untrusted_name.split("/")
    if untrusted_name.startswith("/") or ".." in parts or _DRIVE.match(untrusted_name):
        raise _Refused(Trouble.UNSAFE_NAME, "成员路径指向压缩包之外，未解压；请去掉路径中的盘符和“..”后重新打包")
    if max(map(len, parts)) > limits.MAX_NAME_CHARS or len(untrusted_name) > limits.MAX_PATH_CHARS:
        raise _Refused(Trouble.UNSAFE_NAME, f"成员名超过 {limits.MAX_NAME_CHARS} 字，未解压；请改短后重新打包")
    if len([part for part in parts if part]) > limits.MAX_DEPTH:
        raise _Refused(Trouble.TOO_LARGE, f"压缩包内文件夹超过 {limits.MAX_DEPTH} 层，未解压；请减少层级后重新打包")
    _check_kind(info)
    _check_size(info)


def _check_kind(info: zipfile.ZipInfo) -> None:
    kind = stat.S_IFMT(info.external_attr >> 16)
    if kind == stat.S_IFLNK:
        raise _Refused(Trouble.LINK, "成员是符号链接，未解压；请放入文件本身后重新打包")
    if kind not in {0, stat.S_IFREG}:
        raise _Refused(Trouble.NOT_A_FILE, "成员不是普通文件，未解压；请换成普通文件后重新打包")
    if info.flag_bits & _ENCRYPTED:
        raise _Refused(Trouble.ENCRYPTED, "压缩包设有密码，未解压；请去掉密码后重新上传")
    if info.compress_type not in _METHODS:
        raise _Refused(Trouble.UNSUPPORTED, "压缩方式不受支持，未解压；请用普通 ZIP（Deflate）方式重新打包")


def _check_size(info: zipfile.ZipInfo) -> None:
    if info.file_size > limits.ZIP_MAX_MEMBER_BYTES:
        limit = limits.ZIP_MAX_MEMBER_BYTES // 1_000_000
        raise _Refused(Trouble.TOO_LARGE, f"成员解压后超过 {limit} MB，未解压；请压缩或拆分后重新上传")
    ratio = info.file_size / max(info.compress_size, 1)
    if info.file_size > limits.ZIP_RATIO_FLOOR_BYTES and ratio > limits.ZIP_MAX_RATIO:
        raise _Refused(Trouble.TOO_LARGE, f"成员压缩比达 {ratio:.0f} 倍（疑为压缩炸弹），未解压；请直接上传该文件")


def _extract(archive: zipfile.ZipFile, info: zipfile.ZipInfo, shown: str, target: Path) -> Member:
    """Write one member; zipfile stops at the declared size and then compares the checksum, so a lie ends as damage."""
    try:
        with archive.open(info) as source, target.open("wb") as sink:
            written = 0
            while chunk := source.read(_CHUNK):
                written += sink.write(chunk)
        if written != info.file_size:
            raise zipfile.BadZipFile
    except BROKEN as error:
        target.unlink(missing_ok=True)
        _check_disk(error, target)
        raise _Refused(Trouble.CORRUPT, "成员已损坏或大小与目录不符，未采用；请重新打包上传") from None
    return Member(shown, target, written)


def _check_disk(error: Exception, target: Path) -> None:
    if isinstance(error, OSError) and error.errno in _DISK:
        raise OutputError(
            tr(
                f"无法写入临时文件 {target}（{error.strerror}），请清理磁盘或检查权限后重新运行",
                f"Cannot write the temporary file {target} ({error.strerror}); free disk space and run again",
            )
        ) from None
