"""The words of the page furniture, Chinese and English. Findings stay in Chinese, as the law that they quote."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal

from verify.model import SLOT_NAMES

Lang = Literal["zh", "en"]


class Words:
    """The furniture in one language: `words("page", 2)` fills in what the text has room for."""

    def __init__(self, lang: str) -> None:
        self.lang: Lang = "en" if lang == "en" else "zh"
        self._index = ("zh", "en").index(self.lang)

    def __call__(self, key: str, *values: object) -> str:
        text = _words()[key][self._index]
        return text.format(*values) if values else text

    def kind(self, slot: str) -> str:
        """A document kind's name."""
        return slot if self.lang == "en" else _KINDS.get(slot, slot)


_KINDS: Mapping[str, str] = {slot.value: name for slot, name in SLOT_NAMES.items()}


@cache
def _words() -> dict[str, list[str]]:
    return tomllib.loads(Path(__file__).with_name("words.toml").read_text("utf-8"))
