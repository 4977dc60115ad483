"""fixtures/README.md: every group of files and every case, with its source and its purpose."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from scripts.fixturekit.cases.case import Case
from scripts.fixturekit.folder import Folder

HEAD = """# Fixtures

Everything here is invented and drawn by `python scripts/make_fixtures.py`: no real person, company, seal or document.
A few real names of journals, of the forged awards and of their alleged issuer stand in for what the notices speak of.
A second run writes the same bytes. This file is written by the script too.

`sample-batch` is judged by shaoxing-2024-07, `sample-batch-yongjia` by yongjia-2021-23. `*.expected.json` says for each
applicant which checks must fail (`planted`), which may fail with them (`knock_on`), and whether nothing may (`clean`).

`seals` shows seals that are hard to find or read, and what only looks like one; it has a README and truth of its own.
"""


def write_readme(root: Path, batches: Sequence[Folder], cases: Sequence[tuple[Case, Folder]]) -> None:
    """Writes the tables."""
    lines = [HEAD, "## Sample batches", "", "| path | source | purpose |", "|---|---|---|"]
    lines += _row("sample-batch/roster.xlsx", "one row an applicant")
    lines += _row("sample-batch-yongjia/notice.toml", "names the notice of its batch")
    lines += _row("sample-batch.expected.json", "what is planted in sample-batch")
    lines += _row("sample-batch-yongjia.expected.json", "what is planted in sample-batch-yongjia")
    for folder in batches:
        lines += _groups(folder.path.relative_to(root).as_posix(), folder.rows)
    lines += [
        "",
        "## Cases",
        "",
        "Each folder is one applicant; its name begins with the outcome that the check must have.",
        "",
    ]
    lines += ["| path | source | purpose |", "|---|---|---|"]
    for case, _ in cases:
        lines += _row(case.folder + "/", case.why)
    (root / "README.md").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _groups(path: str, rows: Sequence[tuple[str, str]]) -> list[str]:
    """One line for each file with a purpose of its own; the plain ones of a folder together."""
    plain = Counter(str(Path(name).parent) for name, why in rows if not why)
    lines = _row(f"{path}/", "an applicant")
    for name, why in rows:
        if why:
            lines += _row(f"{path}/{name}", why)
    for parent, count in sorted(plain.items()):
        lines += _row(f"{path}/{parent}/", f"{count} clean file{'s' if count > 1 else ''}")
    return lines


def _row(path: str, why: str) -> list[str]:
    return [f"| `{path}` | rendered by scripts/make_fixtures.py | {why} |"]
