"""What a method makes of a crop, and its score: a file is exact if each of its titles was read to the letter."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from scripts.seal_eval.conditions import timed
from scripts.seal_eval.samples import Sample, plain
from verify.page import Seal
from verify.pool import Pool
from verify.read.engine import Engine
from verify.read.many import Reader
from verify.read.seals import find_and_read


@dataclass(frozen=True)
class Reading:
    """What a method made of one crop: lines, seconds, and the seals where it knows of seals."""

    lines: tuple[str, ...]
    seconds: float
    seals: tuple[Seal, ...] = ()


@dataclass(frozen=True)
class Score:
    """Whether all titles of a file were read exactly, and the mean over them of the best line's 1-NED."""

    exact: bool
    near: float


def by_seals(crops: Sequence[Sample], engine: Engine) -> list[Reading]:
    """The seals found on the crops."""
    return [_of(*timed(lambda image=crop.image: find_and_read(image, engine))) for crop in crops]  # type: ignore[misc]


def by_files(crops: Sequence[Sample]) -> list[Reading]:
    """The crops read as `hedui read` reads a file: sniffed, turned upright, in a worker."""
    files = [(crop.path.resolve(), "image/png") for crop in crops]
    with Pool(1) as pool:
        readings, seconds = timed(lambda: Reader(pool, "rapidocr", None, None).read(files, lambda _: None))
    return [_of(reading.pages[0].seals if reading.pages else (), seconds / len(files)) for reading in readings]


def by_lines(crops: Sequence[Sample], read: Callable[[Sample], tuple[str, ...]]) -> list[Reading]:
    """The lines that a baseline gives."""
    return [Reading(*timed(lambda crop=crop: read(crop))) for crop in crops]  # type: ignore[misc]


def score(crop: Sample, lines: Sequence[str]) -> Score:
    """The best line for each title of `crop`."""
    best = [
        max((float(Levenshtein.normalized_similarity(plain(line), title)) for line in lines), default=0.0)
        for title in crop.titles
    ]
    return Score(min(best) == 1, statistics.mean(best))


def titles(reading: Reading) -> tuple[str, ...]:
    """The titles alone, as the product shows them."""
    return tuple(seal.title for seal in reading.seals if seal.title)


def _of(seals: tuple[Seal, ...], seconds: float) -> Reading:
    return Reading(tuple(text for seal in seals for text in (seal.title, *seal.texts) if text), seconds, seals)
