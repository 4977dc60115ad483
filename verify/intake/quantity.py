"""Numbers as people write them in a form: 60学时, 二〇二三年, 六十."""

from __future__ import annotations

import re
import unicodedata

_HAN = {character: str(value) for value, character in enumerate("〇一二三四五六七八九")} | {"零": "0", "两": "2"}
_UNITS = "学时|课时|小时|个学时|年度|年|个月|月|分"
_PLAIN = re.compile(rf"([+-]?\d{{1,9}}(?:\.\d{{1,4}})?)\s*(?:{_UNITS})?")
_TENS = re.compile(
    rf"([一二两三四五六七八九])?(?:(百)零?([一二三四五六七八九])?)?(十)?([一二三四五六七八九])?(?:{_UNITS})?"
)
_DIGITS = re.compile(rf"([〇零一二三四五六七八九]{{2,4}})(?:{_UNITS})?")


def number_in(text: str) -> str | None:
    """The number that a text is, with a unit or none, in plain digits; None where it is more or less than one number."""
    folded = unicodedata.normalize("NFKC", text).strip()
    if found := _PLAIN.fullmatch(folded):
        return found[1]
    if found := _DIGITS.fullmatch(folded):
        return "".join(_HAN[character] for character in found[1])
    return _spelt(folded)


def _spelt(text: str) -> str | None:
    """六十, 一百零八: with 百 and 十."""
    found = _TENS.fullmatch(text)
    if not found or not any(found.groups()):
        return None
    lead, hundred, inner, ten, last = found.groups()
    if hundred:
        tens = int(_HAN[inner]) if inner and ten else 0
        ones = int(_HAN[last]) if last else int(_HAN[inner]) if inner and not ten else 0
        return str(100 * int(_HAN[lead or "一"]) + 10 * tens + ones)
    if ten:
        return str(10 * int(_HAN[lead or "一"]) + int(_HAN[last] if last else "0"))
    return _HAN[lead] if lead and not last else _HAN[last] if last and not lead else None
