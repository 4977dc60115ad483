"""Every test has an office's store of its own, so that none compares its applicants with another's."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from verify.store.place import VARIABLE


@pytest.fixture(scope="session", autouse=True)
def _no_store_of_the_user(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What runs outside a test, such as a module's sample batch, shares one store of the session."""
    os.environ[VARIABLE] = str(tmp_path_factory.mktemp("office") / "store.sqlite")
    yield
    del os.environ[VARIABLE]


@pytest.fixture(autouse=True)
def store(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The store of this test."""
    path = tmp_path_factory.mktemp("store") / "store.sqlite"
    monkeypatch.setenv(VARIABLE, str(path))
    return path
