"""Reading many files at once: what is cached is not read again, what crashes twice is quarantined."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from verify import __version__, limits, work
from verify.model import Trouble
from verify.page import Page
from verify.pool import Job, Lost, Pool
from verify.read.cache import Cache, Key, key
from verify.read.engine import EngineName
from verify.read.engines import identity
from verify.read.file import Reading


@dataclass(slots=True)
class Reader:
    """Reads files in `pool` with `engine`; `second` is asked where the first did not find a name, or None.

    `cache` is the folder of what was read before, or None; `fresh` reads anew what lies there. `hits` and `misses`
    count files, for run.json.
    """

    pool: Pool
    engine: EngineName
    second: EngineName | None
    cache: Path | None
    fresh: bool = False
    hits: int = field(default=0, init=False)
    misses: int = field(default=0, init=False)
    _seen: set[Key] = field(default_factory=set, init=False)
    """Met in this run already: counted, and not even `fresh` reads them a second time."""
    _lost: dict[Key, Reading] = field(default_factory=dict, init=False)
    """What could not be read in this run, which another try would only cost its time limit again."""

    def read(self, files: Sequence[tuple[Path, str]], tell: Callable[[int], None]) -> list[Reading]:
        """Read files, each (path, media); `tell` hears of every file's number of pages."""
        reader = reader_id(self.engine)
        entries = [self._key(path, reader) for path, _ in files]
        jobs = [
            Job(work.read, (path, media, self.engine, self.cache, entry), _seconds(path))
            for (path, media), entry in zip(files, entries, strict=True)
        ]
        return self._run(jobs, entries, tell)

    def read_again(self, files: Sequence[tuple[Path, str, tuple[Page, ...]]]) -> list[tuple[Page, ...]]:
        """The pages of files, each (path, media, pages so far), with the second reader's lines if there is one."""
        if self.second is None:
            return [pages for _, _, pages in files]
        reader = reader_id(self.engine, self.second)
        entries = [self._key(path, reader) for path, _, _ in files]
        jobs = [
            Job(work.reread, (path, media, pages, self.second, self.cache, entry), _seconds(path))
            for (path, media, pages), entry in zip(files, entries, strict=True)
        ]
        readings = self._run(jobs, entries, lambda _: None)
        return [reading.pages or first for reading, (_, _, first) in zip(readings, files, strict=True)]

    def recall(self, path: Path) -> Reading | None:
        """What was read of a file already, in this run or before; None where nothing was."""
        entry = self._key(path, reader_id(self.engine))
        return Cache(self.cache).get(entry) if self.cache and entry else None

    def _key(self, path: Path, reader: str) -> Key | None:
        try:
            return key(path, reader)
        except OSError:
            return None

    def _run(
        self, jobs: Sequence[Job[Reading]], entries: Sequence[Key | None], tell: Callable[[int], None]
    ) -> list[Reading]:
        known = [self._known(entry) for entry in entries]
        fresh = self._fresh([job for job, reading in zip(jobs, known, strict=True) if reading is None])
        results = []
        for reading, entry in zip(known, entries, strict=True):
            results.append(reading or self._noted(next(fresh), entry))
            tell(len(results[-1].pages))
        return results

    def _known(self, entry: Key | None) -> Reading | None:
        """What an earlier run, or this one, has read; a file counts once as a hit or a miss."""
        if entry in self._lost:
            return self._lost[entry]
        again = entry in self._seen
        reading = Cache(self.cache).get(entry) if self.cache and entry and (again or not self.fresh) else None
        if not again:
            self.hits += reading is not None
            self.misses += reading is None
        self._seen.update([entry] if entry and reading else [])
        return reading

    def _noted(self, reading: Reading, entry: Key | None) -> Reading:
        if entry and reading.trouble is Trouble.QUARANTINED:
            self._lost[entry] = reading
        elif entry:
            self._seen.add(entry)
        return reading

    def _fresh(self, jobs: Sequence[Job[Reading]]) -> Iterator[Reading]:
        for _, result in self.pool.run(jobs):
            yield _quarantined(result) if isinstance(result, Lost) else result


def reader_id(*engines: EngineName) -> str:
    """What a reading depends on beside the file: the program's version and the engines'."""
    return "|".join([__version__, *(identity(engine) for engine in engines)])


def _seconds(path: Path) -> float:
    try:
        return limits.seconds_for(path.stat().st_size)
    except OSError:
        return limits.FILE_SECONDS


def _quarantined(lost: Lost) -> Reading:
    message = f"程序未能读取此文件：{lost.why}。已隔离，请人工打开核对"
    return Reading(trouble=Trouble.QUARANTINED, message=message)
