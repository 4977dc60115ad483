"""What a check returns and a report holds: outcomes, where to look, clauses, findings."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Literal

from verify.model import Case
from verify.page import Box

if TYPE_CHECKING:
    from verify.across import Whose

Cells = tuple[tuple[str, ...], ...]
"""A table's rows of texts."""


class Outcome(StrEnum):
    PASS = "pass"
    FAIL = "fail"
    UNSURE = "unsure"
    NA = "na"
    BROKEN = "broken"


class Consequence(StrEnum):
    NOTE = "note"
    VOID = "void"
    RETURN = "return"
    REJECT = "reject"
    SUSPECT = "suspect"


class Verdict(StrEnum):
    SUSPECT = "suspect"
    REJECT = "reject"
    RETURN = "return"
    REVIEW = "review"
    PASS = "pass"


class Stage(StrEnum):
    """The order in which the report presents the checks; a failing stage stops nothing (一次性告知)."""

    PHOTO = "photo"
    FORM = "form"
    EVIDENCE = "evidence"
    BLACKLISTS = "blacklists"
    ACROSS = "across"


OwnerKind = Literal["employer", "other", "unreadable", "nobody"]
Role = Literal["client", "survey", "design", "contractor", "supervisor", "review", "authority"]


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose seal it is, and why.

    `name` is the employer's or the other's, None where it cannot be told ("unreadable") or where it is no unit's seal
    but a person's or a remark ("nobody"). `role` is the other's in the project, or "authority", None where not known.
    `score` (0..1) says how well the seal shows `name`; `employer` and `party` how well it shows the employer's name and
    the best of the parties' (`party_name`, None where none is known): what speaks for the owner is their difference.
    """

    kind: OwnerKind
    name: str | None
    score: float
    role: Role | None = None
    employer: float = 0.0
    party: float = 0.0
    party_name: str | None = None

    @property
    def margin(self) -> float:
        """By how much the employer's name fits better than the best party's; negative where the party's does."""
        return round(self.employer - self.party, 4)


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a reader should look: a file, and where known the page (from 1), the box on it and the text there.

    `owner` is whose the seal at `box` was taken for, where a check asked. `whose` is the applicant whose file it is,
    None for the one reported on; the file is then relative to that one's folder all the same ("../张三/论文/1.jpg").
    `earlier` shows what stood at `box` before, as a JPEG in base64; "" where there is none.
    """

    file: str
    page: int | None = None
    box: Box | None = None
    text: str | None = None
    confidence: float | None = None
    owner: Owner | None = None
    whose: Whose | None = None
    earlier: str = ""


@dataclass(frozen=True, slots=True)
class Observation:
    """What a check returns: its outcome for one subject. The judge adds id, clause, consequence and remedy.

    `table` lays side by side what was compared, headings first, every row as long; () where there is nothing to lay.
    `section` is that of the check's clause which is meant, where the notice puts several on one check.
    """

    outcome: Outcome
    subject: str
    message: str
    evidence: tuple[Evidence, ...] = ()
    expected: str | None = None
    found: str | None = None
    table: Cells = ()
    section: str | None = None


@dataclass(frozen=True, slots=True)
class Clause:
    """A sentence of a notice: `section` as cited ("附件2 二1") and `quote`, word for word."""

    section: str
    quote: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One row of a report. `clause` is None where the check is ours and not the notice's (核验提示).

    `unclear`: what the notice leaves open that bears on what failed or is doubted.
    """

    check: str
    stage: Stage
    outcome: Outcome
    consequence: Consequence | None
    subject: str
    message: str
    clause: Clause | None = None
    remedy: str | None = None
    evidence: tuple[Evidence, ...] = ()
    expected: str | None = None
    found: str | None = None
    table: Cells = ()
    unclear: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """The judged case of one applicant."""

    case: Case
    verdict: Verdict
    findings: tuple[Finding, ...]
