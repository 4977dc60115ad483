"""The batch on disk, and the real thing on it: last year's batch first, then this year's with the export and the archive."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from datetime import date
from importlib.util import find_spec
from pathlib import Path

from scripts.fraud_eval.generate import Generated
from scripts.fraud_eval.score import Report
from scripts.fraud_eval.world import World
from verify.archive.entry import Entry
from verify.archive.keep import archive, keep
from verify.options import Options
from verify.run import run

NOTICE, BATCH, BEFORE = "shaoxing-2024-07", "2024年度", "2023年度"
EXPORTS = "verify.registry"
"""The package that reads a platform's export: without it, none is given."""


def write(made: Generated, root: Path) -> None:
    """Both batches, the export and the manifest."""
    for name, members in ((BEFORE, made.world.last_year), (BATCH, made.world.members)):
        for one in members:
            one.write(root / name)
    (root / "registry.csv").write_bytes(_table(made.world.registry).encode("utf-8-sig"))
    told = [deed.as_json() for deed in made.manifest.deeds]
    (root / "manifest.json").write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def judged(made: Generated, root: Path, jobs: int) -> dict[str, Report]:
    """This year's reports by folder."""
    store = root / "store.sqlite"
    _keep(made.world, store)
    registry = root / "registry.csv" if made.world.registry and find_spec(EXPORTS) else None
    if made.world.last_year:
        run(Options(root / BEFORE, root / "out" / BEFORE, NOTICE, jobs, store=store))
    done = run(Options(root / BATCH, root / "out" / BATCH, NOTICE, jobs, registry=registry, store=store))
    return {row.report["applicant"]["folder"]: row.report for row in done.rows}


def _keep(world: World, store: Path) -> None:
    entries = [
        Entry(said["name"], "提交虚假业绩材料", "评委会办公室", date.fromisoformat(said["on"]), said["id"])
        for said in world.archive
    ]
    with archive(store) as (connection, secret):
        keep(connection, secret, entries, "评委会办公室")


def _table(rows: Sequence[Mapping[str, str]]) -> str:
    out = io.StringIO()
    if rows:
        table = csv.DictWriter(out, list(rows[0]))
        table.writeheader()
        table.writerows(rows)
    return out.getvalue()
