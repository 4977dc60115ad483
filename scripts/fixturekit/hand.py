"""Handwriting: a slanted, wobbling run of glyphs; and the sign-off that an employer puts on a copy."""

from __future__ import annotations

import math

import numpy as np
from PIL import Image, ImageDraw

from scripts.fixturekit.chance import dice
from scripts.fixturekit.fonts import font
from scripts.fixturekit.page import DPI, Sheet
from scripts.fixturekit.seal import Seal, press

BLACK_PEN = (34, 34, 44)
BLUE_PEN = (36, 58, 150)
MM = DPI / 25.4


def write(
    sheet: Sheet, xy: tuple[float, float], text: str, size: int = 44, pen: tuple[int, int, int] = BLACK_PEN
) -> None:
    """Writes by hand; `xy` is the left top of the run."""
    ink = _wave(_run(text, size, sheet.key), sheet.key + text)
    sheet.image.paste(Image.new("RGB", ink.size, pen), (int(xy[0]), int(xy[1])), ink)


def scribble(sheet: Sheet, xy: tuple[float, float], width: int = 190, pen: tuple[int, int, int] = BLACK_PEN) -> None:
    """A signature nobody can read: one long curling line."""
    roll, points = dice("scribble", sheet.key), []
    for number in range(60):
        x = xy[0] + width * number / 60 + 14 * math.cos(number * 0.9)
        points.append((x, xy[1] + 22 * math.sin(number * 1.13) + roll.uniform(-9, 9)))
    sheet.draw.line(points, fill=pen, width=4, joint="curve")


def sign_off(
    sheet: Sheet, seal: Seal | None, verifier: str, day: str, at: tuple[float, float], **style: object
) -> None:
    """核对无误, the verifier's signature, the date, and the employer's seal; what is "" or None is left out."""
    words, pen = str(style.get("words", "核对无误")), style.get("pen", BLACK_PEN)
    assert isinstance(pen, tuple)
    x, y = at
    if words:
        _stamp(sheet, (x, y), words) if style.get("stamped", True) else write(sheet, (x, y), words, 42, pen)
    if verifier:
        sheet.text((x, y + 74), "验证人：", 25)
        write(sheet, (x + 106, y + 58), verifier, 46, pen)
    if day:
        write(sheet, (x + 4, y + 126), day, 34, pen) if dice(sheet.key).random() < 0.4 else sheet.text(
            (x, y + 136), day, 25
        )
    if seal:
        press(sheet, seal, (x + 378, y + 96))


def _stamp(sheet: Sheet, xy: tuple[float, float], words: str) -> None:
    colour = BLUE_PEN if dice("stamp", sheet.key).random() < 0.6 else (40, 40, 46)
    width = 38 * len(words) + 24
    sheet.box((xy[0], xy[1], xy[0] + width, xy[1] + 54), 3, colour)
    sheet.text((xy[0] + width / 2, xy[1] + 27), words, 37, face="sans-bold", fill=colour, anchor="mm")


def _run(text: str, size: int, name: str) -> Image.Image:
    """The glyphs, each a little turned and shifted, sheared to the right."""
    roll, mask = dice("hand", name, text), Image.new("L", (int(size * (len(text) + 1.2)), size * 2), 0)
    x = size * 0.3
    for character in text:
        glyph = Image.new("L", (size * 2, size * 2), 0)
        ImageDraw.Draw(glyph).text((size, size), character, font=font("serif", size), fill=255, anchor="mm")
        glyph = glyph.rotate(roll.uniform(-7, 7), Image.Resampling.BICUBIC)
        mask.paste(255, (int(x - size / 2), int(roll.uniform(-0.06, 0.06) * size)), glyph)
        x += size * (roll.uniform(0.86, 1.0) if ord(character) > 255 else 0.58)
    slant = roll.uniform(0.12, 0.24)
    return mask.transform(
        mask.size, Image.Transform.AFFINE, (1, slant, -slant * size, 0, 1, 0), Image.Resampling.BICUBIC
    )


def _wave(mask: Image.Image, name: str) -> Image.Image:
    """Rows and columns pushed about by slow waves."""
    roll, ink = dice("wave", name), np.asarray(mask)
    phase, reach = roll.uniform(0, 6), roll.uniform(1.0, 2.2)
    rows = [np.roll(row, round(reach * math.sin(number / 9 + phase))) for number, row in enumerate(ink)]
    columns = [np.roll(c, round(reach * math.sin(n / 23 + phase))) for n, c in enumerate(np.stack(rows).T)]
    return Image.fromarray(np.stack(columns).T.copy())
