"""Text that tells a program what to decide (rule XC-11): wherever the applicant could have put it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from checks.check import Params
from checks.rows import plain
from verify.finding import Evidence
from verify.model import Case, Document
from verify.page import Page, Word

FORM = "申报信息"
AROUND = 12
"""So many characters before and after a hit are shown and looked at for innocent words."""


class Instructions(Params):
    """Regular expressions for text without white space, in lower case, half-width.

    `commands` speak to a program beyond doubt; `doubtful` may, unless one of `innocent` stands just before or after.
    """

    commands: tuple[re.Pattern[str], ...]
    doubtful: tuple[re.Pattern[str], ...] = ()
    innocent: tuple[re.Pattern[str], ...] = ()


@dataclass(frozen=True, slots=True)
class Order:
    """An instruction: where it stands (`subject` is the file or the form), how surely it is one, and its words."""

    subject: str
    sure: bool
    text: str
    shown: Evidence | None = None


def orders(case: Case, params: Instructions) -> list[Order]:
    """Every instruction on pages, in file names and on the form; one for each page, name and value."""
    found = [order for document in case.documents for order in _of_file(document, params)]
    for value in _texts(case.form):
        if hit := _hit(_bare(value), params):
            found.append(Order(FORM, hit[0], hit[1]))
    return found


def _of_file(document: Document, params: Instructions) -> Iterator[Order]:
    if hit := _hit(_bare(document.file), params):
        yield Order(document.file, hit[0], hit[1], Evidence(document.file, text=hit[1]))
    for page in document.pages:
        if seen := _on_page(page, params):
            sure, text, word = seen
            yield Order(
                document.file, sure, text, Evidence(document.file, page.number, word.box if word else None, text)
            )


def _on_page(page: Page, params: Instructions) -> tuple[bool, str, Word | None] | None:
    """The surest hit in a line, else one that runs over several lines."""
    words = (*page.words, *page.second)
    hits = [(*hit, word) for word in words if (hit := _hit(_bare(word.text), params))]
    if any(sure for sure, _, _ in hits):
        return next(hit for hit in hits if hit[0])
    whole = _hit(_bare(page.text), params)
    return (*whole, hits[0][2] if hits else None) if whole else next(iter(hits), None)


def _hit(text: str, params: Instructions) -> tuple[bool, str] | None:
    """Whether the first instruction in a text is one beyond doubt, and what it says with what stands around it."""
    for pattern in params.commands:
        if found := pattern.search(text):
            return True, shown(_around(text, found))
    for pattern in params.doubtful:
        for found in pattern.finditer(text):
            around = _around(text, found)
            if not any(innocent.search(around) for innocent in params.innocent):
                return False, shown(around)
    return None


def _around(text: str, found: re.Match[str]) -> str:
    return text[max(0, found.start() - AROUND) : found.end() + AROUND]


def _bare(text: str) -> str:
    """Plain text without the invisible characters by which words are broken up."""
    return plain("".join(char for char in text if unicodedata.category(char) != "Cf"))


def shown(text: str) -> str:
    """A foreign text as evidence: no mark-up, no quotes to break out of, at most a line."""
    marks = str.maketrans(
        {"<": "＜", ">": "＞", "&": "＆", '"': "＂", "`": "｀", "{": "｛", "}": "｝", "“": "＂", "”": "＂"}
    )
    return text.translate(marks)[:80]


def _texts(value: Any) -> Iterable[str]:
    """Every text in the form, those in unknown fields too."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, BaseModel):
        value = [getattr(value, name) for name in (*type(value).model_fields, *(value.model_extra or {}))]
    if isinstance(value, dict):
        value = [*value, *value.values()]
    return [text for one in value for text in _texts(one)] if isinstance(value, (list, tuple)) else []
