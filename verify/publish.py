"""Reports on disk: one folder an applicant, and the batch's own pages."""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from verify import work
from verify.errors import OutputError, UsageError
from verify.finding import Report
from verify.lang import tr
from verify.notice import Notice
from verify.pool import Job, Lost, Pool
from verify.report.drawing import wanted
from verify.report.folders import REPORT_HTML, REPORT_JSON
from verify.report.html import facts_of
from verify.report.json_report import as_json, dump
from verify.state import FOLDER
from verify.write import write_atomic

LEFT_BEHIND_SECONDS = 86_400
"""Age at which an unpacking folder is a killed run's: another run into the same folder may be at work beside this one."""


@dataclass(frozen=True, slots=True)
class Publisher:
    """Writes applicants' reports under `out`; `names` maps an applicant's folder to its folder there."""

    out: Path
    names: dict[str, str]
    notice: Notice
    lang: str
    pool: Pool

    def write(self, reports: Sequence[Report]) -> list[dict[str, Any]]:
        """Write report.html and report.json of each; pages are drawn in the workers. Returns the reports' JSON."""
        written = [as_json(report, self.notice, self.names[report.case.folder]) for report in reports]
        jobs = [
            Job(work.draw_report, (data, wanted(report), facts_of(report, self.lang), self._page(report), self.lang))
            for data, report in zip(written, reports, strict=True)
        ]
        for place, result in self.pool.run(jobs):
            if isinstance(result, Lost):  # without its pictures rather than not at all
                report = reports[place]
                work.draw_report(written[place], (), facts_of(report, self.lang), self._page(report), self.lang)
            write_atomic(self._page(reports[place]).with_name(REPORT_JSON), dump(written[place]))
        return written

    def _page(self, report: Report) -> Path:
        return self.out / self.names[report.case.folder] / REPORT_HTML


def require_apart(out: Path, batch: Path, folders: Iterable[Path]) -> None:
    """Raise UsageError where reports would lie among the evidence: in the batch itself or in an applicant's folder."""
    place = out.resolve()
    if place == batch.resolve() or any(place.is_relative_to(folder.resolve()) for folder in folders):
        raise UsageError(
            tr(
                f"报告文件夹 {out} 在申报材料里面，报告会和材料混在一起。请用 --out 另选一个文件夹",
                f"The report folder {out} lies among the evidence. Choose another folder with --out",
            )
        )


def spool_in(out: Path) -> tempfile.TemporaryDirectory[str]:
    """A folder for what archives hold, which goes when the run ends; what a killed run left there goes now."""
    spool = out / FOLDER
    spool.mkdir(exist_ok=True)
    for left in spool.glob("spool-*"):
        if time.time() - left.stat().st_mtime > LEFT_BEHIND_SECONDS:
            shutil.rmtree(left, ignore_errors=True)
    return tempfile.TemporaryDirectory(prefix="spool-", dir=spool)


def require_writable(out: Path) -> None:
    """Raise OutputError, before any work is done, where `out` cannot be made or written."""
    try:
        out.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=out):
            pass
    except OSError as error:
        raise OutputError(
            tr(
                f"报告文件夹 {out} 无法写入（{error.strerror}）。请检查权限和磁盘，或用 --out 换一个文件夹",
                f"The report folder {out} cannot be written ({error.strerror}). "
                "Check the permissions and the disk, or choose another folder with --out",
            )
        ) from error
