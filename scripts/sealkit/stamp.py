"""A stamp's face: rims, words along them, star, lines, code, as a mask of ink. Lengths are millimetres."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

import cv2
import numpy as np

from scripts.sealkit.faces import glyph
from verify.read.engine import Array

Shape = Literal["round", "oval", "plate"]


@dataclass(frozen=True)
class Stamp:
    """What is cut into a stamp. `title` runs along the rim, `lines` stand in the middle (a plate has only lines).

    `tall` is the height of the title's letters, `inset` their distance from the rim, `sweep` their sector in degrees,
    `condensed` a letter's widest width over its height; `rim` and `inner` are the thicknesses of the two rims.
    """

    shape: Shape
    title: str
    lines: tuple[str, ...] = ()
    code: str = ""
    bottom: str = ""
    star: bool = True
    width: float = 40.0
    height: float = 40.0
    face: str = "noto-serif"
    rim: float = 1.1
    inner: float = 0.0
    tall: float = 5.0
    inset: float = 1.0
    sweep: float = 250.0
    condensed: float = 0.75
    line_tall: float = 4.2


@dataclass(frozen=True)
class Drawn:
    """The mask (float32, 0..1) at `scale` pixels a millimetre, and the boxes of the title's letters in it."""

    mask: Array
    letters: tuple[tuple[int, int, int, int], ...]
    scale: float


class _Pen:
    """Puts letters on a mask and remembers where the title's went."""

    def __init__(self, width: float, height: float, scale: float) -> None:
        self.scale = scale
        self.mask: Array = np.zeros((round(height * scale), round(width * scale)), np.float32)
        self.letters: list[tuple[int, int, int, int]] = []

    def letter(
        self, character: str, face: str, at: tuple[float, float], size: tuple[float, float], turn: float
    ) -> None:
        """One letter of `size` (width, height) with its middle at `at`, turned `turn` degrees clockwise."""
        tile = glyph(face, character)
        c, s = math.cos(math.radians(turn)), math.sin(math.radians(turn))
        kx, ky = (side * self.scale / length for side, length in zip(size, tile.shape[::-1], strict=True))
        matrix = np.array([[c * kx, -s * ky, 0.0], [s * kx, c * ky, 0.0]])
        matrix[:, 2] = np.array(at) * self.scale - matrix[:, :2] @ (np.array(tile.shape[::-1]) / 2)
        reach = int(math.hypot(*size) * self.scale / 2) + 2
        x, y = (round(value * self.scale) for value in at)
        x0, y0 = max(0, x - reach), max(0, y - reach)
        window = self.mask[y0 : y + reach, x0 : x + reach]
        matrix[:, 2] -= (x0, y0)
        drawn = cv2.warpAffine(tile, matrix, (window.shape[1], window.shape[0]), flags=cv2.INTER_AREA)
        np.maximum(window, drawn, out=window)
        self.letters.append((x0, y0, x + reach, y + reach))


def draw(stamp: Stamp, scale: float) -> Drawn:
    """The stamp's face at `scale` pixels a millimetre."""
    pen = _Pen(stamp.width, stamp.height, scale)
    if stamp.shape == "plate":
        _plate(pen, stamp)
        return Drawn(pen.mask, tuple(pen.letters), scale)
    _rim(pen, stamp, 0.15, stamp.rim)
    if stamp.inner:
        _rim(pen, stamp, stamp.rim + 0.75, stamp.inner)
    depth = 0.15 + stamp.rim + (0.75 + stamp.inner if stamp.inner else 0.0) + stamp.inset
    _arc(pen, stamp, stamp.title, depth, (stamp.tall, stamp.sweep))
    letters = tuple(pen.letters)
    if stamp.code:
        _arc(pen, stamp, stamp.code, depth - 0.4 * stamp.inset, (1.9, 4.6 * len(stamp.code)), below=True)
    if stamp.bottom:
        _arc(pen, stamp, stamp.bottom, depth, (0.8 * stamp.tall, 11.0 * len(stamp.bottom)), below=True)
    if stamp.star:
        _star(pen, stamp, 0.115 * stamp.height if stamp.lines else 0.15 * stamp.height)
    _lines(pen, stamp, depth)
    return Drawn(pen.mask, letters, scale)


