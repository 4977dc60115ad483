"""One applicant, or one file, without a batch around it and without anything written."""

from __future__ import annotations

import tempfile
from pathlib import Path

from verify.errors import UsageError
from verify.finding import Report
from verify.intake.batch import by_shown_name
from verify.intake.roster import roster_of
from verify.intake.sniff import media_of
from verify.lang import tr
from verify.packs import for_batch
from verify.pipeline import judge_all, read_again, read_all, take_in_all
from verify.pool import Pool, default_workers
from verify.progress import flagged, progress_for
from verify.read.engine import EngineName
from verify.read.engines import second_for
from verify.read.file import Reading
from verify.read.many import Reader


def check(folder: Path, notice: str | None, engine: EngineName) -> Report:
    """Verify one applicant without writing anything; the roster and notice.toml beside the folder count."""
    if not folder.is_dir():
        raise UsageError(tr(f"没有这个文件夹：{folder}", f"No such folder: {folder}; check the path"))
    batch = folder.resolve().parent
    law = for_batch(batch, notice)
    with tempfile.TemporaryDirectory(prefix="hedui-") as spool, Pool(default_workers()) as pool:
        reader = Reader(pool, engine, second_for(engine), None)
        folders = by_shown_name([folder.resolve()])
        intakes = take_in_all(folders, roster_of(batch), Path(spool), pool)
        with progress_for(1) as progress:
            progress.files(len(intakes[0].files))
            (report,) = judge_all(read_again(read_all(intakes, reader, progress.read), law, reader), law)
            progress.done(flagged(finding.outcome for finding in report.findings))
        return report


def read_one(file: Path, engine: EngineName) -> Reading:
    """Read one file in a worker; what cannot be read is said in the reading."""
    if not file.is_file():
        raise UsageError(tr(f"没有这个文件：{file}", f"No such file: {file}; check the path"))
    media = media_of(file)
    with Pool(1) as pool:
        return Reader(pool, engine, None, None).read([(file.resolve(), media)], lambda _: None)[0]
