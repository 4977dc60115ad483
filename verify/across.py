"""What lies beyond one applicant's folder: other applicants, earlier batches, the platforms' export, the archive.

Frozen values, gathered after reading and before judging, so that a check stays pure. Nothing of ours is imported but
the model's evidence and dates.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from verify.dates import PartialDate
from verify.model import Box, Document, Evidence


class MatchKind(StrEnum):
    """What was found with another applicant as well."""

    FILE = "file"  # byte for byte
    PAGE = "page"  # the same page, re-scanned, cropped or re-saved
    PHOTO = "photo"  # a picture without text
    SEAL = "seal"  # one impression's ink twice
    NUMBER = "number"  # a certificate's, patent's or record's number
    ROLE = "role"  # one sole role in one project


@dataclass(frozen=True, slots=True)
class Whose:
    """Another applicant. `batch` names the earlier batch they stood in, None for the one at hand."""

    folder: str
    name: str
    employer: str | None = None
    batch: str | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """One thing that two applicants have in common. `what` names it in Chinese (the number, the project and role).

    `score` is the measure of its kind: weighted Jaccard of a page, correlation of a seal's ink, 1.0 where it is exact.
    `differing` are the places of `mine` that the other lacks. `explained` says in Chinese what makes the sharing
    legitimate, None where nothing was seen that does.
    """

    kind: MatchKind
    what: str
    mine: Evidence
    theirs: Evidence
    whose: Whose
    score: float = 1.0
    differing: tuple[Box, ...] = ()
    explained: str | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """A row of a platform's export: one person in one role of one project; what the export lacks is None.

    `id_number` shows the first six and last four characters at most. `where` names the file and row.
    """

    project: str
    number: str | None = None
    person: str | None = None
    role: str | None = None
    unit: str | None = None
    started: PartialDate | None = None
    completed: PartialDate | None = None
    where: str = ""
    id_number: str | None = None


@dataclass(frozen=True, slots=True)
class Breach:
    """An entry of the integrity archive (诚信档案库) that is about this applicant, or may be.

    `sure`: the ID number agrees; else only the name does.
    """

    recorded: date
    reason: str
    sure: bool
    where: str = ""


@dataclass(frozen=True, slots=True)
class Across:
    """All that was found for one applicant. `records` and `breaches` are None where no export, no archive was given.

    `compared`: at least so many other applicants, in steps, as each newcomer would change everyone's report; `earlier`:
    some of them from earlier batches. `blind` are seals too
    small or too faint for their ink to be compared, `alike` such as are alike by design (electronic or printed), `thin`
    pages with too little text to be compared, or with too little besides what many have.
    `documents` are others' files that matches point at, for their pictures.
    """

    compared: int = 0
    earlier: bool = False
    matches: tuple[Match, ...] = ()
    records: tuple[Record, ...] | None = None
    breaches: tuple[Breach, ...] | None = None
    blind: tuple[Evidence, ...] = ()
    alike: tuple[Evidence, ...] = ()
    thin: tuple[Evidence, ...] = ()
    documents: tuple[Document, ...] = field(default=(), compare=False, repr=False)

    def of(self, kind: MatchKind) -> tuple[Match, ...]:
        return tuple(match for match in self.matches if match.kind is kind)
