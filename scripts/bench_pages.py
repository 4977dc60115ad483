"""What comparing pages costs and finds, on synthetic pages.

    python scripts/bench_pages.py [--pages 200000] [--quick] [--cost]

Prints, first, how often a page of one person is found again when another hands it in with the name changed and a reader
has read both with slips, for shingles of 4, 5 and 6 characters, and how often two people's pages of one form are taken
for one, in stores of 2, 15 and 300 applicants. Then, for growing stores on disk, how long the index takes to build, what
it takes in memory, how long a query takes, its reads from the store included, and whether it finds what comparing each with
each would show. CPU time is what counts where a machine is shared. Beyond BASE pages those of the first BASE are taken
again with their rare shingles replaced by others: the statistics stay, and drawing them is fast.
"""

from __future__ import annotations

import argparse
import platform
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from itertools import islice
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from scripts.page_eval.noise import read_again  # noqa: E402 - needs the path above
from scripts.page_eval.pages import KINDS, NAMES, lines, name  # noqa: E402
from verify.compare import shingles  # noqa: E402
from verify.compare.frequencies import Frequencies  # noqa: E402
from verify.compare.likeness import ALIKE, Likeness, likeness  # noqa: E402
from verify.compare.page_index import OWN, PageIndex, build  # noqa: E402
from verify.compare.shingles import Hashes  # noqa: E402
from verify.model import Slot  # noqa: E402
from verify.sketches import PageSketch  # noqa: E402
from verify.store.database import opened  # noqa: E402
from verify.store.pages import page_rows, page_shingles, put_pages  # noqa: E402

BASE, A_PERSON, AGAIN = 20_000, 10, 200
PROSE = (0, 5)
"""Kinds with prose of their own. The stores hold only these: forms with less are left out of the index and cost nothing."""

