"""The sections of projects (标段, 期, 幢, 地块) in their names: what parts one project from the next of the same name."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 200
"""So much of a name is looked at; a real one has hardly a hundred characters."""

SPAN = 200
"""A range of buildings (1-5#) is counted out up to so many."""

DIGITS = 9
"""A figure of more digits numbers no section."""

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


def sections(name: str) -> frozenset[str]:
    """The sections, phases, buildings and plots that a name gives: 第二标段 and Ⅱ标 are "2标段", 1-2#楼 "1幢", "2幢"."""
    found: set[str] = set()
    for ids, unit in _parts(written(name)):
        found.update(f"{one}{unit}" for one in _counted(ids, unit))
    return frozenset(found)


def unit_of(part: str) -> str:
    """The kind of a section: 标段, 期, 幢, 地块, 组团 or 区."""
    return next(name for name in _UNITS if part.endswith(name))


def written(name: str) -> str:
    """A name NFKC, lower case, without white space."""
    return "".join(unicodedata.normalize("NFKC", name[:LONGEST]).split()).lower().translate(_DASHES)


def without(text: str) -> str:
    """A written name without its sections."""
    return _AFTER.sub("", _BEFORE.sub("", text))


def _parts(text: str) -> list[tuple[str, str]]:
    """What numbers which kind of section."""
    before = [(found[1], _named(found[2])) for found in _BEFORE.finditer(text)]
    after = [(found[2], _named(found[1])) for found in _AFTER.finditer(_BEFORE.sub("", text))]
    return before + after


def _named(unit: str) -> str:
    return next(name for name, pattern in _UNITS.items() if re.fullmatch(pattern, unit))


def _counted(ids: str, unit: str) -> list[str]:
    """Each number of a list; a range of figures is counted out, but for plots, whose numbers have dashes (03-02)."""
    if unit == "地块":
        return [_number(one.removesuffix("地块")) for one in re.split(r"[、,~至和及与&]", ids)]
    found: list[str] = []
    for piece in re.split(r"[、,和及与&]", ids):
        ends = [_number(re.sub(r"[#号幢栋楼期标段]+$", "", end)) for end in re.split(r"[~至-]", piece)]
        if (
            len(ends) == 2
            and all(end.isdecimal() and len(end) <= DIGITS for end in ends)
            and 0 < int(ends[1]) - int(ends[0]) < SPAN
        ):
            found += [str(number) for number in range(int(ends[0]), int(ends[1]) + 1)]
        else:
            found.append("-".join(ends))
    return found


def _number(text: str) -> str:
    """2 for 二, ii, 02; what is no number stays."""
    if text in _ROMAN:
        return str(_ROMAN[text])
    if text.isdecimal() and len(text) <= DIGITS:
        return str(int(text))
    if all(char in _HAN for char in text):
        tens, ten, ones = text.rpartition("十")
        return str((_HAN.get(tens, 1) * 10 if ten else 0) + _HAN.get(ones, 0)) if ten else str(_HAN.get(text, text))
    return text
