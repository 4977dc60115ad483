"""Is what was added to a PDF, or lies on top of its print, only a sign-off: the words, a person's name, a date?

A unit that verifies a copy may type 核对无误 on it, in an opaque box too. That explains the box and not what is beneath,
which a person must see.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from checks.check import Params
from checks.days import dates_in, without_dates
from checks.names import looks_like_name
from checks.rows import plain

LONGEST = 200
"""Texts with more characters are no sign-off."""

_SIGN = re.compile(r"[\W_]+")


class Signoff(Params):
    """`signoff`: phrases that sign a copy off; `signer_labels`: what stands before the signer's name; `signoff_beside`:
    what else stands there.
    """

    signoff: tuple[str, ...] = ()
    signer_labels: tuple[str, ...] = ()
    signoff_beside: tuple[str, ...] = ()


def signs_off(beneath: str, above: str, params: Signoff) -> bool:
    """Whether `above` is a sign-off and nothing else, and `beneath` is not one: that would be another person's or day's.

    A date before the words is no sign-off's where a date lies beneath: that one may have been retyped.
    """
    if _said(beneath, (*params.signoff, *params.signer_labels)) or not _is_signoff(above, params):
        return False
    before = re.split(r"\d", plain(above))[0]
    return not dates_in(beneath) or _said(before, params.signoff)


def added(before: str, after: str, params: Signoff) -> bool:
    """Whether a line differs from what it was by a sign-off alone, which stands anywhere in it."""
    one, other = plain(before), plain(after)
    if max(len(one), len(other)) > LONGEST:
        return False
    start = _shared(one, other)
    end = _shared(one[start:][::-1], other[start:][::-1])
    # Both may end alike by chance, as two dates do: with less of the end taken for the same, too.
    return any(
        signs_off(one[start : len(one) - same], other[start : len(other) - same], params) for same in range(end, -1, -1)
    )


def _is_signoff(text: str, params: Signoff) -> bool:
    """A phrase, and besides at most one date and one name."""
    if len(text) > LONGEST or not _said(text, params.signoff) or len(dates_in(text)) > 1:
        return False
    known = (*params.signoff, *params.signer_labels, *params.signoff_beside)
    words = sorted(map(plain, known), key=len, reverse=True)
    rest = re.sub("|".join(map(re.escape, words)), " ", without_dates(text))
    left = _SIGN.sub(" ", rest).split()
    return len(left) <= 1 and all(looks_like_name(name) for name in left)


def _said(text: str, words: Iterable[str]) -> bool:
    bare = plain(text)
    return any(plain(word) in bare for word in words)


def _shared(one: str, other: str) -> int:
    """How many characters two texts begin with in common."""
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
