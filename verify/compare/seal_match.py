"""Seals that share their ink: with other applicants, and within one applicant's own files.

One impression is on one sheet. The same ink on two pages that are not one page scanned twice is a copy.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from rapidfuzz import fuzz, process

from verify.across import Doubt, Match, MatchKind, Whose
from verify.compare.ink_codec import is_sketch, unpack
from verify.compare.ink_score import ink_score, same_print
from verify.compare.seal_index import SealIndex
from verify.compare.sheets import Relation, explained
from verify.finding import Evidence
from verify.model import Case, Document
from verify.page import Box, Page
from verify.sketches import InkSketches, SealSketch, State, StoredSeal

NOTED = 0.3
"""Least correlation that is handed on; from which on it counts is the notice's to say."""

OTHER_TITLE = 0.6
"""The same where the titles were read as two units': of very many pairs of two stamps some agree by chance up to 0.5."""

SAME_TITLE = 60.0
"""Similarity (rapidfuzz's ratio, 0..100) of two readings from which on they may be one title, badly read."""

MANY = 2_000
"""More seals than these are compared only where their titles may be one: a first look takes 4 microseconds a seal."""

MOST = 60
"""Seals that one is compared with in full: hundreds of copies of one electronic seal must not cost without bound."""

Pages = Callable[[str, int, StoredSeal], Relation]
"""How a file's page is related to the page of a kept seal (Sheets.relation)."""

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")

SURE = 0.9
"""Confidence of a line from which on its years count."""


class Kept:
    """Kept seals made ready for many comparisons; of several thousand, three kilobytes each besides their sketches."""

    def __init__(self, stored: Iterable[StoredSeal]) -> None:
        self.stored = tuple(seal for seal in stored if is_sketch(seal.blob))
        self._index = SealIndex([seal.blob for seal in self.stored])
        self._titles = dict[str, list[int]]()
        for place, seal in enumerate(self.stored):
            self._titles.setdefault(seal.title, []).append(place)

    def likely(self, blob: bytes, title: str) -> Iterator[StoredSeal]:
        """Those that may share this seal's ink, likeliest first, at most MOST; of MANY, only those of its title."""
        places = self._titled(title) if len(self.stored) > MANY else None
        return (self.stored[place] for place in self._index.likely(blob, places)[:MOST])

    def _titled(self, title: str) -> list[int]:
        """Those whose title may be this one, badly read, or was not read."""
        if not title:
            return list(range(len(self.stored)))
        alike = process.extract(title, self._titles.keys(), scorer=fuzz.ratio, score_cutoff=SAME_TITLE, limit=None)
        titles = dict.fromkeys(("", *(found for found, _, _ in alike)))
        return sorted(place for found in titles for place in self._titles.get(found, ()))


def match_seals(
    mine: Case,
    sketches: Mapping[str, InkSketches],
    candidates: Kept | Iterable[StoredSeal],
    same_person: Callable[[Whose], bool],
    pages: Pages,
) -> tuple[Match, ...]:
    """Every seal of `mine` that shares its ink with a candidate's or with another of his own, each pair once.

    `sketches` are by file; candidates of this very folder are passed over, so that one Kept serves a whole batch;
    `same_person` says whether a candidate's applicant is this one (in an earlier batch), `pages` how two pages are related.
    `explained` says why the two are on one sheet, or is a Doubt.
    """
    kept = candidates if isinstance(candidates, Kept) else Kept(candidates)
    documents = {document.file: document for document in mine.documents}
    seals = [(documents[file], seal) for file, found in sketches.items() if file in documents for seal in found.seals
             if seal.blob]  # fmt: skip
    matches = list(_own(mine, seals, pages))
    for document, seal in seals:
        for other in kept.likely(seal.blob, seal.title):
            own = other.whose.folder == mine.folder and other.whose.batch is None
            if not own and other.sha256 != document.sha256 and not same_person(other.whose):
                matches += _match(document, seal, other, pages)
    return tuple(sorted(matches, key=lambda match: -match.score))


def places(sketches: Mapping[str, InkSketches], state: State) -> tuple[Evidence, ...]:
    """Where an applicant's seals of that state stand, for Across.blind and Across.alike."""
    return tuple(
        _evidence(file, seal.page, seal.box, seal.title)
        for file, found in sketches.items()
        for seal in found.seals
        if seal.state == state
    )


def _own(mine: Case, seals: list[tuple[Document, SealSketch]], pages: Pages) -> Iterator[Match]:
    """Within one applicant: not the same file twice, nor one page scanned twice, unless other years stand on it."""
    whose = Whose(mine.folder, mine.name, mine.form.employer.name)
    kept = Kept(
        StoredSeal(whose, document.file, document.sha256, seal.page, seal.box, seal.title, seal.blob)
        for document, seal in seals
    )
    place = {(document.file, seal.page, seal.box): number for number, (document, seal) in enumerate(seals)}
    for number, (document, seal) in enumerate(seals):
        for other in kept.likely(seal.blob, seal.title):
            later = place[other.file, other.page, other.box]
            if later <= number or (other.sha256 == document.sha256 and other.file != document.file):
                continue
            for match in _match(document, seal, other, pages):
                if _years_differ(document, seal, *_page(seals[later][0], other.page)):
                    yield replace(match, explained=None)
                elif match.explained is None or isinstance(match.explained, Doubt):
                    yield match


def _match(document: Document, seal: SealSketch, other: StoredSeal, pages: Pages) -> list[Match]:
    one, two = unpack(seal.blob), unpack(other.blob)
    found = ink_score(one, two)
    if found is None or found.score < (NOTED if _one_title(seal.title, other.title) else OTHER_TITLE):
        return []
    around = same_print(one.around, two.around, found.matrix)
    why = None if around is False else explained(around, pages(document.file, seal.page, other))
    mine = _evidence(document.file, seal.page, seal.box, seal.title)
    theirs = _evidence(other.file, other.page, other.box, other.title)
    what = f"“{seal.title or other.title or '文字未识读'}”印章"
    score, inked = round(found.score, 3), round(found.inked, 3)
    return [Match(MatchKind.SEAL, what, mine, theirs, other.whose, score, explained=why, parts=inked)]


def _one_title(mine: str, theirs: str) -> bool:
    return not mine or not theirs or fuzz.ratio(mine, theirs) >= SAME_TITLE


def _evidence(file: str, page: int, box: Box, title: str) -> Evidence:
    return Evidence(file, page, box, title or None)


def _page(document: Document, number: int) -> tuple[Page, ...]:
    return tuple(page for page in document.pages if page.number == number)


def _years_differ(document: Document, seal: SealSketch, *others: Page) -> bool:
    """Whether well-read years stand on one of the pages and not on the other: the sheet was used for two years."""
    mine, theirs = _years(_page(document, seal.page)), _years(others)
    return bool(mine and theirs and mine != theirs and not mine <= theirs and not theirs <= mine)


def _years(pages: Iterable[Page]) -> frozenset[str]:
    lines = (word.text for page in pages for word in page.words if word.confidence >= SURE)
    return frozenset(year for line in lines for year in _YEAR.findall(line))
