"""sample.html: whom to look at, why, with what probability each was drawn, and what may be concluded from it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from verify.report.folders import report_url
from verify.report.page import render
from verify.report.words import Words
from verify.sample.draw import most_missed
from verify.sample.rules import rules
from verify.sample.sample import Drawn, Sample


@dataclass(frozen=True, slots=True)
class Part:
    """One of the sample's two parts, as it is shown."""

    title: str
    says: str
    drawn: Sequence[Drawn]


def render_sample(sample: Sample, batch: Mapping[str, Any], lang: str = "zh") -> str:
    """The page of a sample."""
    words = Words(lang)
    return render(
        "sample",
        words=words,
        batch=batch,
        sample=sample,
        parts=parts_of(sample, words),
        notes=notes_of(sample, words),
        estimate=estimate_of(sample, words),
        url=report_url,
        percent=percent,
    )


def parts_of(sample: Sample, words: Words) -> tuple[Part, Part]:
    """What was drawn by risk, and what at random."""
    by_risk, at_random = sample.by_risk, sample.at_random
    flagged = words("sample_by_risk_says", sample.flagged, len(by_risk), rules().base) if sample.flagged else ""
    clean = words("sample_at_random_says", sample.clean, len(at_random)) if sample.clean else ""
    return (
        Part(words("sample_by_risk"), flagged or words("sample_no_flagged"), by_risk),
        Part(words("sample_at_random"), clean or words("sample_no_clean"), at_random),
    )


def notes_of(sample: Sample, words: Words) -> list[str]:
    """Whether all are in, or what the sample is spread over."""
    if len(sample.drawn) == sample.flagged + sample.clean:
        return [words("sample_all")]
    known = any(any(one.applicant.stratum) for one in sample.drawn)
    return [words("sample_strata" if known else "sample_no_strata")]


def estimate_of(sample: Sample, words: Words) -> list[str]:
    """How an office estimates what the program missed and what it flagged wrongly."""
    at_random, lines = len(sample.at_random), []
    if at_random:
        lines.append(words("sample_estimate_says", sample.clean))
    if 0 < at_random < sample.clean:
        lines.append(words("sample_bound", sample.clean, most_missed(sample.clean, at_random)))
    if sample.clean and not at_random:
        lines.append(words("sample_no_random"))
    if sample.by_risk:
        lines.append(words("sample_false", sample.flagged))
    return lines


def percent(probability: Fraction) -> str:
    """A probability as people read it: 12.5%."""
    return f"{float(100 * probability):.1f}%"
