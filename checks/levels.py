"""Levels of education, titles and skills as people write them: 本科学历, 大专（高职）, 高中/职高, 土建助理工程师."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from checks.rows import plain

Fit = Literal["yes", "perhaps", "no"]

_REMARK = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_OR = re.compile(r"[/、,;|]|或者?")
_BEFORE = re.compile(
    r"^(?:全日制|非全日制|普通高等教育|成人高等教育|成人教育|开放教育|高等教育自学考试|普通|成人|函授|自学考试|自考|在职"
    r"|国民教育|网络教育|远程教育|业余|电大|夜大)+"
)
_AFTER = re.compile(r"(?:学历|毕业生|毕业|文化程度|文化|程度|学位|职称|资格|职务)+$")


def bare(text: str | None) -> str:
    """A level or title without remarks in brackets and without the words around it: 本科学历（函授） is 本科."""
    return _trimmed(_REMARK.sub("", plain(text or "")))


def readings(text: str | None) -> list[str]:
    """What a text may mean: one level, or several where it names them side by side (高中/职高)."""
    return [part for one in _OR.split(_REMARK.sub("", plain(text or ""))) if (part := _trimmed(one))]


def fits(text: str | None, words: Iterable[str], others: Iterable[str] = ()) -> Fit:
    """Whether a text is one of `words`; "perhaps" where only some of its readings are, or it ends in one of them.

    `others` are known words that are none of them: 助理工程师 does not end in 工程师 where both are known.
    """
    wanted, not_wanted, said = {plain(word) for word in words}, {plain(word) for word in others}, readings(text)
    good = [one in wanted for one in said]
    if good and all(good):
        return "yes"
    return "perhaps" if any(good) or any(_ending(one, wanted | not_wanted) in wanted for one in said) else "no"


def of_kind(said: str | None, kinds: Iterable[str]) -> Fit:
    """Whether a kind of application is one of `kinds`: 自评, 自评申报（不具备规定学历）; "perhaps" where it names one."""
    text, wanted = plain(said or ""), [plain(kind) for kind in kinds]
    begins = any(text.startswith(kind) for kind in wanted)
    return "yes" if begins else "perhaps" if any(kind in text for kind in wanted) else "no"


def known(text: str | None, words: Iterable[str]) -> bool:
    """Whether every reading of a text is one of `words`."""
    wanted = {plain(word) for word in words}
    return all(one in wanted for one in readings(text))


def _ending(text: str, words: Iterable[str]) -> str:
    """The longest of some words that a text ends in, or ""."""
    return max((word for word in words if text.endswith(word)), key=len, default="")


def _trimmed(text: str) -> str:
    return _AFTER.sub("", _BEFORE.sub("", text)) or text
