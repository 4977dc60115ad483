"""Names of projects searched for among recorded ones (a platform's export, the office's claims of all batches).

标段, 期 and 幢 tell projects apart, brackets, spaces and the place before them do not. Whether two applicants' claims are
of one project is verify/compare/one_project.py's to say, which is stricter: nobody is told a shared role by a slip.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from rapidfuzz.distance import OSA

from verify.org_places import leading_place

Likeness = Literal["same", "like", "part", "differs"]
"""The same name; the same but for place, ending or one slip; one leaves out a section or phase; another project."""

SHORTEST = 8
"""A name's own part of fewer characters has no slips: one other character makes another project."""

_ONE = r"(?:[一二三四五六七八九十]{1,3}|\d{1,3}|[ivx]{1,4}|[a-z])"
_LINK = r"[#号]?(?:至|到|[~\-—–、,和及])"
_SEVERAL = rf"{_ONE}(?:{_LINK}{_ONE})*"
_KIND = r"标段|合同段|标(?![准志识杆])|期(?!间)|号?楼|幢|栋|地块|区块|组团|单体|区(?!块)"
_NUMBERED = re.compile(rf"第?(?<![a-z\d])({_SEVERAL})[#号]?({_KIND})")
_AFTER = re.compile(rf"(标段|地块|合同段)[:：]?({_SEVERAL})(?![a-z\d一-鿿])")
_KINDS = {"合同段": "标段", "标": "标段", "号楼": "楼", "幢": "楼", "栋": "楼", "区块": "地块"}
_NUMBER = re.compile(_ONE)
_ENDING = re.compile(r"(?:建设工程|工程项目|建设项目|施工项目|工程|项目)$")
_TELLING = re.compile(r"[\da-z一二三四五六七八九十东西南北上下甲乙丙丁]")
_HAN = {char: value for value, char in enumerate("〇一二三四五六七八九")}
_ROMAN = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_NODE = re.compile(r"^(\d{16})-[A-Z]{2}-\d+$")


@dataclass(frozen=True, slots=True)
class ProjectName:
    """A name taken apart. `folded` is all of it, for comparing; `stem` is what is left without place, parts, ending.

    `parts` are its sections, phases and buildings: ("2", "标段").
    """

    folded: str
    place: str
    stem: str
    parts: frozenset[tuple[str, str]]


@lru_cache(maxsize=16_384)
def taken_apart(name: str) -> ProjectName:
    """A project's name with its parts numbered in figures, whichever way they were written."""
    plain = "".join(unicodedata.normalize("NFKC", name).casefold().split())
    parts: set[tuple[str, str]] = set()

    def numbered(number: str, kind: str) -> str:
        written = _figures(number), _KINDS.get(kind, kind)
        parts.add(written)
        return "\x00" + "".join(written) + "\x01"

    marked = _NUMBERED.sub(lambda found: numbered(found[1], found[2]), plain)
    marked = _AFTER.sub(lambda found: numbered(found[2], found[1]), marked)
    folded = _letters(marked)
    rest = _letters(re.sub("\x00.*?\x01", "", marked))
    place = leading_place(rest)
    own = rest[len(place) :]
    return ProjectName(folded, place, _ENDING.sub("", own) or own or rest, frozenset(parts))


def fold(name: str) -> str:
    """A name for comparing and searching: NFKC, lower case, letters and figures only, parts numbered in figures."""
    return taken_apart(name).folded


def likeness(one: str, other: str) -> Likeness:
    """How alike two projects' names are; another section, phase, building or place is another project."""
    a, b = taken_apart(one), taken_apart(other)
    if a.folded == b.folded:
        return "same"
    if not _may_be_one_place(a.place, b.place) or not _alike(a.stem, b.stem):
        return "differs"
    if a.parts == b.parts:
        return "like"
    return "part" if a.parts < b.parts or b.parts < a.parts else "differs"


def number_key(number: str | None) -> str:
    """A project's number for comparing, without the node (-SX-001) that a platform adds to it; "" for none."""
    plain = "".join(unicodedata.normalize("NFKC", number or "").upper().split())
    found = _NODE.match(plain)
    return found[1] if found else "".join(char for char in plain if char.isalnum())


def _alike(one: str, other: str) -> bool:
    if one == other:
        return True
    if len(one) != len(other) or len(one) < SHORTEST or OSA.distance(one, other, score_cutoff=1) > 1:
        return False
    return not any(_TELLING.match(char) for pair in zip(one, other, strict=True) if len({*pair}) > 1 for char in pair)


def _may_be_one_place(one: str, other: str) -> bool:
    """Whether one of two places may be the other with more or less detail: 柯桥区 and 浙江省绍兴市柯桥区."""
    return not one or not other or one in other or other in one or one[-3:] == other[-3:]


def _letters(text: str) -> str:
    return "".join(char for char in text if char.isalnum())


def _figures(several: str) -> str:
    """ "一至三" → "1至3"; what links numbers is kept as 至 or 和."""
    text = _NUMBER.sub(lambda found: _figure(found[0]), several)
    return re.sub(r"[#号]", "", re.sub(r"[、,及]", "和", re.sub(r"[到~\-—–]", "至", text)))


def _figure(one: str) -> str:
    if one in _ROMAN:
        return str(_ROMAN.index(one))
    if one[0] in _HAN or one[0] == "十":
        tens, ten, ones = one.rpartition("十")
        return str((_HAN.get(tens, 1) * 10 if ten else 0) + _HAN.get(ones, 0)) if len(ones) < 2 else one
    return str(int(one)) if one.isdecimal() else one
