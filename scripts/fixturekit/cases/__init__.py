"""One small applicant folder for each outcome of a check.

The folder of a case is fixtures/<subject>/<requirement>/<outcome>-<slug>/.
"""

from __future__ import annotations

from pathlib import Path

from scripts.fixturekit.cases import (
    archived,
    award_elements,
    awards,
    blacklists,
    declared,
    documents,
    educations,
    eligibility,
    explained,
    forms,
    honest,
    identities,
    instructions,
    insurances,
    paper_works,
    papers,
    patents,
    photos,
    platform_pages,
    platforms,
    projects,
    records,
    registries,
    reused,
    reviews,
    self_assessed,
    shared_numbers,
    signoffs,
    standards,
    tampered,
    titles,
    training,
    twin_seals,
    wordings,
    yearly,
)
from scripts.fixturekit.cases.case import Case
from scripts.fixturekit.folder import Folder

CASES: tuple[Case, ...] = (
    *photos.CASES,
    *signoffs.CASES,
    *projects.CASES,
    *papers.CASES,
    *paper_works.CASES,
    *blacklists.CASES,
    *awards.CASES,
    *award_elements.CASES,
    *patents.CASES,
    *standards.CASES,
    *records.CASES,
    *forms.CASES,
    *declared.CASES,
    *identities.CASES,
    *reviews.CASES,
    *self_assessed.CASES,
    *educations.CASES,
    *eligibility.CASES,
    *insurances.CASES,
    *titles.CASES,
    *documents.CASES,
    *tampered.CASES,
    *instructions.CASES,
    *training.CASES,
    *platforms.CASES,
    *registries.CASES,
    *platform_pages.CASES,
    *yearly.CASES,
    *archived.CASES,
    *shared_numbers.CASES,
    *reused.CASES,
    *twin_seals.CASES,
    *honest.CASES,
    *wordings.CASES,
    *explained.CASES,
)


def write_cases(root: Path) -> list[tuple[Case, Folder]]:
    """Writes every case under `root`."""
    return [(case, case.write(root)) for case in CASES]
