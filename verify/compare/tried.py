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
