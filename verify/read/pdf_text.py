"""The text layer of a PDF page: taken where it says what the page shows, refused where it does not."""

from __future__ import annotations

import io
import logging
import re
from typing import Any

import pdfplumber
from rapidfuzz.distance import Levenshtein

from verify.page import Word
from verify.read.engine import RGB, Engine
from verify.read.radicals import unified
from verify.read.raster import PDF_DPI

MIN_CHARACTERS = 12
"""A page with less text than this is a picture with a page number."""

SAMPLES = 4
"""Lines that are read from the picture to see whether the layer tells the truth: hidden or garbled text does not."""

AGREEMENT = 0.6
"""Least mean likeness of layer and picture over the sampled lines; honest layers measure above 0.9."""

GAP = 1.0
"""Characters' sizes of white that part two runs of text: the cells of a table's row are not one line."""

ROOM = 0.12
"""Share of its height that a line's box has above and below it, as the boxes have that are read from pictures."""

PICTURE_SHARE = 0.5
"""A page more than half covered by pictures is a scan, whatever else it says."""

_STRANGE = re.compile(r"\(cid:\d+\)|[\ufffd\ue000-\uf8ff\x00-\x08\x0e-\x1f]")

# A line a font for what uploads lack (FontBBox and the like) would drown what the run has to say.
logging.getLogger("pdfminer").setLevel(logging.ERROR)


class TextLayer:
    """The text layers of one PDF, opened once."""

    def __init__(self, data: bytes) -> None:
        try:
            self._pdf: Any = pdfplumber.open(io.BytesIO(data))
        except Exception:  # as below: what pdfium opens, pdfminer may not
            self._pdf = None

    def words(self, index: int, picture: RGB, engine: Engine) -> tuple[Word, ...] | None:
        """The lines of page `index` (from 0) in the picture's pixels, or None where the layer is absent or garbage."""
        if self._pdf is None:
            return None
        try:
            page = self._pdf.pages[index]
            lines = _lines(page, picture)
            page.close()
        except Exception:  # pdfminer raises whatever a broken page makes it raise; the picture still can be read
            return None
        return lines if _trusted(lines, picture, engine) else None

    def close(self) -> None:
        if self._pdf is not None:
            self._pdf.close()


def _lines(page: Any, picture: RGB) -> tuple[Word, ...]:
    x0, top, x1, bottom = page.bbox
    if _covered(page) > PICTURE_SHARE:
        return ()
    scale_x, scale_y = picture.shape[1] / float(x1 - x0), picture.shape[0] / float(bottom - top)
    tall = 72 / PDF_DPI
    words = []
    for line in page.extract_words(keep_blank_chars=True, x_tolerance_ratio=GAP, y_tolerance=2):
        if not (text := line["text"].strip()):
            continue
        high = ROOM * (line["bottom"] - line["top"])
        box = (
            max(0, int((line["x0"] - x0 - tall) * scale_x)),
            max(0, int((line["top"] - top - tall - high) * scale_y)),
            min(picture.shape[1], int((line["x1"] - x0 + tall) * scale_x) + 1),
            min(picture.shape[0], int((line["bottom"] - top + tall + high) * scale_y) + 1),
        )
        words.append(Word(unified(text), box, 1.0))
    return tuple(words)


def _covered(page: Any) -> float:
    area = float(page.width * page.height) or 1.0
    return sum(max(0.0, float(i["x1"] - i["x0"])) * max(0.0, float(i["bottom"] - i["top"])) for i in page.images) / area


def _trusted(lines: tuple[Word, ...], picture: RGB, engine: Engine) -> bool:
    text = "".join(line.text for line in lines)
    if len(text) < MIN_CHARACTERS or len(_STRANGE.findall(text)) > 0.02 * len(text):
        return False
    long = sorted((line for line in lines if 3 <= len(line.text) <= 60), key=lambda line: -len(line.text)) or list(
        lines
    )
    step = max(1, len(long) // SAMPLES)
    likeness = [_likeness(line, picture, engine) for line in long[::step][:SAMPLES]]
    return sum(likeness) / len(likeness) >= AGREEMENT


def _likeness(line: Word, picture: RGB, engine: Engine) -> float:
    x0, y0, x1, y1 = line.box
    if x1 - x0 < 4 or y1 - y0 < 4:
        return 0.0
    seen, _ = engine.read_line(picture[y0:y1, x0:x1])
    return float(Levenshtein.normalized_similarity(re.sub(r"\s", "", seen), re.sub(r"\s", "", line.text)))
