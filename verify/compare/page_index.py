"""Which pages of the store are most like this one: a bottom-k sketch of each in memory, the whole shingles re-checked.

Of a page those SKETCH shingles are kept that hash lowest once a form's print is gone (bottom-k MinHash: Broder 1997;
Cohen and Kaplan, PODC 2007). That is eight bytes each, and finds more than banded MinHash of the same size.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter

import numpy as np
from numpy.typing import NDArray

from verify.compare.frequencies import Frequencies
from verify.compare.likeness import ALIKE, Likeness, likeness, may_reach
from verify.compare.page_entries import Entries
from verify.compare.shingles import Hashes, has_text, substance, unpacked

SKETCH = 64
"""Shingles of a page kept in memory."""

OWN = 16
"""Rare shingles that a page must have to be compared: less is a name, a unit and a day on a form."""

SHARED = 3
"""Shingles of its sketch that another page must have to be looked at."""

CROWD = 500
"""A shingle kept of more pages than this is skipped, so that no query is slow; 10,000 alike pages are a form."""

CANDIDATES = 24
"""Pages whose whole shingles are compared, those first that share most of their sketch."""

COPIES = 4
"""Pages of one applicant, alike to the last shingle, that are indexed: with 501 of them none would be looked up."""

Row = tuple[int, int, bytes]
"""Key of a page, key of its applicant, its shingles."""


Fetch = Callable[[Sequence[int]], Mapping[int, bytes]]
"""The shingles of pages by their keys, all at once: a read of the store each would cost more than comparing them."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A page of the store, how like it is, and its shingles."""

    page: int
    likeness: Likeness
    shingles: Hashes = field(compare=False, repr=False)

    @property
    def score(self) -> float:
        return self.likeness.score


def _few_alike(rows: Iterable[Row]) -> Iterator[Row]:
    """The rows, ordered by applicant, without more than COPIES of one blob of an applicant's."""
    for _, group in groupby(rows, key=itemgetter(1)):
        seen = Counter[bytes]()
        for row in group:
            seen[row[2]] += 1
            if seen[row[2]] <= COPIES:
                yield row


class PageIndex:
    """Built once from all pages of the store; `fetch` gives pages' blobs from there.

    About half a KB a page stays in memory, and up to 64 MB of counters: 0.9 KB a page in all at 200,000 pages.
    """

    def __init__(self, rows: Iterable[Row], frequencies: Frequencies, fetch: Fetch) -> None:
        self.frequencies = frequencies
        self.fetch = fetch
        pages, owners, entries = list[int](), list[int](), Entries()
        for page, applicant, blob in _few_alike(rows):
            rare = self._rare(blob)
            if len(rare) >= OWN:
                entries.add(rare[:SKETCH], len(pages))
                pages.append(page)
                owners.append(applicant)
        self._pages = np.array(pages, np.int64)
        self._owners = np.array(owners, np.int64)
        self._entries = entries.sorted()

    def __len__(self) -> int:
        return len(self._pages)

    def query(self, shingles: bytes, applicant: int | None = None, least: float = ALIKE) -> list[Hit]:
        """The pages most like one with these shingles, best first; those of `applicant` are left out."""
        mine = self._rare(shingles)
        if len(mine) < OWN:
            return []
        pages = self._pages[self._near(mine, applicant)].tolist()
        hits = (hit for hit in self._compared(mine, pages, least) if hit.score >= least)
        return sorted(hits, key=lambda hit: (-hit.score, hit.page))

    def pair(self, mine: bytes, theirs: bytes) -> tuple[Likeness, float]:
        """How like two pages are that `compares` says can be, and what share of its rare shingles the one with fewer has
        in common with the other."""
        one, other = self._rare(mine), self._rare(theirs)
        shared = len(np.intersect1d(one, other, assume_unique=True))
        return likeness(one, other, self.frequencies), shared / max(1, min(len(one), len(other)))

    def compares(self, shingles: bytes) -> bool:
        """Whether a page has enough of its own, besides a form's print, to be compared at all."""
        return len(self._rare(shingles)) >= OWN

    def _compared(self, mine: Hashes, pages: Sequence[int], least: float) -> Iterator[Hit]:
        """These pages as hits, but for those that share too little to be as like as `least`."""
        held = self.fetch(pages) if pages else {}
        whole = [unpacked(held.get(page, b"")) for page in pages]
        near = may_reach(mine, whole, self.frequencies, least)
        for page, theirs in ((page, theirs) for page, theirs, may in zip(pages, whole, near, strict=True) if may):
            rare = self.frequencies.rare(substance(theirs))
            yield Hit(page, likeness(mine, rare, self.frequencies), theirs)

    def _near(self, mine: Hashes, applicant: int | None) -> NDArray[np.int64]:
        """The pages of which most of the sketch is mine, as places in the index."""
        keys = mine.astype(np.uint64) << np.uint64(32)
        start, end = (np.searchsorted(self._entries, edge) for edge in (keys, keys + np.uint64(1 << 32)))
        sizes = np.where(end - start > CROWD, 0, end - start)
        spots = np.repeat(start - np.concatenate(([0], np.cumsum(sizes)[:-1])), sizes) + np.arange(sizes.sum())
        places, counts = np.unique((self._entries[spots] & np.uint64(0xFFFFFFFF)).astype(np.int64), return_counts=True)
        fit = counts >= SHARED
        if applicant is not None:
            fit &= self._owners[places] != applicant
        places, counts = places[fit], counts[fit]
        return places[np.lexsort((places, -counts))[:CANDIDATES]]

    def _rare(self, blob: bytes) -> Hashes:
        hashes = unpacked(blob)
        return self.frequencies.rare(substance(hashes)) if has_text(hashes) else hashes[:0]


def build(rows: Callable[[], Iterable[Row]], fetch: Fetch) -> PageIndex:
    """The index of all pages that `rows` gives, ordered by applicant; it is asked twice: to count, and to index."""
    frequencies = Frequencies()
    whole = (row for row in rows() if has_text(unpacked(row[2])))
    for _, group in groupby(whole, key=itemgetter(1)):
        frequencies.add(np.concatenate([substance(unpacked(blob)) for _, _, blob in group]))
    return PageIndex(rows(), frequencies, fetch)
