"""Numbers of diplomas (学历证书编号): 5 digits of the school, 1 of the type, 4 of the year, 2 of the level, 6 serial.

In 2001 and in part of 2002 they had 17 digits; before, every school had its own. Rule ED-05.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

FIRST = 2001
"""The year from which diplomas were registered under such numbers."""

SHORT_YEARS = (2001, 2002)
"""Years of 17 digits."""

_DIGITS = re.compile(r"(?<!\d)\d{10,22}(?!\d)")


@dataclass(frozen=True, slots=True)
class DiplomaNumber:
    """A number of 18 digits, taken apart."""

    digits: str

    @property
    def year(self) -> int:
        return int(self.digits[6:10])

    @property
    def level(self) -> str:
        """The two digits of the level: 05 本科, 06 专科."""
        return self.digits[10:12]


def digits_in(text: str) -> str | None:
    """The one long row of digits in a text, spaces apart; None where there is none, or several."""
    found = _DIGITS.findall("".join(text.split()))
    return found[0] if len(found) == 1 else None


def decode(digits: str) -> DiplomaNumber | None:
    """A number of 18 digits with a year in it; None for all others."""
    number = DiplomaNumber(digits)
    return number if len(digits) == 18 and digits.isdigit() and 1990 <= number.year <= 2100 else None


def unusual(digits: str, graduated: int | None) -> str | None:
    """What is odd about a number's length for a year of graduation, in words; None where it is usual or not known."""
    if len(digits) == 18 or graduated is None or graduated < FIRST:
        return None
    if len(digits) == 17 and graduated in SHORT_YEARS:
        return None
    return f"证书编号为 {len(digits)} 位，不是 18 位，可能没有读全"
