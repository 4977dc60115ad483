"""The wheel carries everything a run needs, and works from anywhere."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.paths import ROOT


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(folder), str(ROOT)]
    made = subprocess.run(command, capture_output=True, text=True, check=False)
    if made.returncode:
        pytest.skip(f"the build backend could not be had (no network?): {made.stderr.strip().splitlines()[-1:]}")
    return next(folder.glob("*.whl"))


def test_the_wheel_carries_all_data(wheel: Path) -> None:
    held = set(zipfile.ZipFile(wheel).namelist())
    data = [path for top in ("verify", "checks") for path in (ROOT / top).rglob("*") if path.is_file()]
    wanted = {str(path.relative_to(ROOT)) for path in data if "__pycache__" not in path.parts}
    assert wanted - held == set()
    assert {"checks/notices/shaoxing-2024-07.toml", "verify/report/report.schema.json"} <= held
    assert not [name for name in held if name.startswith(("tests", "fixtures", "scripts"))]


def test_the_wheel_works_from_anywhere(wheel: Path, tmp_path: Path) -> None:
    zipfile.ZipFile(wheel).extractall(tmp_path / "site")
    code = "import sys; sys.path.insert(0, 'site'); from verify.cli import main; main(['notices'])"
    done = subprocess.run([sys.executable, "-I", "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert "绍建盟[2024]07号" in done.stdout
    found = "import sys; sys.path.insert(0, 'site'); import verify; print(verify.__file__)"
    done = subprocess.run([sys.executable, "-I", "-c", found], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert "site" in done.stdout
