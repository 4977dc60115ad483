"""Tables and labelled values on a page, whether each cell is a box of its own or a row is one line of a text layer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from checks.fields import Field
from checks.pages import at, beside
from checks.rows import levels, plain
from verify.model import Document
from verify.page import Page, Word

LONGER = 8
"""A column's heading has at most so many characters more than its label: 专业科目学时（小时）."""

Columns = Mapping[str, Iterable[str]]
Row = dict[str, Word]


def spread(page: Page) -> Page:
    """The page with the lines of its text layer cut at white space, for there a line is a whole row of cells."""
    if page.source != "text":
        return page
    return replace(page, words=tuple(part for word in page.words for part in _parts(word)))


def _parts(word: Word) -> list[Word]:
    size, left = max(1, len(word.text)), word.box[0]
    wide, found, start = (word.box[2] - left) / size, [], 0
    for text in word.text.split():
        start = word.text.index(text, start)
        box = (int(left + start * wide), word.box[1], int(left + (start + len(text)) * wide), word.box[3])
        found.append(Word(text, box, word.confidence))
        start += len(text)
    return found


def labelled(document: Document, page: Page, labels: Iterable[str]) -> list[Field]:
    """Every value after one of `labels` where the label begins its line: 竣工日期 is not 计划竣工日期."""
    wanted, found = tuple(map(plain, labels)), list[Field]()
    for label, value in beside(spread(page), wanted):
        text = plain(value.text).strip(":") if value else ""
        if value and text and plain(label.text).startswith(wanted):
            found.append(Field(text, at(document, page, value)))
    return found


def heading(word: Word, columns: Columns) -> str | None:
    """The column that a cell is the heading of."""
    text = plain(word.text)
    for name, labels in columns.items():
        if any(plain(label) in text and len(text) <= len(plain(label)) + LONGER for label in labels):
            return name
    return None


def table(page: Page, columns: Columns, needed: Iterable[str]) -> list[Row]:
    """The rows below each line that holds the `needed` headings, each row a dict from column to cell.

    Cells of a text layer belong to the headings in their order, and only where a row has as many cells as headings.
    """
    rows, head = list[Row](), list[tuple[str | None, Word]]()
    for level in levels(spread(page).words):
        named = [(heading(word, columns), word) for word in level]
        if {*needed} <= {name for name, _ in named}:
            head = named
        elif any(name and name != "total" and _is_label(word, columns[name]) for name, word in named):
            head = []  # another table begins
        elif head:
            row = _in_order(head, level) if page.source == "text" else _by_place(head, level)
            rows += [row] if row else []
    return rows


def _is_label(word: Word, labels: Iterable[str]) -> bool:
    return plain(word.text) in map(plain, labels)


def _in_order(head: list[tuple[str | None, Word]], level: list[Word]) -> Row:
    if len(head) != len(level):
        return {}
    return {name: word for (name, _), word in zip(head, level, strict=True) if name}


def _by_place(head: list[tuple[str | None, Word]], level: list[Word]) -> Row:
    """Each cell under the nearest heading, those of columns that nobody asked for among them."""
    row: Row = {}
    for word in level:
        name, above = min(head, key=lambda one: abs(_middle(one[1]) - _middle(word)))
        if name and name not in row and _under(above, word, head):
            row[name] = word
    return row


def _under(above: Word, word: Word, head: list[tuple[str | None, Word]]) -> bool:
    """Whether a cell stands within its heading's column: no further away than the next column."""
    others = [abs(_middle(one) - _middle(above)) for _, one in head if one is not above]
    return abs(_middle(above) - _middle(word)) <= 0.6 * min(others, default=1e9)


def _middle(word: Word) -> float:
    return (word.box[0] + word.box[2]) / 2
