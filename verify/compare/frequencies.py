"""In how many applicants' pages a shingle stands: what many have is a form's print, and proves nothing."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from verify.compare.shingles import Hashes, is_figure

BUCKETS = 1 << 24
"""Counters of a row of the count-min sketch (Cormode and Muthukrishnan, J. Algorithms 2005): two rows, 64 MB in all."""

FEW = 4
"""Applicants that may share a shingle before it counts as print, in a store of whatever size."""

SHARE = 0.005
"""The same in a large store, as a share of all applicants: 100 of 20,000."""

FIGURE_SHARE = 0.05
"""The same of figures."""

START = 1_000
"""Applicants that a store is taken to have at least, so that the first few weigh shingles sensibly."""

TRUSTED = 100
"""Applicants from which on the frequencies tell a form's print by themselves."""


@dataclass(frozen=True, slots=True)
class Floors:
    """Jaccard similarity of the characters from which on a page is shown, and from which on it is held to be the same."""

    shown: float
    sure: float


KNOWN, LITTLE, NOTHING = Floors(0.2, 0.2), Floors(0.2, 0.5), Floors(0.5, 0.8)
"""Of a store that knows what is print, of one that knows little, of one so small that all in it may be print."""

_ODD = np.uint32(0x9E3779B1)
_SHIFT = np.uint32(8)


class Frequencies:
    """Counts applicants by shingle; what it says is never too low, and in a large store a little too high."""

    def __init__(self) -> None:
        self.applicants = 0
        self._rows = (np.zeros(BUCKETS, np.uint16), np.zeros(BUCKETS, np.uint16))

    def add(self, hashes: Hashes) -> None:
        """One applicant's shingles, of all their pages."""
        self.applicants += 1
        once = np.unique(hashes)
        for row, place in zip(self._rows, _places(once), strict=True):
            place = np.unique(place)
            row[place] += row[place] < np.iinfo(np.uint16).max

    def of(self, hashes: Hashes) -> NDArray[np.uint16]:
        """In how many applicants' pages each stands."""
        first, second = (row[place] for row, place in zip(self._rows, _places(hashes), strict=True))
        return np.minimum(first, second)

    def rare(self, hashes: Hashes) -> Hashes:
        """Those that are not a form's print; a figure may be more frequent, for there are few days, and many share one."""
        most = np.where(is_figure(hashes), max(FEW, int(FIGURE_SHARE * self.applicants)), self.limit)
        kept: Hashes = hashes[self.of(hashes) <= most]
        return kept

    def weights(self, hashes: Hashes) -> NDArray[np.float64]:
        """Inverse document frequencies (Spärck Jones, J. Documentation 1972)."""
        counts = np.maximum(self.of(hashes), 1).astype(np.float64)
        return np.log1p(max(self.applicants, START) / counts)

    @property
    def floors(self) -> Floors:
        """How like pages must be, by what the store knows of print."""
        if self.applicants <= FEW + 1:
            return NOTHING
        return KNOWN if self.applicants >= TRUSTED else LITTLE

    @property
    def limit(self) -> int:
        """Applicants that may share what is not a form's print."""
        return max(FEW, int(SHARE * self.applicants))


def _places(hashes: Hashes) -> tuple[Hashes, Hashes]:
    return hashes >> _SHIFT, (hashes * _ODD) >> _SHIFT
