"""Is a person named here? Never by half a name: 王建 is not named by 王建国, nor 阳建国 by 欧阳建国.

Three answers: "exact", "near" (one character differs, a rare character stands in doubt, or the text runs on so that
it may be another person's name; a person must look) and "none". Rules EV-01, XC-01.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from rapidfuzz.distance import OSA

from checks.name_words import AFTER, BEFORE, COMPOUND, HALVES, HOUSES, LINKS, NEVER, SINGLE, TASKS, VARIANTS
from checks.rows import gap, plain, rows
from verify.page import Page, Word

Level = Literal["exact", "near", "none"]

SURE = 0.9
"""From this confidence on, two readers that agree have fully read a name."""

LONG = 5
"""A name of so many characters is of a people that writes long ones: a dot within it is written in many ways."""

_DOTS = re.compile(r"[·•‧・∙⋅･]")
_ANY_DOT = re.compile(r"[·•‧・∙⋅･]|(?<=[\u3400-\u9fff])[.．\-－](?=[\u3400-\u9fff])")
_DASHES = str.maketrans(dict.fromkeys("—–-ー―_", "一"))


@dataclass(frozen=True, slots=True)
class Sighting:
    """How surely a name was seen, in which line, and what was read at its place."""

    level: Level
    word: Word | None = None
    read: str = ""


NOWHERE = Sighting("none")


@dataclass(frozen=True, slots=True)
class _Char:
    """One character of a row; `gap` before it: 0 none, 1 white space or a close box, 2 another box."""

    char: str
    gap: int
    word: Word


def find_name(name: str, words: Iterable[Word], knows_all: bool = True) -> Sighting:
    """The best sighting of `name` in `words`; `knows_all` is False where the reader lacks one of its characters."""
    best = NOWHERE
    for seen in _sightings(name, words, knows_all):
        if seen.level == "exact":
            return seen
        best = best if best.word else seen
    return best


def on_page(name: str, page: Page, knows_all: bool = True) -> Sighting:
    """The best sighting by either reader; a near name that both fully read alike is another person's: none."""
    first = list(_sightings(name, page.words, knows_all))
    second = list(_sightings(name, page.second, knows_all))
    for seen in (*first, *second):
        if seen.level == "exact":
            return seen
    agreed = _sure_reads(first) & _sure_reads(second)
    rare = any(_rare(char) for char in compact(name))
    target = compact(name)
    doubtful = [s for s in (*first, *second) if rare or s.read not in agreed or _alike(s.read, target)]
    return doubtful[0] if doubtful else NOWHERE


def surely_on_page(name: str, page: Page) -> Sighting:
    """What `on_page` finds where it finds the name exactly, else nothing: looking for slips takes most of its time."""
    target = compact(name)
    for words in (page.words, page.second):
        held = unicodedata.normalize("NFKC", "".join(word.text for word in words)).lower()
        for line in _lines(target, words) if set(target) <= set(held) else ():
            text = "".join(c.char for c in line)
            for start in (found.start() for found in re.finditer(f"(?={re.escape(target)})", text)):
                if _level(target, line, start, start + len(target)) == "exact":
                    return Sighting("exact", line[start].word, target)
    return NOWHERE


def compact(name: str) -> str:
    """A name without white space and middle dots, NFKC."""
    return plain(_ANY_DOT.sub("", name))


def looks_like_name(text: str) -> bool:
    """Whether text could be a Chinese person's name: a surname and one or two characters, no word of forms."""
    bare = compact(text)
    if not all(_cjk(char) for char in bare) or any(word in bare for word in NEVER):
        return False
    return (bare[:1] in SINGLE and 2 <= len(bare) <= 3) or (bare[:2] in COMPOUND and 3 <= len(bare) <= 4)


def _sightings(name: str, words: Iterable[Word], knows_all: bool) -> Iterator[Sighting]:
    target = compact(name)
    for line in _lines(target, words):
        for start, end in _candidates(target, line, knows_all):
            level = _level(target, line, start, end)
            if level != "none":
                yield Sighting(level, line[start].word, "".join(c.char for c in line[start:end]))


def _lines(target: str, words: Iterable[Word]) -> Iterator[list[_Char]]:
    """The rows of a page that a name of two characters and more may stand in, as characters."""
    for row in rows(words) if len(target) >= 2 else ():
        yield _characters(row, _ANY_DOT if len(target) >= LONG else _DOTS)


def _candidates(target: str, line: list[_Char], knows_all: bool) -> Iterator[tuple[int, int]]:
    """Where the line may hold the name: exactly, with one slip, or with a rare character read as something else."""
    text, size = "".join(c.char for c in line), len(target)
    rare = _pattern(target, knows_all)
    for start in range(len(text)):
        if text.startswith(target, start):
            yield start, start + size
            continue
        if (written := _otherwise(target, text, start)) and written != size:
            yield start, start + written
        for length in _lengths(size):
            if start + length <= len(text) and _slip(target, line[start : start + length]):
                yield start, start + length
        if rare and (found := rare.match(text, start)) and found.group() != target:
            yield found.span()


def _lengths(size: int) -> tuple[int, ...]:
    """How long a misread name may be; one of five and more characters may have two slips."""
    more = 2 if size >= LONG else 1
    return (size,) if size == 2 else tuple(sorted(range(size - more, size + more + 1), key=lambda n: abs(n - size)))


