"""A quick way to embed a font: thousands of files are set in it, and each glyph is taken from the font once."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any

from scripts.fixturekit.fonts import SIMPLIFIED, path_of
from scripts.fixturekit.page import PRINT
from scripts.fixturekit.pdf import Writer
from scripts.fixturekit.typeset import UNITS, font_objects, font_tools

_BOX = [-UNITS, -UNITS // 3, 3 * UNITS, UNITS + UNITS // 5]
"""Around every glyph, so that no outline is measured again for each file."""


def embed(writer: Writer, text: str) -> tuple[int, dict[str, int]]:
    """As scripts.fixturekit.typeset.embed: the font's number, and the code (place in the font) of each character."""
    from fontTools.fontBuilder import FontBuilder

    characters = sorted(character for character in set(text) if ord(character) in _characters())
    names = [".notdef", *(f"u{ord(character):05X}" for character in characters)]
    outlines = [_outline(None), *map(_outline, characters)]
    builder = FontBuilder(UNITS, isTTF=False)
    builder.font.recalcBBoxes = False
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({})
    charstrings = {name: outline for name, (outline, _) in zip(names, outlines, strict=True)}
    builder.setupCFF("HEDUIA+NotoSansCJKsc-Regular", {"FontBBox": _BOX}, charstrings, {})
    codes = {character: code for code, character in enumerate(characters, 1)}
    widths = {code: width for code, (_, width) in enumerate(outlines)}
    return font_objects(writer, builder.font.getTableData("CFF "), codes, widths), codes


@cache
def _noto() -> Any:
    font_tools()
    from fontTools.ttLib import TTFont

    return TTFont(str(path_of(PRINT)), fontNumber=SIMPLIFIED, lazy=True)


@cache
def _characters() -> dict[int, str]:
    """The glyph of each character's number."""
    found: dict[int, str] = _noto().getBestCmap()
    return found


@lru_cache(maxsize=8192)
def _outline(character: str | None) -> tuple[Any, int]:
    """The outline of a character (None: of what is not there) at UNITS to the em, and its width in thousandths."""
    from fontTools.pens.t2CharStringPen import T2CharStringPen
    from fontTools.pens.transformPen import TransformPen

    name = _characters()[ord(character)] if character else ".notdef"
    glyphs, scale = _glyphs(), UNITS / _noto()["head"].unitsPerEm
    width = glyphs[name].width
    pen = T2CharStringPen(round(width * scale), glyphs)
    glyphs[name].draw(TransformPen(pen, (scale, 0, 0, scale, 0, 0)))
    outline = pen.getCharString()
    outline.compile()
    return outline, round(width * 1000 / _noto()["head"].unitsPerEm)


@cache
def _glyphs() -> Any:
    return _noto().getGlyphSet()
