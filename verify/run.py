"""The main job: a batch's folder → reports. `run` reads as the list of its steps."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from verify import __version__, blacklist
from verify.errors import ExitCode, UsageError
from verify.intake.absent import absent
from verify.intake.batch import applicant_folders, stray_files
from verify.intake.case import Intake
from verify.intake.names import unique
from verify.intake.roster import Roster, find_roster, read_roster
from verify.intake.roster_match import reused
from verify.intake.sniff import HEAD_BYTES, sniff
from verify.intake.text import display_name
from verify.lang import listed, tr
from verify.model import Outcome, Report
from verify.notice import Notice
from verify.options import Options
from verify.outputs import write_batch
from verify.packs import for_batch
from verify.pipeline import judge_all, read_again, read_all, take_in_all
from verify.pool import Pool, default_workers
from verify.progress import Progress, progress_for
from verify.publish import Publisher, require_apart, require_writable, spool_in
from verify.read.engine import EngineName
from verify.read.engines import identity, second_for
from verify.read.file import Reading
from verify.read.many import Reader
from verify.report.folders import unique_folders
from verify.state import Row, State, digest, fingerprint, quarantined, unreadable

CHUNK = 32
"""Applicants in hand at a time: enough to keep the workers busy, and memory does not grow with the batch."""


@dataclass(frozen=True, slots=True)
class Result:
    """A finished run: its exit code, where its first page is, and a row an applicant."""

    code: ExitCode
    index: Path
    rows: tuple[Row, ...]


def run(options: Options) -> Result:
    """Verify a batch; raises UsageError, MissingDependency or OutputError before any work where it cannot."""
    started = time.monotonic()
    folders = by_shown_name(applicant_folders(options.batch, options.out))
    notice = blacklist.extend(for_batch(options.batch, options.notice), options.blacklists)
    roster = roster_of(options.batch)
    require_apart(options.out, options.batch, folders.values())
    require_writable(options.out)
    with (
        spool_in(options.out) as spool,
        Pool(options.jobs) as pool,
        progress_for(len(folders)) as progress,
    ):
        for name in stray_files(options.batch):
            progress.say(
                tr(f"未核对：批次根目录下的 {name} 不属于任何申报人", f"Left out: {name} belongs to no applicant")
            )
        names = unique_folders(folders)
        state = State(options.out, names)
        reader = Reader(pool, options.engine, second_for(options.engine), state.cache, options.fresh)
        publisher = Publisher(options.out, names, notice, options.lang, pool)
        batch = _Batch(options, notice, roster, Path(spool), pool, state, reader, publisher, progress)
        rows = [row for chunk in _chunks(folders) for row in batch.do(chunk)]
        taken = {row.report["applicant"]["folder"]: row.roster_row for row in rows if row.roster_row}
        for where, several in reused(taken).items():
            progress.say(
                tr(
                    f"名单{where}对应多个文件夹：{listed(several)}，请核对",
                    f"Roster {where}: folders {listed(several)}",
                )
            )
        rows += batch.do_absent(list(taken.values()))
    write_batch(options, notice, rows, reader, time.monotonic() - started)
    return Result(_code(options, rows), options.out / "index.html", tuple(rows))


def by_shown_name(folders: Sequence[Path]) -> dict[str, Path]:
    """Applicants' folders by the names they go by: as they read, and each once."""
    taken: set[str] = set()
    return {unique(display_name(folder.name), taken): folder for folder in folders}


