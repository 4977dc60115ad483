"""Whether two applicants' claims name one project: the name without its place, its sections, and who writes it how.

`lookup` finds candidates; whether sections and places agree is `relation`'s to say. Rules EV-11, EV-12.

verify/project_names.py compares names, too, for another end: there a platform's row is searched for, so that a slip of
the pen is forgiven and whatever is not written alike leaves doubt. Here two persons may be told to claim one role, so
that no slip is forgiven, and ranges of buildings are counted out: 1-5# and 3# share a part, 1、8# and 1-8# do, too.
"""

from __future__ import annotations

import re
from typing import Literal

from verify.compare.project_sections import sections as sections
from verify.compare.project_sections import unit_of, without, written
from verify.org_names import PROVINCES

Relation = Literal["same", "part", "other"]

LEAST = 4
"""A name that would keep fewer characters is folded no further."""

_COUNTY = r"[一-鿿]{1,2}(?<![新小园社校厂景片街])[区县](?![块域间])"
_COUNTY_CITY = r"[一-鿿]{2,3}(?<![城都超夜集])市(?![场政民容区])"
_CITIES = "杭州|宁波|温州|嘉兴|湖州|绍兴|金华|衢州|舟山|台州|丽水"
_PLACES = re.compile(
    rf"^(?:(?P<province>{PROVINCES.pattern})(?:省|市|[一-鿿]{{0,3}}自治区)?(?!路|街|大))?"
    rf"(?:(?P<city>(?:{_CITIES})(?![市路街大])|[一-鿿]{{2,3}}(?<![城都超夜集])(?=市(?![场政民容区])))市?)?"
    rf"(?P<county>{_COUNTY}|{_COUNTY_CITY})?"
)
_GENERIC = re.compile(r"(?:建设|施工|新建)?(?:工程|项目)+$")


def lookup(name: str) -> str:
    """The name for looking up: NFKC, lower case, without punctuation, sections, the place in front and a closing 工程.

    Two names of one project give the same; that two give the same does not yet say that they are one project.
    """
    bare = _without_place(letters(without(written(name))))
    short = _GENERIC.sub("", bare)
    found = short if len(short) >= LEAST else bare
    return found if len(found) >= LEAST else letters(written(name))


def relation(one: str, other: str) -> Relation:
    """Whether two names mean one project: "part" where one leaves out a section, or they share but some of them."""
    if lookup(one) != lookup(other) or _elsewhere(one, other):
        return "other"
    mine, theirs = sections(one), sections(other)
    if mine == theirs:
        return "same"
    units = {unit_of(part) for part in mine} & {unit_of(part) for part in theirs}
    for unit in units:
        if not {p for p in mine if unit_of(p) == unit} & {p for p in theirs if unit_of(p) == unit}:
            return "other"
    return "part"


def _elsewhere(one: str, other: str) -> bool:
    """Whether the places in front of two names are of one level and differ."""
    mine, theirs = _place(one), _place(other)
    if any(_within(*pair) for pair in ((mine, theirs), (theirs, mine))):
        mine, theirs = ({"province": place["province"]} for place in (mine, theirs))
    return any(mine[level] and theirs[level] and mine[level] != theirs[level] for level in mine)


def _within(one: dict[str, str | None], other: dict[str, str | None]) -> bool:
    """Whether one gives a county-level city with its prefecture (绍兴市诸暨市), the other by itself (诸暨市)."""
    city = (one["county"] or "").removesuffix("市")
    return bool(city) and city == other["city"] and not other["county"]


def has_place(name: str) -> bool:
    """Whether a name begins with its province, city or county."""
    return any(_place(name).values())


def _place(name: str) -> dict[str, str | None]:
    found = _PLACES.match(letters(without(written(name))))
    return found.groupdict() if found else {}


def _without_place(text: str) -> str:
    found = _PLACES.match(text)
    rest = text[found.end() :] if found else text
    return rest if len(rest) >= LEAST else text


def letters(text: str) -> str:
    """Letters and figures alone."""
    return "".join(char for char in text if char.isalnum())
