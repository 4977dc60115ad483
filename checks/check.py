"""What a check is."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from verify.finding import Evidence, Observation, Outcome, Stage
from verify.model import Case


class Params(BaseModel):
    """The values a notice gives to a check; a key that the check does not know fails when the notice is loaded."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Between(Params):
    """First and last day, both included; the last is not before the first."""

    opens: date
    closes: date

    @field_validator("closes")
    @classmethod
    def _in_order(cls, closes: date, info: ValidationInfo) -> date:
        opens = info.data.get("opens")
        if opens and closes < opens:
            said = {"opens": str(opens), "closes": str(closes)}
            raise PydanticCustomError(
                "closes_before_opens", "closes {closes} is before opens {opens}; mend either", said
            )
        return closes


Judge = Callable[[Case, Any], Iterable[Observation]]


@dataclass(frozen=True, slots=True)
class Check:
    """A row of the table. `judge` is None while the check is not built; texts are Chinese, for `hedui explain`.

    `judge(case, params)` returns at least one observation, is pure, and gets `params` as an instance of its class.
    """

    id: str
    stage: Stage
    title: str
    judge: Judge | None = None
    params: type[Params] = Params
    looks_at: str = ""
    cannot_tell: str = ""

    @property
    def built(self) -> bool:
        return self.judge is not None


def passed(
    subject: str, message: str, *evidence: Evidence, expected: str | None = None, found: str | None = None
) -> Observation:
    """The requirement is met."""
    return Observation(Outcome.PASS, subject, message, evidence, expected, found)


def failed(
    subject: str, message: str, *evidence: Evidence, expected: str | None = None, found: str | None = None
) -> Observation:
    """The requirement is clearly not met: what was read is sure, and it is against the notice."""
    return Observation(Outcome.FAIL, subject, message, evidence, expected, found)


def unsure(
    subject: str, message: str, *evidence: Evidence, expected: str | None = None, found: str | None = None
) -> Observation:
    """The machine cannot tell; `message` says what a person should look at."""
    return Observation(Outcome.UNSURE, subject, message, evidence, expected, found)


def na(subject: str, message: str) -> Observation:
    """Does not apply, or the datum is missing; `message` says which."""
    return Observation(Outcome.NA, subject, message)
