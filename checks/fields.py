"""What a page says after its labels (姓名：…, 证书编号：…), and whether that is what the form says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from rapidfuzz.distance import OSA

from checks.days import dates_in
from checks.pages import at, beside, joined, read_well
from checks.rows import plain, rows
from verify.dates import PartialDate
from verify.finding import Evidence
from verify.model import Document
from verify.page import Page, Word

SURE = 0.9
"""Confidence of the line from which on what it says may be held against the form."""

SHORT = 4
"""Texts of fewer characters have no near ones: one other character makes another word."""

Agreement = Literal["same", "near", "differs", "unread"]

_MONTH = re.compile(r"(?<!\d)((?:19|20)\d{2})(?:年|[-./])(\d{1,2})(?:月|(?![-./\d]))")
_DAY = re.compile(r"(?<!\d)(?:19|20)\d{2}[-./年]\d{1,2}[-./月]\d{1,2}(?!\d)")
_NUMBER = re.compile(r"(?<![\d.])(\d{1,6}(?:\.\d{1,2})?)(?![\d.])")
_SLIPS = str.maketrans({"o": "0", "l": "1", "i": "1", "〇": "0", "○": "0"})


@dataclass(frozen=True, slots=True)
class Field:
    """The value after a label: `text` is plain (NFKC, no white space, lower case), `shown` is where it stands."""

    text: str
    shown: Evidence

    @property
    def sure(self) -> bool:
        """Whether it was read well enough to be held against the form."""
        return (self.shown.confidence or 0.0) >= SURE


def fields(documents: Iterable[Document], labels: Iterable[str]) -> list[Field]:
    """Every value after one of `labels` on the pages, in page order: of the first reader, then of the second."""
    wanted = tuple(labels)
    return [field for document in documents for page in document.pages for field in on_page(document, page, wanted)]


def on_page(document: Document, page: Page, labels: Iterable[str]) -> Iterator[Field]:
    """Every value after one of `labels` on one page, also after one whose letters stand apart (姓　　名)."""
    wanted = tuple(labels)
    for value in (*(value for _, value in beside(page, wanted)), *_after_spaced(page, wanted)):
        if value and (text := plain(value.text)):
            yield Field(text, at(document, page, value))


def _after_spaced(page: Page, labels: tuple[str, ...]) -> Iterator[Word | None]:
    """What stands after a label that several boxes of one row make up together, and none of them alone."""
    known = [plain(label) for label in labels]
    wide = [row for row in rows(page.words) if len(row) > 1 and not any(_holds(word, known) for word in row)]
    spaced = [whole for row in wide if _holds(whole := joined(row), known)]
    if spaced:
        other = replace(page, words=(*spaced, *page.words), second=())
        yield from (value for word, value in beside(other, labels) if any(word is one for one in spaced))


def _holds(word: Word, labels: Iterable[str]) -> bool:
    text = plain(word.text)
    return any(label in text for label in labels)


def compare(claimed: str, found: Iterable[Field]) -> tuple[Agreement, Field | None]:
    """How the form's value and the page's agree, and the field that says so; the best where a page says it often.

    "near": one slip, or a line that was not read surely, or one text within the other: a person must look.
    """
    graded = [(_agreement(plain(claimed), field), field) for field in found]
    order: tuple[Agreement, ...] = ("same", "near", "differs")
    best = min(graded, key=lambda one: order.index(one[0]), default=None)
    return best or ("unread", None)


def _agreement(claimed: str, field: Field) -> Agreement:
    if claimed == field.text:
        return "same"
    one, other = claimed.translate(_SLIPS), field.text.translate(_SLIPS)
    if one == other or (min(len(one), len(other)) >= SHORT and (one in other or other in one)):
        return "near"
    slipped = min(len(one), len(other)) >= SHORT and OSA.distance(one, other, score_cutoff=1) <= 1
    return "near" if slipped or not field.sure else "differs"


def day_of(field: Field) -> PartialDate | None:
    """The date that a field says, to the day or to the month; None where it says none or several."""
    full = dates_in(field.text)
    if full:
        return full[0] if len(set(full)) == 1 else None
    months = set(_MONTH.findall(field.text))
    try:
        return PartialDate.parse("-".join(months.pop())) if len(months) == 1 else None
    except ValueError:
        return None


def no_day(field: Field) -> bool:
    """Whether a field is written as a date that no calendar has: 2023-02-30."""
    return bool(_DAY.search(field.text)) and not dates_in(field.text)


def number_of(field: Field) -> float | None:
    """The one number that a field says (72学时, 18.5); None where it says none or several."""
    found = _NUMBER.findall(field.text)
    return float(found[0]) if len(found) == 1 else None


def told(claimed: str, field: Field) -> str:
    """The form's value and the page's side by side, for a message."""
    return f"申报信息为“{claimed}”，材料上为“{field.text}”"


def well_read(documents: Iterable[Document]) -> bool:
    """Whether every page was read well enough to say what is not on it; False where a file was not read."""
    return all(document.pages and all(map(read_well, document.pages)) for document in documents)
