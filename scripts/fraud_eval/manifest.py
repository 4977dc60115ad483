"""What was planted where: the truth that a run is scored by."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True)
class Deed:
    """One planted fraud, or one innocent likeness of one.

    `applicant` is the folder in whose report it must be, or must not be, accused by one of `checks` (a fraud has one);
    `told` are words that such a finding has: the file or item, and the other applicant's name. `doubt`: by its own rule
    the check makes no more than a doubt of it (pixels alone accuse nobody), and `unsure` finds it.
    """

    kind: str
    checks: tuple[str, ...]
    applicant: str
    told: tuple[str, ...]
    fraud: bool
    doubt: bool = False

    def as_json(self) -> dict[str, Any]:
        """For the manifest that is kept beside the batch."""
        return asdict(self)


@dataclass(frozen=True)
class Manifest:
    """`guilty` are the folders with a planted fraud, or with the original of a fraud that has two equal sides: which of two
    is the copy cannot be told from the papers.
    """

    deeds: tuple[Deed, ...]
    guilty: frozenset[str]
    applicants: tuple[str, ...]

    @property
    def innocent(self) -> tuple[str, ...]:
        """The folders without a planted fraud."""
        return tuple(folder for folder in self.applicants if folder not in self.guilty)
