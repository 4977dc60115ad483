"""Real crops: every reading, the scores by grade side by side, and how well a claimed name is verified."""

from __future__ import annotations

import statistics
from collections import Counter
from collections.abc import Sequence

from scripts.seal_eval.baselines import Stock
from scripts.seal_eval.samples import Sample
from scripts.seal_eval.ways import Reading, by_files, by_lines, by_seals, score, titles
from verify.orgs import SAME, best_similarity, owner
from verify.read.engine import Engine

GRADES = ("A", "B", "H", "P", "all")
"""A clear, B hard, H ink over print, P parts of the title are gone."""


def crops(samples: Sequence[Sample], engine: Engine) -> None:
    """Prints all that is measured on crops."""
    by_seals(samples[:1], engine)  # loads the models outside the measured time
    stock = Stock()
    ours, files = by_seals(samples, engine), by_files(samples)
    ways: dict[str, list[Sequence[str]]] = {
        "hedui, title": [titles(reading) for reading in ours],
        "hedui, any line": [reading.lines for reading in ours],
        "hedui read, title": [titles(reading) for reading in files],
        "polar unwrap": [reading.lines for reading in by_lines(samples, lambda crop: stock.unwrapped(crop.image))],
        "RapidOCR as it is": [reading.lines for reading in by_lines(samples, lambda crop: stock.page(crop.image))],
    }
    _each(samples, ours, files)
    _table(samples, ways)
    _found(samples, ours, files)
    _inner(samples, ours)
    _verification(samples, ours)


def _each(samples: Sequence[Sample], ours: Sequence[Reading], files: Sequence[Reading]) -> None:
    for crop, reading, file in zip(samples, ours, files, strict=True):
        took = f"{crop.grade} {crop.name:24} {reading.seconds * 1000:4.0f} ms"
        other = "" if titles(file) == titles(reading) else f"; as a file: {_shown(file)}"
        print(f"{took}  {'|'.join(crop.titles) or '?'} -> {_shown(reading)}{other}")


def _shown(reading: Reading) -> str:
    seals = (f"{seal.title or '-'} ({seal.confidence:.2f}, {seal.kind})" for seal in reading.seals)
    return " / ".join(seals) or "not found"


def _table(samples: Sequence[Sample], ways: dict[str, list[Sequence[str]]]) -> None:
    print("\nfiles with all titles exact / mean 1-NED of the best line (of the title: where it says so)")
    print(f"{'grade':6}{'files':>6}" + "".join(f"{name:>20}" for name in ways))
    for grade in GRADES:
        rows = [i for i, crop in enumerate(samples) if crop.titles and grade in (crop.grade, "all")]
        cells = []
        for lines in ways.values() if rows else ():
            scores = [score(samples[i], lines[i]) for i in rows]
            cells.append(f"{sum(one.exact for one in scores)} / {statistics.mean(one.near for one in scores):.2f}")
        if rows:
            print(f"{grade:6}{len(rows):>6}" + "".join(f"{cell:>20}" for cell in cells))


def _found(samples: Sequence[Sample], ours: Sequence[Reading], files: Sequence[Reading]) -> None:
    counts = [sum(bool(reading.seals) for reading in readings) for readings in (ours, files)]
    times = [reading.seconds * 1000 / max(1, len(reading.seals)) for reading in ours]
    print(f"\ncrops with a seal found: {counts[0]} of {len(samples)}, as files {counts[1]}", end="; ")
    print(f"ms a seal: median {statistics.median(times):.0f}, most {max(times):.0f}")


def _inner(samples: Sequence[Sample], ours: Sequence[Reading]) -> None:
    """The other texts of seals that were read to the letter, by grade, and texts read that are none."""
    found, all_of, more = Counter[str](), Counter[str](), Counter[str]()
    for crop, reading in zip(samples, ours, strict=True):
        texts = [text for seal in reading.seals if seal.shape != "rectangle" for text in seal.texts]
        all_of[crop.grade] += len(crop.keys)
        found[crop.grade] += sum(key in texts for key in crop.keys)
        more[crop.grade] += sum(text not in crop.keys for text in texts)
    shown = (f"{grade} {found[grade]} of {n}, {more[grade]} wrong" for grade, n in sorted(all_of.items()) if n)
    print("inner texts found:", "; ".join(shown))


def _verification(samples: Sequence[Sample], ours: Sequence[Reading]) -> None:
    """Each crop against every title of the manifest: borne out, and said to be whose."""
    names = sorted({title for crop in samples for title in crop.titles})
    rows = [(crop, reading) for crop, reading in zip(samples, ours, strict=True) if crop.titles]
    taken = [
        (crop, name)
        for crop, reading in rows
        for name in names
        if any(best_similarity(seal, name) >= SAME for seal in reading.seals)
    ]
    hits = sum(name in crop.titles for crop, name in taken)
    claimed = sum(len(crop.titles) for crop, _ in rows)
    false = [f"{crop.name} for {name}" for crop, name in taken if name not in crop.titles]
    graded = Counter(crop.grade for crop, name in taken if name in crop.titles)
    asked = Counter(crop.grade for crop, _ in rows for _ in crop.titles)
    by_grade = ", ".join(f"{grade} {graded[grade]} of {asked[grade]}" for grade in sorted(asked))
    print(f"verifying a claimed name at {SAME}: {hits} of {claimed} hits ({by_grade}), ", end="")
    print(f"{len(false)} of {len(rows) * len(names) - claimed} false", *false, sep="\n  ")
    mine, theirs = Counter[str](), Counter[str]()
    for crop, reading in rows:
        for name in names:
            (mine if name in crop.titles else theirs)[_whose(reading, name, crop.titles)] += 1
    print("the claimed employer's own seal is said to be", ", ".join(f"{kind} {n}" for kind, n in sorted(mine.items())))
    print("somebody else's seal is said to be", ", ".join(f"{kind} {n}" for kind, n in sorted(theirs.items())), "\n")


def _whose(reading: Reading, employer: str, titles: Sequence[str]) -> str:
    """The decision on a file: the employer's if any seal is, another's if all are."""
    others = [title for title in titles if title != employer]
    kinds = {owner(seal, employer, others).kind for seal in reading.seals}
    if not kinds:
        return "not found"
    return "the employer's" if "employer" in kinds else "another's" if kinds == {"other"} else "unreadable"
