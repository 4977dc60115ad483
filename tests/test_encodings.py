"""Text files of unknown encoding."""

from __future__ import annotations

from pathlib import Path

import pytest

from verify.encodings import csv_text, decoded
from verify.errors import UsageError

TEXT = "姓名,专业\n裘一鸣,建筑\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16"])
def test_csv_text(encoding: str) -> None:
    assert csv_text(Path("a.csv"), TEXT.encode(encoding)) == TEXT


@pytest.mark.parametrize("data", [b"\xff\x80", b"\xff\xfea", TEXT.encode() + b"\xff"])
def test_what_is_in_no_encoding_says_what_to_do(data: bytes) -> None:
    with pytest.raises(UsageError, match="编码既不是 UTF-8 也不是 GBK，请另存为 UTF-8 的 CSV"):
        csv_text(Path("a.csv"), data)


def test_utf_16_is_not_guessed() -> None:
    assert decoded(TEXT.encode("utf-16")) is None
