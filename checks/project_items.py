"""A claimed project's items, each judged on its own pages; what a project without files or pages is worth."""

from __future__ import annotations

from collections.abc import Callable

from checks.check import failed, na, unsure
from verify.finding import Evidence, Observation
from verify.model import Case, Document, Item, Slot
from verify.page import Page

Pages = list[tuple[Document, Page]]

NO_FILES = "没有文件"
"""What is found of a project that is claimed and not proved by anything."""


def each(case: Case, judge: Callable[[Item, Pages], Observation]) -> list[Observation]:
    """One observation an item; `judge` is asked of those with pages, blank ones left out."""
    items = case.items_in(Slot.PROJECT)
    if not items:
        return [na("工程业绩", "没有申报工程业绩，本项不适用。")]
    held = {document.file for item in items if item.claim for document in item.documents}
    loose = tuple(document for document in case.in_slot(Slot.PROJECT) if document.file not in held)
    return [_item(item, loose, judge) for item in items]


def files(item: Item) -> tuple[Evidence, ...]:
    """An item's files as a whole, where no page can be pointed at."""
    return tuple(Evidence(document.file) for document in item.documents)


def _item(item: Item, loose: tuple[Document, ...], judge: Callable[[Item, Pages], Observation]) -> Observation:
    pages = [(document, page) for document in item.documents for page in document.pages if not page.blank]
    if not item.documents and loose:
        message = "没有与这项业绩同名的文件夹，但有未对应填报业绩的材料，请人工确认是否为其佐证。"
        return unsure(item.subject, message, *(Evidence(document.file) for document in loose))
    if not item.documents:
        return failed(item.subject, "申报了这项业绩，但没有佐证材料，请上传。", found=NO_FILES)
    if not pages:
        return unsure(item.subject, "佐证材料没有读出内容，请人工查看。", *files(item))
    return judge(item, pages)
