"""How well a run told frauds from innocents: its reports held against what was planted."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from scripts.fraud_eval.manifest import Deed, Manifest

Report = Mapping[str, Any]
"""A report.json."""

TARGETS = {
    "reuse.file": 0.95, "reuse.page": 0.95, "reuse.certificate_number": 0.95, "reuse.project_role": 0.95,
    "paper.journal_not_blacklisted": 0.95, "award.not_forged": 0.95, "tamper.pdf_revised": 0.95,
    "project.record_agrees": 0.95, "reuse.seal": 0.90, "project.platform_page_genuine": 0.90,
}  # fmt: skip
"""Least recall of each check; no innocent may be accused by any."""


@dataclass(frozen=True)
class Scored:
    """A deed and the worst outcome of the findings that tell of it: "fail", "unsure", "" for neither; "na" where the check
    compared nothing of the applicant's at all.
    """

    deed: Deed
    outcome: str
    message: str = ""


@dataclass(frozen=True)
class Accused:
    """A finding that makes an applicant suspect who did nothing."""

    applicant: str
    check: str
    subject: str
    message: str


@dataclass(frozen=True)
class Line:
    """The figures of one check: frauds planted, found (fail; unsure where no more is due) and doubted; innocent likenesses
    and what became of them.
    """

    check: str
    planted: int
    found: int
    unsure: int
    innocents: int
    accused: int
    doubted: int

    @property
    def recall(self) -> float | None:
        """The share of the frauds that fail, None without any."""
        return self.found / self.planted if self.planted else None

    @property
    def missed_target(self) -> bool:
        """Whether the recall is below what is asked, or an innocent is accused."""
        low = self.recall is not None and self.recall < TARGETS.get(self.check, 0.0)
        return low or self.accused > 0


def scored(deed: Deed, reports: Mapping[str, Report], check: str) -> Scored:
    """What a check said of a deed."""
    own = [f for f in reports[deed.applicant]["findings"] if f["check"] == check]
    for outcome in ("fail", "unsure"):
        if hit := next((f for f in own if f["outcome"] == outcome and _tells(f, deed)), None):
            return Scored(deed, outcome, hit["message"])
    nothing = bool(own) and all(f["outcome"] == "na" for f in own)
    return Scored(deed, "na", own[0]["message"]) if nothing else Scored(deed, "")


def _tells(finding: Mapping[str, Any], deed: Deed) -> bool:
    """Whether a finding is about a deed: it has all the words that tell of it."""
    text = json.dumps(finding, ensure_ascii=False)
    return all(word in text for word in deed.told)


def every(manifest: Manifest, reports: Mapping[str, Report]) -> dict[str, list[Scored]]:
    """By check, every deed that it should accuse or leave alone."""
    found: dict[str, list[Scored]] = {}
    for deed in manifest.deeds:
        for check in deed.checks:
            found.setdefault(check, []).append(scored(deed, reports, check))
    return found


def line(check: str, deeds: Sequence[Scored]) -> Line:
    """The figures of one check."""
    frauds, others = [s for s in deeds if s.deed.fraud], [s for s in deeds if not s.deed.fraud]
    doubts = _count([one for one in frauds if one.deed.doubt], "unsure")
    found, doubted = _count(frauds, "fail") + doubts, _count(frauds, "unsure") - doubts
    return Line(check, len(frauds), found, doubted, len(others), _count(others, "fail"), _count(others, "unsure"))


def accused(manifest: Manifest, reports: Mapping[str, Report]) -> list[Accused]:
    """Every finding with consequence suspect (the archive's: reject) about an applicant without a planted fraud."""
    return [
        Accused(folder, f["check"], f["subject"], f["message"])
        for folder in manifest.innocent
        for f in reports[folder]["findings"]
        if f["outcome"] == "fail" and (f["consequence"] == "suspect" or f["check"] == "sanction.integrity_archive")
    ]


def _count(scored: Sequence[Scored], outcome: str) -> int:
    return sum(one.outcome == outcome for one in scored)
