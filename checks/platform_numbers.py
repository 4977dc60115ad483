"""Does a project's number decode? Sixteen digits: six of the region (GB/T 2260), YYMMDD, two of the kind, two of a serial.

Facts 2.3; rule SS-07. Kinds 00 and 99 and entries made long after the fact are usual: they are not judged. What is not
of sixteen digits may be another office's number: it is not judged either, but where it is of figures alone and nearly so.
"""

from __future__ import annotations

import calendar
import re
from datetime import date
from functools import lru_cache
from typing import Literal, NamedTuple

from stdnum import numdb

Level = Literal["good", "unsure", "fail", "other"]

CENTURY = 80
"""Two figures of a year from here on are of the last century."""

NEARLY = (15, 17)
"""Lengths of a number that may have lost or gained one figure."""

SIXTEEN = re.compile(r"(?<!\d)(\d{16})(?!\d)")
NODE = re.compile(r"(?<!\d)(\d{16})-([a-z]{2})-\d{3}(?!\d)")
"""A stage of a project, plain text: its contract (hz), permit (sx) or completion (jx), counted."""


SLIPS = str.maketrans({"o": "0", "l": "1", "i": "1"})
"""Letters that stand for figures: misread, or mistyped."""

UNLISTED = {"66": "新疆生产建设兵团的系统有用 66 的"}
"""Beginnings that GB/T 2260 has not, and authorities use."""


class Decoded(NamedTuple):
    """Whether a number decodes, and in words what it says or what is wrong with it."""

    level: Level
    told: str


def decode(number: str, latest: date | None) -> Decoded:
    """A project's number, plain; `latest` is the day on which it must have been given, None where not known."""
    if not number.isdigit() and SIXTEEN.fullmatch(number.translate(SLIPS)):
        return Decoded("unsure", "含有字母，应为 16 位数字")
    if not number.isdigit() or len(number) != 16:
        if number.isdigit() and len(number) in NEARLY:
            return Decoded("unsure", f"是 {len(number)} 位数字，应为 16 位")
        return Decoded("other", "不是 16 位数字的编号，没有解码")
    parts = (_region(number[:6]), _day(number[6:12], latest))
    for level in ("fail", "unsure"):
        if wrong := [part.told for part in parts if part.level == level]:
            return Decoded("fail" if level == "fail" else "unsure", "，".join(wrong))
    return Decoded("good", "，".join(part.told for part in parts))


def bare(number: str) -> str:
    """A project's number, plain, without the node that a platform adds to it: 3306022103180101 of …-jx-001."""
    found = NODE.fullmatch(number)
    return found[1] if found else number


def given_on(number: str) -> date | None:
    """The day within a number that decodes."""
    good = decode(number, None).level == "good"
    return date(2000 + int(number[6:8]), int(number[8:10]), int(number[10:12])) if good else None


def _region(code: str) -> Decoded:
    place = place_of(code)
    if not place and code[:2] in UNLISTED:
        return Decoded("unsure", f"前 6 位 {code} 不在行政区划代码表内（{UNLISTED[code[:2]]}）")
    if not place:
        return Decoded("fail", f"前 6 位 {code} 不是行政区划代码（没有 {code[:2]} 开头的省份）")
    if not place[-1]:
        return Decoded("unsure", f"前 6 位 {code} 不在行政区划代码表内（开发区、新区的代码可能如此）")
    return Decoded("good", f"{code} {''.join(dict.fromkeys(place))}")


@lru_cache(maxsize=4096)
def place_of(code: str) -> tuple[str, ...]:
    """Province, city and county of a region's code, "" for one that the table lacks; () where there is no such province.

    A county's former names stand with their years; the last one is told.
    """
    found = [{key: str(value) for _, part in [one] for key, value in part.items()} for one in _info(code)]
    whole = {key: value for part in found for key, value in part.items()}
    if "province" not in whole:
        return ()
    city = {key: value for one in _info(f"{code[:4]}00") for key, value in one[1].items()}
    return whole["province"], _last(str(city.get("county", ""))), _last(whole.get("county", ""))


def _info(code: str) -> list[tuple[str, dict[str, str]]]:
    return [(str(part), dict(props)) for part, props in numdb.get("cn/loc").info(code)]


def _last(names: str) -> str:
    return names.rpartition(",")[2].rpartition("]")[2]


def _day(text: str, latest: date | None) -> Decoded:
    year, month, day = (int(text[i : i + 2]) for i in (0, 2, 4))
    if year >= CENTURY:
        return Decoded("unsure", f"日期段 {text} 的年份存疑")
    if not (month and day):
        return Decoded("unsure", f"日期段 {text} 含有 00，可能是补录时的占位")
    year += 2000
    if month > 12 or day > calendar.monthrange(year, month)[1]:
        return Decoded("fail", f"日期段 {text} 不是日历上的日子")
    if latest and date(year, month, day) > latest:
        return Decoded("fail", f"日期段 {text} 晚于 {latest}")
    return Decoded("good", f"{date(year, month, day)} 编号")
