"""Where the office's store lies: what it remembers from batch to batch, in one SQLite file."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

VARIABLE = "HEDUI_STORE"
"""Environment variable that names another file, such as one on the office's own disk."""


def default_store() -> Path:
    """The file named by HEDUI_STORE, else `store.sqlite` in the user's data folder for hedui."""
    named = os.environ.get(VARIABLE)
    return Path(named) if named else platformdirs.user_data_path("hedui", appauthor=False) / "store.sqlite"


def is_named() -> bool:
    """Whether the environment names a store."""
    return bool(os.environ.get(VARIABLE))


def key_path(store: Path) -> Path:
    """Where the key of the store at `store` lies."""
    return store.with_name(f"{store.name}.key")
