"""The table of seals that `hedui read` prints."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from rich.console import Console

from verify import lang
from verify.model import Seal, SealPurpose
from verify.seal_table import seal_table

FIRM = "浙江宝业建设集团有限公司"
ID = "330602198504121232"
SEAL = Seal(
    FIRM, ("合同专用章", "3306020012345"), "unit", "circle", "red", (10, 20, 247, 256), 0.934,
    (FIRM, "浙江宝亚建设[集团]有限公司"), SealPurpose.CONTRACT,
)  # fmt: skip
UNREAD = Seal("", (), "other", "rectangle", "blue", (0, 0, 300, 90), 0.0, (), SealPurpose.OTHER)


@pytest.fixture
def _english() -> Iterator[None]:
    lang.use("en")
    yield
    lang.use("zh")


def shown(*seals: Seal) -> str:
    console = Console(width=200)
    with console.capture() as said:
        console.print(seal_table(seals))
    return said.get()


def test_a_row_says_all_of_a_seal() -> None:
    head, _, row, unread = _lines(shown(SEAL, UNREAD))
    assert head == ["印章"]
    assert row == [
        FIRM, "0.93", "合同专用章", "红", "圆形", "237×236", "合同专用章", "3306020012345", "浙江宝亚建设[集团]有限公司",
    ]  # fmt: skip
    assert unread == ["（未读清）", "0.00", "其他印章", "蓝", "矩形", "300×90"]


@pytest.mark.parametrize("colour", ["red", "blue", "black"])
def test_only_a_coloured_seal_is_shown_in_colour(colour: str) -> None:
    (style,) = (row.style for row in seal_table((replace(SEAL, colour=colour),)).rows)
    assert style == (None if colour == "black" else colour)


@pytest.mark.usefixtures("_english")
def test_english() -> None:
    _, names, row, unread = _lines(shown(SEAL, UNREAD))
    assert names[:3] == ["Title", "Confidence", "Purpose"]
    assert row[2:6] == ["contract", "seal", "red", "round"]
    assert unread[:2] == ["(not", "legible)"]


def test_id_numbers_are_masked() -> None:
    said = shown(Seal(ID, (ID,), "other", "circle", "red", (0, 0, 9, 9), 0.5, (ID,)))
    assert ID not in said
    assert "330602********1232" in said


def _lines(text: str) -> list[list[str]]:
    return [line.split() for line in text.splitlines() if line.strip()]
