"""Ink views: what on a page is stamped in colour, told apart from the paper and from black print, and what is dark.

Two views of the same ink, because JPEG keeps chroma at half resolution: the chroma distance from the paper, which black
print cannot disturb, and the luminance of the channel that the ink absorbs, which keeps the strokes of small seals.
"""

from __future__ import annotations

from typing import Literal

import cv2
import numpy as np

from verify.read.engine import RGB, Array, Gray
from verify.read.seals.rules import dark_views

Ink = Literal["red", "blue", "black"]
"""Black is any ink without a hue: a black stamp, or a seal on a grey scan or copy."""

INKS: tuple[Ink, ...] = ("red", "blue")
"""The coloured ones."""

HUES: dict[Ink, tuple[float, float]] = {"red": (315.0, 58.0), "blue": (220.0, 315.0)}
"""Hue sectors in degrees of the CIE a*b* plane, from .. to, counter-clockwise; the red one holds magenta to orange."""

Views = tuple[Gray, Gray, Gray]

CHANNELS: dict[Ink, tuple[int, int]] = {"red": (1, 0), "blue": (0, 2)}
"""The channel that the ink absorbs, and the one that it leaves alone (and black print does not)."""

FLOOR = 5
"""Chroma distance from the paper under which nothing is ink: scanner and JPEG noise mostly stay below it."""

Level = Literal["strong", "faint"]

LEVELS: dict[Level, tuple[float, float, float]] = {"strong": (0.6, 12.0, 48.0), "faint": (0.4, FLOOR, 14.0)}
"""Thresholds: share of Otsu's, at least, at most. Strong ink stands apart from paler print around it; faint ink must
not be hidden by strong print elsewhere on the page."""

BLACK = 0.72
"""Black print is darker than the ink by this factor, in the channel that the ink leaves alone."""

TINTED = 10.0
"""Paper of so much chroma is tinted."""

PAPER_SIDE, PAPER_WINDOW = 96, 41
"""The paper's colour is the running median of a copy of this longest side, over a window of this side."""

MIN_PIXELS = 50
"""Fewer coloured pixels than this are no seal at any size worth reading."""


def chroma(image: RGB) -> dict[Ink, Gray]:
    """Each ink's chroma distance from the paper, height x width, 0..255; 0 where it is within the noise."""
    lab = np.asarray(cv2.cvtColor(image, cv2.COLOR_RGB2LAB), np.uint8)
    a, b = (_centred(lab[..., i]) for i in (1, 2))
    spots = np.flatnonzero((np.abs(a) + np.abs(b) > FLOOR) & ~_neutral(lab))
    if not spots.size:
        return {ink: np.zeros(image.shape[:2], np.uint8) for ink in INKS}
    x, y = (side.ravel()[spots].astype(np.float32) for side in (a, b))
    length, angle = cv2.cartToPolar(x, y, angleInDegrees=True)
    return {ink: _sector(spots, length.ravel(), angle.ravel(), HUES[ink], image.shape[:2]) for ink in INKS}


def mask(departure: Gray, level: Level = "faint") -> Gray:
    """1 where `departure` is ink, else 0: over a share of Otsu's threshold of what is coloured at all."""
    values = departure[departure > FLOOR]
    if values.size < MIN_PIXELS:
        return np.zeros_like(departure)
    otsu, _ = cv2.threshold(values.reshape(-1, 1), 0, 255, cv2.THRESH_BINARY | cv2.THRESH_OTSU)
    share, least, most = LEVELS[level]
    return (departure > min(max(share * otsu, least), most)).astype(np.uint8)


def darkness(image: RGB) -> Gray:
    """By how much each pixel is darker than the paper around it, height x width, 0..255, whatever its colour."""
    gray: Array = cv2.cvtColor(image, cv2.COLOR_RGB2GRAY)
    return np.asarray((-_centred(gray)).clip(0, 255), np.uint8)


def departure_of(image: RGB, ink: Ink) -> Gray:
    """By how much each pixel departs from the paper as `ink` does, height x width, 0..255."""
    return darkness(image) if ink == "black" else chroma(image)[ink]


def views(image: RGB, ink: Ink, departure: Gray) -> Views:
    """Dark ink on white, three times: from luminance with black print taken out, from chroma alone, from luminance.

    Of black ink: without long rules and darker print, evened out, from luminance. `departure` is `departure_of` both.
    """
    if ink == "black":
        return dark_views(departure)
    inked = departure > FLOOR
    strength = max(float(np.percentile(departure[inked], 75)) if inked.any() else 40.0, 12.0)
    by_chroma = (255 - np.clip(departure * (255.0 / strength), 0, 255)).astype(np.uint8)
    plain = _luminance(image[..., CHANNELS[ink][0]])
    cleared = np.where(_black(image[..., CHANNELS[ink][1]], departure), by_chroma, plain)
    return cleared, by_chroma, plain


def _centred(channel: Gray) -> Array:
    """The channel (int16) less that of the paper around: the median over a third of the image, so that uneven light and
    coloured areas count as paper."""
    height, width = channel.shape
    scale = min(1.0, PAPER_SIDE / max(height, width))
    size = max(1, round(width * scale)), max(1, round(height * scale))
    paper = cv2.medianBlur(cv2.resize(channel, size, interpolation=cv2.INTER_AREA), PAPER_WINDOW)
    return cv2.subtract(channel, cv2.resize(paper, (width, height)), dtype=cv2.CV_16S)


def _neutral(lab: Array) -> Array:
    """Where black print stands on tinted paper: it has less of the paper's own tint, which is no colour of its own."""
    paper = np.median(lab[::8, ::8, 1:].reshape(-1, 2).astype(np.float32) - 128, axis=0)
    strength = float(np.hypot(*paper))
    if strength < TINTED:
        return np.zeros(lab.shape[:2], bool)
    tints = lab[..., 1:].astype(np.float32) - 128
    along = (tints @ paper) / strength
    across = np.abs(tints[..., 0] * paper[1] - tints[..., 1] * paper[0]) / strength
    return np.asarray((across <= FLOOR) & (along > -FLOOR) & (along < strength))


def _sector(spots: Array, length: Array, angle: Array, hues: tuple[float, float], shape: tuple[int, ...]) -> Gray:
    """The lengths at `spots` (indices into the flat image) whose angle lies within `hues`, 0 elsewhere."""
    start, stop = hues
    inside = (angle > start) & (angle < stop) if start < stop else (angle > start) | (angle < stop)
    flat: Gray = np.zeros(shape[0] * shape[1], np.uint8)
    flat[spots[inside]] = np.minimum(length[inside], 255)
    return flat.reshape(shape)


def _luminance(absorbed: Gray) -> Gray:
    """The channel that the ink absorbs, stretched from its darkest to the paper."""
    paper, dark = (float(value) for value in np.percentile(absorbed, (85, 2)))
    return np.asarray(np.clip((absorbed - dark) / max(paper - dark, 20.0) * 255, 0, 255), np.uint8)


def _black(kept: Gray, departure: Gray) -> Array:
    """Where black print lies: darker than the ink in the channel that the ink leaves alone, and with less colour."""
    inked = departure[departure > FLOOR]
    if not inked.size:
        return np.zeros(kept.shape, bool)
    strong = float(np.percentile(inked, 60))
    ink = float(np.median(kept[departure >= strong]))
    printed = ((kept < BLACK * ink) & (departure < 0.8 * strong)).astype(np.uint8)
    return np.asarray(cv2.dilate(printed, np.ones((3, 3), np.uint8)) > 0)
