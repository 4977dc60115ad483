"""When two names of projects mean one project: the name without its place, its sections, and who writes it how.

`fold` finds candidates; whether sections and places agree is `relation`'s to say. Rules EV-11, EV-12.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Literal

from verify.org_names import PROVINCES

Relation = Literal["same", "part", "other"]

LEAST = 4
"""A name that would keep fewer characters is folded no further."""

SPAN = 200
"""A range of buildings (1-5#) is counted out up to so many."""

_HAN = {char: number for number, char in enumerate("一二三四五六七八九十", 1)}
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}
_ID = r"(?:[a-z]{1,4}-?\d+(?:[-.]\d+)*|\d+[a-z]?|[一二三四五六七八九十]{1,3}|[ivx]{1,4}|[甲乙丙丁]|[a-z])"
_LIST = rf"{_ID}(?:(?:[#号幢栋期]|标段?|地块)?楼?[、,~\-至和及与&]{_ID})*"
_UNITS = {
    "标段": r"(?:施工|监理|设计|合同)?标段|合同段|标(?![准识志牌高])",
    "期": r"期(?![货间限])",
    "幢": r"(?:#|号(?=[楼幢栋厂房车库]))(?:楼|厂房|房|车间|库|幢|栋)?|楼(?![梯板面层宇])|[幢栋]楼?|座(?!桥)|单体",
    "地块": r"[#号]?(?:地块|区块)",
    "组团": r"[#号]?组团",
    "区": r"区(?![块域间])",
}
_BEFORE = re.compile(rf"第?({_LIST})({'|'.join(_UNITS.values())})")
_AFTER = re.compile(rf"(标段|地块|区块|组团)({_LIST})(?![#号楼幢栋期标])")
_DASHES = str.maketrans({"—": "-", "–": "-", "－": "-"})
_COUNTY = r"[一-鿿]{1,2}(?<![新小园社校厂景片街])[区县](?![块域间])"
_CITIES = "杭州|宁波|温州|嘉兴|湖州|绍兴|金华|衢州|舟山|台州|丽水"
_PLACES = re.compile(
    rf"^(?:(?P<province>{PROVINCES.pattern})(?:省|市|[一-鿿]{{0,3}}自治区)?(?!路|街|大))?"
    rf"(?:(?P<city>(?:{_CITIES})(?![市路街大])|[一-鿿]{{2,3}}(?<![城都超夜集])(?=市(?![场政民容区])))市?)?(?P<county>{_COUNTY})?"
)
_GENERIC = re.compile(r"(?:建设|施工|新建)?(?:工程|项目)+$")


def fold(name: str) -> str:
    """The name for looking up: NFKC, lower case, without punctuation, sections, the place in front and a closing 工程.

    Two names of one project fold alike; that two fold alike does not yet say that they are one project.
    """
    bare = _without_place(_letters(_cut(_plain(name))))
    short = _GENERIC.sub("", bare)
    found = short if len(short) >= LEAST else bare
    return found if len(found) >= LEAST else _letters(_plain(name))


def sections(name: str) -> frozenset[str]:
    """The sections, phases, buildings and plots that a name gives: 第二标段 and Ⅱ标 are "2标段", 1-2#楼 "1幢", "2幢"."""
    found: set[str] = set()
    for ids, unit in _parts(_plain(name)):
        found.update(f"{one}{unit}" for one in _counted(ids, unit))
    return frozenset(found)


def relation(one: str, other: str) -> Relation:
    """Whether two names mean one project: "part" where one leaves out a section, or they share but some of them."""
    if fold(one) != fold(other) or _elsewhere(one, other):
        return "other"
    mine, theirs = sections(one), sections(other)
    if mine == theirs:
        return "same"
    units = {_unit(part) for part in mine} & {_unit(part) for part in theirs}
    for unit in units:
        if not {p for p in mine if _unit(p) == unit} & {p for p in theirs if _unit(p) == unit}:
            return "other"
    return "part"


def _elsewhere(one: str, other: str) -> bool:
    """Whether the places in front of two names are of one level and differ."""
    mine, theirs = _place(one), _place(other)
    return any(mine[level] and theirs[level] and mine[level] != theirs[level] for level in mine)


def _place(name: str) -> dict[str, str | None]:
    found = _PLACES.match(_letters(_cut(_plain(name))))
    return found.groupdict() if found else {}


def _without_place(text: str) -> str:
    found = _PLACES.match(text)
    rest = text[found.end() :] if found else text
    return rest if len(rest) >= LEAST else text


def _plain(name: str) -> str:
    return "".join(unicodedata.normalize("NFKC", name).split()).lower().translate(_DASHES)


def _letters(text: str) -> str:
    """Letters and figures alone."""
    return "".join(char for char in text if char.isalnum())


def _cut(text: str) -> str:
    """The text without its sections."""
    return _AFTER.sub("", _BEFORE.sub("", text))


def _parts(text: str) -> list[tuple[str, str]]:
    """What numbers which kind of section."""
    before = [(found[1], _named(found[2])) for found in _BEFORE.finditer(text)]
    after = [(found[2], _named(found[1])) for found in _AFTER.finditer(_BEFORE.sub("", text))]
    return before + after


def _named(unit: str) -> str:
    return next(name for name, pattern in _UNITS.items() if re.fullmatch(pattern, unit))


def _unit(part: str) -> str:
    return next(name for name in _UNITS if part.endswith(name))


def _counted(ids: str, unit: str) -> list[str]:
    """Each number of a list; a range of figures is counted out, but for plots, whose numbers have dashes (03-02)."""
    if unit == "地块":
        return [_number(one.removesuffix("地块")) for one in re.split(r"[、,~至和及与&]", ids)]
    found: list[str] = []
    for piece in re.split(r"[、,和及与&]", ids):
        ends = [_number(re.sub(r"[#号幢栋楼期标段]+$", "", end)) for end in re.split(r"[~至-]", piece)]
        if len(ends) == 2 and all(end.isdigit() for end in ends) and 0 < int(ends[1]) - int(ends[0]) < SPAN:
            found += [str(number) for number in range(int(ends[0]), int(ends[1]) + 1)]
        else:
            found.append("-".join(ends))
    return found


def _number(text: str) -> str:
    """2 for 二, ii, 02; what is no number stays."""
    if text in _ROMAN:
        return str(_ROMAN[text])
    if text.isdigit():
        return str(int(text))
    if all(char in _HAN for char in text):
        tens, ten, ones = text.rpartition("十")
        return str((_HAN.get(tens, 1) * 10 if ten else 0) + _HAN.get(ones, 0)) if ten else str(_HAN.get(text, text))
    return text
