"""What two applicants, or two files, may not have in common (XC-08)."""

from __future__ import annotations

from collections.abc import Iterable

from checks import reuse_seal
from verify.model import Case, Observation


def seal(case: Case, params: reuse_seal.Ink) -> Iterable[Observation]:
    """XC-08, EV-13: no two wet-ink impressions share their ink."""
    return reuse_seal.seal(case, params)
