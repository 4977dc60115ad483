"""Is something said, or is it denied: 未认定挂证, 无病假. A negation counts right before the word, in the same clause."""

from __future__ import annotations

import re
from collections.abc import Iterable

from checks.rows import plain

REACH = 4
"""So many characters may stand between a negation and the word that it denies: 未被认定为挂证."""


def denied(text: str, words: Iterable[str], negations: Iterable[str], but: Iterable[str] = ()) -> bool:
    """Whether a text denies one of `words` by one of `negations`; a negation that begins one of `but` is none (未经)."""
    none, negation, word = _any(but), _any(negations), _any(words)
    if not negation or not word:
        return False
    ahead = rf"(?!{none})" if none else ""
    return bool(re.search(rf"{ahead}(?:{negation})[^,;:。、()]{{0,{REACH}}}?(?:{word})", plain(text)))


def affirmed(text: str, words: Iterable[str], negations: Iterable[str]) -> bool:
    """Whether a text says one of `words` at least once where it does not deny it."""
    negation, bare = _any(negations), plain(text)
    before = re.compile(rf"(?:{negation})[^,;:。、()]{{0,{REACH}}}$") if negation else None
    starts = (found.start() for word in map(plain, words) for found in re.finditer(re.escape(word), bare))
    return any(not (before and before.search(bare[:start])) for start in starts)


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(plain(word)) for word in words)
