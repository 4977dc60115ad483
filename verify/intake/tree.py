"""Folders walked without following links: the applicants of a batch, and the files of an applicant."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from verify import limits
from verify.intake.names import ignored
from verify.intake.text import display_name
from verify.lang import listed, tr
from verify.model import Problem, Trouble


@dataclass(frozen=True, slots=True)
class Entry:
    """A regular file of an applicant; `file` is its relative path as shown, "/" between its parts."""

    file: str
    path: Path
    size: int


class _Walk:
    """The state of one walk: what was found, and how many entries are still allowed."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self.problems: list[Problem] = []
        self.left = limits.MAX_FILES

    def report(self, trouble: Trouble, file: str, message: str) -> None:
        self.problems.append(Problem(trouble, file, message))


def walk(folder: Path) -> tuple[tuple[Entry, ...], tuple[Problem, ...]]:
    """All regular files below `folder`, in the order of their names, and what could not be taken.

    Links are not followed; what is too deep, too many or too large is a problem, never silent. Never raises OSError.
    """
    state = _Walk()
    _walk(folder, "", 0, state)
    if state.left < 0:
        state.report(Trouble.TOO_LARGE, "", f"文件超过 {limits.MAX_FILES} 个，其余未核验；请删去无关文件后重新上传")
    return tuple(state.entries), tuple(state.problems)


def scan(folder: Path) -> list[os.DirEntry[str]]:
    """The entries of a folder that count, in the order of their names' bytes; at most one more than MAX_FILES."""
    with os.scandir(folder) as entries:
        wanted = (entry for entry in entries if not ignored(entry.name))
        return sorted(islice(wanted, limits.MAX_FILES + 1), key=lambda entry: os.fsencode(entry.name))


def _walk(folder: Path, prefix: str, depth: int, state: _Walk) -> None:
    try:
        entries = scan(folder)
    except OSError as error:
        reason = error.strerror or "读写错误"
        state.report(Trouble.CORRUPT, prefix.rstrip("/"), f"文件夹无法读取（{reason}），请检查权限后重新上传")
        return
    if len(entries) > limits.MAX_FILES:
        # Which ones the system lists first is chance, so none of them is taken.
        message = f"一个文件夹内文件超过 {limits.MAX_FILES} 个，未核验；请删去无关文件后重新上传"
        state.report(Trouble.TOO_LARGE, prefix.rstrip("/"), message)
        return
    for entry in entries:
        state.left -= 1
        if state.left < 0:
            return
        _take(entry, prefix + display_name(entry.name), depth, state)


def _take(entry: os.DirEntry[str], file: str, depth: int, state: _Walk) -> None:
    try:
        facts = entry.stat(follow_symlinks=False)
    except OSError as error:
        reason = error.strerror or "读写错误"
        state.report(Trouble.CORRUPT, file, f"文件无法读取（{reason}），请检查权限后重新上传")
        return
    if stat.S_ISLNK(facts.st_mode) or _is_junction(facts):
        state.report(Trouble.LINK, file, "是链接，未读取；请放入文件本身后重新上传")
    elif stat.S_ISDIR(facts.st_mode):
        _descend(entry, file, depth, state)
    elif not stat.S_ISREG(facts.st_mode):
        state.report(Trouble.NOT_A_FILE, file, "不是普通文件（设备、管道或套接字），未读取；请换成普通文件重新上传")
    elif facts.st_size > limits.MAX_FILE_BYTES:
        limit = limits.MAX_FILE_BYTES // 1_000_000
        state.report(Trouble.TOO_LARGE, file, f"文件超过 {limit} MB，未读取；请压缩或拆分后重新上传")
    else:
        state.entries.append(Entry(file, Path(entry.path), facts.st_size))


def _descend(entry: os.DirEntry[str], file: str, depth: int, state: _Walk) -> None:
    if depth + 1 > limits.MAX_DEPTH:
        state.report(Trouble.TOO_LARGE, file, f"文件夹超过 {limits.MAX_DEPTH} 层，未核验；请减少层级后重新上传")
        return
    _walk(Path(entry.path), f"{file}/", depth + 1, state)


def _is_junction(facts: os.stat_result) -> bool:
    """A Windows junction leads elsewhere as a link does, and says so only in its reparse tag."""
    return getattr(facts, "st_reparse_tag", 0) == getattr(stat, "IO_REPARSE_TAG_MOUNT_POINT", -1)


def names(entries: Iterable[os.DirEntry[str]], most: int = 5) -> str:
    """A few names for a message."""
    shown = [display_name(entry.name) for entry in islice(entries, most)]
    return listed(shown) if shown else tr("（空）", "(nothing)")