def _otherwise(target: str, text: str, start: int) -> int:
    """How many characters from `start` are the name with a character in its halves, or 0."""
    written = target.translate(HALVES)
    return len(written) if written != target and text.startswith(written, start) else 0


def _alike(read: str, target: str) -> bool:
    """Whether a reading is the name in other characters: 伟 for 偉, 锋 for 峰, a dash for 一, halves for 喆."""
    plainly = read.translate(_DASHES).translate(VARIANTS)
    return plainly == target.translate(VARIANTS) or read == target.translate(HALVES)


def _slip(target: str, part: list[_Char]) -> bool:
    read = "".join(c.char for c in part)
    if read != target and _alike(read, target):
        return True
    cutoff = 2 if len(target) >= LONG else 1
    if target in read or not all(_cjk(c) for c in read) or OSA.distance(target, read, score_cutoff=cutoff) > cutoff:
        return False
    # Two characters leave only one to recognise a name by: a sure reading that begins otherwise (土建) is no slip.
    return len(target) > 2 or read[0] == target[0] or part[0].word.confidence < SURE


def _pattern(target: str, knows_all: bool) -> re.Pattern[str] | None:
    """A rare character may be read as any other; a reader that lacks it may drop it or write its two halves."""
    rare = [_rare(char) for char in target]
    if not any(rare) or all(rare):
        return None
    joker = "." if knows_all or len(target) == 2 else ".{0,2}?"
    return re.compile("".join(joker if odd else re.escape(char) for char, odd in zip(target, rare, strict=True)))


def _level(target: str, line: list[_Char], start: int, end: int) -> Level:
    read = "".join(c.char for c in line[start:end])
    sides = (_before(read, line, start), _after(read, line, start, end))
    if read != target:
        return "near" if sides == ("exact", "exact") else "none"
    return min(sides, key=("none", "near", "exact").index)


def _before(read: str, line: list[_Char], start: int) -> Level:
    """Whether what precedes may belong to the name: a surname or half a compound one."""
    previous = line[start - 1].char if start else ""
    if not previous or not _joins(previous, read[0]):
        return "exact"
    alone = start == 1 or line[start - 1].gap > 0 or not _cjk(line[start - 2].char)
    if previous + read[0] in COMPOUND and (line[start].gap < 2 or alone):
        return "none"
    if line[start].gap == 1 and alone and previous in SINGLE and line[start + 1].gap:
        return "near"  # 刘 王 建: letter-spaced, and so perhaps one longer name
    if line[start].gap or _is_label(line, start):
        return "exact"
    if previous in SINGLE and (alone or _is_label(line, start - 1)):
        return "near" if _complete(read) else "none"
    return "exact" if _complete(read) else "near"


def _after(read: str, line: list[_Char], start: int, end: int) -> Level:
    """Whether what follows may belong to the name: further characters of a given name."""
    rest = line[end:]
    if not rest or not _joins(rest[0].char, read[-1]) or rest[0].gap == 2:
        return "exact"
    text = "".join(c.char for c in rest[:6])
    if text.startswith(AFTER) or (text.startswith(TASKS) and not text.startswith(HOUSES)):
        return "exact" if _complete(read) or text.startswith(AFTER) else "near"
    ends = len(rest) == 1 or rest[1].gap > 0 or not _cjk(rest[1].char)
    if rest[0].gap:
        spaced = all(c.gap for c in line[start + 1 : end])
        return "exact" if _complete(read) or not ends or text[0] in "男女" else "none" if spaced else "near"
    if text[0] in LINKS and (_complete(read) or not ends or text[0] == "等"):
        return "exact"
    if _complete(read):
        return "near"
    return "none" if ends or text[1:].startswith((*AFTER, *TASKS, *LINKS)) else "near"


def _is_label(line: list[_Char], end: int) -> bool:
    return "".join(c.char for c in line[max(0, end - 5) : end]).endswith(BEFORE)


def _complete(name: str) -> bool:
    """Whether a name has its full given name of two characters, so that more is hardly to be expected."""
    return len(name) - (2 if name[:2] in COMPOUND else 1) >= 2


def _characters(row: list[Word], dots: re.Pattern[str]) -> list[_Char]:
    line: list[_Char] = []
    for index, word in enumerate(row):
        apart = 0 if index == 0 else 2 if len(_bare(row[index - 1])) > 1 and len(_bare(word)) > 1 else 1
        if index and apart == 1 and gap(row[index - 1], word) > 2 and len(_bare(word)) > 1:
            apart = 2
        pending = apart
        for char in unicodedata.normalize("NFKC", dots.sub(" ", word.text)).lower():
            if char.isspace():
                pending = max(pending, 1)
            else:
                line.append(_Char(char, pending, word))
                pending = 0
    return line


def _sure_reads(seen: list[Sighting]) -> set[str]:
    return {s.read for s in seen if s.word and s.word.confidence >= SURE}


def _bare(word: Word) -> str:
    return plain(word.text)


def _joins(a: str, b: str) -> bool:
    return (_cjk(a) and _cjk(b)) or (a.isascii() and b.isascii() and a.isalpha() and b.isalpha())


def _cjk(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff" or "\uf900" <= char <= "\ufaff" or "\U00020000" <= char <= "\U000323af"


def _rare(char: str) -> bool:
    try:
        char.encode("gb2312")
    except UnicodeEncodeError:
        return True
    return False
