"""How far a run has come: a bar on a terminal, plain lines elsewhere; always on stderr."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable
from types import TracebackType
from typing import TYPE_CHECKING, Any

from verify.finding import Outcome
from verify.lang import tr

if TYPE_CHECKING:
    from rich.progress import ProgressColumn

PLAIN_SECONDS = 10.0
"""Least time between two plain lines."""


class Progress:
    """Counts what is done and prints a line now and then."""

    def __init__(self, applicants: int) -> None:
        self.applicants, self.finished, self.pages, self.flags = applicants, 0, 0, 0
        self.files_due = self.files_read = 0
        self._started = self._shown = time.monotonic()

    def __enter__(self) -> Progress:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._print()

    @property
    def rate(self) -> float:
        """Pages a second since the start."""
        return self.pages / max(time.monotonic() - self._started, 1e-9)

    def files(self, count: int) -> None:
        """So many more files are to be read."""
        self.files_due += count
        self._show()

    def read(self, pages: int) -> None:
        """A file was read, with so many pages."""
        self.files_read += 1
        self.pages += pages
        self._show()

    def done(self, flags: int) -> None:
        """An applicant's report is there, with so many findings that a person must look at."""
        self.finished += 1
        self.flags += flags
        self._show()

    def say(self, message: str) -> None:
        """Something the user should know."""
        print(message, file=sys.stderr, flush=True)

    def _show(self) -> None:
        if time.monotonic() - self._shown >= PLAIN_SECONDS:
            self._print()

    def _print(self) -> None:
        self._shown = time.monotonic()
        self.say(
            tr(
                f"申报人 {self.finished}/{self.applicants}，已读 {self.pages} 页（{self.rate:.1f} 页/秒），"
                f"待核问题 {self.flags} 项",
                f"applicants {self.finished}/{self.applicants}, pages read {self.pages} ({self.rate:.1f}/s), "
                f"findings to look at {self.flags}",
            )
        )


class BarProgress(Progress):
    """A rich bar: applicants, pages, pages a second, time left, flags."""

    def __init__(self, applicants: int) -> None:
        from rich.console import Console
        from rich.progress import Progress as Bar

        super().__init__(applicants)
        self._bar = Bar(*_bar_columns(), console=Console(stderr=True))
        self._task = self._bar.add_task("", total=applicants, **self._fields())

    def __enter__(self) -> BarProgress:
        self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._show()
        self._bar.stop()

    def say(self, message: str) -> None:
        self._bar.console.print(message, markup=False)

    def _show(self) -> None:
        """The bar counts applicants and files alike, so that it moves while the first applicants are being read."""
        total, completed = self.applicants + self.files_due, self.finished + self.files_read
        self._bar.update(self._task, total=total, completed=completed, **self._fields())

    def _fields(self) -> dict[str, Any]:
        names = ("finished", "applicants", "pages", "rate", "flags")
        return {name: getattr(self, name) for name in names}


def _bar_columns() -> list[ProgressColumn]:
    from rich.progress import BarColumn, SpinnerColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn

    return [
        SpinnerColumn(),
        TextColumn(tr("申报人", "applicants") + " {task.fields[finished]}/{task.fields[applicants]}"),
        BarColumn(bar_width=28),
        TextColumn(
            tr(
                "{task.fields[pages]} 页 · {task.fields[rate]:.1f} 页/秒 · 待核 {task.fields[flags]} 项",
                "{task.fields[pages]} pages · {task.fields[rate]:.1f}/s · {task.fields[flags]} to look at",
            )
        ),
        TimeElapsedColumn(),
        TextColumn(tr("剩余", "left")),
        TimeRemainingColumn(),
    ]


def flagged(outcomes: Iterable[str]) -> int:
    """How many findings a person must look at."""
    return sum(outcome in (Outcome.FAIL, Outcome.UNSURE, Outcome.BROKEN) for outcome in outcomes)


def progress_for(applicants: int) -> Progress:
    """A bar where stderr is a terminal, plain lines elsewhere."""
    return BarProgress(applicants) if sys.stderr.isatty() else Progress(applicants)
