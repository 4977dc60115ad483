"""Bytes of files as they are uploaded, and folders laid out from a table."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

JPEG = b"\xff\xd8\xff\xe0" + b"\x00" * 60
PDF = b"%PDF-1.7\n" + b"x" * 60
WORD = {"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>"}


def lay_out(root: Path, files: dict[str, bytes]) -> Path:
    """Write `files` (path to bytes) below `root`."""
    root.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        target = root / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    return root


def form_bytes(**fields: Any) -> bytes:
    return json.dumps(fields, ensure_ascii=False).encode()


def make_zip(path: Path, members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def raw_names(path: Path, names: dict[str, bytes]) -> Path:
    """Replace ASCII member names by bytes of the same length, as a program that knows no UTF-8 writes them."""
    data = path.read_bytes()
    for old, new in names.items():
        assert len(old) == len(new)
        data = data.replace(old.encode(), new)
    path.write_bytes(data)
    return path
