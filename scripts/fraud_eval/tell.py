"""The figures in print: a line a check, the misses and the accused by name."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.metadata import version

from checks.table import CHECKS
from scripts.fraud_eval.kinds import Kind
from scripts.fraud_eval.score import TARGETS, Accused, Line, Scored, line

PACKAGES = ("rapidocr", "openvino", "pikepdf", "sqlalchemy", "opencv-python", "numpy")


def conditions(count: int, seed: int) -> str:
    """Machine, versions, size and seed."""
    versions = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    return f"{platform.machine()}, {os.cpu_count()} cores; Python {platform.python_version()}; {versions}\n{count} applicants, seed {seed}"


def table(every: Mapping[str, Sequence[Scored]]) -> Iterator[str]:
    """A line a check; those without a target are told too."""
    yield f"{'check':32}{'planted':>8}{'found':>6}{'unsure':>7}{'recall':>8}{'target':>8}{'innocent':>10}{'accused':>8}{'unsure':>7}"
    for check in sorted(every, key=_order):
        yield _row(line(check, every[check])) if CHECKS[check].built else f"{check:32} not built"


def kinds(every: Mapping[str, Sequence[Scored]]) -> Iterator[str]:
    """The same, a line for each kind of deed and check."""
    for check in sorted((check for check in every if CHECKS[check].built), key=_order):
        for kind in dict.fromkeys(one.deed.kind for one in every[check]):
            same = [one for one in every[check] if one.deed.kind == kind]
            tally = ", ".join(f"{word} {sum(one.outcome == got for one in same)}" for got, word in _WORDS.items())
            yield f"  {check:32}{'fraud' if same[0].deed.fraud else 'innocent':9} {kind}: {len(same)}: {tally}"


_WORDS = {"fail": "fail", "unsure": "unsure", "na": "na", "": "neither"}


def misses(every: Mapping[str, Sequence[Scored]]) -> Iterator[str]:
    """Every fraud that did not fail, every innocent likeness that did or was doubted."""
    for check in sorted((check for check in every if CHECKS[check].built), key=_order):
        for one in every[check]:
            if one.outcome != "fail" if one.deed.fraud else one.outcome in ("fail", "unsure"):
                due = one.deed.doubt and one.outcome == "unsure"
                what = "doubted, as is due," if due else "missed" if one.deed.fraud else "innocent"
                yield f"  {what} {check} {one.deed.applicant} ({one.deed.kind}): {one.outcome or 'nothing'} {one.message[:160]}"


def people(found: Sequence[Accused], innocents: int, misses: bool) -> Iterator[str]:
    """How many applicants without a fraud are accused, and by what."""
    yield f"accused innocents: {len({one.applicant for one in found})} of {innocents} applicants without a planted fraud"
    for one in found if misses else ():
        yield f"  {one.check} {one.applicant} {one.subject}: {one.message[:200]}"


def left_out(several: Iterable[Kind]) -> Iterator[str]:
    """The kinds that could not be drawn."""
    for kind in several:
        yield f"not drawn: {kind.name} ({'fraud' if kind.fraud else 'innocent'}): {kind.needs} is missing"


def _order(check: str) -> int:
    return list(TARGETS).index(check) if check in TARGETS else len(TARGETS)


def _row(told: Line) -> str:
    recall = "-" if told.recall is None else f"{told.recall:.0%}"
    target = f"{TARGETS[told.check]:.0%}" if told.check in TARGETS and told.planted else "-"
    mark = "  MISSED" if told.missed_target else ""
    return (
        f"{told.check:32}{told.planted:8}{told.found:6}{told.unsure:7}{recall:>8}{target:>8}{told.innocents:10}{told.accused:8}"
        f"{told.doubted:7}{mark}"
    )
