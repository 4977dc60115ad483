"""Was a degree obtained at home or abroad, by what the form says of its country: rule ED-08."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from checks.rows import plain
from verify.org_places import provinces_of

Origin = Literal["home", "abroad", "unknown"]

_PARTS = re.compile(r"[、,;/|+]")


def origin(said: str | None, home: Iterable[str], abroad: Iterable[str]) -> Origin:
    """Where a degree is from: at home where nothing is said; several countries, or a spelling not known, are unknown.

    `home`: words for the mainland, alone or before a place of it (中国浙江); `abroad`: words of all other places, those
    of Hong Kong, Macao and Taiwan too, wherever in the text.
    """
    known, others = tuple(map(plain, home)), tuple(map(plain, abroad))
    parts = [part for part in _PARTS.split(plain(said or "")) if part]
    kinds = {_origin(part, known, others) for part in parts} or {"home"}
    return kinds.pop() if len(kinds) == 1 else "unknown"


def _origin(text: str, home: tuple[str, ...], abroad: tuple[str, ...]) -> Origin:
    bare = re.sub(r"[()\[\]]", "", text)
    rest = next((bare[len(word) :] for word in sorted(home, key=len, reverse=True) if bare.startswith(word)), bare)
    if rest in ("", *home, "地区") or provinces_of(rest):
        return "home"
    # A word of Latin letters must be all of it: "us" stands in many others.
    return "abroad" if any(word == text or (word in text and not word.isascii()) for word in abroad) else "unknown"
