"""The table of seals that `hedui read` prints."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from rich.console import Console

from verify import lang
from verify.page import Page, Seal, SealPurpose
from verify.read.file import Reading
from verify.seal_table import seal_table, skipped_note
from verify.terminal import reading_json, show_reading

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


def test_seals_that_were_not_read_are_counted() -> None:
    skipped = replace(UNREAD, skipped=True)
    assert "另有 2 处" in skipped_note((SEAL, skipped, skipped))
    assert skipped_note((SEAL, UNREAD)) == ""
    assert shown(SEAL, skipped).count("（未识读）") == 1


def test_a_page_of_more_seals_than_are_read_says_so_in_both_shapes(capsys: pytest.CaptureFixture[str]) -> None:
    full = Page(1, 800, 1100, "ocr", seals=(SEAL, replace(UNREAD, skipped=True)))
    pages = [
        reading_json("a.png", Reading((page,)))["pages"][0] for page in (full, replace(full, seals=(SEAL, UNREAD)))
    ]
    assert [page.get("seals_not_read") for page in pages] == [1, None]
    show_reading("a.png", Reading((full,)))
    assert "另有 1 处" in capsys.readouterr().out.replace("\n", "")


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
