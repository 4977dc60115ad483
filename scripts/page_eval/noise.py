"""What a second scan and reading does to a page's lines: slips, lost lines, split lines, a cut page."""

from __future__ import annotations

import random
from collections.abc import Sequence

SLIPS = "".join(map(chr, range(0x4E00, 0x4E00 + 3000)))
SPLIT = 0.1
"""Share of lines that the reader breaks in two."""


def read_again(lines: Sequence[str], seed: int, slips: float, lost: float = 0.0, cut: float = 0.0) -> list[str]:
    """The lines with a share of `slips` of the characters changed, of `lost` lines missing, the first `cut` cut off."""
    roll = random.Random(f"noise {seed} {slips} {lost} {cut}")
    kept = [line for line in lines[int(cut * len(lines)) :] if roll.random() >= lost]
    return [part for line in kept for part in _split(_slipped(line, roll, slips), roll)]


def _slipped(line: str, roll: random.Random, share: float) -> str:
    return "".join(_other(char, roll) if roll.random() < share else char for char in line)


def _other(char: str, roll: random.Random) -> str:
    return roll.choice("0123456789" if char.isdigit() else SLIPS)


def _split(line: str, roll: random.Random) -> list[str]:
    if len(line) < 4 or roll.random() >= SPLIT:
        return [line]
    at = roll.randrange(1, len(line))
    return [line[:at], line[at:]]
