"""Lines that cite other works: a list of references names journals in which this paper was not published."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checks.rows import plain
from verify.page import Word

ENTRY_LINES = 3
"""How many lines an entry of a list of references may take."""

_ENTRY = re.compile(r"^[\[【]\d{1,3}[\]】]")
_CITED = re.compile(
    r"[\[【][a-z]?(?:/ol)?[\]】]|[\[【]j|(?<![a-z码号话真]):\d+[-‐–—~]\d+|\(\d{1,3}\):\d|\d{4},\d*\(?\d|p\.?\d+-\d+"
)
"""[J] and what is left of it in reading, pages (:12-15, (5):12) and a year with its volume (2020,(5))."""

_OPEN = re.compile(r"[\[【][a-z]?[\]】]?[.,:]?$")


def cites(text: str) -> bool:
    """Whether a line is written as a citation is, or is an entry of a list of references."""
    bare = plain(text)
    return bool(_ENTRY.match(bare) or _CITED.search(bare))


def breaks_off(text: str) -> bool:
    """Whether a line ends in [J]. so that the journal's name is on the next one."""
    return bool(_OPEN.search(plain(text)))


def entries(words: Sequence[Word]) -> int:
    """How many numbered references begin here."""
    return sum(bool(_ENTRY.match(plain(word.text))) for word in words)


def references(words: Sequence[Word]) -> set[int]:
    """Which of the lines belong to a list of references: all after its heading, else each entry with what follows."""
    found: set[int] = set()
    left = 0
    for index, word in enumerate(words):
        text = plain(word.text)
        if text.startswith(("参考文献", "references")):
            return found | set(range(index, len(words)))
        left = ENTRY_LINES if _ENTRY.match(text) else left - 1
        if left > 0:
            found.add(index)
    return found
