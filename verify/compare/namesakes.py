"""Two applicants of one name, or of names that a slip may have parted: what a name on a paper then tells."""

from __future__ import annotations

from typing import Literal

from verify.across import Doubt
from verify.compare.pairs import alike

Namesakes = Literal["same", "two", "near", "none"]
"""One name, of which nothing says that it is two people's; one name and two ID numbers; alike; unlike."""

ONE_NAME: dict[Namesakes, Doubt] = {"same": Doubt.NAMESAKE, "two": Doubt.TWO_NUMBERS}
"""What is doubtful where two applicants have one name, and the name on the paper tells nothing."""


def namesakes(name: str, other: str, apart: bool) -> Namesakes:
    """How two applicants' names stand to one another; `apart`: they have two ID numbers, each well formed."""
    level = alike(name, other)
    if level == "exact":
        return "two" if apart else "same"
    return "near" if level == "near" and not apart else "none"


def photo_doubt(name: str, other: str, apart: bool) -> Doubt | None:
    """Why one photo of two applicants may be one person's; two ID numbers are two people's, who share no photo."""
    return {"same": Doubt.NAMESAKE, "near": Doubt.NEAR_NAME}.get(namesakes(name, other, apart))
