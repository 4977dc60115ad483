"""What a kind of fraud, or of innocence, is: how it is planted on one applicant, and which other applicant has a part in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec

from scripts.fraud_eval.manifest import Deed
from scripts.fraud_eval.member import Member
from scripts.fraud_eval.world import World

Act = Callable[[World, int, Member, Member], tuple[Deed, ...]]
"""Plants the n-th of a kind on one applicant; the other is of the same firm."""


@dataclass(frozen=True)
class Kind:
    """`needs` is a module of the renderer that must be there."""

    name: str
    fraud: bool
    act: Act
    needs: str = ""

    @property
    def ready(self) -> bool:
        """Whether it can be drawn."""
        return not self.needs or find_spec(self.needs) is not None


def fraud(kind: str, check: str, one: Member, *told: str, doubt: bool = False) -> Deed:
    """A fraud by an applicant."""
    return Deed(kind, (check,), one.folder, told, True, doubt)


def innocent(kind: str, checks: tuple[str, ...], one: Member, *told: str) -> Deed:
    """An innocent likeness in an applicant's papers."""
    return Deed(kind, checks, one.folder, told, False)


SHARED = ("reuse.file", "reuse.page")
"""Checks that what two rightly share must not make accuse."""
