"""A run that finds everything cached must not load what it does not use."""

from __future__ import annotations

import subprocess
import sys


def test_heavy_libraries_are_loaded_when_needed() -> None:
    modules = "verify.intake.case, verify.intake.batch, verify.intake.items"
    heavy = "{'openpyxl', 'rapidfuzz', 'json_source_map', 'numpy'}"
    code = f"import sys, {modules}; print(sorted(set(sys.modules) & {heavy}))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
