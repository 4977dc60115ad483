"""Jobs that go wrong in a worker, each in its own way."""

from __future__ import annotations

import os
import time


def double(number: int) -> int:
    return 2 * number


def vanish() -> None:
    os._exit(3)


def hang() -> None:
    time.sleep(3600)


def devour() -> int:
    return len(bytearray(64 * 1024**3))


def stumble() -> None:
    raise ValueError("broken on purpose")


def once(flag: str) -> str:
    """Crashes the first time it is called with a path, and works the second."""
    try:
        descriptor = os.open(flag, os.O_CREAT | os.O_EXCL)
    except FileExistsError:
        return "second time"
    os.close(descriptor)
    os._exit(1)
