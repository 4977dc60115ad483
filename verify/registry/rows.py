"""One row of an export → its entries: a person each; dates that are none are dropped and counted."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache

from verify.dates import PartialDate
from verify.intake.text import masked_id
from verify.mask import mask_ids
from verify.registry.columns import Column, Field, column_of, unit_is_of
from verify.registry.registry import Entry
from verify.registry.table import Line

_NOTHING = frozenset({"", "-", "--", "—", "——", "/", "\\", "无", "暂无", "空", "未填", "null", "none", "nan"})
_PEOPLE = re.compile(r"[、,，;；/\\|]+")
_NOT_YET = frozenset({"未竣工", "在建", "未完工", "施工中", "未开工"})
_COMPACT = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})?")
_WITH_TIME = re.compile(r"[\sT]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?$")
_LOSSY = re.compile(r"-?\d(?:\.\d+)?[Ee]\+\d\d")
_FIRST_SERIAL, _LAST_SERIAL = 20_000, 60_000  # 1954 to 2064 in Excel's count of days
_EPOCH = date(1899, 12, 30)
_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns by their place, the row in which the body begins, and all headings."""

    columns: dict[int, Column]
    body: int
    names: tuple[str, ...]


@dataclass
class Tally:
    """What was left out, counted, with the first places of each."""

    dates: list[str] = field(default_factory=list)
    numbers: list[str] = field(default_factory=list)
    bare: list[str] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)

    def add(self, kind: str, where: str) -> None:
        self.counts[kind] = self.counts.get(kind, 0) + 1
        places: list[str] = getattr(self, kind)
        if len(places) < _SHOWN:
            places.append(where)

    def notes(self) -> tuple[str, ...]:
        """One sentence for each kind, in Chinese."""
        said = {
            "dates": "处日期无法识别，未采用该日期，该行其余内容照用",
            "numbers": "处编号在表格里已丢失末几位（被存为数字），未采用该编号",
            "bare": "行没有项目名称或没有人员，未采用",
        }
        return tuple(
            f"{self.counts[kind]} {text}（{'、'.join(getattr(self, kind))}{'等' if self.counts[kind] > _SHOWN else ''}）"
            for kind, text in said.items()
            if kind in self.counts
        )


def entries_of(line: Line, layout: Layout, sheet: str, tally: Tally) -> Iterator[Entry]:
    """The people of one row, each with the role, unit and ID number that are theirs."""
    number, cells = line
    where = f"“{sheet}”第 {number} 行" if sheet else f"第 {number} 行"
    values = {column: cells[at] for at, column in layout.columns.items() if at < len(cells)}
    values = {column: text for column, text in values.items() if text.casefold() not in _NOTHING}
    if not values or all(column_of(text) == column for column, text in values.items()):
        return  # a heading that is repeated on each printed page
    project = sys.intern(mask_ids(values.get(Column(Field.PROJECT), "")))
    people = [(c.role, text) for c, text in values.items() if c.field is Field.PERSON]
    if not project or not people:
        tally.add("bare", where)
        return
    started, completed = (_date(values.get(Column(f), ""), where, tally) for f in (Field.STARTED, Field.COMPLETED))
    code = _code(values.get(Column(Field.NUMBER), ""), where, tally)
    for own, names in people:
        role = sys.intern(own or mask_ids(values.get(Column(Field.ROLE), "")))
        unit = sys.intern(mask_ids(_unit(values, own, role)))
        several = _names(names)
        alone = values.get(Column(Field.ID_NUMBER, own), "") if len(several) == 1 else ""
        for name in several:
            yield Entry(project, code, name, role, unit, started, completed, _masked(alone), where)


def _unit(values: dict[Column, str], own: str | None, role: str) -> str:
    """The unit of this role's column, else of its trade's (施工单位 for 项目经理), else the row's."""
    if named := values.get(Column(Field.UNIT, own)) if own else None:
        return named
    trades = [c for c in values if c.field is Field.UNIT and c.role and unit_is_of(c.role, role)]
    return values[trades[0]] if trades else values.get(Column(Field.UNIT), "")


@lru_cache(maxsize=65_536)
def _names(cell: str) -> tuple[str, ...]:
    """张三、李四 and 张三 李四 are two, 张　三 is one; an ID number in the wrong column is masked."""
    found = list[str]()
    for text in _PEOPLE.split(mask_ids(cell)):
        parts = text.split()
        if text.isascii():
            found.append(text.strip())
        else:
            found += parts if min(map(len, parts)) > 1 else ["".join(parts)]
    return tuple(sys.intern(name) for name in found if name)


@lru_cache(maxsize=4096)
def _masked(number: str) -> str:
    if not number or "*" in number:
        return number
    return masked_id("".join(number.split()).upper())


def _code(text: str, where: str, tally: Tally) -> str:
    if _LOSSY.fullmatch(text):
        tally.add("numbers", where)
        return ""
    return text


def _date(text: str, where: str, tally: Tally) -> str:
    day = _day(text)
    if day is None:
        tally.add("dates", where)
        return ""
    return day


@lru_cache(maxsize=65_536)
def _day(text: str) -> str | None:
    """A date as PartialDate writes it, "" for none, None for what is no date."""
    plain = _WITH_TIME.sub("", text)
    if not plain or plain in _NOT_YET:
        return ""
    if plain.isdecimal() and _FIRST_SERIAL <= int(plain) <= _LAST_SERIAL:
        return str(_EPOCH + timedelta(days=int(plain)))
    if compact := _COMPACT.fullmatch(plain):
        plain = "-".join(part for part in compact.groups() if part)
    try:
        return str(PartialDate.parse(plain))
    except ValueError:
        return None
