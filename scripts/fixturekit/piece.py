"""The pictures of a vector sheet: the pieces that something was drawn on, each embedded as small as it goes."""

from __future__ import annotations

import zlib

import cv2
import numpy as np
from PIL import Image

from scripts.fixturekit.pdf import Writer
from scripts.fixturekit.scan import jpeg

JOIN = 9
"""Ink nearer than this many pixels belongs to one piece."""

COLOURS = 16
"""A picture of no more colours than this (a QR code) is kept as it is."""


def drawn_parts(image: Image.Image) -> list[tuple[int, int, int, int]]:
    """The boxes (left, top, right, bottom; pixels) of what stands on a white picture, from the top down."""
    ink = (np.asarray(image).min(axis=2) < 250).astype(np.uint8)
    if not ink.any():
        return []
    near = cv2.dilate(ink, np.ones((2 * JOIN + 1, 2 * JOIN + 1), np.uint8))
    _, _, stats, _ = cv2.connectedComponentsWithStats(near)
    boxes = [(int(x), int(y), int(x + w), int(y + h)) for x, y, w, h, _ in stats[1:]]
    return sorted(boxes, key=lambda box: (box[1], box[0]))


def embedded(writer: Writer, image: Image.Image) -> int:
    """Adds the picture: with a palette where it has few colours, else as JPEG; returns its number."""
    head = f"/Type /XObject /Subtype /Image /Width {image.width} /Height {image.height} /BitsPerComponent 8"
    if image.getcolors(COLOURS) is None:
        return writer.stream(f"{head} /ColorSpace /DeviceRGB /Filter /DCTDecode", jpeg(image, 32))
    flat = image.quantize(COLOURS, dither=Image.Dither.NONE)
    palette = bytes(flat.getpalette() or ()).hex()
    space = f"/ColorSpace [/Indexed /DeviceRGB {len(palette) // 6 - 1} <{palette}>]"
    return writer.stream(f"{head} {space} /Filter /FlateDecode", zlib.compress(flat.tobytes(), 9))
