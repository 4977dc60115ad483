"""A document → what is kept of each of its pages for comparing: hashed shingles, a place, and a few masked words."""

from __future__ import annotations

from verify.compare import shingles
from verify.mask import tidy
from verify.model import Document
from verify.page import Page
from verify.sketches import PageSketch

LEAST = 40
"""Shingles of substance that a page must have to be compared: two or three lines of prose."""

EXCERPT_CHARS = 200


def sketch(document: Document) -> tuple[PageSketch, ...]:
    """The sketches of a document's pages; a page with too little text has none."""
    return tuple(
        PageSketch(document.file, page.number, document.slot, blob, document.item, excerpt(page))
        for page in document.pages
        if (blob := _blob(page))
    )


def excerpt(page: Page) -> str:
    """The beginning of a page's text, ID numbers masked."""
    return tidy(page.text[: 2 * EXCERPT_CHARS]).replace("\n", " ")[:EXCERPT_CHARS]


def _blob(page: Page) -> bytes:
    hashes = shingles.of_lines(word.text for word in page.words)
    return shingles.packed(hashes) if len(shingles.substance(hashes)) >= LEAST else b""
