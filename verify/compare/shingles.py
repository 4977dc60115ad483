"""A page's lines → hashed character shingles: runs of K characters within one line (Broder, Compression and Complexity
of Sequences 1997).

A hash has 32 bits; its lowest is set where the line carries substance: prose, or a number. Of a short line without a
number (a label, a name, 合格) one hash is made of the whole, with that bit clear: it says where two pages differ, and
never that they are alike, for all who fill in one form have its labels. ID numbers are left out: a reader of the store
must not be able to put them together again from their parts. A figure (a date, a number) of five and more digits is one
hash, whole.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from verify.mask import mask_ids

Hashes = NDArray[np.uint32]

K = 5
"""Characters of a shingle. Of 4, 5 and 6, scripts/bench_pages.py prints what each finds of pages read with slips."""

PROSE = 12
"""Characters from which on a line is prose (or a name of a unit or project), not a label."""

DIGITS = 4
"""Digits in a row that make a line one with a number: a year, a date, an amount."""

MOST_CHARS = 20_000
"""Of one page; a dense page of print has 3,000."""

LEAST = 40
"""Shingles of substance that a page must have to be compared with all others: two or three lines of prose."""

LABEL, PRINT, FIGURE = np.uint32(0), np.uint32(1), np.uint32(3)
"""The two low bits of a hash: a short line; K characters; a whole figure."""

_MASKED = re.compile(r"\d*\*{4,}[\dXx]*")
_DATE = re.compile(r"(?<=\d)[年月](?=\d)")
_NUMBER = re.compile(rf"\d{{{DIGITS}}}")
_FIGURE = re.compile(r"[0-9]{5,}")
_BASE = np.uint64(1_000_003)


def bare(text: str) -> str:
    """Letters, characters and digits alone: NFKC, lower case, without white space, punctuation and ID numbers."""
    plain = unicodedata.normalize("NFKC", _MASKED.sub("", mask_ids(text))).lower()
    return "".join(filter(str.isalnum, _DATE.sub("", plain)))


def has_substance(line: str) -> bool:
    """Whether a bare line is prose or holds a number, so that sharing it with another page tells something."""
    return len(line) >= PROSE or (len(line) >= K and _NUMBER.search(line) is not None)


def of_line(line: str, k: int = K) -> Hashes:
    """The hashes of one bare line, in order; none of an empty one."""
    if not line:
        return np.empty(0, np.uint32)
    if not has_substance(line) or len(line) < k:
        return _hashed(line, len(line)) | LABEL
    runs = [_hashed(run, len(run)) | FIGURE for run in _FIGURE.findall(line)]
    rest = [_hashed(line, k)[~_all_digits(line, k)] | PRINT]
    return np.concatenate(rest + runs)


def _hashed(text: str, width: int) -> Hashes:
    """One hash for each run of `width` characters, its two low bits clear."""
    codes = np.fromiter(map(ord, text), np.uint64, len(text))
    windows = np.lib.stride_tricks.sliding_window_view(codes, width)
    rolled = windows @ np.multiply.accumulate(np.full(width, _BASE))
    return _mixed(rolled + np.uint64(width)) & ~np.uint32(3)


def _all_digits(text: str, width: int) -> NDArray[np.bool_]:
    digits = np.fromiter((char in "0123456789" for char in text), np.bool_, len(text))
    return np.asarray(np.lib.stride_tricks.sliding_window_view(digits, width).all(axis=1))


def of_lines(lines: Iterable[str], k: int = K) -> Hashes:
    """The hashes of a page's lines (as read), each once, ascending."""
    parts, left = list[Hashes](), MOST_CHARS
    for line in (bare(line[:MOST_CHARS]) for line in lines):
        parts.append(of_line(line[:left], k))
        left -= len(line)
        if left <= 0:
            break
    return np.unique(np.concatenate(parts)) if parts else np.empty(0, np.uint32)


def substance(hashes: Hashes) -> Hashes:
    """Those hashes that may say that two pages are alike."""
    kept: Hashes = hashes[hashes & np.uint32(1) == 1]
    return kept


def has_text(hashes: Hashes) -> bool:
    """Whether a page has enough text to be compared with all others."""
    return len(substance(hashes)) >= LEAST


def is_figure(hashes: Hashes) -> NDArray[np.bool_]:
    """Which are dates, numbers and amounts: what differs where two people fill in one form."""
    kinds: NDArray[np.bool_] = hashes & np.uint32(3) == FIGURE
    return kinds


def packed(hashes: Hashes) -> bytes:
    """As the store keeps them: uint32, little-endian."""
    return hashes.astype("<u4").tobytes()


def unpacked(blob: bytes) -> Hashes:
    """What `packed` packed; a blob of another length counts as none."""
    return np.frombuffer(blob, "<u4") if len(blob) % 4 == 0 else np.empty(0, np.uint32)


def _mixed(values: NDArray[np.uint64]) -> Hashes:
    """The upper half of SplitMix64's mixer (Steele, Lea, Flood, OOPSLA 2014): evenly spread, whatever goes in."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return ((values ^ (values >> np.uint64(31))) >> np.uint64(32)).astype(np.uint32)
