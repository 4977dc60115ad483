"""Text made fit to be written out: resident ID numbers masked, control and direction characters gone."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date

BORN = range(1900, 2012)
"""Years a number's date must lie in to be a birthday. A constant, since the clock must not change a report; an
18-digit permit number carries the date of its issue, which is later."""

_PROVINCES = {11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46}
_PROVINCES |= {50, 51, 52, 53, 54, 61, 62, 63, 64, 65, 71, 81, 82, 83}

_DIGIT = "[0-9０-９]"
_X = "[XxＸｘ×ⅩⅹХхΧχ]"
_GAP = r"[ \t\u00a0\u2000-\u200a\u202f\u3000]{1,3}"
_SOLID = re.compile(rf"(?<!{_DIGIT})({_DIGIT}{{17}}{_X}|{_DIGIT}{{15,19}})(?!{_DIGIT})")
_SPACED = re.compile(
    rf"(?<!{_DIGIT})(?={_DIGIT}+{_GAP}(?:{_DIGIT}|{_X}))(?:{_DIGIT}(?:{_GAP})?){{17}}(?:{_DIGIT}|{_X})(?!{_DIGIT})"
)
_SIGN = r"[-‐‑–—－.．·•]"
_DASHED = re.compile(
    rf"(?<!{_DIGIT}){_DIGIT}(?:(?:[ \t]?{_SIGN}[ \t]?)?{_DIGIT}){{16}}(?:[ \t]?{_SIGN}[ \t]?)?(?:{_DIGIT}|{_X})(?!{_DIGIT})"
)
_TOKEN = re.compile(rf"(?<!{_DIGIT}){_DIGIT}+")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK = "10X98765432"

_LINES = dict.fromkeys(map(ord, "\u2028\u2029\u0085"), "\n")
_KEPT = "\n\t"


def clean(text: str) -> str:
    """Drop control, direction and other invisible characters; lone surrogates and non-characters become U+FFFD."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(map(_shown, text.replace("\r\n", "\n").replace("\r", "\n").translate(_LINES)))


def _shown(char: str) -> str:
    if char in _KEPT:
        return char
    category = unicodedata.category(char)
    if category in ("Cc", "Cf"):
        return ""
    return "\ufffd" if category == "Cs" or ord(char) & 0xFFFE == 0xFFFE else char


def mask_ids(text: str, known: Iterable[str] = ()) -> str:
    """Mask every resident ID number in `text` to its first 6 and last 4 characters.

    Numbers of 15, 17, 18 (spaced, dashed and full-width ones too) and 19 digits count if they start with a province and hold a
    birthday; 17 and 19 are an ID with a digit lost or doubled. `known` are numbers to mask whatever they look like.
    """
    for number in known:
        text = text.replace(number, mask_number(number))
    done, at = [], 0
    for start, end in id_spans(text):
        done += [text[at:start], mask_number(text[start:end])]
        at = end
    return "".join([*done, text[at:]])


def id_spans(text: str) -> list[tuple[int, int]]:
    """Start and end of every resident ID number in `text`, in order and apart."""
    if not _TOKEN.search(text):
        return []
    solid = [found.span() for found in _SOLID.finditer(text) if _is_id(_plain(found[0]))]
    solid += [found.span() for found in _DASHED.finditer(text) if _is_dashed_id(found[0])]
    apart = list[tuple[int, int]]()
    for span in sorted([*solid, *_spaced_spans(text, {start for start, _ in solid})], key=lambda s: (s[0], -s[1])):
        apart += [span] if not apart or span[0] >= apart[-1][1] else []
    return apart


def is_valid_id(plain: str) -> bool:
    """Whether 18 ASCII characters are an ID number with its right check digit."""
    digits = len(plain) == 18 and plain[:17].isdecimal() and plain[17] in _CHECK
    return digits and _is_id(plain) and plain[17] == _check_digit(plain)


def mask_number(number: str) -> str:
    """The masked form of what is known to be an ID number, mistyped ones included."""
    plain = _plain(number)
    if len(plain) < 8:
        return "*" * len(plain)
    return f"{plain[:6]}********{plain[-4:]}" if len(plain) >= 14 else f"{plain[:2]}****{plain[-2:]}"


def tidy(text: str, known: Iterable[str] = ()) -> str:
    """`clean`, then `mask_ids`: the one way by which a text from outside gets into a report."""
    return mask_ids(clean(text), known)


def _spaced_spans(text: str, solid: set[int]) -> Iterator[tuple[int, int]]:
    """Of numbers with gaps in them, but for those that hold one without."""
    at = 0
    for token in _TOKEN.finditer(text):
        found = _SPACED.match(text, token.start()) if token.start() >= at else None
        if found and _is_spaced_id(found[0]) and not any(found.start() <= start < found.end() for start in solid):
            yield found.span()
            at = found.end()


def _is_spaced_id(text: str) -> bool:
    """Whether the spaced digits are an ID, and not a project's number (6 + YYMMDD + 4 digits) with its suffix."""
    plain = _plain(text)
    first = _plain(text.split()[0])
    project = len(first) == 16 and _is_date(f"20{first[6:12]}")
    return _is_id(plain) and (not project or plain[17] == _check_digit(plain))


def _is_dashed_id(text: str) -> bool:
    """Whether digits with dashes or dots are an ID, and not a period of two days or a project's number and suffix."""
    parts = [_plain(part) for part in re.split(_SIGN, text)]
    plain = "".join(parts)
    grouped = [*map(len, parts)] == [6, 8, 4]
    return len(parts[0]) < 16 and _is_id(plain) and (grouped or is_valid_id(plain))


def _is_id(plain: str) -> bool:
    if len(plain) == 16 or int(plain[:2]) not in _PROVINCES or plain[2:6] == "0000":
        return False
    return _is_birthday(f"19{plain[6:12]}" if len(plain) == 15 else plain[6:14])


def _is_birthday(digits: str) -> bool:
    return _is_date(digits) and int(digits[:4]) in BORN


def _is_date(digits: str) -> bool:
    try:
        return bool(date(int(digits[:4]), int(digits[4:6]), int(digits[6:])))
    except ValueError:
        return False


def _check_digit(plain: str) -> str:
    return _CHECK[sum(int(d) * w for d, w in zip(plain, _WEIGHTS, strict=False)) % 11]


def _plain(number: str) -> str:
    """ASCII digits without gaps or dashes, and X for whatever letter or sign was read in its place."""
    digits = re.sub(_SIGN, "", re.sub(_X + "$", "X", number.strip()))
    return "".join(unicodedata.normalize("NFKC", digits).split())
