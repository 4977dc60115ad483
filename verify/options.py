"""What a run was asked to do."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from verify.finding import Consequence
from verify.read.engine import EngineName


@dataclass(frozen=True, slots=True)
class Options:
    """The arguments of `hedui run`, defaults filled in. `out` is where the reports go; `store` is the office's store,
    None for the default one."""

    batch: Path
    out: Path
    notice: str | None = None
    jobs: int = 1
    engine: EngineName = "rapidocr"
    blacklists: tuple[Path, ...] = ()
    registry: Path | None = None
    store: Path | None = None
    fail_on: frozenset[Consequence] = frozenset()
    fresh: bool = False
    lang: str = "zh"
