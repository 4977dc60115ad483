"""Whether a line names a listed journal: in full, or almost; rule PP-04.

A line names one in full where nothing else stands in it but an issue, in whatever brackets 中文版 stands. Short names
are only ever named in full.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from pydantic import Field

from checks.check import Params
from checks.likeness import SHORT, allowed, apart, bare, missed
from checks.rows import plain

_ISSUE = re.compile(r"[\da-z年第期卷总月上中下旬刊号]*")
"""What may stand beside a journal's title in a running head: its issue and numbers, not other words."""

_ENDS = re.compile(rf"^{_ISSUE.pattern}|{_ISSUE.pattern}$")
_NUMBERED = re.compile(r"(?:vol|no|issn|cn|[\d年第期卷总月上中下旬刊号])*")
"""The same beside a title in Latin letters, whose neighbours may be a longer title's."""

_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_DROPPED = re.compile(r"杂志|期刊")
"""What a journal's title may be written with or without."""

_EDITION = "中文版"


class Blacklist(Params):
    """Journals the notice or the office lists, and the ones that look like them and are innocent.

    `slips`: names of so many characters are near with so many characters misread. `originals`: genuine journals in
    English by their Chinese names, which without 中文版 accuse nobody. `sure`: the confidence from which one reader's
    reading of a cover stands alone.
    """

    journals: tuple[str, ...]
    innocent: tuple[str, ...] = ()
    slips: dict[int, int] = Field(default_factory=dict)
    originals: dict[str, str] = Field(default_factory=dict)
    sure: float = 0.0


@dataclass(frozen=True, slots=True)
class Near:
    """A line that almost names a listed journal, and why it may be another's.

    `missed`: the characters that it has wrong, where it is one misreading away from the full title; else None.
    `original`: the genuine journal in English that is called so. `rival`: a genuine journal as near.
    """

    name: str
    missed: frozenset[int] | None = field(default=None)
    original: str | None = None
    rival: str | None = None


def in_full(text: str, params: Blacklist) -> str | None:
    """The listed journal that a line names in full: the line is the title, or the title with its issue."""
    whole = _stripped(text, params)
    for name in params.journals:
        full = titled(name)
        beside = _ISSUE if _CHINESE.search(full) else _NUMBERED
        if full and full in whole and beside.fullmatch(whole.replace(full, "")) and not _original(name, params):
            return name
    return None


def near(text: str, params: Blacklist) -> Near | None:
    """The listed journal that a line almost names: with few slips, without what stands in brackets, or within more."""
    whole = _stripped(text, params)
    readings = tuple(dict.fromkeys((whole, _ENDS.sub("", whole), _stripped(_unbracketed(text), params))))
    found = (_near(name, readings, params) for name in params.journals if len(whole) > SHORT)
    ranked = sorted((one for one in found if one), key=lambda one: one.missed is None)
    return next(iter(ranked), None)


def innocent(text: str, params: Blacklist) -> str | None:
    """The genuine journal whose name a line is, with its issue or without."""
    core = _ENDS.sub("", titled(text))
    return next((name for name in params.innocent if titled(name) in (core, titled(text))), None)


def stem_of(name: str) -> str:
    """A journal's name for comparing without what stands in brackets, and without 中文版."""
    return titled(_unbracketed(name)).removesuffix(_EDITION)


def _near(name: str, readings: tuple[str, ...], params: Blacklist) -> Near | None:
    full, stem = titled(name), stem_of(name)
    for form in dict.fromkeys(one for one in (full, stem) if len(one) > SHORT):
        original = _original(stem, params) if form == stem else None
        if form in readings:
            return Near(name, original=original)
        found = [(d, text) for text in readings if (d := apart(form, text, allowed(form, params.slips))) is not None]
        if found:
            slips, text = min(found)
            return _weighed(name, text, slips, form == full, original, params)
    return Near(name) if len(full) > SHORT and full in readings[0] else None


def _weighed(name: str, text: str, slips: int, whole: bool, original: str | None, params: Blacklist) -> Near | None:
    """A misread line is a genuine journal's where it is nearer to that one, and nobody's where it is as near."""
    rivals = [(d, one) for one in params.innocent if (d := apart(titled(one), text, slips)) is not None]
    nearest, rival = min(rivals, default=(slips + 1, None))
    if nearest < slips:
        return None
    told = missed(titled(name), text) if whole and slips == 1 and not rival else None
    return Near(name, told, original, rival)


def _stripped(text: str, params: Blacklist) -> str:
    """The title without the innocent ones in it: a line that names one of each still names the listed one."""
    whole = titled(text)
    if innocent(text, params):
        return ""
    for name in params.innocent:
        if not _within_listed(titled(name), params.journals):
            whole = whole.replace(titled(name), "")
    return whole


@lru_cache(maxsize=4096)
def _within_listed(title: str, journals: tuple[str, ...]) -> bool:
    """Whether an innocent name is part of a listed one, which would no longer be found without it."""
    return any(title in titled(name) for name in journals)


def _original(name: str, params: Blacklist) -> str | None:
    return next((english for chinese, english in params.originals.items() if titled(chinese) == titled(name)), None)


@lru_cache(maxsize=1 << 16)
def _unbracketed(text: str) -> str:
    """What stands before the first round or square bracket."""
    return re.split(r"[(\[【]", plain(text), maxsplit=1)[0]


@lru_cache(maxsize=1 << 16)
def titled(text: str) -> str:
    """A journal's name for comparing: bare, without the word for journal; "" where nothing else is in it."""
    return _DROPPED.sub("", bare(text))
