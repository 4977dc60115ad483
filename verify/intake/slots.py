"""Which slot a file was uploaded to, by the names of its folders and, failing those, by its own."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from verify.intake.aliases import ALIASES, EXACT
from verify.model import ITEM_SLOTS, Slot

# A number that counts something ("1号楼", "2023年度") is part of the name.
_NUMBER = re.compile(
    r"^(?:第?[0-9]{1,4}(?![0-9号期栋幢座年层区#万千百米]|标(?!准))|第?[一二三四五六七八九十]{1,3}(?=[、.。)\]}>_:·—-]))[、.。,)\]}>_:·—-]*"
)
_EDGE = re.compile(r"^[\s、.。,()\[\]{}<>_:·—《》【】〔〕「」-]+|[\s、.。,(\[{<_:·—《》【】〔〕「」-]+$")
_JOINED = re.compile(r"[和与及、+&/,]")
_SUFFIX = re.compile(r"\.[A-Za-z0-9]{1,5}$")


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a file belongs. `item` is the item folder's path, `loose` whether no folder of its path is a slot's."""

    slot: Slot
    item: str | None = None
    loose: bool = False


def place(file: str) -> Placement:
    """Place a file by its path relative to the applicant's folder ("/" between parts, archives named as folders).

    The first folder that names a slot decides; else the file's own name; else OTHER, for the pages to tell.
    """
    *folders, name = file.split("/")
    for depth, folder in enumerate(folders):
        slot = folder_slot(folder)
        if slot is not None:
            has_item = slot in ITEM_SLOTS and depth + 1 < len(folders)
            return Placement(slot, "/".join(folders[: depth + 2]) if has_item else None)
    return Placement(_found_in(core(_SUFFIX.sub("", name))) or Slot.OTHER, loose=True)


def folder_slot(name: str) -> Slot | None:
    """The slot that a folder's name means, or None where it means none or more than one."""
    bare = core(_SUFFIX.sub("", name))
    slot = EXACT.get(bare) or _found_in(bare)
    return slot if slot is not Slot.OTHER or bare in EXACT else None


def exact_slot(name: str) -> Slot | None:
    """The slot whose name or alias the folder's name is as a whole, its number aside."""
    return EXACT.get(core(name))


def core(name: str) -> str:
    """A name without leading number, brackets and punctuation: "（二）论文" → "论文", "3.工程业绩" → "工程业绩"."""
    folded = unicodedata.normalize("NFKC", name).casefold()
    bare = re.sub(r"\s+", "", folded)
    return _EDGE.sub("", _NUMBER.sub("", _EDGE.sub("", bare))) or _EDGE.sub("", bare)


def _found_in(bare: str) -> Slot | None:
    """The slot of the longest alias in a name; None where two slots are equally plain, or joined ("学历、职称")."""
    found = list(_pattern().finditer(bare))
    slots = {ALIASES[match[0]] for match in found}
    if len(slots) <= 1:
        return next(iter(slots), None)
    if any(_JOINED.fullmatch(bare[a.end() : b.start()]) for a, b in pairwise(found)):
        return None
    longest = max(len(match[0]) for match in found)
    best = {ALIASES[match[0]] for match in found if len(match[0]) == longest}
    return best.pop() if len(best) == 1 else None


@cache
def _pattern() -> re.Pattern[str]:
    """All aliases, the longest first, so that "年度考核" is not read as "考核"."""
    return re.compile("|".join(re.escape(alias) for alias in sorted(ALIASES, key=len, reverse=True)))
