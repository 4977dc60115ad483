"""Measures the reading of seals.

    python scripts/eval_seals.py FOLDER                    real crops and pages, beside other ways of reading
    python scripts/eval_seals.py --rendered 200 [--seed N] [--save DIR]     whose seal it is, on rendered pages
    python scripts/eval_seals.py --twins 200 [--seed N]     names one letter away from the truth: none may pass

FOLDER holds manifest.csv (file, grade, title, other_texts, …; several titles or texts parted by |), seals/ and pages/.
The conditions are printed with the figures.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from scripts.seal_eval.conditions import conditions  # noqa: E402 - needs the path above
from scripts.seal_eval.crops import crops  # noqa: E402
from scripts.seal_eval.pages import pages  # noqa: E402
from scripts.seal_eval.rendered import rendered  # noqa: E402
from scripts.seal_eval.samples import load  # noqa: E402
from scripts.seal_eval.twins import twins  # noqa: E402
from verify.read.rapid import RapidEngine  # noqa: E402


def main() -> int:
    arguments = _arguments()
    if arguments.rendered:
        rendered(arguments.rendered, arguments.seed, arguments.save)
        return 0
    if arguments.twins:
        twins(arguments.twins, arguments.seed)
        return 0
    if not (arguments.folder / "manifest.csv").is_file():
        print(f"skipped: no manifest.csv in {arguments.folder}; give the folder of the real images", file=sys.stderr)
        return 0
    _real(arguments.folder)
    return 0


def _real(folder: Path) -> None:
    samples, engine = load(folder), RapidEngine()
    seals = [sample for sample in samples if sample.file.startswith("seals/")]
    sheets = [sample for sample in samples if sample.file.startswith("pages/")]
    print(f"{len(seals)} seal crops, {len(sheets)} pages; {conditions(engine.id)}")
    crops(seals, engine)
    pages(sheets, engine)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measures the reading of seals.")
    parser.add_argument("folder", type=Path, nargs="?", default=ROOT / "../shared/real", help="real images")
    parser.add_argument("--rendered", type=int, metavar="COUNT", help="draw and judge so many pages instead")
    parser.add_argument("--twins", type=int, metavar="COUNT", help="put wrong names to the seals of so many instead")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--save", type=Path, metavar="DIR", help="keep the rendered pages there")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
