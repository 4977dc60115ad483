"""One applicant's evidence must not stop a batch: what fails on it is told in that applicant's report."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from sqlalchemy.exc import SQLAlchemyError

from verify.errors import HeduiError

T = TypeVar("T")


def tried(call: Callable[[], Iterable[T]]) -> tuple[tuple[T, ...], str]:
    """What a call gave and "", or nothing and why it failed; a store's failure and the end of memory are passed on."""
    try:
        return tuple(call()), ""
    except (HeduiError, SQLAlchemyError, MemoryError):
        raise
    except Exception as error:
        return (), f"{type(error).__name__}: {error}"


class Faults:
    """What could not be gathered of one applicant, by the check that would judge it."""

    def __init__(self) -> None:
        self._why: dict[str, str] = {}

    def of(self, check: str, call: Callable[[], Iterable[T]]) -> tuple[T, ...]:
        """What a call gave, () where it fails."""
        found, why = tried(call)
        if why:
            self._why[check] = why
        return found

    @property
    def told(self) -> tuple[tuple[str, str], ...]:
        """The checks' ids with why."""
        return tuple(self._why.items())
