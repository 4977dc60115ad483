"""Could a copied short form (a yearly assessment of one sentence) be told by all that is filled in being the same?

    python scripts/eval_short_forms.py [--pairs 2000]

Such a page has too little of its own for verify/compare/page_index.py. The most that an exact rule could know is both
texts in full. Prints how many pairs of innocent colleagues (one employer, form, year, post, day of signing, and the same
stock phrase for a summary) agree in all but their names, by how many characters are filled in at least, and how many
copies with the name changed still do when a reader makes slips.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from scripts.page_eval.noise import read_again  # noqa: E402 - needs the path above
from scripts.page_eval.pages import name  # noqa: E402
from verify.compare.shingles import bare  # noqa: E402

PHRASES = ("工作认真负责，按时完成任务。", "能遵守单位各项规章制度，较好地完成了本职工作。", "团结同事，服从安排，全年无安全质量事故。",
           "能够胜任本职工作，完成领导交办的各项任务。", "熟悉施工规范，现场管理到位，较好地完成了全年生产任务。")  # fmt: skip
POSTS = ("施工员", "质量员", "技术员", "资料员")
CLASSMATES = 0.3
"""Share of colleagues born in one year, who were hired and appointed together."""

LEAST, SLIPS = (0, 60, 80, 100), (0.0, 0.01, 0.02)
FORMS = {"without dates of one's own": False, "with dates of birth, first work and appointment": True}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs", type=int, default=2000)
    pairs = parser.parse_args().pairs
    for title, dated in FORMS.items():
        innocent = [_colleagues(random.Random(f"{title} {seed}"), dated) for seed in range(pairs)]
        for least in LEAST:
            false = sum(_same(one, other, least) for one, other in innocent)
            print(
                f"forms {title}, {least} characters: innocent pairs taken for a copy {false} of {pairs}; copies found",
                end="",
            )
            for slips in SLIPS:
                read = [
                    (_read(one, seed, slips), _read(one, -seed - 1, slips)) for seed, (one, _) in enumerate(innocent)
                ]
                print(f", {slips:.0%} slips {sum(_same(*both, least) for both in read) / pairs:.0%}", end="")
            print()


def _colleagues(roll: random.Random, dated: bool) -> tuple[list[str], list[str]]:
    """What two colleagues filled in, but for their names."""
    unit, day = f"浙江{name(roll)[1:]}建设集团有限公司", f"2023年12月{roll.randint(18, 31)}日"
    shared = [unit, roll.choice(POSTS), "2023年度", roll.choice(PHRASES), "同意评为合格等次。", day, "合格", day]
    if not dated:
        return shared, shared
    born, other = roll.randint(1975, 1996), roll.randint(1975, 1996)
    if roll.random() < CLASSMATES:
        career = _career(roll, born)
        return [*shared, _birth(roll, born), *career], [*shared, _birth(roll, born), *career]
    return [*shared, _birth(roll, born), *_career(roll, born)], [*shared, _birth(roll, other), *_career(roll, other)]


def _birth(roll: random.Random, year: int) -> str:
    return f"{year}年{roll.randint(1, 12)}月"


def _career(roll: random.Random, born: int) -> list[str]:
    """First work (most begin in July) and appointment, to the month."""
    work = born + roll.randint(21, 24)
    return [
        f"{work}年{roll.choice((7, 7, 8, roll.randint(1, 12)))}月",
        f"{work + roll.randint(1, 6)}年{roll.randint(1, 12)}月",
    ]


def _read(filled: Sequence[str], seed: int, slips: float) -> list[str]:
    return ["".join(read_again([line], 100 * seed + number, slips)) for number, line in enumerate(filled)]


def _same(one: Sequence[str], other: Sequence[str], least: int) -> bool:
    mine, theirs = [bare(line) for line in one], [bare(line) for line in other]
    return mine == theirs and sum(map(len, mine)) >= least


if __name__ == "__main__":
    main()
