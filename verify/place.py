"""What was taken in and what was read → a case: every file in its slot, every item with its files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from verify.intake.case import FoundFile, Intake
from verify.intake.items import build_items
from verify.kinds import classify
from verify.model import Case, Document, Problem, Slot
from verify.read.file import Reading


def build_case(intake: Intake, readings: Mapping[str, Reading]) -> Case:
    """The case of one applicant; `readings` by file, of those files that have no problem already."""
    documents = [_placed(_document(file, readings.get(file.file))) for file in intake.files]
    items, placed = build_items(intake.form, documents)
    return Case(intake.folder, intake.name, intake.form, tuple(placed), items, intake.problems)


def with_pages(case: Case, documents: Sequence[Document]) -> Case:
    """The case with some documents read again, wherever they stand in it."""
    by_file = {document.file: document for document in documents}

    def swap(old: tuple[Document, ...]) -> tuple[Document, ...]:
        return tuple(by_file.get(document.file, document) for document in old)

    items = tuple(replace(item, documents=swap(item.documents)) for item in case.items)
    return replace(case, documents=swap(case.documents), items=items)


def _document(file: FoundFile, reading: Reading | None) -> Document:
    document = file.document()
    if reading is None:
        return document
    problem = Problem(reading.trouble, file.file, reading.message) if reading.trouble else None
    return replace(document, pages=reading.pages, image=reading.image, problem=problem, traces=reading.traces)


def _placed(document: Document) -> Document:
    """A file that neither its folder nor its name places goes where its pages say."""
    if document.slot is not Slot.OTHER or not document.loose:
        return document
    return replace(document, slot=classify(document.pages) or Slot.OTHER)
