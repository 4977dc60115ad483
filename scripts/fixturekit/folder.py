"""Folders of evidence on disk: what is written, and the table of it for the README."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PIL import Image

from scripts.fixturekit import pdf
from scripts.fixturekit.page import Sheet
from scripts.fixturekit.scan import jpeg, png, scan, tiff, webp
from scripts.fixturekit.typeset import typeset

MIDNIGHT = (2024, 9, 20, 0, 0, 0)


class GbkName(zipfile.ZipInfo):
    """A member whose name is written as Windows of old wrote it: GBK, and no flag that says so."""

    def _encodeFilenameFlags(self) -> tuple[bytes, int]:  # noqa: N802 - zipfile's own hook
        return self.filename.encode("gbk"), self.flag_bits & ~0x800


@dataclass
class Folder:
    """One applicant's folder. `rows` are (path, purpose) of what was written, for the README."""

    path: Path
    rows: list[tuple[str, str]] = field(default_factory=list)

    def put(self, name: str, data: bytes, why: str = "") -> None:
        """Writes `name`; `why` says what it is for, where that is not plain."""
        target = self.path / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
        self.rows.append((name, why))

    def form(self, data: Mapping[str, Any]) -> None:
        """Writes applicant.json."""
        self.put("applicant.json", (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode(), "form")

    def scan(self, name: str, sheet: Sheet, why: str = "", turn: int = 0, orientation: int = 1) -> None:
        """A scan as JPEG or WebP; `turn` lays it on its side, counter-clockwise."""
        image = scan(sheet).rotate(turn, expand=True)
        self.put(name, webp(image) if name.endswith("webp") else jpeg(image, orientation=orientation), why)

    def screen(self, name: str, image: Image.Image, why: str = "") -> None:
        """A screenshot, as PNG."""
        self.put(name, png(image), why)

    def pdf(self, name: str, sheets: Sequence[Sheet], why: str = "") -> None:
        """A PDF: typeset where the sheets are vector sheets, else scanned."""
        self.put(name, typeset(sheets) if sheets[0].vector else pdf.scans(sheets), why)

    def tiff(self, name: str, sheets: Sequence[Sheet], why: str = "") -> None:
        """Scans in one TIFF."""
        self.put(name, tiff([scan(sheet) for sheet in sheets]), why)

    def zip(self, name: str, members: Mapping[str, bytes], why: str = "") -> None:
        """An archive whose members carry GBK names."""
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            for member, data in members.items():
                archive.writestr(GbkName(member, MIDNIGHT), data)
        self.put(name, out.getvalue(), why)
