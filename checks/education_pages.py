"""What kinds of proof of education some files hold, by the words on their pages: rules ED-01 … ED-04, ED-08."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from checks.check import Params
from checks.pages import at, find, read_well
from verify.finding import Evidence
from verify.model import Case, Document, Slot
from verify.page import Page

Kind = Literal[
    "diploma", "degree", "record", "report", "roll", "foreign", "enrolment", "unfinished", "screen", "translated"
]

SURE = 0.9
"""Confidence of a line from which on its title is taken at its word: 结业 and 毕业 differ by one character."""


class Kinds(Params):
    """The words on each kind of proof; `screen`: of a web page; `granted`: of a diploma's text."""

    diploma: tuple[str, ...]
    granted: tuple[str, ...]
    degree: tuple[str, ...]
    record: tuple[str, ...]
    report: tuple[str, ...]
    roll: tuple[str, ...]
    foreign: tuple[str, ...]
    enrolment: tuple[str, ...]
    unfinished: tuple[str, ...]
    screen: tuple[str, ...]
    translated: tuple[str, ...]


@dataclass(slots=True)
class Proofs:
    """The kinds that were seen, each with where; `dark`: what was not read, or is of no kind."""

    seen: dict[Kind, Evidence] = field(default_factory=dict)
    dark: list[Evidence] = field(default_factory=list)
    files: list[Evidence] = field(default_factory=list)

    def has(self, *kinds: Kind) -> bool:
        return any(kind in self.seen for kind in kinds)

    def where(self, *kinds: Kind) -> list[Evidence]:
        return [self.seen[kind] for kind in kinds if kind in self.seen]


def proofs(case: Case, words: Kinds) -> Proofs:
    """The proofs of education among the files of that slot, and among those in no slot that are such."""
    found = Proofs()
    for document in (*case.in_slot(Slot.EDUCATION), *_loose(case, words)):
        found.files.append(Evidence(document.file))
        if not document.pages:
            found.dark.append(Evidence(document.file))
        for page in document.pages:
            kinds = kinds_of(document, page, words)
            for kind, shown in kinds.items():
                found.seen.setdefault(kind, shown)
            if not kinds and not page.blank:
                found.dark.append(at(document, page))
    return found


def _loose(case: Case, words: Kinds) -> Iterable[Document]:
    wanted = (*words.diploma, *words.record, *words.report, *words.foreign)
    return (d for d in case.in_slot(Slot.OTHER) if any(find(page, wanted) for page in d.pages))


def kinds_of(document: Document, page: Page, words: Kinds) -> dict[Kind, Evidence]:
    """Which kinds of proof a page is; the forms that speak of a diploma are none."""
    found: dict[Kind, Evidence] = {}

    def look(kind: Kind, phrases: Iterable[str], fuzzy: bool = False) -> bool:
        hit = find(page, phrases, fuzzy)
        if hit:
            found[kind] = at(document, page, hit.word)
        return hit is not None

    forms = [look("record", words.record, True), look("report", words.report), look("roll", words.roll)]
    forms += [look("foreign", words.foreign), look("enrolment", words.enrolment), look("translated", words.translated)]
    screen, granted = find(page, words.screen), find(page, words.granted)
    if screen and not granted:
        return {"screen": at(document, page, screen.word)}
    if granted or not any(forms):
        look("diploma", (*words.granted, *words.diploma))
        look("degree", words.degree)
    hit = None if "diploma" in found or any(forms) else find(page, words.unfinished)
    if hit and hit.word.confidence >= SURE and read_well(page):
        found["unfinished"] = at(document, page, hit.word)
    return found
