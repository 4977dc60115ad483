"""One small applicant folder for each outcome of a check.

The folder of a case is fixtures/<subject>/<requirement>/<outcome>-<slug>/.
"""

from __future__ import annotations

from pathlib import Path

from scripts.fixturekit.cases import (
    awards,
    documents,
    forms,
    instructions,
    papers,
    photos,
    platforms,
    projects,
    records,
    signoffs,
    training,
    yearly,
)
from scripts.fixturekit.cases.case import Case
from scripts.fixturekit.folder import Folder

CASES: tuple[Case, ...] = (
    *photos.CASES,
    *signoffs.CASES,
    *projects.CASES,
    *papers.CASES,
    *awards.CASES,
    *records.CASES,
    *forms.CASES,
    *documents.CASES,
    *instructions.CASES,
    *training.CASES,
    *platforms.CASES,
    *yearly.CASES,
)


def write_cases(root: Path) -> list[tuple[Case, Folder]]:
    """Writes every case under `root`."""
    return [(case, case.write(root)) for case in CASES]
