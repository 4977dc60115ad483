"""A case: which check, which outcome, why, and how its folder is made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scripts.fixturekit.folder import Folder
from scripts.fixturekit.plan import WANG

Build = Callable[[Folder], None]


@dataclass(frozen=True)
class Case:
    """`build` fills the folder; `why` is the README's purpose."""

    check: str
    outcome: str
    slug: str
    why: str
    build: Build

    @property
    def folder(self) -> str:
        """Where it lies, under fixtures/."""
        subject, requirement = self.check.split(".")
        return f"{subject}/{requirement}/{self.outcome}-{self.slug}"

    def write(self, root: Path) -> Folder:
        """Makes the folder."""
        folder = Folder(root / self.folder)
        self.build(folder)
        return folder


def form(folder: Folder, **more: Any) -> None:
    """applicant.json with the applicant, the employer, and `more`."""
    firm = WANG.employer
    folder.form({"name": WANG.name, "employer": {"name": firm.name, "uscc": firm.uscc, "kind": "企业"}, **more})
