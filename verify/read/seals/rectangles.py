"""Reads a rectangular seal: straightened, then up to four ways round until a reading makes sense."""

from __future__ import annotations

import cv2
import numpy as np

from verify.model import Word
from verify.read.engine import Array, Engine
from verify.read.seals.ink import Views
from verify.read.seals.readings import Text, chinese, trim
from verify.read.seals.shapes import Rect, level

SIDE = 560
"""Longest side in pixels of the straightened seal."""

WAYS = (0, 2, 1, 3)
"""Quarter turns in the order in which they are tried: most rectangular seals are wider than high."""

SURE = 0.9
"""Mean confidence from which no further way round is tried."""


def read_rectangle(views: Views, rect: Rect, engine: Engine) -> Text:
    """Reads the seal inside `rect` on `views`; the title is all its lines in one, the lines are also given."""
    scale = min(SIDE / rect.width, max(1.0, 160 / rect.height))
    width, height = max(24, round(rect.width * scale)), max(24, round(rect.height * scale))
    flat = level(views[1], rect, width, height)
    edge = max(2, round(0.04 * min(width, height)))
    flat = cv2.copyMakeBorder(flat[edge:-edge, edge:-edge], 20, 20, 20, 20, cv2.BORDER_CONSTANT, value=255)
    line = _one_line(flat, engine)
    if line is not None:
        return line
    ways = list[tuple[float, tuple[Word, ...]]]()
    for turns in WAYS:
        turned = cv2.cvtColor(np.ascontiguousarray(np.rot90(flat, turns)), cv2.COLOR_GRAY2RGB)
        words = engine.read(np.asarray(turned, np.uint8))
        ways.append((_sense(words), words))
        if words and _mean(words) >= SURE and sum(chinese(word.text) for word in words) >= 2:
            break
    ways.sort(key=lambda way: -way[0])
    titles = tuple(dict.fromkeys(title for _, words in ways if (title := "".join(word.text for word in words))))
    best = ways[0][1]
    return Text(titles, tuple(word.text for word in best) if len(best) > 1 else (), _mean(best))


def _one_line(flat: Array, engine: Engine) -> Text | None:
    """The seal read as a single line, either way up; None where it is not one or makes no sense as one."""
    inked = (flat < 128).mean(axis=1) > 0.04
    rows = np.flatnonzero(inked)
    if not len(rows) or np.diff(rows).max(initial=0) > 0.08 * len(flat) or len(rows) < 0.3 * len(flat):
        return None
    strip = flat[max(0, rows[0] - 6) : rows[-1] + 7]
    ways = [cv2.cvtColor(np.ascontiguousarray(way), cv2.COLOR_GRAY2RGB) for way in (strip, strip[::-1, ::-1])]
    text, score = max((engine.read_line(np.asarray(way, np.uint8)) for way in ways), key=lambda reading: reading[1])
    return Text((trim(text),), (), score) if score >= SURE and chinese(trim(text)) >= 2 else None


def _mean(words: tuple[Word, ...]) -> float:
    return float(np.mean([word.confidence for word in words])) if words else 0.0


def _sense(words: tuple[Word, ...]) -> float:
    return sum(word.confidence**2 * min(chinese(word.text), 6) for word in words)
