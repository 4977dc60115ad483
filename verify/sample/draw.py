"""Drawing with known inclusion probabilities: systematic sampling with probability proportional to size.

W. G. Madow, "On the theory of systematic sampling, II", Ann. Math. Statist. 20 (1949). All in fractions, so that the
same seed draws the same sample on every machine.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from random import Random

CONFIDENCE = Fraction(95, 100)


def inclusion(weights: Sequence[int], size: int) -> list[Fraction]:
    """Inclusion probabilities proportional to positive weights that add up to `size`, none above 1."""
    sure: set[int] = set()
    while True:
        rest = [at for at in range(len(weights)) if at not in sure]
        left, total = size - len(sure), sum(weights[at] for at in rest)
        more = {at for at in rest if weights[at] * left >= total}
        if not more:
            return [Fraction(1) if at in sure else Fraction(weights[at] * left, total) for at in range(len(weights))]
        sure |= more


def systematic(probabilities: Sequence[Fraction], rng: Random) -> list[int]:
    """Places drawn, each with its probability; as many as the probabilities add up to.

    Neighbours are seldom drawn together, so that an order by strata spreads the sample over them.
    """
    drawn, passed = [], Fraction(0)
    mark = Fraction(rng.random())
    for at, probability in enumerate(probabilities):
        passed += probability
        if passed > mark:
            drawn.append(at)
            mark += 1
    return drawn


def split(size: int, flagged: int, clean: int, share: Fraction) -> tuple[int, int]:
    """How many to draw of the flagged and of the clean: `share` of the clean, at least one, as far as there are any."""
    size = min(size, flagged + clean)
    wanted = max(round(size * share), 1 if share and (size > 1 or not flagged) else 0)
    of_flagged = min(flagged, size - min(clean, wanted))
    return of_flagged, size - of_flagged


def most_missed(population: int, drawn: int) -> int:
    """How many of a population may have what none of those drawn had: upper bound at 95 % (hypergeometric, exact)."""
    chance, missed = Fraction(1), 0
    while missed < population - drawn:
        chance *= Fraction(population - missed - drawn, population - missed)
        if chance < 1 - CONFIDENCE:
            break
        missed += 1
    return missed
