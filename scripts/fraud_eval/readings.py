"""Pages as a reader would hand them on: lines one below the other, with a reader's slips, of one reader or of two."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from random import Random

from verify.page import Page, Seal, SealPurpose, Word

SLIP = 0.03
"""The share of characters that a reader has wrong: more than is usual on a scan of 150 dpi."""

LIKE = (
    "沿治浴沼", "学字孚", "究穷宄", "筑巩茿", "建健律", "前剪煎", "工土王", "程桯稈", "管菅营", "理埋哩",
    "中申", "文交", "版板", "国围图", "家冢豪", "科料斜", "技枝拔", "术木朮", "进迸近", "步歩涉",
    "奖浆桨", "成戍戌", "果杲课", "协办胁", "会公舍", "证征症", "书韦", "报极", "结绪",
)  # fmt: skip
"""Characters that readers take for each other; for any other one, one of `ANY` is read."""

ANY = "的一是了我不人在他有这个上们来到时大地为子中你说生国年着就那和要她出也得里后自以会"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page: `size` pixels high at (x, y)."""

    text: str
    y: int
    size: int = 30
    x: int = 100


def page(lines: Iterable[Line], random: Random, number: int = 1, twice: bool = False, seal: str = "") -> Page:
    """The page as read: the slips are the reader's own, and so is where a second one makes them."""
    shown = tuple(lines)
    second = _read(shown, random) if twice else ()
    seals = (_seal(_slipped(seal, random), random),) if seal else ()
    return Page(number, 1240, 1754, "ocr", _read(shown, random), seals, second)


def _read(lines: tuple[Line, ...], random: Random) -> tuple[Word, ...]:
    return tuple(_word(line, _slipped(line.text, random), random) for line in lines)


def _word(line: Line, text: str, random: Random) -> Word:
    box = (line.x, line.y, line.x + line.size * len(line.text), line.y + line.size)
    return Word(text, box, round(random.uniform(0.86, 0.995), 3))


def _slipped(text: str, random: Random) -> str:
    return "".join(_misread(char, random) if random.random() < SLIP else char for char in text)


def _misread(char: str, random: Random) -> str:
    """Another character in eight cases of ten, none in one, one more in one."""
    way = random.random()
    if way < 0.1:
        return ""
    if way < 0.2:
        return char + random.choice(ANY)
    like = [other for group in LIKE if char in group for other in group if other != char]
    return random.choice(like or ANY)


def _seal(title: str, random: Random) -> Seal:
    sure = round(random.uniform(0.9, 0.995), 3)
    return Seal(title, (), "unit", "circle", "red", (600, 900, 900, 1200), sure, (title,), SealPurpose.OFFICIAL)
