"""How the unit that pays somebody's insurance is related to the one that applies: rule SI-01."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import IntEnum

from rapidfuzz.distance import OSA

from checks.rows import plain as compact
from verify.org_names import core, plain, unit
from verify.orgs import SAME, SHORT, similarity

_UNIT = re.compile(r"(?:公司|[院局厅厂所站社队部处馆店会行]|中心|集团|大学|学校|政府|事务所|合作社)$")
"""How the names of units end."""


class Kinship(IntEnum):
    """From the same unit to another one; what lies between is for a person."""

    SAME = 0
    NEAR = 1
    RENAMED = 2
    BRANCH = 3
    DISPATCH = 4
    NO_UNIT = 5
    OTHER = 6

    @property
    def told(self) -> str:
        """What a person should look at."""
        return _TOLD[self]


_TOLD = {
    Kinship.SAME: "一致",
    Kinship.NEAR: "名称相近，可能是简称或错字",
    Kinship.RENAMED: "材料显示可能是更名前后的同一单位",
    Kinship.BRANCH: "可能是其分支机构或上级单位",
    Kinship.DISPATCH: "可能由劳务派遣或人事代理单位代缴",
    Kinship.NO_UNIT: "填写的不像单位全称",
    Kinship.OTHER: "不是同一单位",
}


def kinship(insured: str, employer: str, once: Iterable[str], dispatch: Iterable[str]) -> Kinship:
    """How `insured` is related to `employer`; `once` are the employer's other names that a page shows.

    A parent and its subsidiary are different units; a branch is for a person, and so is who insures for others, and
    what names no unit (同上, 灵活就业).
    """
    one, other = plain(insured), plain(employer)
    if one == other:
        return Kinship.SAME
    if any(similarity(insured, name) >= SAME for name in once):
        return Kinship.RENAMED
    if "分" in one + other and (core(unit(one)) == core(unit(other)) or one.startswith(other) or other.startswith(one)):
        return Kinship.BRANCH
    if _near(one, other):
        return Kinship.NEAR
    if any(compact(word) in one for word in dispatch):
        return Kinship.DISPATCH
    return Kinship.OTHER if _UNIT.search(one) and len(core(one)) > 1 else Kinship.NO_UNIT


def _near(one: str, other: str) -> bool:
    """Whether one name is the other with a slip or without its legal form, or a short form of it."""
    if OSA.distance(one, other, score_cutoff=1) <= 1 or core(one) == core(other):
        return True
    short, long = sorted((core(one), core(other)), key=len)
    return len(short) >= SHORT and short in long and ("集团" in short) == ("集团" in long)
