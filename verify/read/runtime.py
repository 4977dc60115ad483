"""Which inference runtime runs the default engine's models."""

from __future__ import annotations

import sys
from functools import lru_cache
from importlib.util import find_spec

SHAPES_KEPT = {"CPU_RUNTIME_CACHE_CAPACITY": "60"}
"""OpenVINO keeps what it prepared for each shape of its input, 5000 of them unless told otherwise: every page has new
ones, and after a hundred files a worker ran into its memory cap (10 GB of address space; 3.6 GB with this)."""


@lru_cache(maxsize=1)
def runtime() -> str:
    """ "openvino" where it loads (it is about twice as fast on a CPU), else "onnxruntime"."""
    if find_spec("openvino") is None:
        return "onnxruntime"
    _keep_quiet()
    try:
        import openvino  # noqa: F401 - loading is the test
    except (ImportError, OSError):
        return "onnxruntime"
    return "openvino"


def _keep_quiet() -> None:
    """OpenVINO reports its first import to a web analytics service; without this package it uses a stub instead."""
    if "openvino" not in sys.modules:
        sys.modules["openvino_telemetry"] = None  # type: ignore[assignment]  # None makes the import fail
