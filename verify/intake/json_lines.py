"""On which line of a JSON text a field stands: the standard parser keeps no positions."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import Any

from verify.intake.form_shape import Path, dotted


class Lines:
    """The lines of a JSON text that parses; worked out when first asked, as most forms have nothing to report."""

    def __init__(self, text: str) -> None:
        self._text = text

    def line_of(self, path: Path) -> int:
        """The line, from 1, of the field at `path`, or of the nearest thing above it that can be found."""
        for length in range(len(path), 0, -1):
            line = self._lines.get(_pointer(path[:length]))
            if line is not None:
                return line
        return 1

    def repeated(self) -> list[tuple[str, int]]:
        """Fields that are written more than once in one object, as (dotted path, line of the last)."""
        counts = Counter(pointer for pointer, _ in self._entries)
        own = [p for p, count in counts.items() if count > 1 and counts[p.rpartition("/")[0]] == 1]
        return [(_dotted(pointer), self._lines[pointer]) for pointer in own]

    @cached_property
    def _entries(self) -> list[tuple[str, int]]:
        # Not json_source_map.calculate: its dict loses the first of two equal keys.
        from json_source_map import handle, types

        found: Any = handle.value(source=self._text, current_location=types.Location(0, 0, 0))
        return [(pointer, (entry.key_start or entry.value_start).line + 1) for pointer, entry in found]

    @cached_property
    def _lines(self) -> dict[str, int]:
        return dict(self._entries)


def _pointer(path: Path) -> str:
    return "".join(f"/{part}" for part in path)


def _dotted(pointer: str) -> str:
    return dotted(tuple(int(part) if part.isdecimal() else part for part in pointer.split("/")[1:]))
