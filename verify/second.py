"""Who is asked to read again: files in which the default reader does not find what it looks for."""

from __future__ import annotations

from collections.abc import Iterator

from checks import signoff
from checks.names import find_name
from checks.signoff_parts import Verified
from verify.model import Case, Document, Slot
from verify.notice import Notice

SIGNED = (Slot.COMMITMENT, Slot.AWARD)
"""Slots whose every file should carry the applicant's name."""

NAMING = (Slot.PROJECT, Slot.PAPER, Slot.PATENT, Slot.STANDARD)
"""Slots whose every item should carry it on some page."""


def not_found(case: Case, notice: Notice) -> tuple[Document, ...]:
    """The documents of `case` that a second reader should look at, in the case's order: without the applicant's name
    where it should stand, or without the sign-off that the notice asks for."""
    wanted = {document.file for document in (*_unnamed(case), *_unsigned(case, notice))}
    return tuple(document for document in case.documents if document.file in wanted)


def _unnamed(case: Case) -> Iterator[Document]:
    for item in (item for slot in NAMING for item in case.items_in(slot)):
        if not any(_named(document, case.name) for document in item.documents):
            yield from (document for document in item.documents if document.pages)
    for slot in SIGNED:
        yield from (document for document in case.in_slot(slot) if document.pages and not _named(document, case.name))


def _unsigned(case: Case, notice: Notice) -> Iterator[Document]:
    for rule in notice.rules:
        if isinstance(rule.params, Verified):
            yield from signoff.unsigned(case, rule.params)


def _named(document: Document, name: str) -> bool:
    return any(find_name(name, page.words).level == "exact" for page in document.pages)
