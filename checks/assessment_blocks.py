"""The blocks of an assessment form (个人总结, 单位考核意见 …): what is written in each, and where it ends.

A label stands in a narrow left column, in the middle of its cell and often cut over several lines; the text to its right
begins above it and ends with a signature. Elsewhere a label is a heading with its text below.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from checks.days import like_a_date, without_figures
from checks.pages import overlap
from checks.rows import height, plain
from verify.page import Box, Page, Word

LEFT = 0.3
"""Labels of the left column end within this share of the page's width."""

STACKED = 2.0
"""Parts of a label stand at most so many line heights below each other."""

SHORT = 8
"""A part of a label in the left column has at most so many characters."""


@dataclass(frozen=True, slots=True)
class Label:
    """A label on a page, with the box of all its parts; `column`: in the left column, with its text to the right."""

    text: str
    box: Box
    column: bool


@dataclass(frozen=True, slots=True)
class Block:
    """What stands in a block: its lines but for signatures and their dates, the pages it runs over, its first area."""

    page: Page
    area: Box
    lines: tuple[Word, ...]
    more: tuple[Page, ...] = ()

    @property
    def text(self) -> str:
        return plain("".join(word.text for word in self.lines))

    @property
    def confidence(self) -> float:
        """The mean confidence of the lines, weighted by their length; 0 where there are none."""
        size = sum(len(word.text) for word in self.lines)
        return sum(word.confidence * len(word.text) for word in self.lines) / size if size else 0.0

    @property
    def unread(self) -> bool:
        """Whether there is ink in the block that no reader took for text, or a seal that may hide it.

        An empty cell of a scan may hold faint or wild handwriting that left no mark.
        """
        # A signature below the block reaches up into it.
        marks = (mark for mark in self.page.marks if self.area[1] <= _centre(mark) <= self.area[3])
        boxes = [*marks, *(seal.box for seal in self.page.seals)]
        unseen = not self.lines and any(page.source == "ocr" for page in (self.page, *self.more))
        return unseen or any(overlap(self.area, box) for box in boxes) or any(page.marks for page in self.more)


def labels(page: Page) -> list[Label]:
    """Every stack of short lines in the left column, and every other line, as what may be a label."""
    stacks: list[list[Word]] = []
    rest = list[Label]()
    for word in sorted(page.words, key=lambda w: w.box[1]):
        if word.box[2] <= LEFT * page.width and len(plain(word.text)) <= SHORT and not _is_row(page, word):
            below = [s for s in stacks if _follows(s[-1].box, word.box)]
            below[0].append(word) if below else stacks.append([word])
        else:
            rest.append(Label(plain(word.text), word.box, False))
    return [*map(_label, stacks), *rest]


def _is_row(page: Page, word: Word) -> bool:
    """Whether a line of a text layer is a label and its value: 单位考核意见 同意, but not the spaced 备 注."""
    return page.source == "text" and len(word.text.split(maxsplit=1)[0]) >= 4 and len(word.text.split()) > 1


def _follows(above: Box, box: Box) -> bool:
    apart = box[1] - above[3]
    return apart <= STACKED * height(above) and min(above[2], box[2]) > max(above[0], box[0])


def _label(stack: list[Word]) -> Label:
    boxes = [word.box for word in stack]
    around = (min(b[0] for b in boxes), boxes[0][1], max(b[2] for b in boxes), boxes[-1][3])
    return Label("".join(plain(word.text) for word in stack), around, True)


def find(page: Page, names: Iterable[str]) -> Label | None:
    """The first label of a page that is one of `names`: in the left column, or as a line that begins with it."""
    wanted = tuple(map(plain, names))
    for label in labels(page):
        if any(name in label.text for name in wanted) if label.column else label.text.startswith(wanted):
            return label
    return None


def block(pages: list[Page], names: Iterable[str], others: Iterable[str], signed: Iterable[str]) -> Block | None:
    """The block under one of `names`, up to the next of `signed` or `others`; on to the next page where none follows."""
    for number, page in enumerate(pages):
        if label := find(page, names):
            found = _block(pages[number:], label, names, (tuple(others), tuple(signed)))
            # A short line at the left with nothing to its right is a heading, and its text stands below it.
            heading = Label(label.text, label.box, False)
            below = _block(pages[number:], heading, names, (tuple(others), tuple(signed)))
            return below if below.lines and not found.lines else found
    return None


Ends = tuple[tuple[str, ...], tuple[str, ...]]
"""Labels of other blocks, and of signatures: what a block ends with."""


def _block(pages: list[Page], label: Label, names: Iterable[str], ends: Ends) -> Block:
    page, top, end = pages[0], _top(pages[0], label, ends), _end(pages[0], label, ends)
    lines = [word for word in page.words if top <= _middle(word) <= (end or page.height) and _beside(label, word)]
    more = list[Page]()
    for following in pages[1:] if end is None else ():
        stop = min((one.box[1] for one in _bounds(following, ends)), default=None)
        lines += [word for word in following.words if stop is None or _middle(word) < stop]
        more.append(following)
        if stop is not None:
            break
    area = (label.box[2] if label.column else 0, int(top), page.width, int(end or page.height))
    told = (word for word in _without(lines, label, names) if not _signature(word, ends[1]))
    return Block(page, area, tuple(told), tuple(more))


def _without(lines: list[Word], label: Label, names: Iterable[str]) -> list[Word]:
    """The lines without the label itself, which a text layer may have in one line with the text."""
    found = list[Word]()
    for word in lines:
        text = word.text
        for name in names if not label.column and overlap(word.box, label.box) else ():
            text = plain(text).removeprefix(plain(name)).lstrip(":")
        whole = plain(word.text)
        part = whole != label.text and whole in label.text and overlap(word.box, label.box)
        if plain(text) and not part:
            found.append(Word(text, word.box, word.confidence))
    return found


def _beside(label: Label, word: Word) -> bool:
    return word.box[0] >= label.box[2] - height(word.box) if label.column else word.box[1] >= label.box[1]


def _top(page: Page, label: Label, ends: Ends) -> float:
    """Where the block begins: below the signature or label above it; a heading begins its own."""
    if not label.column:
        return label.box[1]
    return max((one.box[3] for one in _bounds(page, ends) if one.box[3] <= label.box[1]), default=0)


def _end(page: Page, label: Label, ends: Ends) -> float | None:
    return min((one.box[1] for one in _bounds(page, ends) if one.box[1] >= _centre(label.box)), default=None)


def _bounds(page: Page, ends: Ends) -> list[Label]:
    """The labels and signatures of a page that end a block."""
    names, marks = (tuple(map(plain, group)) for group in ends)

    def is_end(label: Label) -> bool:
        named = any(name in label.text for name in names) if label.column else label.text.startswith(names)
        return named or label.text.startswith(marks)

    return [label for label in labels(page) if is_end(label)]


def _signature(word: Word, signed: Iterable[str]) -> bool:
    text = plain(word.text)
    return text.startswith(tuple(map(plain, signed))) or (like_a_date(text) and not without_figures(text).strip(" .-/"))


def _middle(word: Word) -> float:
    return _centre(word.box)


def _centre(box: Box) -> float:
    return (box[1] + box[3]) / 2
