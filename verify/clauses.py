"""A notice clause by clause: in its own order, which check stands on each, and which no machine can judge."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from verify.notice import Notice, Rule

_HAN = "〇一二三四五六七八九十"
_NUMBER = re.compile(r"\d+|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]")


@dataclass(frozen=True, slots=True)
class Line:
    """A quoted sentence with the check that stands on it, or the reason why none does."""

    quote: str
    rule: Rule | None = None
    reason: str = ""


def by_clause(notice: Notice) -> list[tuple[str, list[Line]]]:
    """(section, its sentences) in the order of the notice; checks without a clause are not among them."""
    lines = [(clause.section, Line(clause.quote, rule)) for rule in notice.rules for clause in rule.clauses]
    lines += [(one.section, Line(one.quote, reason=one.reason)) for one in notice.unchecked]
    ordered = sorted(lines, key=lambda line: place(line[0]))
    return [(section, [line for _, line in group]) for section, group in groupby(ordered, key=lambda line: line[0])]


def misquoted(notice: Notice, text: str) -> list[tuple[str, str]]:
    """(section, quote) of every quote that does not stand word for word in the notice's `text`; white space aside."""
    whole = _squeezed(text)
    quotes = [(clause.section, clause.quote) for rule in notice.rules for clause in rule.clauses]
    quotes += [(one.section, one.quote) for one in notice.unchecked]
    return [(section, quote) for section, quote in quotes if _squeezed(quote) not in whole]


def _squeezed(text: str) -> str:
    return "".join(text.split())


def place(section: str) -> tuple[tuple[int, ...], str]:
    """Where a section stands in its notice: 二（三）1 after 二（二）3, annexes after the body."""
    annex, _, rest = section.partition(" ") if section.startswith("附件") else ("", "", section)
    return (int("".join(filter(str.isdigit, annex)) or 0), *_numbers(rest)), section


def _numbers(section: str) -> Iterator[int]:
    for found in _NUMBER.findall(section):
        yield int(found) if found.isdigit() else _han(found)


def _han(text: str) -> int:
    tens, ten, ones = text.rpartition("十")
    return (_HAN.index(tens or "一") * 10 if ten else 0) + (_HAN.index(ones) if ones else 0)
