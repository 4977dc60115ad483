"""One digest over several parts, told apart by their lengths."""

from __future__ import annotations

import hashlib


def digest(*parts: bytes) -> str:
    """SHA-256 over parts of known length, in hexadecimal."""
    total = hashlib.sha256()
    for part in parts:
        total.update(f"{len(part)}:".encode())
        total.update(part)
    return total.hexdigest()
