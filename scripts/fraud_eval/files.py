"""Files that sheets become: printed to PDF with a text layer, altered, scanned, saved again."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping

import numpy as np
from PIL import Image

from scripts.fixturekit.chance import dice, grain
from scripts.fixturekit.page import Line, Sheet
from scripts.fixturekit.scan import scan
from scripts.fixturekit.typeset import typeset
from scripts.fraud_eval.face import embed

Draw = Callable[[], Sheet]
Make = Callable[[], bytes]
"""Made when it is written: the pages of a batch do not fit in memory."""


def printed(*draws: Draw) -> Make:
    """A PDF with a text layer, without the sheets' pictures: quick to read."""
    return lambda: typeset([_bare(draw()) for draw in draws], embedding=embed)


def scanned(draw: Draw, key: str, cut: float = 0.0) -> Make:
    """A scan of the sheet, the uppermost `cut` (share) of it lost, as JPEG of 60 to 90."""

    def make() -> bytes:
        roll, sheet = dice("rescan", key), raster(draw(), key)
        image = scan(sheet)
        left, top = roll.randint(0, 20), round(cut * image.height) + roll.randint(0, 12)
        image = image.crop((left, top, image.width - roll.randint(0, 20), image.height - roll.randint(0, 30)))
        share = roll.uniform(0.88, 1.1)
        image = image.resize((round(image.width * share), round(image.height * share)), Image.Resampling.BICUBIC)
        return jpeg(image, roll.randint(60, 90))

    return make


def resaved(made: Make, key: str) -> Make:
    """A picture cut a little at its edges, in another size, saved again."""

    def make() -> bytes:
        roll = dice("resaved", key)
        image = Image.open(io.BytesIO(made())).convert("RGB")
        edge, share = roll.randint(0, 6), roll.uniform(0.85, 1.2)
        image = image.crop((edge, edge, image.width - edge, image.height - edge))
        size = round(image.width * share), round(image.height * share)
        return jpeg(image.resize(size, Image.Resampling.BICUBIC), roll.randint(70, 92))

    return make


def lit(figure: Image.Image, key: str) -> Image.Image:
    """A schematic figure in a light and with folds of its own: two people's photographs differ in more than size."""
    noise = grain("light", key)
    cells = [noise.normal(0, 12, (cells * 4, cells * 3)) for cells in (3, 8)]
    ways = Image.Resampling.BICUBIC
    light = sum(np.asarray(Image.fromarray(plane.astype(np.float32)).resize(figure.size, ways)) for plane in cells)
    pixels = np.asarray(figure, np.float32)
    wall = (pixels > 240).all(axis=2)
    lit_up = np.clip(pixels + np.where(wall, 0, light)[..., None], 0, 255)
    return Image.fromarray(lit_up.astype(np.uint8))


def jpeg(image: Image.Image, quality: int) -> bytes:
    """A picture as JPEG."""
    out = io.BytesIO()
    image.save(out, "JPEG", quality=quality, dpi=(150, 150))
    return out.getvalue()


def raster(sheet: Sheet, key: str) -> Sheet:
    """A text sheet drawn on paper."""
    paper = Sheet(f"raster/{key}", (sheet.width, sheet.height))
    for kind, box, width, fill in sheet.strokes:
        {"line": lambda b, w, f: paper.rule(b[:2], b[2:], w, f), "box": paper.box, "patch": lambda b, _, f: paper.patch(b, f)}[
            kind
        ](box, width, fill)  # fmt: skip
    for x, y, size, text, fill in sheet.lines:
        paper.text((x, y), text, size, fill=fill, anchor="ls")
    return paper


def altered(draw: Draw, said: Mapping[str, str]) -> Draw:
    """The sheet with other words in place of some: what a forger makes of it."""

    def make() -> Sheet:
        sheet = draw()
        sheet.lines = [_other(line, said) for line in sheet.lines]
        return sheet

    return make


def _other(line: Line, said: Mapping[str, str]) -> Line:
    text = line.text
    for old, new in said.items():
        text = text.replace(old, new)
    return line._replace(text=text)


def _bare(sheet: Sheet) -> Sheet:
    sheet.image = Image.new("RGB", sheet.image.size, (255, 255, 255))
    return sheet
