"""What of this applicant's is another applicant's as well: rule XC-08. What was compared stands in `case.across`."""

from __future__ import annotations

from collections.abc import Iterable

from checks import reuse_number, reuse_role
from checks.reuse_number import CertificateNumber
from checks.reuse_role import ProjectRole
from verify.model import Case, Observation


def certificate_number(case: Case, params: CertificateNumber) -> Iterable[Observation]:
    """XC-08: no certificate's or patent's number is also another person's."""
    return reuse_number.certificate_number(case, params)


def project_role(case: Case, params: ProjectRole) -> Iterable[Observation]:
    """XC-08: no two applicants claim the same sole role in the same project."""
    return reuse_role.project_role(case, params)
