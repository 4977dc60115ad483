"""Where an applicant's report lies in the output, and how a page or a sheet links to it."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote

from verify.mask import tidy

RESERVED = frozenset({"index.html", "summary.xlsx", "batch.json", "run.json", "sample.html", "sample.xlsx"})
"""Names that the batch's own files take."""

REPORT_HTML = "report.html"
REPORT_JSON = "report.json"


def folder_name(untrusted: str) -> str:
    """The applicant folder's name as it is written: ID numbers masked (with x, since Windows refuses `*`)."""
    shown = " ".join(tidy(untrusted).splitlines()).replace("\t", " ").replace("*", "x").replace("/", "x")
    return shown if shown.strip(" .") else "未命名"


def unique_folders(folders: Iterable[str]) -> dict[str, str]:
    """Each applicant folder's name in the output; where two would share one, the later gets `~2`."""
    names: dict[str, str] = {}
    taken = set(RESERVED)
    for folder in sorted(set(folders)):
        name = base = folder_name(folder)
        number = 1
        while name in taken:
            number += 1
            name = f"{base}~{number}"
        names[folder] = name
        taken.add(name)
    return names


def report_path(folder: str) -> str:
    """The report's path below the output folder, as batch.json says it."""
    return f"{folder}/{REPORT_HTML}"


def report_url(folder: str) -> str:
    """The same as a relative URL: `#`, `%`, `?`, blanks and Chinese percent-encoded."""
    return f"{quote(folder, safe='')}/{REPORT_HTML}"
