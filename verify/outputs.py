"""The batch's own files: index.html, summary.xlsx, batch.json and run.json."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta

from verify import __version__
from verify.notice import Notice
from verify.options import Options
from verify.read.engines import identity
from verify.read.many import Reader
from verify.report.batch_json import batch_json, run_json
from verify.report.index_page import render_index
from verify.report.json_report import dump
from verify.report.workbook import workbook
from verify.state import Row
from verify.write import write_atomic


def write_batch(
    options: Options, notice: Notice, rows: Sequence[Row], reader: Reader, seconds: float, places: Mapping[str, str]
) -> None:
    """Write the four files from the rows of all applicants; raises OutputError. `places` go into run.json."""
    reports = [row.report for row in rows]
    lost = [entry for row in rows for entry in row.unreadable]
    batch = batch_json(reports, notice, __version__, notice.not_built, lost, identity(options.engine))
    write_atomic(options.out / "batch.json", dump(batch))
    write_atomic(options.out / "index.html", render_index(batch, reports, options.lang).encode())
    write_atomic(options.out / "summary.xlsx", workbook(batch, reports))
    write_atomic(options.out / "run.json", dump({**_run(options, rows, reader, seconds), **places}))


def _run(options: Options, rows: Sequence[Row], reader: Reader, seconds: float) -> dict[str, object]:
    started = datetime.now(UTC) - timedelta(seconds=seconds)
    return run_json(
        started.isoformat(timespec="seconds"),
        seconds,
        options.jobs,
        judged=sum(row.fresh for row in rows),
        reused=sum(not row.fresh for row in rows),
        pages=sum(row.pages for row in rows),
        cache_hits=reader.hits,
        cache_misses=reader.misses,
    )
