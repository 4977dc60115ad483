"""What changed between two printings of a page: lines altered, filled in, put between others, gone, or new."""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from rapidfuzz.distance import Levenshtein, Opcode

from verify.read.traces.exchanged import exchanged, once, same_place
from verify.read.traces.layout import Line
from verify.traces import ChangeKind

LIKE = 0.5
"""Likeness from which on a line that went and one that came, elsewhere on the page, are one that moved."""

SIZES = 1.5
"""Times by which letters grow from one size to the next that is told apart."""

TICKED = frozenset("■☑☒√×✓✔✗✘✕●◎")
"""Ticks."""

SIGNS = frozenset("-−+±")

BLANK = frozenset("_—–-.…·:;/\\|()[]{}<>□☐,、。（）：；「」 ")
"""After these a blank may be filled in."""

_MASK = re.compile("[Xx×]{3,}")
"""What a number is masked with, besides stars."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A line before and after; one of them is None where it only went or only came."""

    kind: ChangeKind
    before: Line
    after: Line | None


def differences(before: Sequence[Line], after: Sequence[Line]) -> tuple[list[Difference], bool]:
    """The lines that changed, and whether lines came that were not there; moved and re-wrapped lines are none."""
    gone, come = _only(before, after), _only(after, before)
    earlier, later = _joined(before), _joined(after)
    found, paired = [Difference("marked", one, other) for one, other in _exchanged(before, after)], set[int]()
    for line in gone:
        partner = _partner(line, [other for other in come if id(other) not in paired])
        if partner is None:
            found += [] if _plain(line.text) in later else [Difference("deleted", line, None)]
            continue
        paired.add(id(partner))
        if not (_plain(line.text) in later and _plain(partner.text) in earlier):
            kind = changed(line.text, partner.text)
            found += [Difference(kind, line, partner)] if kind else []
    new = any(id(line) not in paired and _plain(line.text) not in earlier for line in come)
    return found, new


def changed(before: str, after: str) -> ChangeKind | None:
    """How one line became another; None where no letter or digit did."""
    one, other = _spaced(before), _spaced(after)
    kinds = {_step(one, other, step) for step in Levenshtein.opcodes(one, other)}
    if "deleted" in kinds and kinds & {"inserted", "filled"}:
        return "altered"
    order: tuple[ChangeKind, ...] = ("altered", "deleted", "inserted", "marked", "filled")
    return next((kind for kind in order if kind in kinds), "filled" if "ticked" in kinds else None)


def _step(one: str, other: str, step: Opcode) -> ChangeKind | Literal["ticked"] | None:
    i, j = step.src_start, step.src_end
    went, came = one[i:j], other[step.dest_start : step.dest_end]
    if step.tag == "equal":
        return None
    if not (_letters(went) or _letters(came)):
        return _sign(one, other, step)
    if _letters(went):
        return "altered" if _letters(came) else "deleted"
    before, after = one[max(0, i - 1) : i], one[j : j + 1]
    if (came[:1].isdigit() and before.isdigit()) or (came[-1:].isdigit() and after.isdigit()):
        return "altered"  # 5 → 15, 2021 → 12021: another number
    if TICKED & set(went):
        return "marked"
    return "filled" if went or not before or not after or before in BLANK else "inserted"


def _sign(one: str, other: str, step: Opcode) -> ChangeKind | Literal["ticked"] | None:
    """Whether what went or came, no letters, says something all the same: a tick, a number's sign or point."""
    i, j, k, m = step.src_start, step.src_end, step.dest_start, step.dest_end
    if TICKED & set(one[i:j]):
        return "marked"
    if TICKED & set(other[k:m]):
        return "ticked"
    signed = _signs(one, i, j) != _signs(other, k, m)
    point = (
        one[i - 1 : i].isdigit() and one[j : j + 1].isdigit() and "." in (one[i:j], other[k:m]) and (i == j or k == m)
    )
    return "marked" if signed or point else None


def _signs(text: str, start: int, end: int) -> str:
    """The sign before a number in a part of a text; a dash between letters is none."""
    before, sign, after = text[max(0, start - 1) : start], text[start:end][-1:], text[end : end + 1]
    return sign if sign in SIGNS and after.isdigit() and not (before.isascii() and before.isalnum()) else ""


def _exchanged(before: Sequence[Line], after: Sequence[Line]) -> list[tuple[Line, Line]]:
    one, other = (once(lines, [_plain(line.text) for line in lines]) for lines in (before, after))
    return exchanged({text: line for text, line in one.items() if _says(text)}, other)


def _only(some: Sequence[Line], others: Sequence[Line]) -> list[Line]:
    """The lines of `some` that are not among `others`, about as large and as faint, as often as they are not.

    What was made white or tiny is still there for a program, and other print stands in its place.
    """
    left = Counter(_known(line) for line in others)
    kept = []
    for line in some:
        known = _known(line)
        left[known] -= 1
        if left[known] < 0 and _says(line.text):
            kept.append(line)
    return kept


def _known(line: Line) -> tuple[str, bool, int]:
    return _plain(line.text), line.style.faint, round(math.log(max(line.style.size, 1.0), SIZES))


def _partner(line: Line, others: list[Line]) -> Line | None:
    """The line that came in another's place, or else the likest one."""
    here = [other for other in others if same_place(line, other)]
    graded = [(Levenshtein.normalized_similarity(_plain(line.text), _plain(o.text)), o) for o in here or others]
    best = max(graded, key=lambda one: one[0], default=None)
    return best[1] if best and (here or best[0] >= LIKE) else None


def _joined(lines: Sequence[Line]) -> str:
    return "".join(_plain(line.text) for line in lines)


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


def _spaced(text: str) -> str:
    """The text with a space where there is a wide gap: what stands beyond it is no part of a number; masks as stars."""
    return _MASK.sub(lambda mask: "*" * len(mask[0]), " ".join(unicodedata.normalize("NFKC", text).split()))


def _says(text: str) -> bool:
    return _letters(text) or bool(TICKED & set(text))


def _letters(text: str) -> bool:
    return any(letter.isalnum() for letter in text)
