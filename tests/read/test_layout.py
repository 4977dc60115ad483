"""Letters grouped into lines: watermarks, other styles, pages that are read from the side."""

from __future__ import annotations

import pytest

from verify.read.traces.layout import Glyph, Line, Style, lines, turned

DATE = "2022 0816"


def row(text: str, x: float, y: float, style: Style, pitch: float = 0.6) -> list[Glyph]:
    """Letters side by side on an upright page, turned as their style says."""
    step = style.size * pitch
    boxes = [(x + n * step, y, x + n * step + 0.8 * step, y + 0.7 * style.size) for n in range(len(text))]
    return [Glyph(c, turned(box, -style.turn), 0, style) for c, box in zip(text, boxes, strict=True) if c.strip()]


BLACK, GREY, RED = Style(12), Style(22, (204, 204, 204)), Style(22, (220, 0, 0))


@pytest.mark.parametrize("mark", [GREY, RED, Style(12, (200, 210, 255)), Style(12, (200, 0, 0))])
@pytest.mark.parametrize("down", [-4, 0, 5])
def test_a_watermark_across_lines_is_a_line_of_its_own(mark: Style, down: int) -> None:
    print_ = [*row(DATE, 40, 100, BLACK), *row("next 3", 40, 80, BLACK)]
    alone = [line.text for line in lines(print_)]
    both = [line.text for line in lines([*print_, *row("COPY2024", 55, 98 + down, mark)])]
    assert sorted(both) == sorted([*alone, "COPY2024"])


@pytest.mark.parametrize(
    ("style", "x", "joined"),
    [
        (Style(13), 100, True),  # retyped a little larger
        (Style(12, (0, 0, 200)), 100, True),  # in blue, beside what was printed
        (Style(12, (90, 90, 90)), 44, False),  # upon it
        (Style(12, (200, 200, 200)), 100, False),  # faint
        (Style(12, (40, 40, 40)), 44, True),  # struck over in the same ink: one garbled line, as before
    ],
)
def test_letters_of_another_style(style: Style, x: int, joined: bool) -> None:
    found = lines([*row("DATE 2022", 36, 100, BLACK), *row("0816", x, 100, style)])
    assert len(found) == (1 if joined else 2)


@pytest.mark.parametrize("turn", range(4))
def test_lines_are_read_in_the_direction_of_their_letters(turn: int) -> None:
    style = Style(12, turn=turn)
    found = lines([*row("second", 40, 80, style), *row("first line", 40, 100, style)])
    assert [line.text for line in found] == ["firstline", "second"]
    left, bottom, right, top = found[0].area
    assert (right - left > top - bottom) == (turn % 2 == 0)


def test_a_wide_gap_is_a_space_on_a_turned_page_too() -> None:
    style = Style(12, turn=1)
    (found,) = lines([*row("A", 40, 100, style), *row("B", 90, 100, style)])
    assert found.text == "A B"
    assert found.place[2] - found.place[0] > 50


def test_many_styles_end_in_lines_all_the_same() -> None:
    glyphs = [one for n in range(200) for one in row("ab", 40, 20 * n, Style(2.0 + n))]
    assert sum(len(line.glyphs) for line in lines(glyphs)) == 400
    assert all(isinstance(line, Line) for line in lines(glyphs))


def test_a_star_is_in_the_line_in_which_it_stands() -> None:
    star = Glyph("*", (70, 106, 74, 109), 0, BLACK)
    (found,) = lines([*row("No 2", 40, 100, BLACK), star])
    assert found.text == "No2*"
