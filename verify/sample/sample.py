"""Who is to be looked at by a person: the flagged by their risk, the clean purely at random, both spread over units."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil
from random import Random
from typing import Any, TypeVar

from verify.finding import Verdict
from verify.report.order import VERDICTS
from verify.sample.draw import inclusion, split, systematic
from verify.sample.rules import Reason, Rules, reasons_of

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Applicant:
    """One applicant of a batch, and what speaks for a look."""

    who: Mapping[str, Any]
    verdict: str
    reasons: tuple[Reason, ...]
    risk: int

    @property
    def folder(self) -> str:
        return str(self.who["folder"])

    @property
    def is_clean(self) -> bool:
        return self.verdict == Verdict.PASS

    @property
    def stratum(self) -> tuple[str, str]:
        """Unit and specialty, "" where the report does not say."""
        return str(self.who.get("employer") or ""), str(self.who.get("specialty") or "")


@dataclass(frozen=True, slots=True)
class Drawn:
    """One applicant of the sample. `probability` is that of being drawn, in 0..1; its inverse is whom one stands for."""

    applicant: Applicant
    probability: Fraction

    @property
    def stands_for(self) -> float:
        """How many applicants of the same part this one stands for (the Horvitz-Thompson weight)."""
        return round(float(1 / self.probability), 4)


@dataclass(frozen=True, slots=True)
class Sample:
    """A sample, and the batch's two parts that it was drawn from. `drawn`: the flagged by risk, then the clean."""

    seed: str
    drawn: tuple[Drawn, ...]
    flagged: int
    clean: int

    @property
    def by_risk(self) -> tuple[Drawn, ...]:
        return tuple(one for one in self.drawn if not one.applicant.is_clean)

    @property
    def at_random(self) -> tuple[Drawn, ...]:
        return tuple(one for one in self.drawn if one.applicant.is_clean)


def applicants_of(reports: Sequence[Mapping[str, Any]], by: Rules) -> list[Applicant]:
    """The applicants of a batch's reports, in the order of their folders."""
    ordered = sorted(reports, key=lambda report: str(report["applicant"]["folder"]))
    return [_applicant(report, by) for report in ordered]


def size_of(population: int, share: float | None, by: Rules) -> int:
    """How many to draw of a population: a share of it, rounded up, or as the rules say where none is named."""
    if share is not None:
        return ceil(population * Fraction(str(share)))
    return max(by.least, ceil(population * Fraction(str(by.share))))


def draw(applicants: Sequence[Applicant], size: int, clean: float, seed: str) -> Sample:
    """A sample of `size`, of which `clean` (0..1) are drawn among the clean, the same for the same seed."""
    flagged = [one for one in applicants if not one.is_clean]
    rest = [one for one in applicants if one.is_clean]
    by_risk, at_random = split(size, len(flagged), len(rest), Fraction(str(clean)))
    chosen = _drawn(flagged, [one.risk for one in flagged], by_risk, f"{seed}/flagged")
    chosen.sort(key=lambda one: (-one.applicant.risk, VERDICTS.index(one.applicant.verdict), one.applicant.folder))
    found = _drawn(rest, [1] * len(rest), at_random, f"{seed}/clean")
    found.sort(key=lambda one: one.applicant.folder)
    return Sample(seed, (*chosen, *found), len(flagged), len(rest))


def _drawn(people: Sequence[Applicant], weights: Sequence[int], size: int, seed: str) -> list[Drawn]:
    rng = Random(seed)
    order = _by_strata(people, rng)
    probabilities = inclusion([weights[at] for at in order], size)
    return [Drawn(people[order[at]], probabilities[at]) for at in systematic(probabilities, rng)]


def _by_strata(people: Sequence[Applicant], rng: Random) -> list[int]:
    """Places, unit by unit and specialty by specialty, the units and the people of each in random order."""
    units: dict[str, dict[str, list[int]]] = {}
    for at, one in enumerate(people):
        unit, specialty = one.stratum
        units.setdefault(unit, {}).setdefault(specialty, []).append(at)
    parts = (part for unit in _shuffled(units.values(), rng) for part in _shuffled(unit.values(), rng))
    return [at for part in parts for at in _shuffled(part, rng)]


def _shuffled(things: Iterable[T], rng: Random) -> list[T]:
    # Python promises the same random() from version to version, of shuffle() it does not.
    return sorted(things, key=lambda _: rng.random())


def _applicant(report: Mapping[str, Any], by: Rules) -> Applicant:
    reasons = reasons_of(report["findings"], by)
    return Applicant(report["applicant"], report["verdict"], reasons, by.base + sum(one.points for one in reasons))
