"""A platform's export from its file: --registry FILE. Parsed in a worker, for what comes from outside may be hostile."""

from __future__ import annotations

import hashlib
from pathlib import Path

from verify import limits
from verify.errors import UsageError
from verify.lang import listed, tr
from verify.pool import Job, Lost, Pool
from verify.registry.parse import parsed
from verify.registry.registry import Registry
from verify.registry.table import bytes_of

NAMES = ("registry.xlsx", "registry.csv")
"""What an export is called that lies in the batch's root, taken where --registry names none."""


def find_registry(batch: Path) -> Path | None:
    """The export in a batch's root, or None; raises UsageError where there are two."""
    found = [path for path in sorted(batch.iterdir()) if path.name.casefold() in NAMES and path.is_file()]
    if len(found) > 1:
        both = listed(path.name for path in found)
        raise UsageError(tr(f"{batch}: 同时有 {both}，请只留一个", f"{batch}: holds {both}; keep one of them"))
    return found[0] if found else None


def read_registry(path: Path, pool: Pool) -> Registry:
    """Read an export, .xlsx or CSV, in one of the pool's workers.

    Raises UsageError naming the file, what is wrong, in which sheet and row, and what to do. At most
    limits.REGISTRY_MAX_BYTES and limits.REGISTRY_MAX_ROWS are taken.
    """
    size = path.stat().st_size if path.is_file() else 0
    result = pool.one(Job(parse_file, (path,), limits.seconds_for(size)))
    if isinstance(result, Lost):
        raise UsageError(
            tr(
                f"{path}: 未能读完（{result.why}）。请删去无关的工作表和列，或另存为 CSV 后再试",
                f"{path}: it could not be read to the end; delete what is not needed, or save it as CSV and try again",
            )
        )
    return result


def parse_file(path: Path) -> Registry:
    """As read_registry, in this process."""
    data = bytes_of(path)
    entries, notes = parsed(path, data)
    return Registry(path.name, hashlib.sha256(data).hexdigest(), entries, notes)
