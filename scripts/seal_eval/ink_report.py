"""The figures of twin seals as a table: recall and false matches by band of radii, and the sweep of the threshold."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence

import numpy as np

from scripts.seal_eval.conditions import conditions
from scripts.seal_eval.ink_twins import Measured, Pair
from scripts.sealkit.impression import WORN
from verify.compare.seal_index import LIKELY

THRESHOLDS = (0.30, 0.35, 0.40, 0.45, 0.50, 0.60)
INKED = 0.40
"""Least that must be left of it without what lacks ink on both, as the notices ask."""

KINDS = ("pasted", "genuine", "different", "electronic")


def report(found: Measured, arguments: argparse.Namespace) -> None:
    """Prints it all. A pair counts as found where the first look and the whole comparison both say so."""
    told = ", ".join(f"{name} {value}" for name, value in vars(arguments).items() if name != "bands")
    print(f"twin seals, rendered: {told}; worn {WORN[0]} to {WORN[-1]}; quick look {LIKELY}\n{conditions('none')}")
    for band, pairs in found.pairs.items():
        _table(f"radius {band[0]} to {band[1]} px", pairs)
    fit = [pair for band, pairs in found.pairs.items() if band[0] >= 100 for pair in pairs]
    if fit:
        _table("radius 100 px and more", fit)
    seconds = [pair.seconds for pairs in found.pairs.values() for pair in pairs if pair.seconds]
    if seconds and found.sizes:
        print(
            f"a comparison: median {1e3 * np.median(seconds):.0f} ms; a sketch: median {np.median(found.sizes):.0f} bytes"
        )


def _table(title: str, pairs: Sequence[Pair]) -> None:
    print(
        f"\n{title}\n  {'pairs':<11}{'all':>5}{'compared':>9}  {'found at ' + '  '.join(map(str, THRESHOLDS)):<44}highest  not compared"
    )
    for kind in KINDS:
        ours = [pair for pair in pairs if pair.kind == kind]
        scores = [_counted(pair) for pair in ours if pair.state in ("compared", "apart")]
        hits = "  ".join(f"{sum(score >= bar for score in scores):>5}" for bar in THRESHOLDS)
        why = dict(Counter(pair.state for pair in ours if pair.state not in ("compared", "apart")))
        print(f"  {kind:<11}{len(ours):>5}{len(scores):>9}  {hits:<44}{max(scores, default=-1):>7.2f}  {why or ''}")
        if kind == "pasted" and scores:
            share = sum(score >= 0.50 for score in scores) / len(scores)
            print(
                f"  {'':<11}recall at 0.50 of those compared {share:.1%}, of all {share * len(scores) / len(ours):.1%}"
            )


def _counted(pair: Pair) -> float:
    """The score, -1 where the first look passes the pair over or the likeness is one of nicks and wear."""
    return pair.score if pair.score is not None and pair.quick >= LIKELY and pair.inked >= INKED else -1.0
