"""A seal's ink as the store keeps it: a few kilobytes, from which no picture of the page can be made."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass

import numpy as np

from verify.compare.ink_frame import SIDE
from verify.read.engine import Array

LEVELS, FULLEST = 15, 1.5
"""Steps of ink kept, from none to this many times the seal's strong ink."""

COARSE = 256
"""Points of the border that the first, quick comparison looks at."""

AROUND = 64
"""Side in cells of the map of the print around the seal; OFF marks cells beyond the page."""

OFF = 255

_HEAD = struct.Struct("<4sff")
_MARK = b"ink1"
_MOST = SIDE * SIDE * 2 + AROUND * AROUND + COARSE + 64


@dataclass(frozen=True, slots=True)
class Ink:
    """`ink` (SIDE, SIDE) float32 in shares of strong ink, `valid` bool; `coarse` (COARSE,) int8 the border's texture.

    `around` (AROUND, AROUND) uint8: the print on the page around, 0..254, or OFF. Half sides as in Frame.
    """

    ink: Array
    valid: Array
    coarse: Array
    around: Array
    half_width: float = 0.0
    half_height: float = 0.0


def pack(seal: Ink) -> bytes:
    """The sketch as bytes."""
    steps = np.rint(np.clip(seal.ink / FULLEST, 0, 1) * LEVELS).astype(np.uint8).ravel()
    body = steps[::2] << 4 | steps[1::2]
    planes = body.tobytes() + np.packbits(seal.valid.ravel()).tobytes() + (seal.around // 17).astype(np.uint8).tobytes()
    head = _HEAD.pack(_MARK, seal.half_width, seal.half_height)
    return head + seal.coarse.astype(np.int8).tobytes() + zlib.compress(planes, 9)


def unpack(blob: bytes) -> Ink:
    """The sketch from its bytes; raises ValueError where they are none of ours."""
    try:
        mark, width, height = _HEAD.unpack_from(blob)
        planes = zlib.decompressobj().decompress(blob[_HEAD.size + COARSE :], _MOST)
        half, bits = SIDE * SIDE // 2, SIDE * SIDE // 8
        body = np.frombuffer(planes, np.uint8, half)
        valid = np.unpackbits(np.frombuffer(planes, np.uint8, bits, half)).astype(bool).reshape(SIDE, SIDE)
        around = np.frombuffer(planes, np.uint8, AROUND * AROUND, half + bits).reshape(AROUND, AROUND)
    except (struct.error, zlib.error, ValueError) as error:
        raise ValueError("not a sketch of a seal's ink") from error
    if mark != _MARK:
        raise ValueError("a sketch of a seal's ink of another version")
    ink: Array = np.stack([body >> 4, body & 15], axis=1).reshape(SIDE, SIDE).astype(np.float32) * (FULLEST / LEVELS)
    return Ink(ink, valid, coarse_of(blob), around * 17, width, height)


def coarse_of(blob: bytes) -> Array:
    """Only the border's texture of a packed sketch, (COARSE,) int8; raises ValueError where it is too short."""
    return np.frombuffer(blob, np.int8, COARSE, _HEAD.size)


def is_sketch(blob: bytes) -> bool:
    """Whether these are bytes of this version; those of another cannot be compared."""
    return blob.startswith(_MARK) and len(blob) > _HEAD.size + COARSE
