"""Text files of unknown encoding, as offices save them: UTF-8 with or without a mark, GBK, and Excel's UTF-16."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from verify.errors import UsageError
from verify.lang import tr

_USUAL = ("utf-8-sig", "gb18030")
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")


def decoded(untrusted: bytes, encodings: Sequence[str] = _USUAL) -> str | None:
    """The text in the first encoding that fits all of it; None where none does."""
    for encoding in encodings:
        try:
            return untrusted.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def csv_text(path: Path, untrusted: bytes) -> str:
    """The text of a CSV file, UTF-16 by its mark; raises UsageError for what is in none of the encodings."""
    text = decoded(untrusted, ("utf-16",)) if untrusted.startswith(_WIDE_MARKS) else decoded(untrusted)
    if text is None:
        raise UsageError(
            tr(
                f"{path}: 编码既不是 UTF-8 也不是 GBK，请另存为 UTF-8 的 CSV",
                f"{path}: neither UTF-8 nor GBK; save it as CSV in UTF-8",
            )
        )
    return text
