"""One photo told from another of the same make-up, part by part, though its edges were cut and it was saved anew.

Portraits before one background have whole PDQ hashes as near as copies have; the hashes of their parts are far apart
(200 schematic figures: others differ in 38 of 256 bits or more in their least alike part, in a light of its own each in 68
or more; of 80 copies three quarters differ in 31 or fewer, in such a light 95 %).
"""

from __future__ import annotations

from collections.abc import Iterator

import cv2
import numpy as np
import pdqhash

from verify.read.engine import RGB, Array

SIZE = 512
"""Longest side in pixels of the copy that is cut into parts."""

CUTS = (0.0, -0.024, -0.018, -0.012, -0.006, 0.006, 0.012, 0.018, 0.024)
"""Shares of the width that are cut off at each edge, the picture as it is first; of less than none, paper is added."""

ACROSS = 3
"""Parts side by side, and one above the other."""

LEAST = 4
"""Parts that both must have something in."""

BYTES = 32
FRAME = BYTES * (1 + ACROSS**2)
"""Bytes of one frame: the hash of the whole and of its parts; of a part with too little in it, zeros."""


def frames(image: RGB, quality: int) -> bytes:
    """The hashes of a picture as it is and with other edges; parts below PDQ's `quality` are left out."""
    share = SIZE / max(image.shape[:2])
    way = cv2.INTER_AREA if share < 1 else cv2.INTER_CUBIC
    small = np.asarray(cv2.resize(image, None, fx=share, fy=share, interpolation=way), np.uint8)
    return b"".join(_hash(part, at and quality) for cut in CUTS for at, part in enumerate(_parts(_framed(small, cut))))


def wholes(sketch: bytes) -> Iterator[bytes]:
    """The whole hashes of a sketch's frames."""
    return (sketch[start : start + BYTES] for start in range(0, len(sketch), FRAME))


def farthest_part(mine: bytes, theirs: bytes) -> int | None:
    """By how many bits the least alike parts differ, each in the frame that fits the other best; None: too few parts."""
    found = [far for far in (_fitted(mine, theirs), _fitted(theirs, mine)) if far is not None]
    return max(found) if len(found) == 2 else None


def _fitted(mine: bytes, theirs: bytes) -> int | None:
    if len(theirs) < FRAME:
        return None
    there = _table(theirs[:FRAME])
    found = [_farthest(_table(mine[start : start + FRAME]), there) for start in range(0, len(mine), FRAME)]
    return min((far for far in found if far is not None), default=None)


def _farthest(one: Array, other: Array) -> int | None:
    both = one.any(axis=1) & other.any(axis=1)
    if both.sum() < LEAST:
        return None
    differ = np.bitwise_xor(one[both], other[both]).astype(np.uint8)
    return int(np.unpackbits(differ, axis=1).sum(axis=1).max())


def _table(frame: bytes) -> Array:
    return np.frombuffer(frame, np.uint8).reshape(-1, BYTES)[1:]


def _framed(image: RGB, cut: float) -> RGB:
    edge = round(abs(cut) * image.shape[1])
    if cut > 0 and edge:
        return image[edge:-edge, edge:-edge]
    return cv2.copyMakeBorder(image, edge, edge, edge, edge, cv2.BORDER_REPLICATE).astype(np.uint8) if edge else image


def _parts(image: RGB) -> Iterator[RGB]:
    """The whole, then its parts."""
    yield image
    height, width = image.shape[:2]
    for down in range(ACROSS):
        for right in range(ACROSS):
            rows = slice(down * height // ACROSS, (down + 1) * height // ACROSS)
            yield image[rows, right * width // ACROSS : (right + 1) * width // ACROSS]


def _hash(image: RGB, quality: int) -> bytes:
    bits, found = pdqhash.compute(np.ascontiguousarray(image))
    return np.packbits(bits).tobytes() if found >= quality else bytes(BYTES)
