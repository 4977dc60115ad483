"""The places that names begin with, a closed set: where only one fits all letters read, another letter was misread.

宁波市赣州区 is no place, and of all districts of 宁波 only 鄞州区 ends so; 广州市 is one, and so are more that end in 州市.
Source: China's administrative divisions since 1980, down to counties, as python-stdnum has them (GB/T 2260).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from stdnum import numdb

from verify.org_align import Letter
from verify.org_names import core, own_letters, plain, province

MISREAD = 2
"""Letters of a place that may be misread at most."""

_DIVISION = re.compile(r"[一-鿿]+")
_RANK = re.compile(r"(地区|自治州|盟|市)$")


def misread(places: Sequence[Letter], wanted: str) -> frozenset[int]:
    """Which letters of the place that the plain name `wanted` begins with were read otherwise, where no other place has
    all the rest.

    `places`: what was read in the place of each letter. None where one was dropped, or the place's rank was not read:
    without it what stands there may be another firm's brand.
    """
    place = place_of(wanted)
    if not place or not all(places[: len(place)]):
        return frozenset()
    off = frozenset(i for i, text in enumerate(place) if places[i][0][0] != text)
    few = len(off) <= MISREAD and len(place) - 1 not in off
    return off if few and is_the_only_one(place, off) else frozenset()


@lru_cache(maxsize=4096)
def place_of(name: str) -> str:
    """The longest place, with its rank (省, 市, 区, 县), that a plain name begins with before its brand, or ""."""
    brand = own_letters(core(name))
    end = brand.index(True) if True in brand else 0
    return next((name[:i] for i in range(end, 0, -1) if name[:i] in _places().get(i, ())), "")


def leading_place(name: str) -> str:
    """The longest place, with its rank, that a plain text begins with, whatever follows it, or ""."""
    return next((name[:i] for i in range(min(_longest(), len(name)), 1, -1) if name[:i] in _places().get(i, ())), "")


@lru_cache(maxsize=4096)
def is_the_only_one(place: str, off: frozenset[int]) -> bool:
    """Whether of all places as long as `place` only it has its letters, but for those at `off`."""
    kept = [i for i in range(len(place)) if i not in off]
    alike = (other for other in _places().get(len(place), ()) if all(other[i] == place[i] for i in kept))
    return all(other == place for other in alike)


@lru_cache(maxsize=1)
def _places() -> Mapping[int, frozenset[str]]:
    """All places as names write them, by length: with and without their province and city, whole or in short."""
    found = defaultdict[int, set[str]](set)
    for *_, own, divisions in numdb.get("cn/loc").prefixes:
        whole = plain(own["province"])
        provinces = ("", whole, province(whole))
        cities = defaultdict[str, set[str]](lambda: {""})
        for number, name in _divisions(divisions):
            if number.endswith("00"):
                cities[number[:2]] |= {name, _RANK.sub("", name)}
        places = {city + name for number, name in _divisions(divisions) for city in cities[number[:2]]}
        for place in (whole, *(before + place for before in provinces for place in places)):
            found[len(place)].add(place)
    return {length: frozenset(names) for length, names in found.items()}


@lru_cache(maxsize=1)
def _longest() -> int:
    return max(_places())


def _divisions(found: Sequence[numdb.PrefixInfo]) -> Iterator[tuple[str, str]]:
    """The code within its province and each name, its former ones too, of a province's divisions."""
    for _, code, _, own, _ in found:
        yield from ((code, plain(name)) for name in _DIVISION.findall(own["county"]))
