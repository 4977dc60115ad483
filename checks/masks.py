"""Names and numbers of which a platform shows a part (王*, 3306************50), and whether they may be somebody's."""

from __future__ import annotations

import re

from checks.rows import plain

_STARS = re.compile(r"[*＊×✱•●]+")


def is_masked(text: str) -> bool:
    """Whether some of a text is starred out."""
    return bool(_STARS.search(plain(text)))


def fits(masked: str, whole: str) -> bool:
    """Whether the visible ends of a masked text are those of the whole one; how many stars there are says nothing."""
    head, *_, tail = _STARS.split(plain(masked)) if is_masked(masked) else (plain(masked), plain(masked))
    text = plain(whole)
    return (
        bool(head or tail) and len(head) + len(tail) <= 2 * len(text) and text.startswith(head) and text.endswith(tail)
    )