NOISE = {"2 %": (0.02, 0.2, 0.0), "5 %": (0.05, 0.2, 0.0), "cut by a third": (0.02, 0.0, 0.33)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=200_000)
    parser.add_argument("--quick", action="store_true", help="a tenth of everything")
    parser.add_argument("--cost", action="store_true", help="time and memory alone")
    parser.add_argument("--measure", type=int, help=argparse.SUPPRESS)
    parser.add_argument("--store", type=Path, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.measure:
        _measure(arguments.store, arguments.measure)
        return
    print(f"{platform.processor() or platform.machine()}, Python {platform.python_version()}, numpy {np.__version__}")
    if not arguments.cost:
        _find(60 if arguments.quick else 300)
    _cost(arguments.pages // (10 if arguments.quick else 1))


def _find(count: int) -> None:
    """Recall and false matches by kind of page."""
    for k, applicants in ((4, count), (6, count), (5, 2), (5, 15), (5, count)):
        pages = [_hashes(lines(kind, seed)[1], k) for kind in range(len(KINDS)) for seed in range(count)]
        print(f"k={k}, store of {applicants}: {_found(pages, count, applicants, k)}", flush=True)


def _found(pages: list[Hashes], count: int, applicants: int, k: int) -> str:
    known = Frequencies()
    for seed in range(applicants):
        known.add(np.concatenate(pages[seed::count]))
    told = []
    for kind, title in enumerate(NAMES):
        own = pages[kind * count : (kind + 1) * count]
        pairs = _pairs(applicants)
        alike = [_compared(own[i], own[j], known) for i, j in pairs]
        false = f"{sum(map(_same, alike))} ({sum(map(_sure, alike))})/{len(pairs)}"
        hits = [_recall(kind, range(min(applicants, 60)), known, noise, k) for noise in NOISE.values()]
        told.append(f"{title} {'/'.join(hits)} false {false}")
    return "; ".join(told)


def _pairs(applicants: int) -> list[tuple[int, int]]:
    every = [(i, j) for i in range(applicants) for j in range(i)]
    return random.Random("pairs").sample(every, min(len(every), 1000))


def _recall(kind: int, seeds: Iterable[int], known: Frequencies, noise: tuple[float, float, float], k: int) -> str:
    """Shown/sure: the first page is read with half of the slips, the second in full and with another's name."""
    slips, lost, cut = noise
    seen = list[Likeness | None]()
    for seed in seeds:
        who, page = lines(kind, seed)
        other = name(random.Random(f"other {seed}"))
        first = _hashes(read_again(page, seed, slips / 2), k)
        again = _hashes(read_again([line.replace(who, other) for line in page], -seed - 1, slips, lost, cut), k)
        seen.append(_compared(first, again, known))
    return f"{sum(map(_same, seen)) / len(seen):.0%} ({sum(map(_sure, seen)) / len(seen):.0%})"


def _compared(mine: Hashes, theirs: Hashes, known: Frequencies) -> Likeness | None:
    """None where one has so little of its own that the index leaves it out."""
    mine, theirs = known.rare(mine), known.rare(theirs)
    return likeness(mine, theirs, known) if min(len(mine), len(theirs)) >= OWN else None


def _same(likeness: Likeness | None) -> bool:
    return likeness is not None and likeness.score >= ALIKE and not likeness.is_form


def _sure(likeness: Likeness | None) -> bool:
    return likeness is not None and _same(likeness) and likeness.is_sure


def _hashes(page: Iterable[str], k: int) -> Hashes:
    return shingles.substance(shingles.of_lines(page, k))


def _cost(pages: int) -> None:
    """Fills a store, and measures in a process of its own for each size."""
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "store.sqlite"
        started = time.perf_counter()
        _fill(store, pages)
        print(f"store of {pages} pages: {store.stat().st_size / pages:.0f} bytes a page on disk, filled in "
              f"{time.perf_counter() - started:.0f} s")  # fmt: skip
        built = list[tuple[int, float]]()
        for size in (pages // 8, pages // 4, pages // 2, pages):
            command = [sys.executable, __file__, "--measure", str(size), "--store", str(store)]
            said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
            print(said.strip(), flush=True)
            built.append((size, float(said.split("built in ")[1].split()[0])))
        slope, start = np.polyfit(*zip(*built, strict=True), 1)
        print(f"linear fit: {slope * 1e6:.1f} s CPU for a million pages, {start:+.2f} s at the start")


def _fill(store: Path, pages: int) -> None:
    base = [shingles.of_lines(lines(PROSE[number % 2], number)[1]) for number in range(min(BASE, pages))]
    held = Frequencies()
    for hashes in base:
        held.add(hashes)
    rare = [held.of(hashes) <= 2 for hashes in base]
    with opened(store) as engine, engine.begin() as connection:
        for applicant in range(pages // A_PERSON):
            own = range(applicant * A_PERSON, (applicant + 1) * A_PERSON)
            blobs = [_again(base[n % BASE], rare[n % BASE], n // BASE) for n in own]
            put_pages(
                connection,
                applicant,
                [PageSketch(f"{n}.jpg", 1, Slot.OTHER, b, None, "") for n, b in zip(own, blobs, strict=True)],
            )


def _again(hashes: Hashes, rare: np.ndarray, turn: int) -> bytes:
    """The page with its rare shingles replaced by others of their kind, turn by turn others."""
    other = (hashes ^ np.uint32(turn * 0x9E3779B1 & 0xFFFFFFFC)) if turn else hashes
    return shingles.packed(np.unique(np.where(rare, other, hashes)))


def _measure(store: Path, size: int) -> None:
    with opened(store) as engine, engine.connect() as connection:
        before, started, spent = _rss(), time.perf_counter(), time.process_time()
        index = build(lambda: islice(page_rows(connection), size), lambda pages: page_shingles(connection, pages))
        took, cpu, held = time.perf_counter() - started, time.process_time() - spent, _rss() - before
        every = random.Random("query").sample(range(1, size + 1), min(size, 8000))
        blobs = {key: page_shingles(connection, [key])[key] for key in every[:2000]}
        keys = [key for key, blob in blobs.items() if _is_compared(blob, index.frequencies)][:1000]
        walls, cpus, hits = list[float](), list[float](), 0
        for key in keys:
            start, spent = time.perf_counter(), time.process_time()
            found = index.query(blobs[key], applicant=(key - 1) // A_PERSON)
            cpus.append((time.process_time() - spent) * 1000)
            walls.append((time.perf_counter() - start) * 1000)
            hits += sum(not hit.likeness.is_form for hit in found)
        again = "; ".join(f"{title} {_found_again(index, size, noise)}" for title, noise in NOISE.items())
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(f"{size} pages ({len(index)} indexed): built in {cpu:.1f} s CPU ({took:.1f} s wall), {held / size:.2f} KB a page "
          f"({held / max(len(index), 1):.2f} an indexed one) held, peak {peak / 1024:.0f} MB, "
          f"query {_quantiles(cpus)} ms CPU ({_quantiles(walls)} ms wall), "
          f"pages of others taken for one's own {hits} of {len(keys)} queries, handed in again and found: {again}")  # fmt: skip


def _quantiles(times: list[float]) -> str:
    return f"median {statistics.median(times):.2f}, p95 {np.percentile(times, 95):.2f}, most {max(times):.2f}"


def _found_again(index: PageIndex, size: int, noise: tuple[float, float, float]) -> str:
    """Of pages read again with slips, how many the index finds, of those that comparing the two in full shows."""
    shown = found = 0
    for number in random.Random("again").sample(range(min(BASE, size)), AGAIN):
        slips, lost, cut = noise
        again = _hashes(read_again(lines(PROSE[number % 2], number)[1], number, slips, lost, cut), shingles.K)
        first = shingles.substance(shingles.unpacked(index.fetch([number + 1])[number + 1]))
        if _same(_compared(again, first, index.frequencies)):
            shown += 1
            found += number + 1 in {hit.page for hit in index.query(shingles.packed(again))}
    return f"{found} of {shown}"


def _is_compared(blob: bytes, known: Frequencies) -> bool:
    return len(known.rare(shingles.substance(shingles.unpacked(blob)))) >= OWN


def _rss() -> float:
    """Memory held by this process, in KB."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize() / 1024


if __name__ == "__main__":
    main()
