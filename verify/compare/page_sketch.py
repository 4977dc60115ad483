"""A document → what is kept of each of its pages for comparing: hashed shingles, a place, and a few masked words."""

from __future__ import annotations

from verify.compare import shingles
from verify.mask import tidy
from verify.model import Document
from verify.page import Page
from verify.sketches import PageSketch

EXCERPT_CHARS = 200


def sketch(document: Document) -> tuple[PageSketch, ...]:
    """The sketches of a document's pages; a page without text has none, one with little no excerpt."""
    found = ((page, shingles.of_lines(word.text for word in page.words)) for page in document.pages)
    return tuple(
        PageSketch(
            document.file, page.number, document.slot, shingles.packed(hashes), document.item,
            excerpt(page) if shingles.has_text(hashes) else "",
        )
        for page, hashes in found
        if len(hashes)
    )  # fmt: skip


def excerpt(page: Page) -> str:
    """The beginning of a page's text, ID numbers masked."""
    return tidy(page.text[: 2 * EXCERPT_CHARS]).replace("\n", " ")[:EXCERPT_CHARS]
