"""Where a patent certificate names its inventors: at grant (its front) and at filing (its back, since 2018-12-04)."""

from __future__ import annotations

from collections.abc import Iterable

from checks.check import Params
from checks.listed import Listing, listings
from verify.finding import Evidence
from verify.model import Document, Item

REGISTER = "查专利登记簿副本（著录项目变更记录）"


class Named(Params):
    """Labels on a certificate. `filing_heads` open, on its back, what was recorded on the day of filing."""

    inventors: tuple[str, ...]
    holders: tuple[str, ...]
    filing_heads: tuple[str, ...]


def front(documents: Iterable[Document], params: Named) -> list[Listing]:
    """The inventors of the certificate's front."""
    back = at_filing(documents, params)
    return [one for one in listings(documents, params.inventors, params.holders) if one not in back]


def at_filing(documents: Iterable[Document], params: Named) -> list[Listing]:
    """The inventors on the day of filing."""
    return listings(documents, params.inventors, params.holders, after=params.filing_heads)


def all_open(item: Item) -> bool:
    """Whether every file of an item could be read."""
    return all(document.readable for document in item.documents)


def files(item: Item) -> tuple[Evidence, ...]:
    """An item's files, where no place in them can be shown."""
    return tuple(Evidence(document.file) for document in item.documents)
