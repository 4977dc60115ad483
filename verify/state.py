"""What an earlier run left, so that an applicant with nothing changed is not judged, drawn or written again."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from verify.digest import digest
from verify.intake.fingerprint import Unusable
from verify.intake.fingerprint import fingerprint as of_file
from verify.intake.tree import walk
from verify.model import Case, Trouble
from verify.report.batch_json import Unreadable
from verify.report.folders import REPORT_HTML, REPORT_JSON
from verify.write import write_atomic

FOLDER = ".hedui"
"""In the output folder: the cache of readings and one small record an applicant."""


READ_ALL_THE_SAME = frozenset({Trouble.BAD_FORM, Trouble.UNKNOWN_KEY, Trouble.DISAGREES})
"""Troubles of the form's data, not of a file that nobody could read."""


@dataclass(frozen=True, slots=True)
class Row:
    """An applicant as the batch's pages need it: the report's JSON, the number of pages read, what could not be read,
    which row of the roster is theirs, and whether this run judged it (`fresh`) or an earlier one."""

    report: dict[str, Any]
    pages: int
    unreadable: tuple[Unreadable, ...]
    roster_row: str | None = None
    fresh: bool = True


class State:
    """The records of an output folder."""

    def __init__(self, out: Path, names: Mapping[str, str]) -> None:
        """`names` maps an applicant's folder to its folder in `out`."""
        self._out, self._names = out, names
        self._folder = out / FOLDER / "applicants"

    @property
    def cache(self) -> Path:
        return self._out / FOLDER / "cache"

    @property
    def store(self) -> Path:
        """Where the office's store lies if its usual place cannot be written."""
        return self._out / FOLDER / "store.sqlite"

    def unchanged(self, folder: str, fingerprint: str, **around: str) -> Row | None:
        """The row of an applicant whose input and reports are what they were, else None.

        `around` is what `keep` was told of the world around the folder; what is not named may have changed.
        """
        try:
            record = json.loads(self._path(folder).read_bytes())
            report, page = self._written(folder)
            if record["fingerprint"] != fingerprint or record["reports"] != digest(report, page):
                return None
            if any(record["around"][name] != value for name, value in around.items()):
                return None
            lost = tuple(Unreadable(**entry) for entry in record["unreadable"])
            return Row(json.loads(report), record["pages"], lost, record["row"], fresh=False)
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def keep(self, folder: str, fingerprint: str, row: Row, **around: str) -> None:
        """Remember an applicant whose reports are on disk; `around` are digests of what else they depend on."""
        record = {
            "fingerprint": fingerprint,
            "around": around,
            "reports": digest(*self._written(folder)),
            "pages": row.pages,
            "row": row.roster_row,
            "unreadable": [asdict(entry) for entry in row.unreadable],
        }
        write_atomic(self._path(folder), json.dumps(record, ensure_ascii=False).encode("utf-8", "surrogatepass"))

    def _written(self, folder: str) -> tuple[bytes, bytes]:
        place = self._out / self._names[folder]
        return (place / REPORT_JSON).read_bytes(), (place / REPORT_HTML).read_bytes()

    def _path(self, folder: str) -> Path:
        return self._folder / f"{digest(folder.encode('utf-8', 'surrogatepass'))[:24]}.json"


def fingerprint(folder: Path, salt: str) -> str:
    """A digest of an applicant's files (names and bytes), what cannot be used among them, and `salt`."""
    entries, problems = walk(folder)
    lines = [salt, *(f"{problem.file}|{problem.message}" for problem in problems)]
    lines += [f"{entry.file}|{_content(entry.path)}" for entry in entries]
    return digest(*(line.encode("utf-8", "surrogatepass") for line in lines))


def unreadable(case: Case, folder: str) -> tuple[Unreadable, ...]:
    """The files of a case that could not be read; what is wrong with the form's fields is not among them."""
    problems = [*case.problems, *(document.problem for document in case.documents if document.problem)]
    return tuple(Unreadable(folder, p.file, p.message) for p in problems if p.trouble not in READ_ALL_THE_SAME)


def quarantined(case: Case) -> bool:
    """Whether this machine failed at a file, which the next run should try again."""
    problems = (*case.problems, *(document.problem for document in case.documents))
    return any(problem.trouble is Trouble.QUARANTINED for problem in problems if problem)


def _content(path: Path) -> str:
    try:
        return of_file(path).sha256
    except Unusable as error:
        return str(error)
