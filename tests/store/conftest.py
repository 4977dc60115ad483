"""A store whose archive holds one person."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.archive.build import ID
from tests.store.build import CASE
from verify.cli import run


@pytest.fixture
def office(tmp_path: Path) -> Path:
    path = tmp_path / "store.sqlite"
    assert run(["archive", "add", *CASE, "--id", ID, "--store", str(path)]) == 0
    return path
