"""Other ways of reading a seal, to compare with: RapidOCR on the crop as it is, and a plain polar unwrap."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np

from verify.read.engine import RGB, Array
from verify.read.seals.readings import trim

INNER, OUTER = 0.55, 0.96
"""Where on the radius the plain unwrap expects the title."""

DEEP, HIGH = 0.62, 0.8
"""Where it looks for gaps between letters: a code's small digits do not reach there."""

ROWS = 48
"""Height in pixels of the strip that is read."""

RADII, TURNS = 144, 1440
"""Steps outwards and round about in which a seal is unrolled."""


class Stock:
    """RapidOCR as shipped; its flags outlive a call, so that each call names them all."""

    def __init__(self) -> None:
        from rapidocr import RapidOCR

        self._engine: Any = RapidOCR(params={"Global.log_level": "error"})

    def page(self, image: RGB) -> tuple[str, ...]:
        """The lines found on an image."""
        result = self._engine(_bgr(image), use_det=True, use_cls=True, use_rec=True)
        return tuple(result.txts or ())

    def line(self, strip: RGB) -> str:
        """The text of a single line."""
        result = self._engine(_bgr(strip), use_det=False, use_cls=False, use_rec=True)
        return "".join(result.txts or ())

    def unwrapped(self, image: RGB) -> tuple[str, ...]:
        """The title by a plain polar unwrap: one circle about the coloured ink, one sector from the largest gap.

        It is read from luminance and from chroma, and digits around it are dropped, as the product does.
        """
        chroma = _chroma(image)
        ink = _mask(chroma)
        circle = _circle(ink)
        if circle is None:
            return ()
        start, gap = _largest_gap(_polar(ink * 255, circle)[:, int(DEEP * RADII) : int(HIGH * RADII)])
        # Inverted, so that outside the image there is paper.
        views = 255 - np.asarray(cv2.cvtColor(image, cv2.COLOR_RGB2GRAY)), _stretched(chroma)
        strips = (_strip(255 - _polar(view, circle), start, gap) for view in views)
        return tuple(text for strip in strips if (text := trim(self.line(strip))))


def _polar(view: Array, circle: tuple[float, float, float]) -> Array:
    """TURNS directions x RADII steps outwards."""
    x, y, radius = circle
    flags = cv2.WARP_POLAR_LINEAR | cv2.WARP_FILL_OUTLIERS
    return np.asarray(cv2.warpPolar(view, (RADII, TURNS), (x, y), radius, flags), np.uint8)


def _strip(polar: Array, start: int, gap: int) -> RGB:
    """The ring of letters from `start`, laid straight, outermost row first, without the gap at the end."""
    band = np.roll(polar, -start, axis=0)[: TURNS - gap, int(INNER * RADII) : int(OUTER * RADII)]
    width = round(np.pi * (INNER + OUTER) / (OUTER - INNER) * ROWS * len(band) / TURNS)
    strip = cv2.resize(np.rot90(band).copy(), (max(24, width), ROWS), interpolation=cv2.INTER_AREA)
    return np.asarray(cv2.cvtColor(strip, cv2.COLOR_GRAY2RGB), np.uint8)


def _chroma(image: RGB) -> Array:
    """Each pixel's distance in chroma from the paper; where nothing is coloured, its darkness."""
    lab = cv2.cvtColor(image, cv2.COLOR_RGB2LAB).astype(np.float32)
    centred = lab[..., 1:] - np.median(lab[..., 1:], axis=(0, 1))
    chroma = np.clip(np.hypot(centred[..., 0], centred[..., 1]), 0, 255).astype(np.uint8)
    return chroma if chroma.max() > 20 else 255 - np.asarray(cv2.cvtColor(image, cv2.COLOR_RGB2GRAY))


def _stretched(chroma: Array) -> Array:
    return np.asarray(chroma * (255.0 / max(1, int(chroma.max()))), np.uint8)


def _mask(chroma: Array) -> Array:
    """1 where there is ink, by Otsu."""
    _, mask = cv2.threshold(chroma, 0, 1, cv2.THRESH_BINARY | cv2.THRESH_OTSU)
    return np.asarray(mask, np.uint8)


def _circle(ink: Array) -> tuple[float, float, float] | None:
    """Centre and radius of the circle about the largest piece of ink."""
    joined = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (5, 5)))
    pieces, _ = cv2.findContours(joined, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    if not pieces:
        return None
    (x, y), radius = cv2.minEnclosingCircle(max(pieces, key=lambda piece: cv2.boundingRect(piece)[2]))
    return (x, y, radius) if radius > 12 else None


def _largest_gap(turns: Array) -> tuple[int, int]:
    """The row (a direction) at which the widest run of directions without ink ends, and how wide it is."""
    used = (turns > 128).mean(axis=1) > 0.04
    if used.all() or not used.any():
        return 0, 0
    first = int(np.flatnonzero(used)[0])
    edges = np.flatnonzero(np.diff(np.r_[0, np.roll(~used, -first).astype(int), 0]))
    width, end = max(((int(b - a), int(b)) for a, b in zip(edges[::2], edges[1::2], strict=True)), default=(0, 0))
    return (end + first) % len(used), width


def _bgr(image: RGB) -> Array:
    return np.ascontiguousarray(image[..., ::-1])
