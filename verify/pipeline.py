"""Applicants' folders → judged reports, step by step; a step takes all applicants at hand, so that no worker waits."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from verify import work
from verify.errors import HeduiError
from verify.finding import Report
from verify.form import Form
from verify.intake.case import Intake, take_in
from verify.intake.roster import Roster
from verify.intake.text import display_name
from verify.intake.unzip import Unpacked, unpack
from verify.judge import judge
from verify.model import Case, Problem, Trouble
from verify.notice import Notice
from verify.place import build_case, with_pages
from verify.pool import Job, Lost, Pool
from verify.read.many import Reader
from verify.second import not_found
from verify.sketches import InkSketches


def take_in_all(folders: Mapping[str, Path], roster: Roster | None, spool: Path, pool: Pool) -> list[Intake]:
    """Step 1: what each folder, by the name it goes by, holds; archives are unpacked in a worker, under `spool`."""

    def in_worker(archive: Path, into: Path) -> Unpacked:
        result = pool.one(Job(unpack, (archive, into)))
        if isinstance(result, Lost):
            message = f"压缩包未能解开：{result.why}。请人工打开核对"
            return (), (Problem(Trouble.QUARANTINED, archive.name, message),)
        return result

    return [
        replace(_take_in(folder, roster, spool / f"{number:06d}", in_worker), folder=name)
        for number, (name, folder) in enumerate(folders.items())
    ]


def read_all(intakes: Sequence[Intake], reader: Reader, tell: Callable[[int], None]) -> list[Case]:
    """Step 2: every file is read and put in its place."""
    files = [[file for file in intake.files if file.problem is None] for intake in intakes]
    readings = iter(reader.read([(file.path, file.media) for group in files for file in group], tell))
    by_file = [{file.file: next(readings) for file in group} for group in files]
    return [build_case(intake, read) for intake, read in zip(intakes, by_file, strict=True)]


def read_again(cases: Sequence[Case], notice: Notice, reader: Reader) -> list[Case]:
    """Step 3: the second reader looks where the first did not find what should be there."""
    wanted = [not_found(case, notice) for case in cases]
    documents = [document for group in wanted for document in group]
    pages = iter(reader.read_again([(document.path, document.media, document.pages) for document in documents]))
    again = [[replace(document, pages=next(pages)) for document in group] for group in wanted]
    return [with_pages(case, group) for case, group in zip(cases, again, strict=True)]


def ink_all(cases: Sequence[Case], pool: Pool) -> list[dict[str, InkSketches]]:
    """What is kept of each case's seals and photos, by file; a file that cannot be sketched has none."""
    wanted = [
        [d for d in case.documents if d.media.startswith("image/") or any(p.seals for p in d.pages)] for case in cases
    ]
    jobs = [Job(work.ink, (d.path, d.media, d.pages)) for group in wanted for d in group]
    made = (result for _, result in pool.run(jobs))
    drawn = [[(document.file, next(made)) for document in group] for group in wanted]
    return [{file: found for file, found in group if not isinstance(found, Lost)} for group in drawn]


def judge_all(cases: Sequence[Case], notice: Notice) -> list[Report]:
    """Step 4: every case by the notice."""
    return [judge(case, notice) for case in cases]


def _take_in(folder: Path, roster: Roster | None, spool: Path, unpacking: Callable[[Path, Path], Unpacked]) -> Intake:
    """An applicant whose folder cannot be taken in is reported, and costs no other a report."""
    try:
        return take_in(folder, roster, spool, unpacking)
    except HeduiError:
        raise
    except Exception as error:
        message = f"程序未能读取这位申报人的文件夹（{type(error).__name__}）。请人工核对其全部材料"
        name = display_name(folder.name)
        return Intake(name, name, Form(), problems=(Problem(Trouble.QUARANTINED, name, message),))
