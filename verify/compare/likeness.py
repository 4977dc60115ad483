"""How like two pages are: by all that is rare on them, by their figures alone, by their characters alone.

Two people who fill in one form share its characters and not its figures (dates, numbers, amounts); a page handed in
twice shares both. In a large store the form's print is known by its frequency; in a small one only the figures tell.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from verify.compare.frequencies import Frequencies
from verify.compare.shingles import Hashes, figures

ALIKE = 0.2
"""Weighted Jaccard below which two pages have nothing to do with each other; a notice may ask for more."""

ENOUGH = 8
"""Shingles of a kind that one of the pages must have for the kind to be compared: a date and a half, a line of prose."""

FIGURES = 0.3
"""Weighted Jaccard of the figures from which on they are the same ones: dates of one year share up to 0.25."""

PROSE, VERBATIM = 150, 0.6
"""Shingles of characters in common (about 250 characters of prose), and their share, from which on a person should look
even though the figures differ."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """IDF-weighted Jaccard similarity: `score` of all rare shingles, `figures` of those of figures, `characters` of the
    others; the latter two are None where there are few. `prose` counts the others that both pages have.
    """

    score: float
    figures: float | None
    characters: float | None
    prose: int

    @property
    def same_figures(self) -> bool:
        return self.figures is not None and self.figures >= FIGURES

    @property
    def is_form(self) -> bool:
        """Whether only the print is shared, as of one form filled in twice, or only a number or two."""
        if self.characters is not None and self.characters < ALIKE:
            return True
        return self.figures is not None and not self.same_figures and not self.verbatim

    @property
    def verbatim(self) -> bool:
        """Whether so much prose is the same that it hardly is a form's."""
        return self.prose >= PROSE and (self.characters or 0.0) >= VERBATIM


def likeness(mine: Hashes, theirs: Hashes, frequencies: Frequencies) -> Likeness:
    """Of two pages' rare shingles of substance, each ascending."""
    my_figures, their_figures = figures(mine), figures(theirs)
    my_others, their_others = _without(mine, my_figures), _without(theirs, their_figures)
    return Likeness(
        _jaccard(mine, theirs, frequencies),
        _jaccard(my_figures, their_figures, frequencies) if _enough(my_figures, their_figures) else None,
        _jaccard(my_others, their_others, frequencies) if _enough(my_others, their_others) else None,
        len(np.intersect1d(my_others, their_others, assume_unique=True)),
    )


def _enough(mine: Hashes, theirs: Hashes) -> bool:
    return max(len(mine), len(theirs)) >= ENOUGH


def _without(hashes: Hashes, some: Hashes) -> Hashes:
    return np.setdiff1d(hashes, some, assume_unique=True)


def _jaccard(mine: Hashes, theirs: Hashes, frequencies: Frequencies) -> float:
    shared = frequencies.weights(np.intersect1d(mine, theirs, assume_unique=True)).sum()
    both = frequencies.weights(mine).sum() + frequencies.weights(theirs).sum() - shared
    return round(float(shared / both), 4) if both else 0.0
