"""Under what conditions figures were taken, and how long a call takes."""

from __future__ import annotations

import os
import platform
import time
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import TypeVar

PACKAGES = ("rapidocr", "onnxruntime", "openvino", "opencv-python", "numpy")

Value = TypeVar("Value")


def conditions(engine: str) -> str:
    """Machine, Python, packages and engine, two lines."""
    machine = f"{_processor()}, {os.cpu_count()} cores, 1 thread; Python {platform.python_version()}"
    return f"{machine}\n{', '.join(f'{name} {version(name)}' for name in PACKAGES)}; engine {engine}\n"


def timed(call: Callable[[], Value]) -> tuple[Value, float]:
    """What `call` gives, and its wall seconds."""
    start = time.perf_counter()
    value = call()
    return value, time.perf_counter() - start


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    if info.is_file():
        for line in info.read_text().splitlines():
            if "model name" in line:
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()
