"""The two passes of a run: what is to be compared of every applicant is gathered before any is judged.

Each pass takes a chunk of applicants at a time; the second finds what the first read in the cache.
"""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from verify import __version__
from verify.compare.comparison import Comparison
from verify.compare.survey import Survey
from verify.digest import digest
from verify.finding import Report
from verify.intake.absent import absent
from verify.intake.case import Intake
from verify.intake.roster import Roster
from verify.model import Case
from verify.notice import Notice
from verify.options import Options
from verify.pipeline import ink_all, judge_all, read_again, read_all, take_in_all
from verify.pool import Pool
from verify.progress import Progress, flagged
from verify.publish import Publisher
from verify.read.engines import identity
from verify.read.many import Reader
from verify.report.folders import unique_folders
from verify.state import Row, State, fingerprint, quarantined, unreadable


@dataclass(frozen=True, slots=True)
class Passes:
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
    survey: Survey
    prints: Mapping[str, str]
    """By applicant: a digest of the folder's files and of all else that decides what the report says, but others."""
    _read: set[str] = field(default_factory=set)
    """Applicants whose files the progress has counted."""

    def first(self, folders: Mapping[str, Path]) -> None:
        """Read and sketch one chunk of applicants whom the store does not know as they are."""
        with tempfile.TemporaryDirectory(dir=self.spool) as spool:
            cases = self._cases(folders, spool)
            for case, inks in zip(cases, ink_all(cases, self.pool), strict=True):
                self.survey.put(case, self.prints[case.folder], inks)

    def second(self, folders: Mapping[str, Path], comparison: Comparison) -> list[Row]:
        """Judge and publish one chunk of applicants, in order; those with nothing changed are taken from the last run."""
        known = {name: self._known(name, world=comparison.world) for name in folders}
        todo = {name: folder for name, folder in folders.items() if known[name] is None}
        with tempfile.TemporaryDirectory(dir=self.spool) as spool:
            rows = iter(self._second(todo, comparison, spool))
            return [self._done(known[name] or next(rows)) for name in folders]

    def absent(self, found: Sequence[str]) -> list[Row]:
        """The applicants whom the roster names and no folder holds; `found` are the roster's rows that were taken."""
        missing = absent(self.roster, found, self.publisher.names)
        self.progress.applicants += len(missing)
        self.publisher.names.update(unique_folders([*self.publisher.names, *(intake.folder for intake in missing)]))
        cases = read_again(read_all(missing, self.reader, self.progress.read), self.notice, self.reader)
        return [self._done(row) for row in self._judged(missing, cases, comparison=None)]

    def _cases(self, folders: Mapping[str, Path], spool: str) -> list[Case]:
        intakes = take_in_all(folders, self.roster, Path(spool), self.pool)
        return self._read_first(intakes)

    def _read_first(self, intakes: Sequence[Intake]) -> list[Case]:
        counted = {intake.folder for intake in intakes} <= self._read
        if not counted:
            self.progress.files(sum(len(intake.files) for intake in intakes))
            self._read.update(intake.folder for intake in intakes)
        return read_all(intakes, self.reader, (lambda _: None) if counted else self.progress.read)

    def _second(self, folders: Mapping[str, Path], comparison: Comparison, spool: str) -> list[Row]:
        intakes = take_in_all(folders, self.roster, Path(spool), self.pool)
        cases = [replace(case, across=comparison.of(case)) for case in self._read_first(intakes)]
        known = {case.folder: self._known(case.folder, across=_across(case)) for case in cases}
        changed = [(i, case) for i, case in zip(intakes, cases, strict=True) if known[case.folder] is None]
        again = read_again([case for _, case in changed], self.notice, self.reader)
        rows = iter(self._judged([intake for intake, _ in changed], again, comparison))
        return [self._moved(case, known[case.folder], comparison) or next(rows) for case in cases]

    def _judged(self, intakes: Sequence[Intake], cases: Sequence[Case], comparison: Comparison | None) -> list[Row]:
        reports = judge_all(cases, self.notice)
        written = self.publisher.write(reports)
        return [self._kept(*done, comparison) for done in zip(intakes, reports, written, strict=True)]

    def _kept(self, intake: Intake, report: Report, data: dict[str, Any], comparison: Comparison | None) -> Row:
        pages = sum(len(document.pages) for document in report.case.documents)
        lost = unreadable(report.case, data["applicant"]["folder"])
        row = Row(data, pages, lost, intake.row.where if intake.row else None)
        if comparison and not quarantined(report.case):
            self._keep(report.case, row, comparison)
        return row

    def _moved(self, case: Case, row: Row | None, comparison: Comparison) -> Row | None:
        """The row of an applicant about whom nothing changed, though something did about others."""
        if row:
            self._keep(case, row, comparison)
        return row

    def _keep(self, case: Case, row: Row, comparison: Comparison) -> None:
        around = {"world": comparison.world, "across": _across(case)}
        self.state.keep(case.folder, self.prints[case.folder], row, **around)

    def _known(self, name: str, **around: str) -> Row | None:
        return None if self.options.fresh else self.state.unchanged(name, self.prints[name], **around)

    def _done(self, row: Row) -> Row:
        self.progress.done(flagged(f["outcome"] for f in row.report["findings"]))
        return row


def prints_of(
    folders: Mapping[str, Path], notice: Notice, roster: Roster | None, reader: Reader, lang: str
) -> dict[str, str]:
    """By applicant: a digest of the folder's files and of whatever beside them decides what the report says."""
    engines = [identity(name) for name in (reader.engine, reader.second) if name]
    names = digest(repr(roster).encode("utf-8", "surrogatepass"))
    salt = "|".join([__version__, notice.digest, names, lang, *engines])
    return {name: fingerprint(folder, salt) for name, folder in folders.items()}


def _across(case: Case) -> str:
    return digest(repr(case.across).encode("utf-8", "surrogatepass"))
