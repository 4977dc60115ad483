"""Is a word one of a list, or may it be meant for one? 建筑施工工程 may be 建筑施工; 工程造价 is not."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rapidfuzz.distance import OSA, Postfix, Prefix

from checks.rows import plain

_BRACKETS = re.compile(r"[()]")
_SHORT = 4
"""Words of fewer characters have no slips: one other character makes another word."""

HEAD, TAIL = 3, 2
"""So many first and last characters in common make a name with another middle."""


def listed(word: str, names: Iterable[str]) -> str | None:
    """The name that `word` is, white space and the width of brackets aside."""
    return next((name for name in names if plain(name) == plain(word)), None)


def meant(word: str, names: Iterable[str], apart: Iterable[str] = ()) -> tuple[str, ...]:
    """The names that `word` may be meant for: a short or a longer form of it, another order, or one slip.

    A short form has the name's characters in their order (造价 for 工程造价), a longer one holds it so (给水排水). Of the
    words in `apart` both must hold the same ones: they make another name (装配式建筑施工 is not 建筑施工).
    """
    marks = [plain(one) for one in apart]
    return tuple(
        name
        for name in names
        if _alike(plain(word), plain(name)) and all((one in plain(word)) == (one in plain(name)) for one in marks)
    )


def _alike(word: str, name: str) -> bool:
    parts = [name, *(part for part in _BRACKETS.split(name) if part)]
    bare, whole = (_BRACKETS.sub("", text) for text in (word, name))
    if len(bare) < 2:
        return False
    begins = any(part.startswith(word) or word.startswith(part) for part in parts)
    slip = min(len(word), len(name)) >= _SHORT and OSA.distance(word, name, score_cutoff=1) <= 1
    held = _within(bare, whole) or _within(whole, bare)
    return begins or slip or held or sorted(bare) == sorted(whole) or _same_ends(bare, whole)


def _same_ends(word: str, name: str) -> bool:
    """Whether only the middle is another: 装配式混凝土施工, 装配式建筑施工."""
    head, tail = Prefix.similarity(word, name), Postfix.similarity(word, name)
    return head >= HEAD and tail >= TAIL and head + tail <= min(len(word), len(name))


def _within(part: str, text: str) -> bool:
    """Whether the characters of `part` come in `text` in the same order."""
    rest = iter(text)
    return all(character in rest for character in part)
