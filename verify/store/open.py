"""The store that a run uses: the one that was named, else the office's, else one beside the reports."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Engine

from verify.errors import OutputError
from verify.lang import tr
from verify.store.database import opened
from verify.store.names import use
from verify.store.place import VARIABLE, default_store, is_named
from verify.store.secret import Secret, secret_of


@dataclass(frozen=True, slots=True)
class Store:
    """An open store."""

    path: Path
    engine: Engine
    secret: Secret


@contextmanager
def store_at(path: Path | None) -> Iterator[Store]:
    """The store at `path`, None for the office's; raises OutputError or UsageError where it cannot be used."""
    place = (path or default_store()).absolute()
    with opened(place) as engine:
        secret = secret_of(engine, place)
        use(engine, secret)
        yield Store(place, engine, secret)


@contextmanager
def office_store(path: Path | None, beside: Path, say: Callable[[str], None]) -> Iterator[Store]:
    """As `store_at`; where nobody named a store and none can be made at the usual place, the one at `beside`.

    A store that is there and cannot be used is not passed over: its archive would bar nobody.
    """
    with store_at(_usable(path, beside, say)) as store:
        yield store


def _usable(path: Path | None, beside: Path, say: Callable[[str], None]) -> Path:
    try:
        with store_at(path) as store:
            return store.path
    except OutputError as error:
        if path or is_named() or os.path.lexists(default_store()):
            raise
        say(
            tr(
                f"{error}。本次改用 {beside}，不与以前的批次比对",
                f"{error}. Using {beside} this time: earlier batches are not compared. Set {VARIABLE} to a place of yours",
            )
        )
        return beside
