"""What of this applicant's is another applicant's as well: rule XC-08. What was compared stands in `case.across`."""

from __future__ import annotations

from collections.abc import Iterable

from checks import reuse_number, reuse_page, reuse_role, reuse_seal
from checks.reuse_number import CertificateNumber
from checks.reuse_page import File, Page
from checks.reuse_role import ProjectRole
from checks.reuse_seal import Ink
from verify.finding import Observation
from verify.model import Case


def file(case: Case, params: File) -> Iterable[Observation]:
    """XC-08: no file of this applicant is another applicant's, byte for byte."""
    return reuse_page.file(case, params)


def page(case: Case, params: Page) -> Iterable[Observation]:
    """XC-08: no page is another applicant's, re-scanned, cropped or re-saved; a picture without text neither."""
    return reuse_page.page(case, params)


def certificate_number(case: Case, params: CertificateNumber) -> Iterable[Observation]:
    """XC-08: no certificate's or patent's number is also another person's."""
    return reuse_number.certificate_number(case, params)


def project_role(case: Case, params: ProjectRole) -> Iterable[Observation]:
    """XC-08: no two applicants claim the same sole role in the same project."""
    return reuse_role.project_role(case, params)


def seal(case: Case, params: Ink) -> Iterable[Observation]:
    """XC-08, EV-13: no two wet-ink impressions share their ink."""
    return reuse_seal.seal(case, params)
