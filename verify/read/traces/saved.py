"""Where the earlier revisions of a PDF end: an incremental update leaves the file as it was and adds to its end.

The chain of cross-reference tables decides, not the marks: a linearised file has two `%%EOF` and one revision, and an
attached PDF brings its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from verify.read.traces.bounds import CHAIN

HEADER = 1024
"""`%PDF-` stands within so many bytes; offsets count from it."""

TRAILER = 8_192
"""A trailer, or the dictionary of a cross-reference stream, is no longer."""

_END = re.compile(rb"startxref[\s\0]{1,8}(\d{1,12})[\s\0]{1,8}%%EOF")
_PREV = re.compile(rb"/Prev[\s\0]{1,8}(\d{1,12})")
_STREAM = re.compile(rb"[\s\0]{0,8}\d{1,10}[\s\0]{1,8}\d{1,5}[\s\0]{1,8}obj")


@dataclass(frozen=True, slots=True)
class Saved:
    """The file's revisions as spans of its bytes from `start`, oldest first, the file as it is last; `broken`: an
    earlier one is named and is not where it should be; `cut`: the file has no end, or there are objects after it."""

    start: int
    ends: tuple[int, ...]
    broken: bool = False
    cut: bool = False


def saved(data: bytes) -> Saved:
    """The revisions of a PDF, found without parsing more than its trailers."""
    start = max(0, data.find(b"%PDF-", 0, HEADER))
    marks: dict[int, list[int]] = {}
    for mark in _END.finditer(data, start):
        marks.setdefault(int(mark[1]), []).append(mark.end())
    last = max(marks, key=lambda offset: marks[offset][-1], default=None)
    if last is None:
        return Saved(start, (len(data),), cut=True)
    offsets, broken = _chain(data, start, last)
    ends = {end for offset in offsets[1:] if (end := _end(marks, start, offset))}
    cut = bool(_STREAM.search(data, marks[last][-1]))
    return Saved(start, (*sorted(end for end in ends if end < marks[last][-1]), len(data)), broken, cut)


def _end(marks: dict[int, list[int]], start: int, offset: int) -> int | None:
    """The first end after a cross-reference table that names it."""
    return next((end for end in marks.get(offset, ()) if end > start + offset), None)


def _chain(data: bytes, start: int, last: int) -> tuple[list[int], bool]:
    """The offsets of the cross-reference tables, newest first, and whether the chain breaks off."""
    found, at = list[int](), last
    while at not in found[-64:] and len(found) < CHAIN:
        entry = _trailer(data, start + at)
        if entry is None:
            return found, bool(found)
        found.append(at)
        earlier = _PREV.search(entry)
        if not earlier or int(earlier[1]) == 0:
            return found, False
        at = int(earlier[1])
    return found, True


def _trailer(data: bytes, at: int) -> bytes | None:
    """The dictionary of the table or stream at an offset; None where there is none."""
    head = data[at : at + 64].lstrip(b"\0\t\n\f\r ")
    if head.startswith(b"xref"):
        begin = data.find(b"trailer", at)
        end = data.find(b"startxref", begin, begin + TRAILER)
        return data[begin : end if end > 0 else begin + TRAILER] if begin > 0 else None
    if _STREAM.match(head):
        return data[at : at + TRAILER].split(b"stream", 1)[0]
    return None
