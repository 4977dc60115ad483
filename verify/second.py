"""Who is asked to read again: files in which the default reader does not find the name that it looks for."""

from __future__ import annotations

from collections.abc import Iterator

from checks.names import find_name

from verify.model import Case, Document, Slot

SIGNED = (Slot.COMMITMENT, Slot.AWARD)
"""Slots whose every file should carry the applicant's name."""


def unread_names(case: Case) -> tuple[Document, ...]:
    """The documents of `case` that a second reader should look at, in the case's order."""
    wanted = {document.file for document in _candidates(case)}
    return tuple(document for document in case.documents if document.file in wanted)


def _candidates(case: Case) -> Iterator[Document]:
    for item in case.items_in(Slot.PROJECT):
        if not any(_named(document, case.name) for document in item.documents):
            yield from (document for document in item.documents if document.pages)
    for slot in SIGNED:
        yield from (document for document in case.in_slot(slot) if document.pages and not _named(document, case.name))


def _named(document: Document, name: str) -> bool:
    return any(find_name(name, page.words).level == "exact" for page in document.pages)
