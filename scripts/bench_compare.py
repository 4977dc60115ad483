"""What comparing applicants with one another costs, once all are read: is it so much an applicant, however many there are?

    python scripts/bench_compare.py [--applicants 500 2000 8000] [--seals 2] [--parts]

Puts synthetic applicants (8 pages, seals, a photo, a project; one in 50 with a page and a photo of another's) into a
store and prints for each size what the first pass puts, what making ready for comparing takes, and what comparing one
applicant takes (CPU time, and wall clock, which other work on the machine lengthens), the matches found, and by which
power of the number of applicants the whole grows: 1 is linear. With --parts, the ten functions that take longest.
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from scripts.page_eval.applicants import applicant, copies  # noqa: E402 - needs the path above
from verify.compare.comparison import Comparison  # noqa: E402
from verify.compare.elsewhere import Elsewhere  # noqa: E402
from verify.compare.survey import Survey  # noqa: E402
from verify.packs import load  # noqa: E402
from verify.store.open import store_at  # noqa: E402

ASKED = 80
"""Applicants compared, of those that there are: one in four copies another."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--applicants", type=int, nargs="+", default=[500, 2000, 8000])
    parser.add_argument("--seals", type=int, default=2, help="of each applicant")
    parser.add_argument("--parts", action="store_true")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, store_at(Path(folder) / "store.sqlite") as store:
        survey = Survey(store.engine, store.secret, Path(folder), load("shaoxing-2024-07"))
        spent, there = list[float](), 0
        for size in sorted(arguments.applicants):
            _fill(survey, range(there, size), arguments.seals)
            there = size
            spent.append(_measure(survey, size, arguments.parts))
        if len(spent) > 1:
            power = np.polyfit(np.log(sorted(arguments.applicants)), np.log(spent), 1)[0]
            print(f"comparing all grows with the {power:.2f}th power of the number of applicants")


def _fill(survey: Survey, numbers: Sequence[int], sealed: int) -> None:
    spent = time.process_time()
    for number in numbers:
        case, inks = applicant(number, sealed)
        survey.put(case, "", inks)
    print(f"{len(numbers)} applicants put: {(time.process_time() - spent) / len(numbers) * 1000:.1f} ms CPU each")


def _measure(survey: Survey, size: int, parts: bool) -> float:
    """CPU seconds of comparing all."""
    start, spent = time.perf_counter(), time.process_time()
    comparison = Comparison(survey, Elsewhere({}, lambda _: None))
    ready, cpu = time.perf_counter() - start, time.process_time() - spent
    cases = [applicant(number)[0] for number in _asked(size)]
    profile, kinds = cProfile.Profile(), Counter[str]()
    start, spent = time.perf_counter(), time.process_time()
    if parts:
        profile.enable()
    for case in cases:
        kinds.update(match.kind.value for match in comparison.of(case).matches)
    profile.disable()
    each, wall = (time.process_time() - spent) / len(cases), (time.perf_counter() - start) / len(cases)
    told = ", ".join(f"{kind} {count}" for kind, count in sorted(kinds.items()))
    print(f"{size} applicants: ready in {cpu:.1f} s CPU ({ready:.1f} s wall), one compared in {each * 1000:.1f} ms CPU "
          f"({wall * 1000:.1f} ms wall), together {cpu / size + each:.4f} s an applicant; of {len(cases)} asked: {told}")  # fmt: skip
    if parts:
        pstats.Stats(profile).sort_stats("tottime").print_stats(10)
    return cpu + each * size


def _asked(size: int) -> list[int]:
    roll = random.Random(f"asked {size}")
    copying = [number for number in range(size) if copies(number)]
    return [*roll.sample(copying, min(len(copying), ASKED // 4)), *roll.sample(range(size), min(size, ASKED * 3 // 4))]


if __name__ == "__main__":
    main()
