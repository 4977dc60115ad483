"""Standards: 绍建盟[2024]07号 三（五）规范工程业绩佐证材料; rules GS-01, GS-02."""

from __future__ import annotations

from collections.abc import Iterable

from checks.check import na
from checks.standard_body import Body, issued
from checks.standard_drafters import Drafters, drafted
from verify.finding import Observation
from verify.model import Case, Slot

NONE = na("标准", "没有申报标准，本项不适用。")


def national_body(case: Case, params: Body) -> Iterable[Observation]:
    """GS-01: a group standard (团体标准) was issued by a national association; other standards are not touched."""
    return [issued(item, params) for item in case.items_in(Slot.STANDARD)] or [NONE]


def applicant_named(case: Case, params: Drafters) -> Iterable[Observation]:
    """GS-02: the applicant is among the drafters whom the foreword (前言) names."""
    return [drafted(case, item, params) for item in case.items_in(Slot.STANDARD)] or [NONE]
