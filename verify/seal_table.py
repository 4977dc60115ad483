"""The seals of a page as a table on the terminal."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rich.markup import escape
from rich.table import Table

from verify.lang import listed, tr
from verify.mask import tidy
from verify.page import Seal
from verify.purposes import NAMES

SHAPES = {"circle": ("圆形", "round"), "ellipse": ("椭圆", "oval"), "rectangle": ("矩形", "rectangle")}
COLOURS = {"red": ("红", "red"), "blue": ("蓝", "blue"), "black": ("黑", "black")}

STYLES = {"red": "red", "blue": "blue"}
"""A coloured seal's row is in its colour; a black one's is in the terminal's own."""

CODE = re.compile(r"[0-9]{8,}|[0-9A-Z]{18}")
"""A seal's number along its lower rim, or the unified credit code of an invoice seal."""

MAX_OTHERS = 4
"""Most other readings of a title that are shown."""


def seal_table(seals: Sequence[Seal]) -> Table:
    """One row a seal: title, confidence, purpose, what it looks like, its other lines, number, other readings."""
    table = Table(box=None, pad_edge=False, title=tr("印章", "Seals"), title_justify="left", title_style="bold")
    for name, ratio in _columns():
        table.add_column(name, ratio=ratio or None, overflow="fold", no_wrap=not ratio)
    for seal in seals:
        table.add_row(*(escape(cell) for cell in _row(seal)), style=STYLES.get(seal.colour))
    return table


def skipped_note(seals: Sequence[Seal]) -> str:
    """How many seals of a page were seen but not read, "" where all were."""
    count = sum(seal.skipped for seal in seals)
    zh = f"本页印章太多：另有 {count} 处（或更多）看似印章，没有识读，不能据此认为没有某单位的印章"
    return (
        tr(
            zh,
            f"too many seals: {count} more places, at least, look like seals and were not read; they may be anybody's",
        )
        if count
        else ""
    )


def _columns() -> tuple[tuple[str, int], ...]:
    """Headings, and the share of the room that may be folded; 0 for what is kept on one line."""
    return (
        (tr("名称", "Title"), 5),
        (tr("把握", "Confidence"), 0),
        (tr("种类", "Purpose"), 2),
        (tr("外观", "Looks"), 2),
        (tr("其他文字", "Other lines"), 3),
        (tr("编码", "Number"), 2),
        (tr("其他读法", "Other readings"), 4),
    )


def _row(seal: Seal) -> tuple[str, ...]:
    width, height = seal.box[2] - seal.box[0], seal.box[3] - seal.box[1]
    colour, shape = (names.get(key, (key, key)) for names, key in ((COLOURS, seal.colour), (SHAPES, seal.shape)))
    codes = [text for text in seal.texts if CODE.fullmatch(text)]
    lines = [text for text in seal.texts if text not in codes]
    others = [text for text in dict.fromkeys(seal.candidates) if text != seal.title][:MAX_OTHERS]
    return (
        tidy(seal.title) or (tr("（未识读）", "(not read)") if seal.skipped else tr("（未读清）", "(not legible)")),
        f"{seal.confidence:.2f}",
        tr(*NAMES[seal.purpose]),
        f"{tr(*colour)} {tr(*shape)} {width}×{height}",
        *(tidy(listed(texts)) for texts in (lines, codes, others)),
    )
