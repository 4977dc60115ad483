"""One paper or award of an invented applicant, and what a check is to make of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from verify.finding import Outcome
from verify.form import Award, Form, Paper
from verify.model import Case, Document, Item, Slot
from verify.page import Page

NAME = "王建国"


@dataclass(frozen=True, slots=True)
class Sample:
    """A paper or an award: what the check is to make of it, and how it is written (`label`)."""

    check: str
    label: str
    case: Case
    expected: Outcome


def case(slot: Slot, claim: Paper | Award, pages: tuple[Page, ...]) -> Case:
    """An applicant with one claim, and a file a page that should prove it."""
    subject = f"{slot.value}/1"
    files = tuple(
        Document(file, Path(file), file, 100_000, "image/jpeg", slot, subject, pages=(one,))
        for one in pages for file in (f"{subject}/{one.number}.jpg",)
    )  # fmt: skip
    return Case(NAME, NAME, Form(name=NAME), files, (Item(slot, subject, claim, files),))
