"""Engines that read nothing, or nonsense, and count how often they are asked."""

from __future__ import annotations

from verify.read.engine import RGB


class Mute:
    """Reads nothing."""

    id = "mute"

    def __init__(self) -> None:
        self.asked = 0

    def read(self, image: RGB) -> tuple[()]:
        self.asked += 1
        return ()

    def read_line(self, strip: RGB) -> tuple[str, float]:
        self.asked += 1
        return "", 0.0

    def turn(self, image: RGB) -> int:
        return 0

    def knows(self, text: str) -> bool:
        return True


class Babbler(Mute):
    """Is sure of a different nonsense each time, so that no reading ever agrees."""

    id = "babbler"

    def read_line(self, strip: RGB) -> tuple[str, float]:
        self.asked += 1
        return "甲乙丙丁戊己庚辛壬癸"[self.asked % 10] * 5 + "设计院", 0.8
