"""All that lies beyond a case's folder: what was found there, and which of the case's pages could not be compared."""

from __future__ import annotations

from dataclasses import replace

from verify.across import Across
from verify.compare.comparison import Comparison
from verify.compare.page_sketch import sketch
from verify.model import Case, Evidence


def across_of(case: Case, comparison: Comparison) -> Across:
    """What a case whose sketches are in the store is judged with."""
    return replace(comparison.of(case), thin=_thin(case))


def _thin(case: Case) -> tuple[Evidence, ...]:
    """The pages with too little text to be compared: a report must not count them among those that were."""
    kept = {(one.file, one.page) for document in case.documents for one in sketch(document)}
    pages = ((document.file, page.number) for document in case.documents for page in document.pages)
    return tuple(Evidence(file, number) for file, number in pages if (file, number) not in kept)
