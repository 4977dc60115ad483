"""A place in a file as columns of a table, and back; texts are kept with resident ID numbers masked."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, Integer, RowMapping, String

from verify.finding import Evidence
from verify.mask import tidy
from verify.page import Box
from verify.store.names import Name

BETWEEN = "\n"
"""What parts the entries of a list in one column."""


def columns() -> list[Column[Any]]:
    """file, page, box (four numbers), text; confidence is not kept."""
    return [
        Column("file", Name, nullable=False),
        Column("page", Integer),
        Column("box", String),
        Column("text", String),
    ]


def packed(shown: Evidence) -> dict[str, Any]:
    """Evidence as the values of `columns`."""
    box = ",".join(map(str, shown.box)) if shown.box else None
    return {"file": shown.file, "page": shown.page, "box": box, "text": kept(shown.text)}


def unpacked(row: RowMapping) -> Evidence:
    """The evidence of a row."""
    return Evidence(row["file"], row["page"], _box(row["box"]), row["text"])


def kept(text: str | None) -> str | None:
    """A text as it may be kept."""
    return tidy(text) if text else None


def listed(texts: tuple[str, ...]) -> str | None:
    """Several texts in one column; None for none."""
    return BETWEEN.join(tidy(text).replace(BETWEEN, " ") for text in texts) or None


def parted(text: str | None) -> tuple[str, ...]:
    """The texts of `listed`."""
    return tuple(text.split(BETWEEN)) if text else ()


def _box(text: str | None) -> Box | None:
    if not text:
        return None
    x0, y0, x1, y1 = map(int, text.split(","))
    return x0, y0, x1, y1
