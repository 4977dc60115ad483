"""The applicant's name out of a folder's name: 张三, 张三_SX2024-00017, 001_姓名, 张三_装配式建筑施工."""

from __future__ import annotations

import re

from verify.intake.slots import core

_SEPARATOR = re.compile(r"[\s_\-—－+,，、()（）\[\]【】0-9]+")
_PERSON = re.compile(r"[\u3400-\u9fff]{2,4}|[\u3400-\u9fff]{1,12}(?:[·•][\u3400-\u9fff]{1,12})+")


def name_of(folder: str) -> str:
    """The part of the folder's name that looks like a person's, else its first part, else the whole."""
    parts = [part for part in _SEPARATOR.split(folder) if part]
    person = next((part for part in parts if _PERSON.fullmatch(part)), None)
    return person or next((part for part in parts if not part.isascii()), None) or core(folder) or folder
