"""Names one letter away from the truth, that letter as the reader may have read it: who is taken for whom?

The hardest claims there are: the reader's own confusions. A name that is as likely as the true one cannot be told from
it; what counts is that no change to the decisions lets more of them pass.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scripts.seal_eval.conditions import conditions
from scripts.seal_eval.rendered import seal_on
from scripts.sealkit.case import case_of
from verify.org_align import along
from verify.org_names import core, own_letters, plain
from verify.orgs import owner
from verify.page import Seal
from verify.read.rapid import RapidEngine
from verify.read.seals import find_and_read


@dataclass(frozen=True)
class Tally:
    """Claims put to seals, and how many came through.

    `called`: the twin is claimed to be the employer, the true firm is unknown, and the seal is called the employer's;
    `mistaken`: likewise, although the true firm is a known party; `accused`: the true firm is the employer, the twin is
    a known party, and the seal is called another's.
    """

    seals: int = 0
    claims: int = 0
    called: int = 0
    mistaken: int = 0
    accused: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.seals + other.seals,
            self.claims + other.claims,
            self.called + other.called,
            self.mistaken + other.mistaken,
            self.accused + other.accused,
        )


def twins(count: int, seed: int) -> None:
    """Draws and reads `count` pages of the series `seed`, puts every twin to every seal, and prints the figures."""
    engine = RapidEngine()
    total = Tally()
    for number in range(count):
        case = case_of(seed, number)
        seal = seal_on(case, find_and_read(case.image, engine))
        if seal is not None:
            total += tally(seal, case.name, [name for name in (case.employer, *case.others) if name != case.name])
    print(f"{count} rendered pages, seed {seed}; {conditions(engine.id)}")
    print(f"{total.claims} names one letter away, of {total.seals} seals; the twin claimed as the employer and called")
    print(f"so: {total.called}, with the true firm a known party: {total.mistaken};", end=" ")
    print(f"the employer's seal called its known twin's: {total.accused}")


def tally(seal: Seal, name: str, others: Sequence[str]) -> Tally:
    """Every twin of `name`, whose seal it is, put to `seal`."""
    claims = twins_of(seal, name)
    return Tally(
        bool(claims),
        len(claims),
        sum(owner(seal, claim, others).kind == "employer" for claim in claims),
        sum(owner(seal, claim, [*others, name]).kind == "employer" for claim in claims),
        sum(owner(seal, name, [*others, claim]).kind == "other" for claim in claims),
    )


def twins_of(seal: Seal, name: str) -> list[str]:
    """The plain `name` with one letter of its brand as any reading of the seal has it, be it ever so unlikely."""
    wanted = plain(name)
    spots = [i for i, brand in enumerate(own_letters(core(wanted))) if brand]
    lines = [along(line, wanted) for line in seal.lattice]
    found = {(i, text) for i in spots for places in lines for text, _ in places[i] if text != wanted[i]}
    return [wanted[:i] + text + wanted[i + 1 :] for i, text in sorted(found)]
