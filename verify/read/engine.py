"""What an OCR engine is to hedui, and the engines there are."""

from __future__ import annotations

from typing import Any, Literal, Protocol

from numpy.typing import NDArray

from verify.page import Word

Array = NDArray[Any]

RGB = Array
"""An image as height x width x 3 bytes (uint8), red first. OpenCV's stubs promise no more of what it returns."""

Gray = Array
"""An image as height x width bytes (uint8)."""

EngineName = Literal["rapidocr", "tesseract"]


class Engine(Protocol):
    """Reads text. One thread a process; not shared between threads."""

    @property
    def id(self) -> str:
        """Name, models and versions: whatever changes a reading changes the id (it is part of the cache key)."""

    def read(self, image: RGB) -> tuple[Word, ...]:
        """The lines of an upright page, in reading order, with boxes in the page's pixels."""

    def read_line(self, strip: RGB) -> tuple[str, float]:
        """The one line that fills `strip`, and its confidence in 0..1; ("", 0.0) where there is none."""

    def turn(self, image: RGB) -> int:
        """The clockwise rotation in degrees (0, 90, 180, 270) that makes the page upright; 0 where it cannot tell."""

    def knows(self, text: str) -> bool:
        """Whether the engine can write every character of `text` (a rare one may be outside its alphabet)."""
