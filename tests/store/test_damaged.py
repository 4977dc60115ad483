"""A store's file that was damaged or emptied is said to be so, and nothing is judged by it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.archive.build import ID
from tests.store.build import CASE
from verify.cli import run
from verify.doctor import _store as looked_at
from verify.errors import ExitCode
from verify.store.place import key_path


def _spoilt(store: Path) -> None:
    """All but the first page overwritten, as by a copy that broke off."""
    data = store.read_bytes()
    store.write_bytes(data[:4096] + b"\xff" * (len(data) - 4096))


def test_doctor_sees_damage_within_the_file(office: Path) -> None:
    assert looked_at(office).code == 0
    _spoilt(office)
    seen = looked_at(office)
    assert seen.code == ExitCode.OUTPUT
    assert "备份" in seen.mend


def test_a_damaged_store_is_told_without_statements(office: Path, capfd: pytest.CaptureFixture[str]) -> None:
    _spoilt(office)
    assert run(["archive", "list", "--store", str(office)]) == ExitCode.OUTPUT
    said = capfd.readouterr().err
    assert "已损坏" in said
    assert "SELECT" not in said


@pytest.mark.parametrize("command", [["archive", "list"], ["archive", "add", *CASE]])
def test_an_emptied_store_is_not_taken_for_a_new_one(
    office: Path, command: list[str], capfd: pytest.CaptureFixture[str]
) -> None:
    office.write_bytes(b"")
    assert run([*command, "--store", str(office)]) == ExitCode.USAGE
    assert "空文件" in capfd.readouterr().err
    assert office.stat().st_size == 0


def test_an_empty_file_without_a_key_is_a_new_store(tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite"
    path.write_bytes(b"")
    assert run(["archive", "add", *CASE, "--id", ID, "--store", str(path)]) == 0
    assert key_path(path).exists()
