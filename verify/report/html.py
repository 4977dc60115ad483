"""report.html: one self-contained file per applicant, readable without a network and without scripts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from verify.finding import Report
from verify.form import Form
from verify.mask import tidy
from verify.page import Box
from verify.report.json_report import seals_of
from verify.report.opinion import internal, opinion
from verify.report.order import bucket, counts, subject_name, title_of
from verify.report.page import render
from verify.report.picture import PageImage
from verify.report.view import EXHIBITS, View
from verify.report.words import Words

__all__ = ["PageImage", "facts_of", "pages_to_show", "render_report", "seals_to_show"]


def render_report(
    report_json: Mapping[str, Any],
    images: Mapping[tuple[str, int], PageImage],
    lang: str = "zh",
    facts: Sequence[tuple[str, str]] = (),
) -> str:
    """The page of one applicant. `images` are keyed by file and page as in the case; a page that is not there is named
    and not shown. `facts` (see `facts_of`) stand under the name."""
    report = dict(report_json)
    return render(
        "report",
        words=Words(lang),
        report=report,
        facts=facts,
        counts=counts(report["findings"]),
        view=View(report, images),
        opinion=opinion(report),
        internal=internal(report),
        title_of=title_of,
        subject_name=subject_name,
    )


def facts_of(report: Report, lang: str = "zh") -> list[tuple[str, str]]:
    """What the form says about the applicant, for the head of the page: names and values, masked and cleaned."""
    form = report.case.form
    known = (form.id_number,) if form.id_number else ()
    words = Words(lang)
    return [(words(f"fact.{key}"), tidy(value, known)) for key, value in _form_facts(form) if value]


def pages_to_show(report: Report) -> dict[tuple[str, int], tuple[Box, ...]]:
    """The pages that the report's page shows, and the boxes on each: what `images` should hold."""
    wanted: dict[tuple[str, int], list[Box]] = {}
    for finding in report.findings:
        row = {"outcome": finding.outcome, "consequence": finding.consequence}
        if bucket(row) in ("pass", "na"):
            continue
        places = list(dict.fromkeys((evidence.file, evidence.page) for evidence in finding.evidence))[:EXHIBITS]
        for evidence in finding.evidence:
            if (evidence.file, evidence.page) in places:
                boxes = wanted.setdefault((evidence.file, evidence.page or 1), [])
                boxes += [evidence.box] if evidence.box and evidence.box not in boxes else []
    return {place: tuple(boxes) for place, boxes in wanted.items()}


def seals_to_show(report: Report) -> dict[tuple[str, int], tuple[Box, ...]]:
    """The seals that passed checks rest on: their pictures are shown, and their pages are not."""
    seals = seals_of(report)
    wanted: dict[tuple[str, int], dict[Box, None]] = {}
    for finding in report.findings:
        if bucket({"outcome": finding.outcome, "consequence": finding.consequence}) != "pass":
            continue
        for evidence in finding.evidence[:EXHIBITS]:
            if evidence.box and evidence.page and (evidence.file, evidence.page, evidence.box) in seals:
                wanted.setdefault((evidence.file, evidence.page), {})[evidence.box] = None
    return {place: tuple(boxes) for place, boxes in wanted.items()}


def _form_facts(form: Form) -> list[tuple[str, str | None]]:
    target = form.applying_for
    school = form.education[-1] if form.education else None
    title = form.titles[-1] if form.titles else None
    return [
        ("employer", form.employer.name),
        ("title", " ".join(filter(None, (target.specialty, target.title)))),
        ("category", target.category),
        ("route", target.route),
        ("education", " ".join(filter(None, (school.school, school.major, school.level))) if school else None),
        ("present", title.name if title else None),
    ]
