"""Is a word one of a list, or may it be meant for one? 建筑施工工程 may be 建筑施工; 工程造价 is not."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rapidfuzz.distance import OSA

from checks.rows import plain

_BRACKETS = re.compile(r"[()]")
_SHORT = 4
"""Words of fewer characters have no slips: one other character makes another word."""


def listed(word: str, names: Iterable[str]) -> str | None:
    """The name that `word` is, white space and the width of brackets aside."""
    return next((name for name in names if plain(name) == plain(word)), None)


def meant(word: str, names: Iterable[str]) -> tuple[str, ...]:
    """The names that `word` may be meant for: one begins with the other, a part of it in brackets, or one slip."""
    return tuple(name for name in names if _alike(plain(word), plain(name)))


def _alike(word: str, name: str) -> bool:
    parts = [name, *(part for part in _BRACKETS.split(name) if part)]
    if len(word) < 2:
        return False
    begins = any(part.startswith(word) or word.startswith(part) for part in parts)
    size = min(len(word), len(name))
    return begins or (size >= _SHORT and OSA.distance(word, name, score_cutoff=1) <= 1)
