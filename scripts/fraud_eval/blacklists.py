"""Measures the blacklists of journals and awards on pages as readers hand them on, through the checks and no images.

    python -m scripts.fraud_eval.blacklists [--count 300] [--seed 1]

Planted: a listed journal or a forged certificate, however it is written and laid out. Innocent: genuine journals (also
such as cite a listed one, or are called almost like one) and genuine honours. What must be looked at is flagged; what
fails is accused, and no innocent may be.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from random import Random
from typing import Any

from checks.table import CHECKS
from scripts.fraud_eval.certificates import CAST, CERTIFICATES, FORGED, award, honour
from scripts.fraud_eval.paper_pages import LAYOUTS, LISTED, WRITTEN, citing, paper
from scripts.fraud_eval.samples import Sample
from verify.blacklist_guard import genuine
from verify.finding import Outcome
from verify.packs import load

NOTICE = "shaoxing-2024-07"
LOOKALIKES = (
    "工程管理前线（中文版）",
    "建筑学研究前言",
    "工程管理科技前沿",
    "建筑学研究",
    "工程管理",
    "建筑前沿",
    "建筑学前沿研究",
    "城市工程管理前沿",
)


@dataclass(frozen=True, slots=True)
class Measured:
    """How many of the planted were flagged and how many failed; which innocent were accused, which doubted needlessly.

    `overlooked` are the planted that were not flagged, `needless` the innocent whom nothing speaks against.
    """

    planted: int
    flagged: int
    failed: int
    innocents: int
    doubted: int
    needless: tuple[str, ...]
    accused: tuple[str, ...]
    overlooked: tuple[str, ...]


def planted(seed: int, n: int) -> Iterator[Sample]:
    """`n` papers in listed journals and forged certificates; each must fail."""
    random = Random(f"planted/{seed}")
    for index in range(n):
        if index % 3 < 2:
            written = random.choice(WRITTEN)
            yield paper(random, written(random.choice(LISTED)), random.choice(LAYOUTS), Outcome.FAIL)
        else:
            yield award(random, random.choice(FORGED), CAST, random.choice(CERTIFICATES), Outcome.FAIL)


def innocents(seed: int, n: int) -> Iterator[Sample]:
    """`n` papers in genuine or merely like journals, and genuine honours; a person may look, but none may fail."""
    random = Random(f"innocents/{seed}")
    known = genuine()
    for index in range(n):
        if index % 3 < 2:
            alike = random.random() < 0.4
            journal = random.choice(LOOKALIKES if alike else known["journals"])
            may = Outcome.UNSURE if alike else Outcome.PASS
            yield paper(random, journal, random.choice((*LAYOUTS, citing)), may)
        else:
            yield honour(random, known)


def judged(sample: Sample) -> Outcome:
    """What the check makes of it, by the notice's own parameters."""
    judge = CHECKS[sample.check].judge
    assert judge is not None
    return next(iter(judge(sample.case, _params()[sample.check]))).outcome


def measure(n: int, seed: int) -> Measured:
    """Judges `n` planted and `n` innocent samples, and prints recall, false accusations and what went wrong."""
    bad = [(sample, judged(sample)) for sample in planted(seed, n)]
    good = [(sample, judged(sample)) for sample in innocents(seed, n)]
    seen, clear = Counter(outcome for _, outcome in bad), Counter(outcome for _, outcome in good)
    told = Measured(
        planted=n,
        flagged=seen[Outcome.FAIL] + seen[Outcome.UNSURE],
        failed=seen[Outcome.FAIL],
        innocents=n,
        doubted=clear[Outcome.UNSURE],
        needless=tuple(s.label for s, outcome in good if (s.expected, outcome) == (Outcome.PASS, Outcome.UNSURE)),
        accused=tuple(sample.label for sample, outcome in good if outcome is Outcome.FAIL),
        overlooked=tuple(s.label for s, outcome in bad if outcome not in (Outcome.FAIL, Outcome.UNSURE)),
    )
    print(f"planted {n}, seed {seed}: flagged {told.flagged / n:.1%}, failed {told.failed / n:.1%}")
    print(f"innocent {n}: accused {len(told.accused)}, for a person to look at {told.doubted / n:.1%}")
    print(f"innocent, with nothing like a listed name: for a person to look at {len(told.needless) / n:.1%}")
    for label in told.overlooked:
        print(f"overlooked: {label}")
    for label in told.accused:
        print(f"ACCUSED: {label}")
    return told


@cache
def _params() -> dict[str, Any]:
    return {rule.check.id: rule.params for rule in load(NOTICE).rules}


def main() -> None:
    parser = argparse.ArgumentParser(description="Measures the blacklists.")
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    measure(chosen.count, chosen.seed)


if __name__ == "__main__":
    main()