def _rim(pen: _Pen, stamp: Stamp, depth: float, thick: float) -> None:
    axes = (stamp.width / 2 - depth - thick / 2, stamp.height / 2 - depth - thick / 2)
    centre = stamp.width / 2, stamp.height / 2
    shift = 1 << 4
    fixed = [tuple(round(value * pen.scale * shift) for value in pair) for pair in (centre, axes)]
    line = max(1, round(thick * pen.scale))
    cv2.ellipse(pen.mask, fixed[0], fixed[1], 0, 0, 360, 1.0, line, cv2.LINE_AA, 4)


def _arc(pen: _Pen, stamp: Stamp, text: str, depth: float, band: tuple[float, float], below: bool = False) -> None:
    """Letters `depth` under the edge at equal arc length about the top (or bottom); band: height, degrees."""
    tall, sweep = band
    a, b = (side / 2 - depth - tall / 2 for side in (stamp.width, stamp.height))
    t = np.linspace(0, 2 * math.pi, 3601)
    x, y = a * np.sin(t), -b * np.cos(t)
    along = np.concatenate([[0.0], np.cumsum(np.hypot(np.diff(x), np.diff(y)))])
    whole, middle = float(along[-1]), 0.5 if below else 0.0
    step = whole * sweep / 360 / max(1, len(text))
    for number, character in enumerate(text):
        offset = (number - (len(text) - 1) / 2) * step * (-1 if below else 1)
        at = float(np.interp((middle * whole + offset) % whole, along, t))
        turn = math.degrees(math.atan2(b * math.sin(at), a * math.cos(at))) + (180 if below else 0)
        width = min(stamp.condensed * tall, 0.92 * step) * (0.62 if character.isdigit() and not below else 1.0)
        spot = stamp.width / 2 + a * math.sin(at), stamp.height / 2 - b * math.cos(at)
        pen.letter(character, stamp.face, spot, (width, tall), turn)


def _star(pen: _Pen, stamp: Stamp, radius: float) -> None:
    t = np.arange(10) * math.pi / 5
    reach = np.where(np.arange(10) % 2 == 0, radius, 0.382 * radius)
    points = np.stack([stamp.width / 2 + reach * np.sin(t), stamp.height / 2 - reach * np.cos(t)], axis=1)
    cv2.fillPoly(pen.mask, [np.rint(points * pen.scale * 16).astype(np.int32)], 1.0, cv2.LINE_AA, 4)


def _lines(pen: _Pen, stamp: Stamp, depth: float) -> None:
    """Lines across the middle: under the star, or about the centre."""
    tall, count = stamp.line_tall, len(stamp.lines)
    free = 1 - 2 * (depth + stamp.tall) / stamp.height
    for number, line in enumerate(stamp.lines):
        shift = 0.19 * stamp.height + number * 1.15 * tall if stamp.star else (number - (count - 1) / 2) * 1.3 * tall
        chord = math.sqrt(max(0.06, free**2 - (2 * shift / stamp.height) ** 2)) * stamp.width
        _row(pen, stamp, line, stamp.height / 2 + shift, (tall, chord * 1.02))


def _plate(pen: _Pen, stamp: Stamp) -> None:
    edge = max(1, round(stamp.rim * pen.scale))
    height, width = pen.mask.shape
    cv2.rectangle(pen.mask, (edge // 2, edge // 2), (width - 1 - edge // 2, height - 1 - edge // 2), 1.0, edge)
    step = (stamp.height - 2 * stamp.rim - 1.6) / len(stamp.lines)
    for number, line in enumerate(stamp.lines):
        y = stamp.rim + 0.8 + (number + 0.5) * step
        _row(pen, stamp, line, y, (min(stamp.line_tall, 0.8 * step), stamp.width - 2 * stamp.rim - 2.5))


def _row(pen: _Pen, stamp: Stamp, text: str, y: float, band: tuple[float, float]) -> None:
    """One level line; band: height, widest."""
    tall, widest = band
    shares = [0.6 if character.isascii() else 1.0 for character in text]
    step = min(tall * 1.02, widest / sum(shares))
    x = stamp.width / 2 - step * sum(shares) / 2
    for character, share in zip(text, shares, strict=True):
        pen.letter(character, stamp.face, (x + step * share / 2, y), (0.92 * step * share, tall), 0.0)
        x += step * share
