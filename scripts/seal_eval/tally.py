"""What was made of rendered cases, one by one and as shares by size, wear and relation."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from scripts.sealkit.case import Case

Outcome = Literal["right", "unsure", "wrong", "not found"]

OUTCOMES: tuple[Outcome, ...] = ("right", "unsure", "wrong", "not found")

SIZES = ((0, 150), (150, 220), (220, 300), (300, 1000))
WEARS = ((0.0, 0.15), (0.15, 0.3), (0.3, 1.0))


@dataclass(frozen=True)
class Result:
    """What was made of one case. `why` names the fault; `deadly` is an employer's seal called another's, or the
    reverse."""

    case: Case
    outcome: Outcome
    deadly: bool
    exact: bool
    false_finds: int
    seconds: float
    why: str = ""


def summary(results: Sequence[Result]) -> None:
    """Faults one by one, then shares: of all, and of all but firms that no paper names and whose name is the employer's
    but for one character, which are unsure by design."""
    for result in results:
        if result.outcome != "right":
            mark = "DEADLY" if result.deadly else result.outcome
            case = result.case
            print(f"{mark:9} {case.label:52} worn {case.worn:.2f}  {case.name} (own: {case.employer}): {result.why}")
    print(
        f"\n{'':24}{'cases':>6}"
        + "".join(f"{outcome:>11}" for outcome in OUTCOMES)
        + f"{'or unsure':>11}{'title exact':>13}"
    )
    _line("all", results)
    _line("without twins unnamed", [result for result in results if result.case.whose != "twin unknown"])
    _groups("seal", results, [(f"{a}-{b} px", _between(lambda case: case.size, a, b)) for a, b in SIZES])
    _groups("worn", results, [(f"{a:.2f}-{b:.2f}", _between(lambda case: case.worn, a, b)) for a, b in WEARS])
    for key in ("whose", "colour", "shape", "over_print"):
        values = sorted({str(getattr(result.case, key)) for result in results})
        _groups(key, results, [(value, _equal(key, value)) for value in values])
    _close(results)


def _close(results: Sequence[Result]) -> None:
    deadly = [result for result in results if result.deadly]
    lost = sum(result.case.whose == "employer" for result in deadly)
    print(f"\nemployer's seal called another's: {lost}; another's called the employer's: {len(deadly) - lost}")
    print(f"false finds: {sum(result.false_finds for result in results)} on {len(results)} pages")
    times = [result.seconds for result in results]
    print(
        f"seconds a page: median {statistics.median(times):.2f}, mean {statistics.mean(times):.2f}, most {max(times):.2f}"
    )


def _groups(title: str, results: Sequence[Result], groups: Sequence[tuple[str, Callable[[Case], bool]]]) -> None:
    for name, belongs in groups:
        chosen = [result for result in results if belongs(result.case)]
        if chosen:
            _line(f"{title} {name}", chosen)


def _line(title: str, results: Sequence[Result]) -> None:
    shares = [sum(result.outcome == outcome for result in results) / len(results) for outcome in OUTCOMES]
    exact = sum(result.exact for result in results) / len(results)
    cells = "".join(f"{share:>10.1%} " for share in shares)
    print(f"{title:24}{len(results):>6}{cells}{shares[0] + shares[1]:>10.1%} {exact:>12.1%}")


def _between(value: Callable[[Case], float], least: float, most: float) -> Callable[[Case], bool]:
    return lambda case: least <= value(case) < most


def _equal(key: str, value: str) -> Callable[[Case], bool]:
    return lambda case: str(getattr(case, key)) == value