@dataclass(frozen=True, slots=True)
class _Batch:
    """What every chunk of a run shares."""

    options: Options
    notice: Notice
    roster: Roster | None
    spool: Path
    pool: Pool
    state: State
    reader: Reader
    publisher: Publisher
    progress: Progress

    def do(self, folders: Mapping[str, Path]) -> list[Row]:
        """One chunk of applicants, in order; those with nothing changed are taken from the last run."""
        salt = self._salt()
        prints = {name: fingerprint(folder, salt) for name, folder in folders.items()}
        known = {name: self._unchanged(name, print_) for name, print_ in prints.items()}
        changed = {name: folder for name, folder in folders.items() if known[name] is None}
        with tempfile.TemporaryDirectory(dir=self.spool) as spool:
            rows = iter(self.finish(take_in_all(changed, self.roster, Path(spool), self.pool), prints))
        return [known[name] or next(rows) for name in folders]

    def do_absent(self, found: Sequence[str]) -> list[Row]:
        """The applicants whom the roster names and no folder holds; `found` are the roster's rows that were taken."""
        missing = absent(self.roster, found, self.publisher.names)
        self.progress.applicants += len(missing)
        self.publisher.names.update(unique_folders([*self.publisher.names, *(intake.folder for intake in missing)]))
        return self.finish(missing, {})

    def finish(self, intakes: Sequence[Intake], prints: Mapping[str, str]) -> list[Row]:
        """Read, judge and publish applicants whose folders have been taken in."""
        self.progress.files(sum(len(intake.files) for intake in intakes))
        cases = read_again(read_all(intakes, self.reader, self.progress.read), self.notice, self.reader)
        reports = judge_all(cases, self.notice)
        written = self.publisher.write(reports)
        return [self._kept(*done, prints) for done in zip(intakes, reports, written, strict=True)]

    def _kept(self, intake: Intake, report: Report, data: dict[str, Any], prints: Mapping[str, str]) -> Row:
        pages = sum(len(document.pages) for document in report.case.documents)
        lost = unreadable(report.case, data["applicant"]["folder"])
        row = Row(data, pages, lost, intake.row.where if intake.row else None)
        if report.case.folder in prints and not quarantined(report.case):
            self.state.keep(report.case.folder, prints[report.case.folder], row)
        self.progress.done(_flagged(f["outcome"] for f in data["findings"]))
        return row

    def _unchanged(self, name: str, print_: str) -> Row | None:
        row = None if self.options.fresh else self.state.unchanged(name, print_)
        if row:
            self.progress.done(_flagged(f["outcome"] for f in row.report["findings"]))
        return row

    def _salt(self) -> str:
        """Whatever beside an applicant's own files decides what the report says."""
        engines = [identity(name) for name in (self.reader.engine, self.reader.second) if name]
        roster = digest(repr(self.roster).encode("utf-8", "surrogatepass"))
        return "|".join([__version__, self.notice.digest, roster, self.options.lang, *engines])


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
            progress.done(_flagged(finding.outcome for finding in report.findings))
        return report


def read_one(file: Path, engine: EngineName) -> Reading:
    """Read one file in a worker; what cannot be read is said in the reading."""
    if not file.is_file():
        raise UsageError(tr(f"没有这个文件：{file}", f"No such file: {file}; check the path"))
    with file.open("rb") as stream:
        media = sniff(stream.read(HEAD_BYTES), file.stat().st_size, file)
    with Pool(1) as pool:
        return Reader(pool, engine, None, None).read([(file.resolve(), media)], lambda _: None)[0]


def roster_of(batch: Path) -> Roster | None:
    """The roster in a batch's root, read; None where there is none; raises UsageError where it is no roster."""
    found = find_roster(batch)
    return read_roster(found) if found else None


def _code(options: Options, rows: Sequence[Row]) -> ExitCode:
    failed = {f["consequence"] for row in rows for f in row.report["findings"] if f["outcome"] == Outcome.FAIL}
    if failed & options.fail_on:
        return ExitCode.FLAGGED
    return ExitCode.INCOMPLETE if any(row.unreadable for row in rows) else ExitCode.OK


def _flagged(outcomes: Iterable[str]) -> int:
    return sum(outcome in (Outcome.FAIL, Outcome.UNSURE, Outcome.BROKEN) for outcome in outcomes)


def _chunks(folders: Mapping[str, Path]) -> Iterator[dict[str, Path]]:
    rest = iter(folders.items())
    while chunk := dict(islice(rest, CHUNK)):
        yield chunk
