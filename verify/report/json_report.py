"""report.json: the report of one applicant as other programs read it (the report contract)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from verify.finding import Evidence, Finding, Owner, Report
from verify.mask import mask_number, tidy
from verify.model import Document
from verify.page import Box, Seal
from verify.report.folders import folder_name

if TYPE_CHECKING:
    from verify.across import Whose
    from verify.notice import Notice

SCHEMA_VERSION = "1"

READINGS = 4
"""Most readings of a seal's title that a report gives."""


def written(untrusted: str, id_number: str | None) -> str:
    """A text as a report has it; the applicant's own ID number is masked though it be mistyped."""
    return tidy(untrusted, (id_number,) if id_number and len(id_number) >= 8 else ())


class _Writer:
    """Turns texts into what may be written; knows the applicant's ID number, so that a mistyped one is masked too,
    and the seals by file, page and box."""

    def __init__(self, id_number: str | None, seals: Mapping[tuple[str, int | None, Box | None], Seal]) -> None:
        self.id_number = id_number
        self.seals = seals

    def text(self, untrusted: str) -> str:
        return written(untrusted, self.id_number)

    def maybe(self, untrusted: str | None) -> str | None:
        return None if untrusted is None else self.text(untrusted)


def as_json(report: Report, notice: Notice, folder: str | None = None) -> dict[str, Any]:
    """The report as in the contract, texts masked and cleaned. `folder` names its folder in the output, where it is
    not simply the applicant's (folders.unique_folders)."""
    writer = _Writer(report.case.form.id_number, seals_of(report))
    return {
        "schema_version": SCHEMA_VERSION,
        "applicant": _applicant(report, folder, writer),
        "notice": notice_json(notice),
        "verdict": report.verdict.value,
        "findings": [_finding(finding, writer) for finding in report.findings],
        "documents": [_document(d, writer) for d in sorted(report.case.documents, key=lambda d: d.file)],
    }


def seals_of(report: Report) -> dict[tuple[str, int | None, Box | None], Seal]:
    """Every seal that was seen, by file, page and box, as evidence names them."""
    pages = ((document.file, page) for document in report.case.documents for page in document.pages)
    return {(file, page.number, seal.box): seal for file, page in pages for seal in page.seals}


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
        "employer": writer.maybe(form.employer.name),
        "specialty": writer.maybe(form.applying_for.specialty),
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
    } | _where_there_is_any(finding, writer)


def _where_there_is_any(finding: Finding, writer: _Writer) -> dict[str, Any]:
    """What most findings do not have, and is then left out."""
    known = {
        "table": [[writer.text(cell) for cell in row] for row in finding.table],
        "unclear": [writer.text(text) for text in finding.unclear],
    }
    return {key: value for key, value in known.items() if value}


def _evidence(evidence: Evidence, writer: _Writer) -> dict[str, Any]:
    """One place to look at; what is not known is left out."""
    confidence = evidence.confidence
    seal = writer.seals.get((evidence.file, evidence.page, evidence.box))
    known = {
        "file": writer.text(evidence.file),
        "page": evidence.page,
        "box": [int(edge) for edge in evidence.box] if evidence.box else None,
        "text": writer.maybe(evidence.text),
        "confidence": None if confidence is None else _share(confidence),
        "seal": _seal(seal, evidence.owner, writer) if seal else None,
        "applicant": _whose(evidence.whose, writer) if evidence.whose else None,
    }
    return {key: value for key, value in known.items() if value is not None}


def _whose(whose: Whose, writer: _Writer) -> dict[str, Any]:
    """Another applicant, whose file the evidence is."""
    known = {"name": whose.name, "folder": whose.folder, "batch": whose.batch}
    return {key: writer.text(value) for key, value in known.items() if value is not None}


def _seal(seal: Seal, owner: Owner | None, writer: _Writer) -> dict[str, Any]:
    """A seal at the place of evidence; `owner` only where a check asked whose it is."""
    readings = tuple(dict.fromkeys(text for text in (seal.title, *seal.candidates) if text))[:READINGS]
    known = {
        "purpose": seal.purpose.value,
        "kind": seal.kind,
        "shape": seal.shape,
        "colour": seal.colour,
        "confidence": _share(seal.confidence),
        "readings": [writer.text(text) for text in readings],
        "texts": [writer.text(text) for text in seal.texts],
    }
    return known | ({"owner": _owner(owner, writer)} if owner else {})


def _owner(owner: Owner, writer: _Writer) -> dict[str, Any]:
    return {
        "kind": owner.kind,
        "name": writer.maybe(owner.name),
        "role": owner.role,
        "employer": _share(owner.employer),
        "party": _share(owner.party),
        "party_name": writer.maybe(owner.party_name),
        "margin": round(owner.margin, 4),
    }


def _share(value: float) -> float:
    return round(min(max(float(value), 0.0), 1.0), 4)


def _document(document: Document, writer: _Writer) -> dict[str, Any]:
    return {
        "file": writer.text(document.file),
        "sha256": document.sha256,
        "kind": document.slot.value,
        "pages": len(document.pages),
        "readable": document.readable,
    }
