"""Text beneath coloured seals, read again with the seal's ink taken out, so that a name or date under a seal is found.

In the channel that an ink leaves alone (red for red ink) the ink is as light as paper, and black print is not.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from verify.page import Box, Seal, Word
from verify.read.engine import RGB, Engine, Gray
from verify.read.seals.ink import BLACK, CHANNELS, Ink

MOST = 4
"""Seals of one page that are looked under at most, those with most print beneath first."""

PRINT, PICTURE = 0.006, 0.4
"""Shares of dark pixels in a seal's box: from the first on there is print beneath, from the second on a picture."""

COLOURED = 40
"""Levels by which the channel that the ink leaves alone is lighter than the other, where there is ink."""

PALE = 0.9
"""Share of the ink's level in that channel from which everything is paper."""

ASIDE, ABOVE = 0.9, 0.08
"""Paper read on either side of a seal, and above and below it, as shares of its size: lines run beyond it."""

EDGE = 6
"""Pixels from the sides of what is read within which a line may be cut off."""

CANVAS = 736
"""Least side in pixels of what is read: the detector enlarges smaller images, at a cost."""

LEGIBLE = 0.7
"""Least confidence of a line where nothing was read before."""

GAIN = 0.3
"""By how many letters (weighed by confidence) a line must be read better to take another's place."""

SAME_LINE, AS_TALL = 0.5, 1.8
"""Share of the smaller of two boxes that the other covers, and heights' ratio at most, where both are one line's."""


def look_under(image: RGB, words: tuple[Word, ...], seals: Sequence[Seal], engine: Engine) -> tuple[Word, ...]:
    """The lines of an upright page, those beneath its coloured seals as they read without the seals' ink."""
    shares = {seal: share for seal in seals if (share := _print_beneath(image, seal)) >= PRINT}
    for seal in sorted(shares, key=lambda seal: -shares[seal])[:MOST]:
        for line in _lines(image, words, seal, engine):
            words = _merged(words, line)
    return words


def _print_beneath(image: RGB, seal: Seal) -> float:
    """The share of a seal's box that is darker than its ink; 0 for a black seal, and over a picture."""
    level = _level(image, seal)
    if level is None:
        return 0.0
    share = float((_kept(image, seal.box, seal) < BLACK * level).mean())
    return share if share < PICTURE else 0.0


def _level(image: RGB, seal: Seal) -> float | None:
    """How light the ink is in the channel that it leaves alone; None where there is no coloured ink."""
    if seal.colour not in CHANNELS:
        return None
    x0, y0, x1, y1 = seal.box
    absorbed, kept = (image[y0:y1, x0:x1, channel].astype(np.int16) for channel in CHANNELS[_ink(seal)])
    ink = kept[kept - absorbed > COLOURED]
    return float(np.median(ink)) if ink.size else None


def _lines(image: RGB, words: tuple[Word, ...], seal: Seal, engine: Engine) -> list[Word]:
    """The lines that run beneath a seal, in the page's pixels."""
    level, (x0, y0, x1, y1) = _level(image, seal), _around(image, words, seal.box)
    kept = _kept(image, (x0, y0, x1, y1), seal).astype(np.float32)
    dark = float(np.percentile(kept, 0.5))
    light = max(PALE * (level or 255.0), dark + 1)
    cleared = np.clip((kept - dark) * (255 / (light - dark)), 0, 255).astype(np.uint8)
    sheet: Gray = np.full((max(CANVAS, y1 - y0), max(CANVAS, x1 - x0)), 255, np.uint8)
    sheet[: y1 - y0, : x1 - x0] = cleared
    found = engine.read(np.repeat(sheet[..., None], 3, axis=2))
    found = tuple(word for word in found if _shared(word.box, (0, 0, x1 - x0, y1 - y0)))
    lines = (Word(word.text, _moved(word.box, (x0, y0, x1, y1)), word.confidence) for word in found)
    whole = (line for line in lines if x0 + EDGE < line.box[0] or not x0)
    whole = (line for line in whole if line.box[2] < x1 - EDGE or x1 == image.shape[1])
    return [line for line in whole if _shared(line.box, seal.box)]


def _around(image: RGB, words: tuple[Word, ...], box: Box) -> Box:
    """The seal's box with paper around, so wide that it cuts through no line."""
    height, width = image.shape[:2]
    aside, above = int(ASIDE * (box[2] - box[0])), int(ABOVE * (box[3] - box[1]))
    wide = box[0] - aside, box[1] - above, box[2] + aside, box[3] + above
    touched = [word.box for word in words if _shared(word.box, wide)]
    x0 = min([wide[0], *(line[0] - 2 * EDGE for line in touched)])
    x1 = max([wide[2], *(line[2] + 2 * EDGE for line in touched)])
    return max(0, x0), max(0, wide[1]), min(width, x1), min(height, wide[3])


def _merged(words: tuple[Word, ...], line: Word) -> tuple[Word, ...]:
    """The words with a line that was read again: in the place of what it reads better, or where nothing was."""
    same = [i for i, word in enumerate(words) if _is_same(word.box, line.box)]
    if not same:
        at = sum(_comes_before(word.box, line.box) for word in words)
        return (*words[:at], line, *words[at:]) if line.confidence >= LEGIBLE else words
    if _worth(line) < sum(_worth(words[i]) for i in same) + GAIN:
        return words
    return tuple(line if i == same[0] else word for i, word in enumerate(words) if i not in same[1:])


def _worth(word: Word) -> float:
    """Letters read, weighed by confidence."""
    return len(word.text) * word.confidence


def _is_same(one: Box, other: Box) -> bool:
    tall, low = sorted((one[3] - one[1], other[3] - other[1]), reverse=True)
    areas = [(box[2] - box[0]) * (box[3] - box[1]) for box in (one, other)]
    return tall <= AS_TALL * low and _shared(one, other) >= SAME_LINE * min(areas)


def _comes_before(word: Box, line: Box) -> bool:
    """Whether a word stands above a line, or in its row and to its left."""
    middle = (line[1] + line[3]) / 2
    return word[3] <= middle or (word[1] < middle and word[0] < line[0])


def _shared(one: Box, other: Box) -> int:
    """Pixels that two boxes share."""
    width, height = min(one[2], other[2]) - max(one[0], other[0]), min(one[3], other[3]) - max(one[1], other[1])
    return max(0, width) * max(0, height)


def _moved(box: Box, cut: Box) -> Box:
    """A box on a cut-out as one on the page, no further than the cut-out reaches."""
    x, y, right, bottom = cut
    return box[0] + x, box[1] + y, min(right, box[2] + x), min(bottom, box[3] + y)


def _kept(image: RGB, box: Box, seal: Seal) -> Gray:
    """The channel that the seal's ink leaves alone, within a box."""
    x0, y0, x1, y1 = box
    return image[y0:y1, x0:x1, CHANNELS[_ink(seal)][1]]


def _ink(seal: Seal) -> Ink:
    return "red" if seal.colour == "red" else "blue"
