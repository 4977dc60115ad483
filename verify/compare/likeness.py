"""How like two pages are: by all that is rare on them, by their figures alone, by their characters alone.

Two people who fill in one form share its characters and not its figures (dates, numbers, amounts); a page handed in
twice shares both. In a large store the form's print is known by its frequency; in a small one only the figures tell.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from verify.compare.frequencies import KNOWN, Floors, Frequencies
from verify.compare.shingles import Hashes, is_figure

ALIKE = 0.2
"""Weighted Jaccard below which two pages have nothing to do with each other; a notice may ask for more."""

ROUNDED = 0.00005
"""What rounding may add to a score."""

ENOUGH = 2
"""Figures that both pages must have for their figures to be compared."""

FIGURES, ALL = 0.6, 0.8
"""Share of the figures (of the page that has fewer) from which on they are the same ones, and where there is nothing but
figures to go by: a unit signs all its forms on one day."""

LINE = 8
"""Shingles of characters that one of the pages must have for its characters to be compared: a line of prose."""

BARE = 40
"""Shingles of characters that two pages without figures to compare must have in common."""

PROSE, VERBATIM = 80, 0.25
"""Shingles of characters in common (three lines of prose), and their Jaccard similarity, from which on a person
should look even though the figures differ, in a store that knows what is print."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """`score`: IDF-weighted Jaccard of all rare shingles; `characters`: of those without figures.

    `figures`: what share of the figures both have, of the page that has fewer. None: there are too few to compare.
    `prose` counts the shingles of characters that both have. `floors`: how like they must be in this store.
    """

    score: float
    figures: float | None
    characters: float | None
    prose: int
    floors: Floors

    @property
    def same_figures(self) -> bool:
        return self.figures is not None and self.figures >= FIGURES

    @property
    def is_sure(self) -> bool:
        """Whether it is the same page: so alike that it is no other of its form, with the same figures."""
        if self.characters is None:
            return (self.figures or 0.0) >= ALL
        return self.same_figures and self.characters >= self.floors.sure

    @property
    def is_form(self) -> bool:
        """Whether only the print is shared, as of one form filled in twice, or only a number or two."""
        if self.characters is not None and self.characters < self.floors.shown:
            return True
        if self.figures is None:
            return self.prose < BARE
        return not self.same_figures and not self.verbatim

    @property
    def verbatim(self) -> bool:
        """Whether so much prose is the same that it hardly is a form's."""
        return self.floors == KNOWN and self.prose >= PROSE and (self.characters or 0.0) >= VERBATIM


def likeness(mine: Hashes, theirs: Hashes, frequencies: Frequencies) -> Likeness:
    """Of two pages' rare shingles of substance, each ascending."""
    my_figures, their_figures = mine[is_figure(mine)], theirs[is_figure(theirs)]
    my_others, their_others = mine[~is_figure(mine)], theirs[~is_figure(theirs)]
    lines = max(len(my_others), len(their_others)) >= LINE
    return Likeness(
        _jaccard(mine, theirs, frequencies),
        _contained(my_figures, their_figures),
        _jaccard(my_others, their_others, frequencies) if lines else None,
        len(np.intersect1d(my_others, their_others, assume_unique=True)),
        frequencies.floors,
    )


def may_reach(mine: Hashes, theirs: Sequence[Hashes], frequencies: Frequencies, least: float) -> NDArray[np.bool_]:
    """Of which pages the score may be `least`, by all of their shingles; `mine` are one page's rare ones.

    Exact and quick: both together weigh no less than `mine`, so that a score is at most the shared share of `mine`.
    """
    whole = np.concatenate([mine[:0], *theirs])
    places = np.minimum(np.searchsorted(mine, whole), len(mine) - 1)
    owners = np.repeat(np.arange(len(theirs)), [len(one) for one in theirs])
    weights = frequencies.weights(mine)
    shared = np.bincount(owners, np.where(mine[places] == whole, weights[places], 0.0), len(theirs))
    may: NDArray[np.bool_] = shared >= (least - 2 * ROUNDED) * weights.sum()
    return may


def _contained(mine: Hashes, theirs: Hashes) -> float | None:
    fewer = min(len(mine), len(theirs))
    return round(len(np.intersect1d(mine, theirs, assume_unique=True)) / fewer, 4) if fewer >= ENOUGH else None


def _jaccard(mine: Hashes, theirs: Hashes, frequencies: Frequencies) -> float:
    shared = frequencies.weights(np.intersect1d(mine, theirs, assume_unique=True)).sum()
    both = frequencies.weights(mine).sum() + frequencies.weights(theirs).sum() - shared
    return round(float(shared / both), 4) if both else 0.0
