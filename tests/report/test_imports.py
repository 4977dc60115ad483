"""A run that finds nothing changed must start at once."""

from __future__ import annotations

import subprocess
import sys


def test_importing_the_reports_loads_no_heavy_library() -> None:
    modules = ["json_report", "batch_json", "html", "index_page", "opinion", "workbook"]
    code = f"import sys; [__import__('verify.report.' + m) for m in {modules!r}]; import verify.write; print(sorted(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert not [name for name in ("'jinja2'", "'xlsxwriter'", "'jsonschema'", "'cv2'", "'numpy'") if name in loaded]
