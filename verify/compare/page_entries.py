"""Which shingle stands on which page, gathered in little memory: what verify/compare/page_index.py looks things up in."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from verify.compare.shingles import Hashes

AT_ONCE = 4096
"""Pages whose entries are put together at a time."""


class Entries:
    """(shingle, place) pairs, packed into 64 bits each and gathered in blocks."""

    def __init__(self) -> None:
        self._blocks = list[NDArray[np.uint64]]()
        self._loose = list[NDArray[np.uint64]]()

    def add(self, hashes: Hashes, place: int) -> None:
        """A page's shingles; `place` is its number in the index, below 2**32."""
        self._loose.append(hashes.astype(np.uint64) << np.uint64(32) | np.uint64(place))
        if len(self._loose) == AT_ONCE:
            self._close()

    def sorted(self) -> NDArray[np.uint64]:
        """All of them, ascending by shingle, then by page; nothing is left here."""
        self._close()
        whole = np.concatenate(self._blocks) if self._blocks else np.empty(0, np.uint64)
        self._blocks.clear()
        whole.sort()
        return whole

    def _close(self) -> None:
        if self._loose:
            self._blocks.append(np.concatenate(self._loose))
            self._loose.clear()
