"""The main job: a batch's folder → reports. `run` reads as the list of its steps."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from verify import blacklist
from verify.compare.comparison import Comparison
from verify.compare.elsewhere import Elsewhere
from verify.compare.survey import Survey
from verify.errors import ExitCode
from verify.finding import Outcome
from verify.intake.batch import applicant_folders, by_shown_name, stray_files
from verify.intake.roster import roster_of
from verify.intake.roster_match import reused
from verify.lang import listed, tr
from verify.options import Options
from verify.outputs import write_batch
from verify.packs import for_batch
from verify.passes import Passes, prints_of
from verify.pool import Pool
from verify.progress import Progress, progress_for
from verify.publish import Publisher, require_apart, require_writable, spool_in
from verify.read.engines import second_for
from verify.read.many import Reader
from verify.registry.read import find_registry, read_registry
from verify.registry.registry import Registry
from verify.report.folders import unique_folders
from verify.state import Row, State
from verify.store.open import Store, office_store
from verify.store.projects import put_registry

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
    names = unique_folders(folders)
    state = State(options.out, names)
    with ExitStack() as stack:
        progress = stack.enter_context(progress_for(len(folders)))
        store = stack.enter_context(office_store(options.store, state.store, progress.say))
        spool = stack.enter_context(spool_in(options.out))
        pool = stack.enter_context(Pool(options.jobs))
        _warn_of_strays(options.batch, progress)
        registry = _registry(options, store, pool, progress)
        reader = Reader(pool, options.engine, second_for(options.engine), state.cache, options.fresh)
        publisher = Publisher(options.out, names, notice, options.lang, pool)
        survey = Survey(store.engine, store.secret, options.batch, notice)
        prints = prints_of(folders, notice, roster, reader, options.lang)
        passes = Passes(
            options, notice, roster, Path(spool), pool, state, reader, publisher, progress, survey, prints
        )  # fmt: skip
        for chunk in _chunks({name: folders[name] for name in survey.changed(prints)}):
            passes.first(chunk)
        comparison = Comparison(survey, Elsewhere(folders, reader.recall), registry)
        rows = [row for chunk in _chunks(folders) for row in passes.second(chunk, comparison)]
        rows += passes.absent(_taken(rows, progress))
    write_batch(
        options, notice, rows, reader, time.monotonic() - started, {"batch": survey.key, "store": str(store.path)}
    )
    return Result(_code(options, rows), options.out / "index.html", tuple(rows))


def _warn_of_strays(batch: Path, progress: Progress) -> None:
    for name in stray_files(batch):
        progress.say(tr(f"未核对：批次根目录下的 {name} 不属于任何申报人", f"Left out: {name} belongs to no applicant"))


def _registry(options: Options, store: Store, pool: Pool, progress: Progress) -> Registry | None:
    """The platforms' export that was given, put into the store as well, where `hedui projects` asks it."""
    path = options.registry or find_registry(options.batch)
    if path is None:
        return None
    registry = read_registry(path, pool)
    for note in registry.notes:
        progress.say(note)
    with store.engine.begin() as connection:
        put_registry(connection, registry)
    return registry


def _taken(rows: Sequence[Row], progress: Progress) -> list[str]:
    """The roster's rows that found their folders; one that found several is said."""
    taken = {row.report["applicant"]["folder"]: row.roster_row for row in rows if row.roster_row}
    for where, several in reused(taken).items():
        progress.say(
            tr(
                f"名单{where}对应多个文件夹：{listed(several)}，请核对",
                f"Roster {where}: folders {listed(several)}",
            )
        )
    return list(taken.values())


def _code(options: Options, rows: Sequence[Row]) -> ExitCode:
    failed = {f["consequence"] for row in rows for f in row.report["findings"] if f["outcome"] == Outcome.FAIL}
    if failed & options.fail_on:
        return ExitCode.FLAGGED
    return ExitCode.INCOMPLETE if any(row.unreadable for row in rows) else ExitCode.OK


def _chunks(folders: Mapping[str, Path]) -> Iterator[dict[str, Path]]:
    rest = iter(folders.items())
    while chunk := dict(islice(rest, CHUNK)):
        yield chunk
