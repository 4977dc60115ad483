"""Drawing: a sheet of paper with text, paragraphs, rules and tables; lengths are pixels at the sheet's dpi."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from PIL import Image, ImageDraw

from scripts.fixturekit.fonts import font

A4 = (1240, 1754)
"""A4 at 150 dpi, the resolution of every scan here."""

DPI = 150
PAPER = (252, 251, 249)
INK = (38, 37, 40)
RULE = (70, 70, 74)
PRINT = "sans"
"""The face of all text layers: its outlines are simpler than the serif's, and its subsets half as large."""

Colour = tuple[int, int, int]


class Line(NamedTuple):
    """A line of text of a vector sheet; x and y (of its baseline) in pixels from the left top."""

    x: float
    y: float
    size: int
    text: str
    fill: Colour


class Stroke(NamedTuple):
    """A "line" (from, to), the outline of a "box" or a filled "patch" (left, top, right, bottom), in pixels."""

    kind: str
    box: tuple[float, ...]
    width: int
    fill: Colour


class Sheet:
    """A page being drawn. `key` names it, so that its scan and its stamps differ from every other's.

    A `vector` sheet is for a PDF with a text layer: text, rules and filled boxes are kept in `lines` and `strokes` and
    not drawn; only what has no outline of its own (photo, seal, handwriting, QR code) is drawn on its picture.
    """

    def __init__(self, key: str, size: tuple[int, int] = A4, paper: tuple[int, int, int] = PAPER, vector: bool = False):
        self.key = key
        self.vector = vector
        self.image = Image.new("RGB", size, (255, 255, 255) if vector else paper)
        self.lines: list[Line] = []
        self.strokes: list[Stroke] = []

    @property
    def width(self) -> int:
        """Pixels."""
        return self.image.width

    @property
    def height(self) -> int:
        """Pixels."""
        return self.image.height

    @property
    def draw(self) -> ImageDraw.ImageDraw:
        """Pillow's pen for the sheet."""
        return ImageDraw.Draw(self.image)

    def text(self, xy: tuple[float, float], text: str, size: int = 25, **style: Any) -> None:
        """One line; style: face, fill, anchor (Pillow's, default left-top)."""
        face, fill, anchor = style.get("face", "serif"), style.get("fill", INK), style.get("anchor", "la")
        if not self.vector:
            self.draw.text(xy, text, font=font(face, size), fill=fill, anchor=anchor)
        elif text.strip():
            self.lines.append(Line(*_baseline(xy, text, size, anchor), size, text, fill))

    def centre(self, y: float, text: str, size: int = 40, **style: Any) -> None:
        """One line in the middle of the sheet."""
        self.text((self.width / 2, y), text, size, anchor="ma", **style)

    def para(self, xy: tuple[float, float], width: float, text: str, size: int = 25, **style: Any) -> float:
        """Paragraphs, wrapped to `width`, the first line indented by `indent` characters; returns the y below."""
        indent, leading = style.pop("indent", 2), style.pop("leading", 1.6)
        x, y = xy
        for part in text.split("\n"):
            for line in wrap("　" * indent + part, width, size, style.get("face", "serif")):
                self.text((x, y), line, size, **style)
                y += size * leading
        return y

    def rule(self, start: tuple[float, float], end: tuple[float, float], width: int = 2, fill: Any = RULE) -> None:
        """A straight line."""
        if self.vector:
            self.strokes.append(Stroke("line", (*start, *end), width, fill))
        else:
            self.draw.line([start, end], fill=fill, width=width)

    def box(self, box: Sequence[float], width: int = 2, fill: Any = RULE) -> None:
        """The outline of a rectangle (left, top, right, bottom)."""
        if self.vector:
            self.strokes.append(Stroke("box", tuple(box), width, fill))
        else:
            self.draw.rectangle(tuple(box), outline=fill, width=width)

    def patch(self, box: Sequence[float], fill: Colour) -> None:
        """A filled rectangle."""
        if self.vector:
            self.strokes.append(Stroke("patch", tuple(box), 0, fill))
        else:
            self.draw.rectangle(tuple(box), fill=fill)

    def table(
        self, xy: tuple[float, float], widths: Sequence[int], rows: Sequence[Sequence[str]], **style: Any
    ) -> float:
        """Rows of ruled cells; style: height (of a row, or one for each), size, align; returns the y below."""
        heights = style.get("height", 56)
        heights = [heights] * len(rows) if isinstance(heights, int) else heights
        x, y = xy
        for row, height in zip(rows, heights, strict=True):
            left = x
            for cell, width in zip(row, widths, strict=True):
                self.cell((left, y, left + width, y + height), cell, **style)
                left += width
            y += height
        return y

    def cell(self, box: tuple[float, float, float, float], text: str, **style: Any) -> None:
        """A ruled box with its text in the middle ("centre", the default) or from the left ("left")."""
        size, align, face = style.get("size", 24), style.get("align", "centre"), style.get("face", "serif")
        self.box(box)
        lines = [line for part in text.split("\n") for line in wrap(part, box[2] - box[0] - 16, size, face)]
        y = (box[1] + box[3]) / 2 - (len(lines) - 1) * size * 0.7
        for line in lines:
            at, anchor = ((box[0] + 12, y), "lm") if align == "left" else (((box[0] + box[2]) / 2, y), "mm")
            self.text(at, line, size, face=face, anchor=anchor)
            y += size * 1.4


def _baseline(xy: tuple[float, float], text: str, size: int, anchor: str) -> tuple[float, float]:
    """Where the baseline of a vector sheet's line begins."""
    face = font(PRINT, size)
    ascent, descent = face.getmetrics()
    shift = {"l": 0.0, "m": 0.5, "r": 1.0}[anchor[0]] * face.getlength(text)
    return xy[0] - shift, xy[1] + (ascent if anchor[1] == "a" else (ascent - descent) / 2)


CLOSING = "，。；：、）》”！？"
"""Punctuation that does not begin a line."""


def wrap(text: str, width: float, size: int, face: str = "serif") -> list[str]:
    """`text` cut into lines no wider than `width`."""
    lines, line = [], ""
    for character in text:
        if line and character not in CLOSING and font(face, size).getlength(line + character) > width:
            lines.append(line)
            line = ""
        line += character
    return [*lines, line]
