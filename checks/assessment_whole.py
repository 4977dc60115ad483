"""An assessment form as a whole, over its pages, and what the notice says of reading one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from checks.assessment_blocks import Block, block
from checks.assessment_sheets import Sheet
from checks.check import Params
from checks.fields import SURE
from checks.rows import plain
from verify.finding import Evidence, Outcome
from verify.model import Document
from verify.page import Page, Word

SUBJECT = "assessments"

Said = tuple[Outcome, str, tuple[Evidence, ...]]
"""What one look at a form says: its outcome, the words for it, where to look."""


class Form(Params):
    """Labels of the form, and what makes a summary.

    Fewer than `sentences` sentences or `few` characters without one of `work_words` are no account of work; up to
    `plenty` characters are few. `former`: words that tell of a former name of the applicant.
    `leave`: words of a year without work (病休, 不定等次), and `no_leave` those that deny them. `results`: labels of a cell
    with the results of several years. `month`: a form signed in its own year before this month is signed early.
    """

    summary_labels: tuple[str, ...]
    opinion_labels: tuple[str, ...]
    other_labels: tuple[str, ...]
    sign_labels: tuple[str, ...]
    name_labels: tuple[str, ...]
    unit_labels: tuple[str, ...]
    post_labels: tuple[str, ...]
    work_words: tuple[str, ...]
    former: tuple[str, ...]
    leave: tuple[str, ...]
    no_leave: tuple[str, ...]
    results: tuple[str, ...]
    sentences: int
    few: int
    plenty: int
    month: int


@dataclass(frozen=True, slots=True)
class Whole:
    """A form with the pages that it runs over."""

    sheet: Sheet
    pages: list[Page]

    @property
    def document(self) -> Document:
        return self.sheet.document

    @property
    def subject(self) -> str:
        """The year, where the form says one; else where it lies."""
        return f"{SUBJECT}[{self.sheet.year}]" if self.sheet.year else self.document.file


def line_like(page: Page, pattern: re.Pattern[str]) -> Word | None:
    """The first short and surely read line in which a pattern is found."""
    short = (word for word in page.words if len(plain(word.text)) <= 40 and word.confidence >= SURE)
    return next((word for word in short if pattern.search(plain(word.text))), None)


def block_of(whole: Whole, names: tuple[str, ...], params: Form) -> Block | None:
    """The block of a form under one of these labels, ended by any other label."""
    every = (*params.summary_labels, *params.opinion_labels, *params.other_labels)
    return block(whole.pages, names, tuple(label for label in every if label not in names), params.sign_labels)
