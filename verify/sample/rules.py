"""sampling.toml as data: how large a sample is, and what makes a report risky."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from verify.report.order import BUCKETS, Row, bucket


class _Table(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Rule(_Table):
    """What counts: findings of these buckets whose check's id begins so; empty means all."""

    name: str
    points: int = Field(ge=0)
    buckets: tuple[str, ...] = ()
    checks: tuple[str, ...] = ()

    def fits(self, finding: Row) -> bool:
        fits_check = not self.checks or str(finding["check"]).startswith(self.checks)
        return fits_check and bucket(finding) in (self.buckets or BUCKETS)


class Rules(_Table):
    """`share` of the batch, at least `least`, is drawn; `clean` of it among those of whom nothing was found.

    An applicant's risk is `base` and the points of each finding, a rule's findings counting `most` times at most.
    """

    share: float = Field(gt=0, le=1)
    least: int = Field(ge=1)
    clean: float = Field(ge=0, le=1)
    base: int = Field(ge=1)
    most: int = Field(ge=1)
    rule: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why an applicant is risky: a rule's name, how many findings fit it, and the points that they make."""

    name: str
    count: int
    points: int


@cache
def rules() -> Rules:
    """The rules shipped."""
    return Rules.model_validate(tomllib.loads(Path(__file__).with_name("sampling.toml").read_text("utf-8")))


def reasons_of(findings: Iterable[Row], by: Rules) -> tuple[Reason, ...]:
    """The reasons, most points first; each finding counts for the first rule that fits it."""
    fitting = (next((rule for rule in by.rule if rule.fits(finding)), None) for finding in findings)
    counted = Counter(rule for rule in fitting if rule)
    reasons = (Reason(rule.name, count, rule.points * min(count, by.most)) for rule, count in counted.items())
    return tuple(sorted(reasons, key=lambda reason: (-reason.points, reason.name)))
