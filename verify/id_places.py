"""Where the ID numbers on a page stand: in a line, in 18 boxes, with dashes, over two lines, downwards.

A number that is spread over several words counts where its check digit is right, or where it is one known beforehand.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from verify.mask import id_spans, is_valid_id
from verify.page import Box, Page, Word

BETWEEN = " \t\n\u00a0\u3000-–—－‐‑−.．·•・_|｜/／\\,，:：*"
"""What may stand between the digits of one number."""

SURELY = 6
"""Digits in a row by which part of a known number is told, its first three left out: a county has those in common."""

SHORT = 3
"""Characters of a word that may be part of a column."""

NARROW = ".,:;'|!iIljtf-()[]/ "
"""Half as wide as a digit in most fonts, and as wide in others."""

_Place = tuple[int, int]
"""A word and a character of it."""

_Run = list[tuple[str, _Place]]
"""Digits one after the other, each with its place."""


def id_boxes(page: Page, known: Iterable[str] = ()) -> tuple[Box, ...]:
    """Boxes in pixels over the birthday and serial digits of the ID numbers on a page, by either reader."""
    return tuple(box for _, box in _found(page, tuple(known)))


def id_words(page: Page, known: Iterable[str] = ()) -> tuple[Word, ...]:
    """The words that hold some of those digits."""
    return tuple(dict.fromkeys(word for word, _ in _found(page, tuple(known))))


def near(box: Box, page: Page, known: Iterable[str] = ()) -> bool:
    """Whether a picture of a box's line on an upright page would show some of an ID number."""
    tall = box[3] - box[1]
    x0, y0, x1, y1 = box[0] - 3 * tall, box[1] - tall, box[2] + 3 * tall, box[3] + tall
    boxes = (word.box for word in id_words(page, known))
    return any(x0 < one[2] and one[0] < x1 and y0 < one[3] and one[1] < y1 for one in boxes)


def _found(page: Page, known: tuple[str, ...]) -> Iterator[tuple[Word, Box]]:
    for words in (page.words, page.second):
        hidden: dict[int, set[int]] = {}
        for word, character in (*_in_words(words), *_spread(words, known)):
            hidden.setdefault(word, set()).add(character)
        for place, characters in hidden.items():
            yield from ((words[place], _stretch(words[place], *ends)) for ends in _stretches(characters))


def _in_words(words: tuple[Word, ...]) -> Iterator[_Place]:
    """The characters to cover of numbers that stand in one word."""
    for place, word in enumerate(words):
        for start, end in id_spans(word.text):
            digits = [n for n in range(start, end) if word.text[n].isalnum() or word.text[n] == "×"]
            yield from ((place, n) for n in range(digits[6], digits[-5] + 1))


def _spread(words: tuple[Word, ...], known: tuple[str, ...]) -> Iterator[_Place]:
    """The characters to cover of numbers over several words, in rows or in columns."""
    for ordered in ([place for row in rows(words) for place in row], _columns(words)):
        for run in _runs(words, ordered):
            digits = "".join(digit for digit, _ in run)
            yield from (run[n][1] for n in sorted(_middles(digits, known)))


def _middles(digits: str, known: tuple[str, ...]) -> set[int]:
    """Which of the digits are the seventh to the fourteenth of a number."""
    starts = {at for at in range(len(digits) - 17) if is_valid_id(digits[at : at + 18])}
    for number in known:
        parts = ((number.upper().find(digits[at : at + SURELY], 3), at) for at in range(len(digits) - SURELY + 1))
        starts |= {at - part for part, at in parts if part >= 0}
    return {n for start in starts for n in range(start + 6, start + 14) if 0 <= n < len(digits)}


def _runs(words: tuple[Word, ...], ordered: Iterable[int | None]) -> Iterator[_Run]:
    """Digits with nothing but signs and blanks between them; None ends a run."""
    run: _Run = []
    for place in ordered:
        for n, sign in enumerate(words[place].text if place is not None else "#"):
            if sign.isdecimal() or sign in "XxＸｘ×":
                digit = str(unicodedata.decimal(sign)) if sign.isdecimal() else "X"
                run.append((digit, (place or 0, n)))
            elif sign not in BETWEEN:
                yield run
                run = []
    yield run


def rows(words: Sequence[Word]) -> list[list[int]]:
    """The places of words in rows from top to bottom, each from left to right."""
    found: list[list[int]] = []
    for place in sorted(range(len(words)), key=lambda n: _middle(words[n].box, 1)):
        box = words[place].box
        if found and abs(_middle(words[found[-1][0]].box, 1) - _middle(box, 1)) < 0.5 * (box[3] - box[1]):
            found[-1].append(place)
        else:
            found.append([place])
    return [sorted(row, key=lambda n: words[n].box[0]) for row in found]


def _columns(words: tuple[Word, ...]) -> list[int | None]:
    """Short words that stand one beneath the other; None between columns."""
    columns: list[list[int]] = []
    short = (n for n, word in enumerate(words) if len(word.text.strip()) <= SHORT)
    for place in sorted(short, key=lambda n: _middle(words[n].box, 0)):
        box = words[place].box
        if columns and abs(_middle(words[columns[-1][-1]].box, 0) - _middle(box, 0)) < 0.5 * (box[2] - box[0]):
            columns[-1].append(place)
        else:
            columns.append([place])
    ordered = [sorted(column, key=lambda n: words[n].box[1]) for column in columns]
    return [place for column in ordered for place in (*column, None)]


def _middle(box: Box, axis: int) -> float:
    return (box[axis] + box[axis + 2]) / 2


def _stretches(characters: set[int]) -> Iterator[tuple[int, int]]:
    """First and last of characters that stand side by side."""
    ordered = sorted(characters)
    cuts = [n for n, (one, other) in enumerate(pairwise(ordered), 1) if other - one > 2]
    for start, end in pairwise([0, *cuts, len(ordered)]):
        yield ordered[start], ordered[end - 1]


def _stretch(word: Word, first: int, last: int) -> Box:
    """Where characters of a word stand, half a digit more on either side; as far as either kind of font has them."""
    x0, y0, x1, y1 = word.box
    if y1 - y0 > 1.5 * (x1 - x0) and len(word.text) > 1:
        unit = (y1 - y0) / len(word.text)
        return x0, int(y0 + unit * (first - 0.5)), x1, int(y0 + unit * (last + 1.5)) + 1
    parts = [_part(word.text, first, last, proportional) for proportional in (False, True)]
    left, right = min(start for start, _ in parts), max(end for _, end in parts)
    return int(x0 + (x1 - x0) * left), y0, int(x0 + (x1 - x0) * right) + 1, y1


def _part(text: str, first: int, last: int, proportional: bool) -> tuple[float, float]:
    """Start and end as shares of a word's width."""
    widths = [_width(sign, proportional) for sign in text]
    whole = sum(widths)
    return (sum(widths[:first]) - 0.5) / whole, (sum(widths[: last + 1]) + 0.5) / whole


def _width(sign: str, proportional: bool) -> float:
    """In halves of a Chinese character."""
    if unicodedata.east_asian_width(sign) in "WF":
        return 2.0
    if not proportional:
        return 1.0
    return 0.55 if sign in NARROW else 1.4 if sign.isupper() else 1.1
