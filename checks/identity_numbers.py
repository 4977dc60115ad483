"""Numbers of persons and firms: well formed or not, and the same or not where a page masks some of the digits.

Rules XC-01, XC-02, XC-04 (GB 11643, GB 32100). A failed check digit is a slip first: a note, and never an accusation.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Literal

from rapidfuzz.distance import Hamming
from stdnum.cn import ric, uscc
from stdnum.exceptions import InvalidChecksum, InvalidComponent, InvalidFormat, InvalidLength, ValidationError

Likeness = Literal["same", "near", "differs", "unread"]

_MASK = re.compile(r"[*×•]+|X{2,}")
_NUMBER = re.compile(r"(?<![0-9A-Z])[0-9][0-9*×•X]{13,19}(?![0-9A-Z])")
_OLD_REGISTRATION = (13, 15)


def compact(number: str) -> str:
    """Half width, upper case, without blanks and hyphens."""
    return re.sub(r"[\s\-]", "", unicodedata.normalize("NFKC", number)).upper()


def is_masked(number: str) -> bool:
    """Whether some digits are covered; number compact."""
    return bool(_MASK.search(number))


def shown(number: str) -> str:
    """A resident ID number as a message may show it: the first six and the last four characters."""
    return number if is_masked(number) or len(number) <= 10 else f"{number[:6]}********{number[-4:]}"


def resident_fault(number: str) -> str:
    """What is wrong with a resident ID number, in words; "" where nothing is; number compact."""
    if re.fullmatch(r"\d{15}", number):
        return "是 15 位的旧号码，请填写 18 位号码"
    try:
        ric.validate(number)
    except InvalidLength:
        return f"应为 18 位，实为 {len(number)} 位"
    except InvalidFormat:
        return "含有数字和末位 X 以外的字符"
    except InvalidChecksum:
        return "校验位不符，多半是抄错了一位"
    except InvalidComponent:
        return "" if _born(number) else "出生日期不是日历上的日子"
    return ""


def known_place(number: str) -> bool:
    """Whether the number's region is in the library's table; a new county, or Hong Kong's 810000, may not be."""
    try:
        ric.get_birth_place(number)
    except ValidationError:
        return False
    return True


def credit_fault(number: str) -> str:
    """What is wrong with a unified credit code; "" where nothing is; number compact."""
    try:
        uscc.validate(number)
    except InvalidLength:
        old = "（似为旧的工商注册号）" if len(number) in _OLD_REGISTRATION and number.isdigit() else ""
        return f"应为 18 位，实为 {len(number)} 位{old}"
    except InvalidFormat:
        return "含有不应有的字符（字母中没有 I、O、S、V、Z）"
    except InvalidChecksum:
        return "校验位不符，可能抄错了一位；也有真实的代码如此"
    return ""


def residents_in(text: str) -> set[str]:
    """The resident ID numbers in a text, compact, digits masked or not."""
    return {one for one in _NUMBER.findall(compact(text)) if is_masked(one) or len(one) in (15, 18)}


def like(claimed: str, found: str) -> Likeness:
    """How a number on a page agrees with the form's; both compact, the page's perhaps masked.

    A sure difference is a whole number that is valid in itself, or two and more visible digits; else a slip is likelier.
    """
    if is_masked(found):
        return _masked(claimed, found)
    if claimed == found or (len(found) == 15 and f"{found[:6]}19{found[6:]}" == claimed[:17]):
        return "same"
    return "differs" if len(found) == 18 and not resident_fault(found) else "near"


def _masked(claimed: str, found: str) -> Likeness:
    parts = _MASK.split(found)
    head, tail = parts[0], parts[-1]
    if len(head) + len(tail) < 4 or len(head) + len(tail) > len(claimed):
        return "unread"
    slips = Hamming.distance(head, claimed[: len(head)]) + Hamming.distance(tail, claimed[len(claimed) - len(tail) :])
    return "same" if slips == 0 else "near" if slips == 1 else "differs"


def _born(number: str) -> bool:
    try:
        ric.get_birth_date(number)
    except ValidationError:
        return False
    return True
