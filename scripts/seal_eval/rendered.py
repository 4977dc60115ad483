"""Rendered pages: whose seal does the product say it is? Right, unsure or wrong, by size, wear and relation."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from scripts.seal_eval.conditions import conditions, timed
from scripts.seal_eval.tally import Outcome, Result, summary
from scripts.sealkit.case import Case, case_of
from scripts.sealkit.faces import installed
from verify.org_names import plain, unit
from verify.orgs import Owner, owner
from verify.page import Box, Seal
from verify.read.engine import Engine
from verify.read.rapid import RapidEngine
from verify.read.seals import find_and_read

OVERLAP = 0.3
"""Least intersection over union for a found seal to be the one that was drawn."""


def rendered(count: int, seed: int, save: Path | None) -> None:
    """Draws and judges `count` pages of the series `seed`, and prints the figures; pictures go to `save`."""
    engine = RapidEngine()
    find_and_read(case_of(seed, 0).image, engine)  # loads the models outside the measured time
    print(f"{count} rendered pages, seed {seed}, faces {', '.join(installed())}\n{conditions(engine.id)}")
    results = []
    for number in range(count):
        case = case_of(seed, number)
        if save:
            save.mkdir(parents=True, exist_ok=True)
            (save / f"{case.label}.jpg").write_bytes(case.jpeg)
        results.append(judged(case, engine))
    summary(results)


def judged(case: Case, engine: Engine) -> Result:
    """The case through the product's reading and its decision."""
    found, seconds = timed(lambda: find_and_read(case.image, engine))
    seal = seal_on(case, found)
    if seal is None:
        seen = ", ".join(f"{seal.title or '-'} {seal.box}" for seal in found)
        return Result(case, "not found", False, False, len(found), seconds, f"found instead: {seen or 'nothing'}")
    decision = owner(seal, case.employer, case.others)
    outcome = outcome_of(case, decision)
    deadly = outcome == "wrong" and "employer" in (case.whose, decision.kind)
    why = f"{decision.kind} {decision.name or '-'} {decision.score:.2f}; read {_shown(seal)}"
    further = sum(overlap(one.box, case.box) < OVERLAP for one in found)
    return Result(case, outcome, deadly, _exact(case, seal), further, seconds, why)


def seal_on(case: Case, found: Sequence[Seal]) -> Seal | None:
    """Of the seals found, the one that was drawn."""
    ours = [seal for seal in found if overlap(seal.box, case.box) >= OVERLAP]
    return max(ours, key=lambda seal: overlap(seal.box, case.box), default=None)


def outcome_of(case: Case, decision: Owner) -> Outcome:
    """Another party is right under its own name or as the seal was read, but not under a further party's name."""
    if decision.kind == "unreadable":
        return "unsure"
    if case.whose == "employer":
        return "right" if decision.kind == "employer" else "wrong"
    if decision.kind == "employer":
        return "wrong"
    return "right" if decision.name == case.name or decision.name not in case.others else "wrong"


def overlap(one: Box, other: Box) -> float:
    """Intersection over union of two boxes."""
    width = min(one[2], other[2]) - max(one[0], other[0])
    height = min(one[3], other[3]) - max(one[1], other[1])
    if width <= 0 or height <= 0:
        return 0.0
    areas = sum((box[2] - box[0]) * (box[3] - box[1]) for box in (one, other))
    return width * height / (areas - width * height)


def _exact(case: Case, seal: Seal) -> bool:
    """Whether the title was read to the letter; a plate's title is followed by what it is for, or is one of its lines."""
    if case.stamp.shape == "plate":
        return any(plain(text).startswith(plain(case.name)) for text in (seal.title, *seal.texts))
    return unit(plain(seal.title)) == plain(case.name)


def _shown(seal: Seal) -> str:
    return f"{' | '.join((seal.title or '-', *seal.candidates[1:3]))} ({seal.confidence:.2f}) {' / '.join(seal.texts)}"
