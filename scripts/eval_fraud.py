"""Measures what a run finds of known frauds, and whom it accuses who did nothing.

    python scripts/eval_fraud.py [--applicants 300] [--seed 1] [--jobs 2] [--keep DIR] [--misses]

Draws a batch of invented applicants, a tenth of them with one planted fraud of each kind and as many with innocent
likenesses of each; runs last year's batch and this one with a store of their own; prints by check how many frauds were
found, and how many innocents were accused, with the conditions. A fraud is found where its own check fails and names its
file and the other applicant; `unsure` is counted apart, but for screenshots' defects of which the check makes no more than
a doubt (another size or baseline, a tool's menu, one letter of the host). Exit code 1: a built check missed its target.

Nearly all papers are PDFs with a text layer, so that a batch is read in minutes: numbers and journals are not read from
pictures here (the check's own measures do that). Pictures are the pages that a forger scanned, screenshots and seals
(round, 104 pixels of radius or more). No paper bears the employer's sign-off, which other checks return.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from checks.table import CHECKS  # noqa: E402 - needs the path above
from scripts.fraud_eval import tell  # noqa: E402
from scripts.fraud_eval.generate import generated  # noqa: E402
from scripts.fraud_eval.measure import judged, write  # noqa: E402
from scripts.fraud_eval.score import accused, every, line  # noqa: E402


def main() -> int:
    arguments = _arguments()
    print(tell.conditions(arguments.applicants, arguments.seed), flush=True)
    with _folder(arguments.keep) as root:
        started = time.monotonic()
        made = generated(arguments.applicants, arguments.seed)
        write(made, root)
        written = time.monotonic()
        reports = judged(made, root, arguments.jobs)
        print(
            f"drawn in {written - started:.0f} s, judged in {time.monotonic() - written:.0f} s, {arguments.jobs} workers"
        )
    found, innocent = every(made.manifest, reports), accused(made.manifest, reports)
    print(*tell.left_out(made.left_out), *tell.table(found), sep="\n")
    print(*(tell.kinds(found) if arguments.misses else ()), *(tell.misses(found) if arguments.misses else ()), sep="\n")
    print(*tell.people(innocent, len(made.manifest.innocent), arguments.misses), sep="\n")
    return int(bool(innocent) or any(line(check, found[check]).missed_target for check in found if CHECKS[check].built))


@contextmanager
def _folder(keep: Path | None) -> Iterator[Path]:
    if keep:
        keep.mkdir(parents=True, exist_ok=True)
        yield keep
        return
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measures what a run finds of known frauds, and whom it accuses.")
    parser.add_argument("--applicants", type=int, default=300, metavar="N", help="10 or more")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2, help="workers of the run")
    parser.add_argument(
        "--keep", type=Path, metavar="DIR", help="an empty folder for the batch, the manifest and the reports"
    )
    parser.add_argument("--misses", action="store_true", help="every miss and every accused innocent by name")
    arguments = parser.parse_args()
    if arguments.applicants < 10:
        parser.error("--applicants: 10 or more")
    if arguments.keep and arguments.keep.is_dir() and any(arguments.keep.iterdir()):
        parser.error("--keep: the folder is not empty")
    return arguments


if __name__ == "__main__":
    sys.exit(main())
