"""Draws every fixture: `python scripts/make_fixtures.py [FOLDER]` writes the sample batches and the checks' cases.

Needs Debian's fonts-noto-cjk and `pip install .[fixtures]`. A second run writes the same bytes.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from scripts.fixturekit.batch import write_batches  # noqa: E402 - needs the path above
from scripts.fixturekit.cases import write_cases  # noqa: E402
from scripts.fixturekit.fonts import MissingError, path_of  # noqa: E402
from scripts.fixturekit.readme import write_readme  # noqa: E402
from scripts.fixturekit.seal_pictures import PICTURES  # noqa: E402
from scripts.fixturekit.seals import write_pictures  # noqa: E402
from scripts.fixturekit.typeset import font_tools  # noqa: E402


def main(out: Path) -> int:
    """Writes all fixtures under `out`, replacing what is there; returns the exit code."""
    try:
        path_of("serif")
        font_tools()
    except MissingError as error:
        print(error, file=sys.stderr)
        return 4
    if out.exists() and any(out.iterdir()) and not (out / "sample-batch").is_dir():
        print(f"{out} holds something else: name a new folder, or an earlier run's.", file=sys.stderr)
        return 2
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    write_pictures(out / "seals", PICTURES)
    write_readme(out, write_batches(out), write_cases(out))
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "fixtures"))
