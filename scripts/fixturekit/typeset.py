"""PDF files with a text layer, in an embedded subset of the font.

They need fontTools (`pip install .[fixtures]`) to cut the subset.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Sequence
from importlib import import_module
from types import ModuleType
from typing import Any

from scripts.fixturekit.fonts import SIMPLIFIED, MissingError, path_of
from scripts.fixturekit.page import PRINT, Colour, Sheet
from scripts.fixturekit.pdf import Writer, points
from scripts.fixturekit.piece import drawn_parts, embedded

Embedding = Callable[[Writer, str], tuple[int, dict[str, int]]]
"""Adds a font for a text to a file; returns the font's number and the code of each character."""

UNITS = 90
"""Units of the em in embedded faces: outlines of small numbers take a fifth less room than of Noto's 1000."""


def typeset(sheets: Sequence[Sheet], mark: str = "", embedding: Embedding | None = None) -> bytes:
    """Vector sheets: text in an embedded subset of the font, rules as lines, and small pictures of whatever else.

    `mark` stands aslant in light grey on each page, as a platform prints its watermark; `embedding` is `embed` or another
    way to bring a font.
    """
    writer = Writer()
    parent = writer.add("")
    face, codes = (embedding or embed)(writer, mark + "".join(line.text for sheet in sheets for line in sheet.lines))
    pages = []
    for sheet in sheets:
        shown, pictures = _pictures(writer, sheet)
        ops = [*_patches(sheet), *shown, *_rules(sheet), *operators(sheet, codes)]
        if mark:
            line = "".join(f"{codes[character]:04X}" for character in mark)
            ops.append(f"0.85 g BT /F 20 Tf 0.7071 0.7071 -0.7071 0.7071 120 250 Tm <{line}> Tj ET")
        body = writer.stream("/Filter /FlateDecode", zlib.compress("\n".join(ops).encode(), 9))
        box = f"/MediaBox [0 0 {points(sheet.width)} {points(sheet.height)}]"
        kit = f"/Resources << /Font << /F {face} 0 R >> {pictures} >>"
        pages.append(writer.add(f"<< /Type /Page /Parent {parent} 0 R {box} {kit} /Contents {body} 0 R >>"))
    return writer.finish(pages, parent)


def _pictures(writer: Writer, sheet: Sheet) -> tuple[list[str], str]:
    """What is drawn on the sheet, each piece where it lies; the operators, and the page's entry for them."""
    ops, names = [], []
    for number, (left, top, right, bottom) in enumerate(drawn_parts(sheet.image)):
        piece = embedded(writer, sheet.image.crop((left, top, right, bottom)))
        names.append(f"/P{number} {piece} 0 R")
        size = f"{points(right - left)} 0 0 {points(bottom - top)}"
        ops.append(f"q {size} {points(left)} {points(sheet.height - bottom)} cm /P{number} Do Q")
    return ops, f"/XObject << {' '.join(names)} >>" if names else ""


def _patches(sheet: Sheet) -> list[str]:
    """The operators that fill a sheet's boxes."""
    return [
        f"{_colour(stroke.fill)} rg {_rectangle(sheet, stroke.box)} f"
        for stroke in sheet.strokes
        if stroke.kind == "patch"
    ]


def _rules(sheet: Sheet) -> list[str]:
    """The operators that draw a sheet's lines and outlines."""
    ops = []
    for kind, box, width, fill in sheet.strokes:
        x0, y0, x1, y1 = (points(v if n % 2 == 0 else sheet.height - v) for n, v in enumerate(box))
        path = f"{x0} {y0} m {x1} {y1} l" if kind == "line" else _rectangle(sheet, box)
        if kind != "patch":
            ops.append(f"{_colour(fill)} RG {points(width)} w {path} S")
    return ops


def _rectangle(sheet: Sheet, box: tuple[float, ...]) -> str:
    left, top, right, bottom = box
    return f"{points(left)} {points(sheet.height - bottom)} {points(right - left)} {points(bottom - top)} re"


def _colour(fill: Colour) -> str:
    return " ".join(f"{c / 255:.3f}" for c in fill)


