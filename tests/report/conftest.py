"""Titles of checks as the demo's reports use them, whatever the table of checks holds yet."""

from __future__ import annotations

import pytest

from tests.report import build
from verify.report import order


@pytest.fixture(autouse=True)
def titles(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = {check.id: (check.title, check.stage) for check in build.TITLES}
    monkeypatch.setattr(order, "_titles", lambda: rows)
