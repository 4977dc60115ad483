"""Measures project.platform_page_genuine on drawn pages, read as a run reads them.

    python scripts/eval_platform.py [--innocents 120] [--each 20] [--seed 1] [--save DIR]

Prints, for each planted defect, how many pages fail or are unsure, and how many innocent pages do; every innocent page that
is not passed is told. The conditions are printed with the figures.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from checks.project import platform_page_genuine  # noqa: E402 - needs the path above
from scripts.fixturekit.screen_defects import DEFECTS, SUBMITTED, planted, render  # noqa: E402
from scripts.seal_eval.conditions import conditions  # noqa: E402
from verify.finding import Observation  # noqa: E402
from verify.form import Form, Project  # noqa: E402
from verify.model import Case, Document, Item, Slot  # noqa: E402
from verify.packs import load  # noqa: E402
from verify.read.engine import Engine  # noqa: E402
from verify.read.page import read_page  # noqa: E402
from verify.read.rapid import RapidEngine  # noqa: E402

CHECK = "project.platform_page_genuine"
FOLDER = "工程业绩/1"


def main() -> None:
    arguments = _arguments()
    engine = RapidEngine()
    print(conditions(engine.id))
    params = next(rule.params for rule in load(arguments.notice).rules if rule.check.id == CHECK)
    asked = {None: arguments.innocents, **dict.fromkeys(arguments.only or DEFECTS, arguments.each)}
    for defect, count in asked.items():
        tally = Counter[str]()
        for seed in range(arguments.seed, arguments.seed + count):
            (seen,) = platform_page_genuine(_case(defect, seed, engine, arguments.save), params)
            tally[seen.outcome.value] += 1
            if arguments.tell or (defect is None and seen.outcome.value not in ("pass", "na")):
                print(f"  {defect or 'innocent'} {seed}: {_short(seen)}", flush=True)
        shares = "  ".join(f"{outcome} {tally[outcome]}/{count}" for outcome in ("fail", "unsure", "pass", "na"))
        print(f"{defect or 'innocent':24}{shares}", flush=True)


def _case(defect: str | None, seed: int, engine: Engine, save: Path | None) -> Case:
    """One applicant who claims the page's project, as the page tells it."""
    image = render(defect, seed)
    if save:
        image.save(save / f"{defect or 'innocent'}-{seed}.png")
    page, _ = read_page(np.asarray(image), 1, engine)
    document = Document(
        f"{FOLDER}/平台.png", Path("平台.png"), "0", 1, "image/png", Slot.PROJECT, FOLDER, pages=(page,)
    )
    shown = planted(defect, seed)
    number = dict(shown.pairs)["项目编号"]
    claim = Project.model_validate({"name": shown.name, "platform": "jzsc", "registry_number": number})
    form = Form.model_validate({"name": shown.people[0][1], "submitted_at": f"{SUBMITTED}"})
    return Case("1", shown.people[0][1], form, (document,), (Item(Slot.PROJECT, FOLDER, claim, (document,)),))


def _short(seen: Observation) -> str:
    return f"{seen.outcome.value}: {seen.found or seen.message}"


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measures project.platform_page_genuine on drawn pages.")
    parser.add_argument("--innocents", type=int, default=120)
    parser.add_argument("--each", type=int, default=20, help="pages of each defect")
    parser.add_argument("--only", nargs="*", choices=sorted(DEFECTS), help="these defects only")
    parser.add_argument("--seed", type=int, default=1, help="of the first page")
    parser.add_argument("--notice", default="shaoxing-2024-07")
    parser.add_argument("--save", type=Path, metavar="DIR", help="keep the pages there")
    parser.add_argument("--tell", action="store_true", help="what was said of every page")
    return parser.parse_args()


if __name__ == "__main__":
    main()
