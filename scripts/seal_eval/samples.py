"""Real images with their truth: manifest.csv (file, grade, title, other_texts, …), seals/ and pages/."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image

from verify.read.engine import RGB


@dataclass(frozen=True)
class Sample:
    """One row of the manifest, with its image; several titles or texts are parted by | there."""

    file: str
    grade: str
    titles: tuple[str, ...]
    keys: tuple[str, ...]
    path: Path
    image: RGB

    @property
    def name(self) -> str:
        """The file's name without its folder."""
        return Path(self.file).name


def load(folder: Path) -> list[Sample]:
    """The manifest's rows whose images are there."""
    with (folder / "manifest.csv").open(encoding="utf-8-sig", newline="") as lines:
        rows = [row for row in csv.DictReader(lines) if (folder / row["file"]).is_file()]
    return [
        Sample(row["file"], row["grade"], _parts(row["title"]), _parts(row["other_texts"]), path, _pixels(path))
        for row in rows
        for path in [folder / row["file"]]
    ]


def plain(text: str) -> str:
    """Without spaces."""
    return "".join(text.split())


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split("|") if part)


def _pixels(path: Path) -> RGB:
    return np.asarray(Image.open(path).convert("RGB"), np.uint8).copy()
