"""Names and texts from outside, made fit to be printed."""

from __future__ import annotations

import re
import unicodedata

from verify.limits import MAX_NAME_CHARS

_ID_NUMBER = re.compile(r"(?<!\d)(\d{6})(\d{8})(\d{3}[\dXx])(?!\d)")
_INVISIBLE = {"Cc", "Cf", "Cs", "Zl", "Zp"}
_ONLY_TWO_BYTES = "\u0800"  # UTF-8 that holds nothing above this is more likely GBK read amiss


def decode_name(untrusted_raw: bytes) -> str:
    """Decode a file name of unknown encoding: UTF-8 or GB18030, else whatever can be saved of it."""
    try:
        text = untrusted_raw.decode("utf-8")
    except UnicodeDecodeError:
        return _gb18030(untrusted_raw) or untrusted_raw.decode("utf-8", "replace")
    if text.isascii() or any(char >= _ONLY_TWO_BYTES for char in text):
        return text
    return _gb18030(untrusted_raw) or text


def printable(untrusted_text: str) -> str:
    """The text without control, direction-changing and half characters, in composed form (NFC)."""
    kept = (char for char in untrusted_text if unicodedata.category(char) not in _INVISIBLE)
    return unicodedata.normalize("NFC", "".join(kept))


def display_name(untrusted_name: str) -> str:
    """One name of a path as the report shows it: GBK bytes decoded, unprintable characters gone, never empty."""
    if any("\ud800" <= char <= "\udfff" for char in untrusted_name):
        untrusted_name = decode_name(untrusted_name.encode("utf-8", _escape(untrusted_name)))
    return printable(untrusted_name).strip()[:MAX_NAME_CHARS] or "_"


def masked(text: str) -> str:
    """The text with every resident ID number cut down to its first six and last four characters."""
    return _ID_NUMBER.sub(lambda found: f"{found[1]}********{found[3]}", text)


def masked_id(number: str) -> str:
    """What is given as a resident ID number, cut down so even where it has a digit too few or too many."""
    return f"{number[:6]}********{number[-4:]}" if len(number) > 10 else "*" * len(number)


def squeezed(text: str | None) -> str:
    """For comparison: full-width forms folded, all spaces and punctuation gone, lower case."""
    folded = unicodedata.normalize("NFKC", text or "").casefold()
    return "".join(char for char in folded if char.isalnum())


def _gb18030(raw: bytes) -> str | None:
    try:
        return raw.decode("gb18030")
    except UnicodeDecodeError:
        return None


def _escape(name: str) -> str:
    """The error handler that gets the bytes back: lone surrogates are undecodable bytes only in U+DC80 to U+DCFF."""
    odd = any("\ud800" <= char <= "\udfff" and not "\udc80" <= char <= "\udcff" for char in name)
    return "replace" if odd else "surrogateescape"
