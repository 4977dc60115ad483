"""Where ID numbers on a page are found, in whatever way they are written."""

from __future__ import annotations

import pytest

from verify.id_places import id_boxes, near
from verify.page import Box, Page, Word

VALID, INVALID = "330602198504121235", "330602198504121232"
"""By the check digit."""


def page(*words: tuple[str, Box]) -> Page:
    return Page(1, 1600, 2000, "ocr", words=tuple(Word(text, box, 1.0) for text, box in words))


def cells(number: str, *, down: bool = False) -> list[tuple[str, Box]]:
    """Eighteen boxes of 40 pixels, 60 apart."""
    spots = [(800, 60 * n) if down else (60 * n + 300, 100) for n in range(18)]
    return [(digit, (x, y, x + 30, y + 40)) for digit, (x, y) in zip(number, spots, strict=True)]


def covered(given: Page, box: Box, known: tuple[str, ...] = ()) -> bool:
    boxes = id_boxes(given, known)
    return any(x0 <= box[0] and y0 <= box[1] and x1 >= box[2] and y1 >= box[3] for x0, y0, x1, y1 in boxes)


@pytest.mark.parametrize("down", [False, True])
def test_a_number_in_boxes_is_covered(down: bool) -> None:
    given = cells(VALID, down=down)
    shown = page(("身份证号码", (20, 100, 200, 140)), *given, ("2023年6月30日", (20, 300, 300, 340)))
    assert [covered(shown, box) for _, box in given] == [False] * 6 + [True] * 8 + [False] * 4
    assert len(id_boxes(shown)) == 8


@pytest.mark.parametrize("known", [(), (INVALID,)])
def test_a_mistyped_number_in_boxes_is_covered_where_it_is_known(known: tuple[str, ...]) -> None:
    given = cells(INVALID)
    assert [covered(page(*given), box, known) for _, box in given[6:14]] == [bool(known)] * 8


@pytest.mark.parametrize("sign", ["-", " - ", ".", "／", "—"])
def test_a_number_with_dashes_is_covered(sign: str) -> None:
    ((x0, _, x1, _),) = id_boxes(page((sign.join([VALID[:6], VALID[6:14], VALID[14:]]), (0, 0, 1000, 40))))
    assert 250 < x0 < 430
    assert 650 < x1 < 850


def test_a_number_over_two_lines_is_covered_on_both() -> None:
    given = page((f"身份证号：{VALID[:12]}", (0, 0, 550, 40)), (f"{VALID[12:]}（本人）", (0, 60, 350, 100)))
    assert covered(given, (400, 0, 550, 40))
    assert covered(given, (0, 60, 40, 100))


def test_a_part_of_a_known_number_in_a_table_is_covered() -> None:
    """Its lines are parted by what stands in the other columns."""
    given = page(
        (VALID[:10], (0, 0, 250, 40)), ("男", (400, 0, 440, 40)), (VALID[10:], (0, 60, 200, 100)),
        ("工程师", (400, 60, 520, 100)),
    )  # fmt: skip
    assert not id_boxes(given)
    assert covered(given, (150, 0, 250, 40), (VALID,))
    assert covered(given, (0, 60, 100, 100), (VALID,))


@pytest.mark.parametrize(
    "words",
    [
        [(INVALID[n : n + 6], (200 * n, 0, 200 * n + 150, 40)) for n in (0, 6, 12)],  # not a number by its check digit
        [("33060220230630", (0, 0, 300, 40)), ("0275", (400, 0, 480, 40))],
        [("建筑面积 31500", (0, 0, 300, 40)), ("2022-08-16", (0, 60, 300, 100)), ("330602", (0, 120, 100, 160))],
        [(f"项目代码 {VALID[:6]}20230630", (0, 0, 300, 40))],  # the county alone is known
    ],
)
def test_other_numbers_are_left(words: list[tuple[str, Box]]) -> None:
    assert not id_boxes(page(*words))
    assert not id_boxes(page(("330602", (0, 0, 100, 40)), ("20230630", (110, 0, 300, 40))), (VALID,))


def test_where_a_font_has_narrow_dots_the_number_is_covered_all_the_same() -> None:
    """In a proportional font 39 dots are as wide as 19 digits, in others as wide as 39."""
    given = page((f"身份证号{'.' * 39}{VALID}", (0, 0, 1000, 40)))
    for unit, dot in ((1000 / 65, 1.0), (1000 / (8 + 39 * 0.55 + 18 * 1.1), 0.55)):
        digit = unit if dot == 1 else 1.1 * unit
        start = unit * (8 + 39 * dot)
        assert covered(given, (int(start + 6 * digit) + 1, 0, int(start + 14 * digit), 40))


def test_beside_a_number_in_boxes_is_near_it() -> None:
    given = page(*cells(VALID))
    assert near((700, 150, 800, 190), given)
    assert not near((700, 500, 800, 540), given)
