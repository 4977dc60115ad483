"""Applicants' folders → judged reports, step by step; a step takes all applicants at hand, so that no worker waits."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path

from verify.intake.case import Intake, take_in
from verify.intake.roster import Roster
from verify.intake.unzip import Member, unpack
from verify.judge import judge
from verify.model import Case, Problem, Report, Trouble
from verify.notice import Notice
from verify.place import build_case, with_pages
from verify.pool import Job, Lost, Pool
from verify.read.many import Reader
from verify.second import unread_names

Unpacked = tuple[tuple[Member, ...], tuple[Problem, ...]]


def take_in_all(folders: Sequence[Path], roster: Roster | None, spool: Path, pool: Pool) -> list[Intake]:
    """Step 1: what each folder holds; archives are unpacked in a worker, under `spool`."""

    def in_worker(archive: Path, into: Path) -> Unpacked:
        result = pool.one(Job(unpack, (archive, into)))
        if isinstance(result, Lost):
            message = f"压缩包未能解开：{result.why}。请人工打开核对"
            return (), (Problem(Trouble.QUARANTINED, archive.name, message),)
        return result

    return [take_in(folder, roster, spool, in_worker) for folder in folders]


def read_all(intakes: Sequence[Intake], reader: Reader, tell: Callable[[int], None]) -> list[Case]:
    """Step 2: every file is read and put in its place."""
    files = [(file.path, file.media) for intake in intakes for file in intake.files]
    readings = iter(reader.read(files, tell))
    return [build_case(intake, list(islice(readings, len(intake.files)))) for intake in intakes]


def read_names_again(cases: Sequence[Case], reader: Reader) -> list[Case]:
    """Step 3: the second reader looks where the first did not find a name that should be there."""
    wanted = [unread_names(case) for case in cases]
    documents = [document for group in wanted for document in group]
    pages = iter(reader.read_again([(document.path, document.media, document.pages) for document in documents]))
    again = [[replace(document, pages=next(pages)) for document in group] for group in wanted]
    return [with_pages(case, group) for case, group in zip(cases, again, strict=True)]


def judge_all(cases: Sequence[Case], notice: Notice) -> list[Report]:
    """Step 4: every case by the notice."""
    return [judge(case, notice) for case in cases]
