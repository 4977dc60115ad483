"""Patents: 绍建盟[2024]07号 三（五）规范工程业绩佐证材料; rules PT-01, PT-02, PT-03."""

from __future__ import annotations

from collections.abc import Iterable

from checks.check import na
from checks.patent_filing import Original, original
from checks.patent_inventors import among
from checks.patent_parts import Named
from checks.patent_record import Numbers, recorded
from verify.finding import Observation
from verify.model import Case, Slot

NONE = na("专利", "没有申报专利，本项不适用。")


def inventor_original(case: Case, params: Original) -> Iterable[Observation]:
    """PT-01: the applicant was an inventor on the day of filing, and did not become one by a transfer."""
    return [original(case, item, params) for item in case.items_in(Slot.PATENT)] or [NONE]


def applicant_named(case: Case, params: Named) -> Iterable[Observation]:
    """PT-02: the applicant is among the inventors (or designers) on the certificate, and on the form."""
    return [among(case, item, params) for item in case.items_in(Slot.PATENT)] or [NONE]


def number_valid(case: Case, params: Numbers) -> Iterable[Observation]:
    """PT-03: check digit, kind and year of the number agree with the certificate."""
    return [recorded(item, params) for item in case.items_in(Slot.PATENT)] or [NONE]
