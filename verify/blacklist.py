"""An office's own lists of journals, awards and issuers, merged into a notice's parameters.

The notices say 等 (and the like): the list is the office's to lengthen. A CSV file has the columns 类别 and 名称
(UTF-8 or GBK); a TOML file has journals, awards, issuers and innocent, each a list of names.
"""

from __future__ import annotations

import csv
import hashlib
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from verify.errors import UsageError
from verify.lang import listed, tr
from verify.notice import Notice, with_params
from verify.toml_lines import line_of

MAX_BYTES = 5_000_000
"""Largest list that is read."""

SHORTEST = 2
"""A name of fewer characters would accuse half the world."""

_FIELDS = {
    "journals": ("paper.journal_not_blacklisted", "journals"),
    "innocent": ("paper.journal_not_blacklisted", "innocent"),
    "awards": ("award.not_forged", "titles"),
    "issuers": ("award.not_forged", "issuers"),
}
"""A list's name in TOML: the check and the parameter that it lengthens."""

_KINDS = {
    "期刊": "journals",
    "刊物": "journals",
    "正规期刊": "innocent",
    "奖项": "awards",
    "获奖": "awards",
    "证书": "awards",
    "颁发单位": "issuers",
    "颁奖单位": "issuers",
}
"""The same in CSV, in the column 类别."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """A name, the list it belongs to, and where it stands."""

    list: str
    name: str
    where: str


def extend(notice: Notice, files: Iterable[Path]) -> Notice:
    """The notice with the files' names added to its lists; raises UsageError with file, line and what is wrong."""
    for path in files:
        untrusted_bytes = _bytes(path)
        entries = list(_toml(path, untrusted_bytes) if path.suffix.lower() == ".toml" else _csv(path, untrusted_bytes))
        if not entries:
            raise UsageError(
                tr(
                    f"{path}: 没有任何名称；CSV 应有“类别,名称”两列，TOML 应有 journals、awards 或 issuers 列表",
                    f'{path}: no names; a CSV file needs the columns "类别,名称" (kind and name), '
                    "a TOML file the lists journals, awards or issuers",
                )
            )
        digest = hashlib.sha256(untrusted_bytes).hexdigest()
        for key in dict.fromkeys(entry.list for entry in entries):
            notice = _merged(notice, key, [entry for entry in entries if entry.list == key], digest)
    return notice


def _merged(notice: Notice, key: str, entries: list[_Entry], digest: str) -> Notice:
    check, field = _FIELDS[key]
    rule = next((rule for rule in notice.rules if rule.check.id == check), None)
    if rule is None:
        raise UsageError(
            tr(
                f"{entries[0].where}: 通知 {notice.head.id} 没有 {check} 这项检查，名单无处可用",
                f"{entries[0].where}: the notice {notice.head.id} does not ask for {check}; leave this list out",
            )
        )
    for entry in entries:
        _refuse_short(entry)
    names = dict.fromkeys((*getattr(rule.params, field), *(entry.name for entry in entries)))
    return with_params(notice, check, rule.params.model_copy(update={field: tuple(names)}), f"{key}:{digest}")


def _refuse_short(entry: _Entry) -> None:
    bare = [char for char in unicodedata.normalize("NFKC", entry.name) if char.isalnum()]
    if not bare:
        raise UsageError(
            tr(
                f"{entry.where}: 名称是空的，请填写完整名称或删去这一行",
                f"{entry.where}: the name is empty; write the full name or delete the line",
            )
        )
    if len(bare) < SHORTEST:
        raise UsageError(
            tr(
                f"{entry.where}: 名称“{entry.name}”只有一个字，会误伤无辜，请填写完整名称",
                f'{entry.where}: the name "{entry.name}" has one character and would hit many; write the full name',
            )
        )


def _csv(path: Path, untrusted_bytes: bytes) -> Iterator[_Entry]:
    reader = csv.reader(_text(path, untrusted_bytes).splitlines())
    header = [cell.strip() for cell in next(reader, [])]
    if not {"类别", "名称"} <= set(header):
        raise UsageError(_no_columns(path, header))
    kind_at, name_at = header.index("类别"), header.index("名称")
    for row in reader:
        if not any(cell.strip() for cell in row):
            continue
        where = f"{path}:{reader.line_num}"
        if len(row) <= max(kind_at, name_at):
            raise UsageError(
                tr(
                    f"{where}: 这一行缺少“类别”或“名称”",
                    f'{where}: the line has no "类别" (kind) or no "名称" (name); fill in both',
                )
            )
        kind = row[kind_at].strip()
        if kind not in _KINDS:
            raise UsageError(
                tr(
                    f"{where}: 不认识的类别“{kind}”，可写：{listed(_KINDS)}",
                    f'{where}: unknown kind "{kind}"; write one of: {listed(_KINDS)}',
                )
            )
        yield _Entry(_KINDS[kind], row[name_at].strip(), where)


def _no_columns(path: Path, header: list[str]) -> str:
    return tr(
        f"{path}:1: 第一行应有“类别”和“名称”两列，现为：{listed(header) or '空'}",
        f'{path}:1: the first line needs the columns "类别" (kind) and "名称" (name); it has: '
        f"{listed(header) or 'nothing'}",
    )


def _toml(path: Path, untrusted_bytes: bytes) -> Iterator[_Entry]:
    text = _text(path, untrusted_bytes)
    try:
        lists = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(tr(f"{path}: 不是合法的 TOML：{error}", f"{path}: not valid TOML, mend it: {error}")) from None
    for key, names in lists.items():
        where = f"{path}:{line_of(text, (key,))}"
        if key not in _FIELDS:
            raise UsageError(
                tr(
                    f"{where}: 不认识的列表 {key}，可写：{listed(_FIELDS)}",
                    f"{where}: unknown list {key}; write one of: {listed(_FIELDS)}",
                )
            )
        if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
            raise UsageError(
                tr(f"{where}: {key} 应为名称的列表", f"{where}: {key} should be a list of names in quotes")
            )
        yield from (_Entry(key, name.strip(), where) for name in names)


def _bytes(path: Path) -> bytes:
    if not path.is_file():
        raise UsageError(tr(f"{path}: 没有这个名单文件", f"{path}: no such list; check the path"))
    if path.stat().st_size > MAX_BYTES:
        raise UsageError(
            tr(
                f"{path}: 名单文件超过 {MAX_BYTES} 字节",
                f"{path}: the list has more than {MAX_BYTES} bytes; check that it is the right file",
            )
        )
    return path.read_bytes()


def _text(path: Path, untrusted_bytes: bytes) -> str:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return untrusted_bytes.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UsageError(
        tr(
            f"{path}: 既不是 UTF-8 也不是 GBK 文本，请另存为 UTF-8 的 CSV",
            f"{path}: neither UTF-8 nor GBK text; save it as CSV in UTF-8",
        )
    )
