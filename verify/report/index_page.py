"""index.html: the batch on one page; a plain table of links that a small inline script filters, searches and sorts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from verify.report.folders import report_url
from verify.report.order import BUCKETS, VERDICTS, Row, bucket, counts, subject_name, title_of, worst_first
from verify.report.page import render
from verify.report.words import Words

REASONS = 3
"""Most findings named in an applicant's row."""


@dataclass(frozen=True, slots=True)
class Line:
    """One applicant's row; `rank` sorts by verdict, worst first."""

    applicant: Mapping[str, Any]
    verdict: str
    url: str
    counts: Mapping[str, int]
    findings: Sequence[Row]

    @property
    def rank(self) -> int:
        return VERDICTS.index(self.verdict)

    @property
    def reasons(self) -> list[tuple[str, str, str]]:
        """Bucket, message and subject of the worst findings, each check once."""
        worst = {row["check"]: row for row in reversed(self.findings)}
        ordered = [row for row in self.findings if worst[row["check"]] is row]
        return [(bucket(row), row["message"], subject_name(row["subject"])) for row in ordered[:REASONS]]

    @property
    def more(self) -> int:
        return len({row["check"] for row in self.findings}) - len(self.reasons)

    @property
    def checks(self) -> str:
        """The ids of the checks that found something, for the filter."""
        return " ".join(sorted({row["check"] for row in self.findings}))

    @property
    def needle(self) -> str:
        """What the search looks through."""
        who = self.applicant
        keys = ("name", "application_id", "id_number", "folder")
        return " ".join(str(who[key] or "")[:100] for key in keys).casefold()


def render_index(batch: Mapping[str, Any], reports: Sequence[Mapping[str, Any]], lang: str = "zh") -> str:
    """The page of a batch, from batch.json's dict and the reports' dicts."""
    lines = sorted(map(_line, reports), key=lambda line: (line.rank, str(line.applicant["folder"])))
    checks = sorted({check for line in lines for check in line.checks.split()})
    return render(
        "index",
        words=Words(lang),
        batch=batch,
        lines=lines,
        columns=BUCKETS,
        checks=[(check, title_of(check)) for check in checks],
        not_built=[(check, title_of(check)) for check in batch["not_built"]],
        links={report["applicant"]["folder"]: report_url(report["applicant"]["folder"]) for report in reports},
    )


def _line(report: Mapping[str, Any]) -> Line:
    who = report["applicant"]
    findings = report["findings"]
    return Line(who, report["verdict"], report_url(who["folder"]), counts(findings), worst_first(findings))
