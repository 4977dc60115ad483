"""batch.json (the same for the same input) and run.json (what varies from run to run)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from verify.finding import Consequence, Outcome
from verify.mask import tidy
from verify.report.folders import folder_name, report_path
from verify.report.json_report import SCHEMA_VERSION, notice_json
from verify.report.order import BUCKETS, VERDICTS, counts

if TYPE_CHECKING:
    from verify.notice import Notice

Dict = dict[str, Any]
_CONSEQUENCES = tuple(name for name in BUCKETS if name in set(Consequence))


@dataclass(frozen=True, slots=True, order=True)
class Unreadable:
    """A file, or with `file` "" a whole folder, that could not be read; `message` is Chinese and says what to do."""

    folder: str
    file: str
    message: str


def batch_json(
    reports: Sequence[Mapping[str, Any]],
    notice: Notice,
    version: str,
    not_built: Iterable[str] = (),
    unreadable: Iterable[Unreadable] = (),
    engine: str = "",
) -> Dict:
    """The batch as in the contract. Files that a report calls unreadable are listed by themselves; `unreadable` adds
    what belongs to no report (a folder that could not be opened, an applicant that could not be judged)."""
    ordered = sorted(reports, key=lambda report: str(report["applicant"]["folder"]))
    lost = {_tidied(entry) for entry in unreadable} | {entry for report in ordered for entry in unreadable_of(report)}
    return {
        "schema_version": SCHEMA_VERSION,
        "version": version,
        "engine": engine,
        "notice": {**notice_json(notice), "digest": notice.digest},
        "counts": _totals(ordered),
        "applicants": [_applicant(report) for report in ordered],
        "unreadable": [asdict(entry) for entry in sorted(lost)],
        "not_built": sorted(not_built),
    }


def unreadable_of(report: Mapping[str, Any]) -> list[Unreadable]:
    """The files of one report that could not be read, with what its findings say about them."""
    said = {f["subject"]: f["message"] for f in report["findings"] if f["check"] == "document.readable"}
    said |= {
        e["file"]: f["message"] for f in report["findings"] if f["check"] == "document.readable" for e in f["evidence"]
    }
    folder = report["applicant"]["folder"]
    return [
        Unreadable(folder, document["file"], said.get(document["file"], "文件无法读取，请重新上传"))
        for document in report["documents"]
        if not document["readable"]
    ]


def run_json(
    started: str,
    seconds: float,
    workers: int,
    *,
    judged: int = 0,
    reused: int = 0,
    pages: int = 0,
    cache_hits: int = 0,
    cache_misses: int = 0,
    steps: Mapping[str, float] | None = None,
) -> Dict:
    """What one run took: `started` in ISO 8601, seconds in all and of each step, applicants judged and kept."""
    return {
        "started": started,
        "seconds": round(seconds, 3),
        "workers": workers,
        "applicants": {"judged": judged, "reused": reused},
        "pages": pages,
        "cache": {"hits": cache_hits, "misses": cache_misses},
        "steps": {name: round(value, 3) for name, value in (steps or {}).items()},
    }


def validate(data: Dict) -> None:
    """Raise jsonschema.ValidationError unless the dict is as batch.schema.json says."""
    from verify.report.schema import validate as valid

    valid(data, "batch")


def _totals(reports: Sequence[Mapping[str, Any]]) -> Dict:
    verdicts = Counter(report["verdict"] for report in reports)
    rows = [finding for report in reports for finding in report["findings"]]
    outcomes = Counter(finding["outcome"] for finding in rows)
    return {
        "applicants": len(reports),
        "verdicts": {name: verdicts[name] for name in VERDICTS},
        "outcomes": {outcome.value: outcomes[outcome.value] for outcome in Outcome},
        "consequences": _failed(rows),
    }


def _applicant(report: Mapping[str, Any]) -> Dict:
    who = report["applicant"]
    return {
        "folder": who["folder"],
        "name": who["name"],
        "application_id": who["application_id"],
        "verdict": report["verdict"],
        "consequences": _failed(report["findings"]),
        "review": counts(report["findings"])["doubt"],
        "report": report_path(who["folder"]),
    }


def _failed(rows: Iterable[Mapping[str, Any]]) -> dict[str, int]:
    found = counts(rows)
    return {name: found[name] for name in _CONSEQUENCES}


def _tidied(entry: Unreadable) -> Unreadable:
    return Unreadable(folder_name(entry.folder), tidy(entry.file), tidy(entry.message))
