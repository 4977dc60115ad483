"""report.json: the report of one applicant as other programs read it (the report contract)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from verify.model import Document, Evidence, Finding, Report
from verify.report.folders import folder_name
from verify.report.mask import mask_number, tidy

if TYPE_CHECKING:
    from verify.notice import Notice

SCHEMA_VERSION = "1"


class _Writer:
    """Turns texts into what may be written; knows the applicant's ID number, so that a mistyped one is masked too."""

    def __init__(self, id_number: str | None) -> None:
        self.known = (id_number,) if id_number and len(id_number) >= 8 else ()

    def text(self, untrusted: str) -> str:
        return tidy(untrusted, self.known)

    def maybe(self, untrusted: str | None) -> str | None:
        return None if untrusted is None else self.text(untrusted)


def as_json(report: Report, notice: Notice, folder: str | None = None) -> dict[str, Any]:
    """The report as in the contract, texts masked and cleaned. `folder` names its folder in the output, where it is
    not simply the applicant's (folders.unique_folders)."""
    writer = _Writer(report.case.form.id_number)
    return {
        "schema_version": SCHEMA_VERSION,
        "applicant": _applicant(report, folder, writer),
        "notice": notice_json(notice),
        "verdict": report.verdict.value,
        "findings": [_finding(finding, writer) for finding in report.findings],
        "documents": [_document(d, writer) for d in sorted(report.case.documents, key=lambda d: d.file)],
    }


def notice_json(notice: Notice) -> dict[str, str]:
    """The notice that was applied."""
    return {"id": notice.head.id, "title": notice.head.title, "number": notice.head.number}


def dump(data: dict[str, Any]) -> bytes:
    """The bytes of a JSON file: UTF-8, two spaces, a newline at the end, keys in the given order."""
    return (json.dumps(data, ensure_ascii=False, indent=2, allow_nan=False) + "\n").encode()


def validate(data: dict[str, Any]) -> None:
    """Raise jsonschema.ValidationError unless the dict is as report.schema.json says."""
    from verify.report.schema import validate as valid

    valid(data, "report")


def _applicant(report: Report, folder: str | None, writer: _Writer) -> dict[str, Any]:
    form = report.case.form
    return {
        "name": writer.text(report.case.name),
        "application_id": writer.maybe(form.application_id),
        "folder": folder_name(report.case.folder) if folder is None else folder,
        "id_number": mask_number(form.id_number) if form.id_number else None,
    }


def _finding(finding: Finding, writer: _Writer) -> dict[str, Any]:
    clause = finding.clause
    return {
        "check": finding.check,
        "outcome": finding.outcome.value,
        "consequence": finding.consequence.value if finding.consequence else None,
        "subject": writer.text(finding.subject),
        "message": writer.text(finding.message),
        "clause": {"section": clause.section, "quote": writer.text(clause.quote)} if clause else None,
        "remedy": writer.maybe(finding.remedy),
        "evidence": [_evidence(evidence, writer) for evidence in finding.evidence],
        "expected": writer.maybe(finding.expected),
        "found": writer.maybe(finding.found),
    }


def _evidence(evidence: Evidence, writer: _Writer) -> dict[str, Any]:
    """One place to look at; what is not known is left out."""
    confidence = evidence.confidence
    known = {
        "file": writer.text(evidence.file),
        "page": evidence.page,
        "box": [int(edge) for edge in evidence.box] if evidence.box else None,
        "text": writer.maybe(evidence.text),
        "confidence": None if confidence is None else round(min(max(float(confidence), 0.0), 1.0), 4),
    }
    return {key: value for key, value in known.items() if value is not None}


def _document(document: Document, writer: _Writer) -> dict[str, Any]:
    return {
        "file": writer.text(document.file),
        "sha256": document.sha256,
        "kind": document.slot.value,
        "pages": len(document.pages),
        "readable": document.readable,
    }