def operators(sheet: Sheet, codes: dict[str, int]) -> list[str]:
    """The operators that write a sheet's lines."""
    ops = []
    for x, y, size, text, fill in sheet.lines:
        line = "".join(f"{codes[character]:04X}" for character in text)
        spot = f"{points(x)} {points(sheet.height - y)}"
        ops.append(f"{_colour(fill)} rg BT /F {points(size)} Tf {spot} Td <{line}> Tj ET")
    return ops


def font_tools() -> ModuleType:
    """fontTools, or a MissingError that says how to install it."""
    try:
        return import_module("fontTools")
    except ImportError as error:
        raise MissingError("fontTools is missing: install it with `pip install .[fixtures]` and run again.") from error


def _noto() -> Any:
    """The face of print, with its outlines and character map only: nothing else is embedded."""
    font_tools()
    from fontTools.ttLib import TTFont

    face = TTFont(str(path_of(PRINT)), fontNumber=SIMPLIFIED, lazy=True)
    for table in set(face.keys()) - {"GlyphOrder", "CFF ", "cmap", "head", "hhea", "hmtx", "maxp"}:
        del face[table]
    return face


def embed(writer: Writer, text: str) -> tuple[int, dict[str, int]]:
    """Embeds the glyphs of `text`; returns the font's number and the code (CID) of each character."""
    face = _noto()
    from fontTools import subset
    from fontTools.ttLib.scaleUpem import scale_upem

    cutter = subset.Subsetter(
        subset.Options(notdef_outline=True, recalc_timestamp=False, hinting=False, desubroutinize=True)
    )
    cutter.populate(text=text)
    cutter.subset(face)
    scale_upem(face, UNITS)
    codes = {chr(point): int(name[3:]) for point, name in face.getBestCmap().items()}
    advances = {name: width for name, (width, _) in face["hmtx"].metrics.items() if name != ".notdef"}
    widths = {int(name[3:]): round(width * 1000 / UNITS) for name, width in advances.items()}
    data = zlib.compress(face.getTableData("CFF "), 9)
    return font_objects(writer, data, codes, widths), codes


def font_objects(writer: Writer, data: bytes, codes: dict[str, int], widths: dict[int, int]) -> int:
    """Adds a CFF font program with the code and the width (thousandths of the em) of its characters; returns its number."""
    program = writer.stream("/Subtype /CIDFontType0C /Filter /FlateDecode", data)
    name = "/FontName /HEDUIA+NotoSansCJKsc-Regular"
    metrics = (
        "/Flags 4 /FontBBox [-1000 -300 2900 1200] /ItalicAngle 0 /Ascent 1160 /Descent -288 /CapHeight 733 /StemV 80"
    )
    descriptor = writer.add(f"<< /Type /FontDescriptor {name} {metrics} /FontFile3 {program} 0 R >>")
    spans = " ".join(f"{cid} [{width}]" for cid, width in sorted(widths.items()))
    base = "/BaseFont /HEDUIA+NotoSansCJKsc-Regular"
    system = "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
    child = writer.add(
        f"<< /Type /Font /Subtype /CIDFontType0 {base} {system} "
        f"/FontDescriptor {descriptor} 0 R /DW 1000 /W [{spans}] >>"
    )
    unicode = writer.stream("/Filter /FlateDecode", zlib.compress(_to_unicode(codes), 9))
    kind = "/Type /Font /Subtype /Type0 /Encoding /Identity-H"
    return writer.add(f"<< {kind} {base} /DescendantFonts [{child} 0 R] /ToUnicode {unicode} 0 R >>")


def _to_unicode(codes: dict[str, int]) -> bytes:
    pairs = [f"<{code:04X}> <{character.encode('utf-16-be').hex()}>" for character, code in sorted(codes.items())]
    blocks = [pairs[start : start + 100] for start in range(0, len(pairs), 100)]
    body = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
    head = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Fixture def /CMapType 2 def"
    space = "1 begincodespacerange <0000> <FFFF> endcodespacerange"
    return f"{head}\n{space}\n{body}\nendcmap end end".encode()
