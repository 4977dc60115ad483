"""Where in a TOML text a key stands: tomllib keeps no positions, and an error without its line is of little help."""

from __future__ import annotations

import re

_HEADER = re.compile(r"^\s*\[{1,2}\s*(?P<keys>[^\[\]]+?)\s*\]{1,2}\s*(?:#.*)?$")
_KEY = re.compile(r"^\s*(?P<key>\"[^\"]+\"|'[^']+'|[A-Za-z0-9_-]+)\s*=")
_PART = re.compile(r"\"([^\"]+)\"|'([^']+)'|([A-Za-z0-9_-]+)")


def line_of(text: str, path: tuple[str, ...]) -> int:
    """The line, from 1, of the key at `path`, or of the nearest thing above it that is written out."""
    lines = _positions(text)
    for length in range(len(path), 0, -1):
        if path[:length] in lines:
            return lines[path[:length]]
    return 1


def _positions(text: str) -> dict[tuple[str, ...], int]:
    found: dict[tuple[str, ...], int] = {}
    count: dict[tuple[str, ...], int] = {}
    table: tuple[str, ...] = ()
    for number, line in enumerate(text.splitlines(), start=1):
        if header := _HEADER.match(line):
            table = _parts(header["keys"])
            for length in range(1, len(table) + 1):
                found.setdefault(table[:length], number)
            if line.lstrip().startswith("[["):  # one of several: its place is counted
                index = count[table] = count.get(table, -1) + 1
                table = (*table, str(index))
                found[table] = number
        elif key := _KEY.match(line):
            found.setdefault((*table, *_parts(key["key"])), number)
    return found


def _parts(keys: str) -> tuple[str, ...]:
    return tuple(a or b or c for a, b, c in _PART.findall(keys))
