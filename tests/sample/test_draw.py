"""Drawing: the probabilities that are shown are those with which people are drawn."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from math import comb
from random import Random

import pytest

from tests.sample.build import batch
from verify.sample.draw import inclusion, most_missed, split, systematic
from verify.sample.rules import rules
from verify.sample.sample import applicants_of, draw, size_of


@pytest.mark.parametrize(
    ("weights", "size", "wanted"),
    [
        ([1, 1, 1, 1], 2, ["1/2", "1/2", "1/2", "1/2"]),
        ([3, 1, 1, 1], 2, ["1", "1/3", "1/3", "1/3"]),
        ([9, 4, 1, 1], 3, ["1", "1", "1/2", "1/2"]),
        ([2, 1, 1], 3, ["1", "1", "1"]),
        ([5, 1], 0, ["0", "0"]),
        ([], 0, []),
    ],
)
def test_probabilities_follow_the_weights(weights: list[int], size: int, wanted: list[str]) -> None:
    assert inclusion(weights, size) == [Fraction(one) for one in wanted]


@pytest.mark.parametrize("seed", range(20))
def test_as_many_are_drawn_as_were_wanted_and_each_once(seed: int) -> None:
    rng = Random(seed)
    weights = [rng.randint(1, 40) for _ in range(rng.randint(1, 60))]
    size = rng.randint(0, len(weights))
    drawn = systematic(inclusion(weights, size), rng)
    assert (len(drawn), len(set(drawn))) == (size, size)


def test_people_are_drawn_as_often_as_is_said() -> None:
    people, times = applicants_of(batch(20, 30), rules()), 3000
    samples = [draw(people, 12, 0.5, str(seed)) for seed in range(times)]
    drawn = Counter(one.applicant.folder for sample in samples for one in sample.drawn)
    said = {one.applicant.folder: float(one.probability) for sample in samples for one in sample.drawn}
    assert len(said) == 50
    assert max(abs(drawn[folder] / times - share) for folder, share in said.items()) < 0.045  # 5 standard errors


def test_the_estimate_is_right_on_average() -> None:
    people = applicants_of(batch(0, 40), rules())
    missed = {f"c{n:03d}" for n in range(0, 40, 5)}

    def estimate(seed: int) -> float:
        drawn = draw(people, 10, 0.2, str(seed)).at_random
        return sum(one.stands_for for one in drawn if one.applicant.folder in missed) / 40

    estimates = [estimate(seed) for seed in range(2000)]
    assert abs(sum(estimates) / len(estimates) - len(missed) / 40) < 0.015
    assert len(set(estimates)) > 1


@pytest.mark.parametrize(
    ("size", "flagged", "clean", "share", "wanted"),
    [
        (10, 50, 50, "1/5", (8, 2)),
        (10, 3, 50, "1/5", (3, 7)),
        (10, 50, 1, "1/5", (9, 1)),
        (10, 50, 0, "1/5", (10, 0)),
        (10, 0, 50, "1/5", (0, 10)),
        (2, 50, 50, "1/5", (1, 1)),
        (1, 50, 50, "1/5", (1, 0)),
        (1, 0, 50, "1/5", (0, 1)),
        (100, 5, 6, "1/5", (5, 6)),
        (10, 50, 50, "0", (10, 0)),
        (10, 50, 50, "1", (0, 10)),
    ],
)
def test_how_many_of_each_part(size: int, flagged: int, clean: int, share: str, wanted: tuple[int, int]) -> None:
    assert split(size, flagged, clean, Fraction(share)) == wanted


@pytest.mark.parametrize(("population", "drawn"), [(100, 20), (40, 39), (7, 1), (300, 59)])
def test_the_bound_is_the_hypergeometric_one(population: int, drawn: int) -> None:
    bound = most_missed(population, drawn)

    def chance(missed: int) -> float:
        return comb(population - missed, drawn) / comb(population, drawn)

    assert chance(bound) >= 0.05 > chance(bound + 1)


def test_the_bound_of_a_census_is_none() -> None:
    assert most_missed(12, 12) == 0


@pytest.mark.parametrize(("population", "share", "wanted"), [(30, 0.1, 3), (31, 0.1, 4), (8, None, 5), (500, None, 50)])
def test_how_large_a_sample_is(population: int, share: float | None, wanted: int) -> None:
    assert size_of(population, share, rules()) == wanted
