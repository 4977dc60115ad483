"""Reads an office's own list: CSV (UTF-8 or GBK; `,` `;` or tab) or a workbook with 类别 and 名称, or TOML.

A TOML file has journals, awards, issuers and innocent, each a list of names.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from verify.encodings import decoded
from verify.errors import UsageError
from verify.intake.roster_table import Row, Table, read_tables
from verify.lang import listed, tr
from verify.toml_lines import line_of

MAX_BYTES = 5_000_000
"""Largest list that is read."""

LISTS = ("journals", "innocent", "awards", "issuers")
"""The lists of a TOML file."""

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
"""The same in a table, in the column 类别."""

_COLUMNS = ("类别", "名称")


@dataclass(frozen=True, slots=True)
class Entry:
    """A name, the list it belongs to, and where it stands (file:line)."""

    list: str
    name: str
    where: str


def entries(path: Path) -> tuple[list[Entry], bytes]:
    """The names of a list and the file's bytes; UsageError with file, line and what is wrong."""
    untrusted_bytes = _bytes(path)
    if path.suffix.lower() == ".toml":
        return list(_toml(path, untrusted_bytes)), untrusted_bytes
    tables = read_tables(path) if untrusted_bytes.strip() else ()
    held = [table for table in tables if table.rows and set(_COLUMNS) <= set(_texts(table.rows[0]))]
    if not held:
        raise UsageError(_no_columns(path, next((table.rows[0] for table in tables if table.rows), None)))
    return [entry for table in held for entry in _rows(path, table, len(tables) > 1)], untrusted_bytes


def _rows(path: Path, table: Table, named: bool) -> Iterator[Entry]:
    header = _texts(table.rows[0])
    kind_at, name_at = map(header.index, _COLUMNS)
    for row in table.rows[1:]:
        where = f"{path}[{table.name}]:{row[0]}" if named else f"{path}:{row[0]}"
        cells = _texts(row)
        if len(cells) <= max(kind_at, name_at):
            raise UsageError(
                tr(
                    f"{where}: 这一行缺少“类别”或“名称”",
                    f'{where}: the line has no "类别" (kind) or no "名称" (name); fill in both',
                )
            )
        kind = cells[kind_at]
        if kind not in _KINDS:
            raise UsageError(
                tr(
                    f"{where}: 不认识的类别“{kind}”，可写：{listed(_KINDS)}",
                    f'{where}: unknown kind "{kind}"; write one of: {listed(_KINDS)}',
                )
            )
        yield Entry(_KINDS[kind], cells[name_at], where)


def _texts(row: Row) -> list[str]:
    return [cell.text.strip() for cell in row[1]]


def _no_columns(path: Path, first: Row | None) -> str:
    line, header = (first[0], [text for text in _texts(first) if text]) if first else (1, [])
    return tr(
        f"{path}:{line}: 第一行应有“类别”和“名称”两列，现为：{listed(header) or '空'}",
        f'{path}:{line}: the first line needs the columns "类别" (kind) and "名称" (name); it has: '
        f"{listed(header) or 'nothing'}",
    )


def _toml(path: Path, untrusted_bytes: bytes) -> Iterator[Entry]:
    text = _text(path, untrusted_bytes)
    try:
        lists = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise UsageError(tr(f"{path}: 不是合法的 TOML：{error}", f"{path}: not valid TOML, mend it: {error}")) from None
    for key, names in lists.items():
        line = line_of(text, (key,))
        where = f"{path}:{line}"
        if key not in LISTS:
            raise UsageError(
                tr(
                    f"{where}: 不认识的列表 {key}，可写：{listed(LISTS)}",
                    f"{where}: unknown list {key}; write one of: {listed(LISTS)}",
                )
            )
        if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
            raise UsageError(
                tr(f"{where}: {key} 应为名称的列表", f"{where}: {key} should be a list of names in quotes")
            )
        yield from _lines(path, text, line, key, names)


def _lines(path: Path, text: str, line: int, key: str, names: list[str]) -> Iterator[Entry]:
    """Each name with its own line, which is not before the last one's."""
    lines = text.splitlines()
    for name in names:
        line = next((at for at in range(line, len(lines) + 1) if name in lines[at - 1]), line)
        yield Entry(key, name.strip(), f"{path}:{line}")


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
    text = decoded(untrusted_bytes)
    if text is None:
        raise UsageError(
            tr(
                f"{path}: 既不是 UTF-8 也不是 GBK 文本，请另存为 UTF-8 的 TOML",
                f"{path}: neither UTF-8 nor GBK text; save it as TOML in UTF-8",
            )
        )
    return text
