"""Which inference runtime runs the default engine's models."""

from __future__ import annotations

from functools import lru_cache
from importlib.util import find_spec


@lru_cache(maxsize=1)
def runtime() -> str:
    """ "openvino" where it loads (it is about twice as fast on a CPU), else "onnxruntime"."""
    if find_spec("openvino") is None:
        return "onnxruntime"
    try:
        import openvino  # noqa: F401 - loading is the test
    except (ImportError, OSError):
        return "onnxruntime"
    return "openvino"
