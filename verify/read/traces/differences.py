"""What changed between two printings of a page: lines altered, filled in, put between others, gone, or new."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein, Opcode

from verify.read.traces.printed import Line
from verify.traces import ChangeKind

LIKE = 0.5
"""Likeness from which on a line that went and one that came, elsewhere on the page, are one that moved."""

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
    found, paired = [], set[int]()
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
    order: tuple[ChangeKind, ...] = ("altered", "deleted", "inserted", "filled")
    return next((kind for kind in order if kind in kinds), None)


def _step(one: str, other: str, step: Opcode) -> ChangeKind | None:
    i, j = step.src_start, step.src_end
    went, came = one[i:j], other[step.dest_start : step.dest_end]
    if step.tag == "equal" or not (_says(went) or _says(came)):
        return None
    if _says(went):
        return "altered" if _says(came) else "deleted"
    before, after = one[max(0, i - 1) : i], one[j : j + 1]
    if (came[:1].isdigit() and before.isdigit()) or (came[-1:].isdigit() and after.isdigit()):
        return "altered"  # 5 → 15, 2021 → 12021: another number
    return "filled" if went or not before or not after or before in BLANK else "inserted"


def _only(some: Sequence[Line], others: Sequence[Line]) -> list[Line]:
    """The lines of `some` that are not among `others`, as often as they are not."""
    left = Counter(_plain(line.text) for line in others)
    kept = []
    for line in some:
        text = _plain(line.text)
        left[text] -= 1
        if left[text] < 0 and _says(text):
            kept.append(line)
    return kept


def _partner(line: Line, others: list[Line]) -> Line | None:
    """The line that came in another's place, or else the likest one."""
    here = [other for other in others if _same_place(line, other)]
    graded = [(Levenshtein.normalized_similarity(_plain(line.text), _plain(o.text)), o) for o in here or others]
    best = max(graded, key=lambda one: one[0], default=None)
    return best[1] if best and (here or best[0] >= LIKE) else None


def _same_place(one: Line, other: Line) -> bool:
    a, b = one.area, other.area
    level = abs((a[1] + a[3]) - (b[1] + b[3])) < 0.8 * max(a[3] - a[1], b[3] - b[1])
    return level and a[0] < b[2] and b[0] < a[2]


def _joined(lines: Sequence[Line]) -> str:
    return "".join(_plain(line.text) for line in lines)


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


def _spaced(text: str) -> str:
    """The text with a space where there is a wide gap: what stands beyond it is no part of a number; masks as stars."""
    return _MASK.sub(lambda mask: "*" * len(mask[0]), " ".join(unicodedata.normalize("NFKC", text).split()))


def _says(text: str) -> bool:
    return any(letter.isalnum() for letter in text)
