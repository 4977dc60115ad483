"""Chinese patent numbers: the check digit of 专利号, the kind and the year that it says; rule PT-03, facts 2.3."""

from __future__ import annotations

import re
from dataclasses import dataclass

from checks.rows import plain

_WRITTEN = re.compile(r"(?<!\d)(?:(20\d{2})([12389])(\d{7})|(\d{2})([1-389])(\d{5}))(?:\.?([\dx]))?(?![\dx])")
_WEIGHTS = (2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5)


@dataclass(frozen=True, slots=True)
class Number:
    """`body` is year, kind and serial: twelve digits, or eight until September 2003; `check` "" where not written."""

    body: str
    check: str

    @property
    def old(self) -> bool:
        """Whether it is of the eight digits that were given until 2003-09-30."""
        return len(self.body) == 8

    @property
    def year(self) -> int | None:
        """The year of filing that it says; None for an old one, which says but two figures of it."""
        return None if self.old else int(self.body[:4])

    @property
    def kind(self) -> str:
        """1 and 8 发明, 2 and 9 实用新型, 3 外观设计; 8 and 9 came in by the PCT."""
        return self.body[2] if self.old else self.body[4]

    @property
    def valid(self) -> bool:
        """Whether the check digit is right: Σ d×(2…9, 2…5) mod 11, 10 being X; an old or missing one is not judged."""
        return self.old or not self.check or self.check == check_digit(self.body)

    def __str__(self) -> str:
        return f"ZL{self.body}" + (f".{self.check.upper()}" if self.check else "")


def check_digit(body: str) -> str:
    """The check digit of twelve digits."""
    rest = sum(int(digit) * weight for digit, weight in zip(body, _WEIGHTS, strict=True)) % 11
    return "x" if rest == 10 else str(rest)


def number_in(text: str) -> Number | None:
    """The one patent number in a text, None where it holds none or several."""
    found = {Number("".join(parts[:3]) or "".join(parts[3:6]), parts[6]) for parts in _WRITTEN.findall(_dotted(text))}
    return found.pop() if len(found) == 1 else None


def _dotted(text: str) -> str:
    return re.sub(r"[·,。•]", ".", plain(text))
