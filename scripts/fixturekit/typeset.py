"""PDF files with a text layer, in an embedded subset of the font.

They need fontTools (`pip install .[fixtures]`) to cut the subset.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from importlib import import_module
from types import ModuleType
from typing import Any

from scripts.fixturekit.fonts import SIMPLIFIED, MissingError, path_of
from scripts.fixturekit.page import INK, Sheet
from scripts.fixturekit.pdf import Writer, draw, page, points
from scripts.fixturekit.scan import jpeg


def typeset(sheets: Sequence[Sheet]) -> bytes:
    """Vector sheets: what is drawn as a picture below, the text above it in an embedded subset of the font."""
    writer = Writer()
    parent = writer.add("")
    text = "".join(line[3] for sheet in sheets for line in sheet.lines)
    face, codes = embed(writer, text)
    pages = [_typeset_page(writer, parent, sheet, face, codes) for sheet in sheets]
    return writer.finish(pages, parent)


def printed(sheets: Sequence[Sheet], mark: str = "") -> bytes:
    """Vector sheets as a platform prints them: text and no picture, and `mark` aslant in light grey on each page."""
    writer = Writer()
    parent = writer.add("")
    face, codes = embed(writer, mark + "".join(line[3] for sheet in sheets for line in sheet.lines))
    pages = []
    for sheet in sheets:
        ops = operators(sheet, codes)
        if mark:
            line = "".join(f"{codes[character]:04X}" for character in mark)
            ops.append(f"0.85 g BT /F 20 Tf 0.7071 0.7071 -0.7071 0.7071 120 250 Tm <{line}> Tj ET")
        body = writer.stream("", "\n".join(ops).encode())
        box = f"/MediaBox [0 0 {points(sheet.width)} {points(sheet.height)}]"
        kit = f"/Resources << /Font << /F {face} 0 R >> >>"
        pages.append(writer.add(f"<< /Type /Page /Parent {parent} 0 R {box} {kit} /Contents {body} 0 R >>"))
    return writer.finish(pages, parent)


def _typeset_page(writer: Writer, parent: int, sheet: Sheet, face: int, codes: dict[str, int]) -> int:
    ops = [draw(sheet.image).decode(), *operators(sheet, codes)]
    fonts = f"/Font << /F {face} 0 R >>"
    return page(writer, parent, sheet.image, jpeg(sheet.image, 42), "\n".join(ops).encode(), fonts)


def operators(sheet: Sheet, codes: dict[str, int]) -> list[str]:
    """The operators that write a sheet's lines."""
    ops = [" ".join(f"{c / 255:.3f}" for c in INK) + " rg"]
    for x, y, size, text in sheet.lines:
        line = "".join(f"{codes[character]:04X}" for character in text)
        spot = f"{points(x)} {points(sheet.height - y)}"
        ops.append(f"BT /F {points(size)} Tf {spot} Td <{line}> Tj ET")
    return ops


def font_tools() -> ModuleType:
    """fontTools, or a MissingError that says how to install it."""
    try:
        return import_module("fontTools")
    except ImportError as error:
        raise MissingError("fontTools is missing: install it with `pip install .[fixtures]` and run again.") from error


def _noto() -> Any:
    """The serif face, with its outlines and character map only: nothing else is embedded."""
    font_tools()
    from fontTools.ttLib import TTFont

    face = TTFont(str(path_of("serif")), fontNumber=SIMPLIFIED, lazy=True)
    for table in set(face.keys()) - {"GlyphOrder", "CFF ", "cmap", "head", "hhea", "hmtx", "maxp"}:
        del face[table]
    return face


def embed(writer: Writer, text: str) -> tuple[int, dict[str, int]]:
    """Embeds the glyphs of `text`; returns the font's number and the code (CID) of each character."""
    face = _noto()
    from fontTools import subset

    cutter = subset.Subsetter(subset.Options(notdef_outline=True, recalc_timestamp=False))
    cutter.populate(text=text)
    cutter.subset(face)
    codes = {chr(point): int(name[3:]) for point, name in face.getBestCmap().items()}
    widths = {int(name[3:]): width for name, (width, _) in face["hmtx"].metrics.items() if name != ".notdef"}
    data = zlib.compress(face.getTableData("CFF "), 9)
    return _font_objects(writer, data, codes, widths), codes


def _font_objects(writer: Writer, data: bytes, codes: dict[str, int], widths: dict[int, int]) -> int:
    program = writer.stream("/Subtype /CIDFontType0C /Filter /FlateDecode", data)
    name = "/FontName /HEDUIA+NotoSerifCJKsc-Regular"
    metrics = (
        "/Flags 4 /FontBBox [-1000 -300 2900 1200] /ItalicAngle 0 /Ascent 1151 /Descent -286 /CapHeight 740 /StemV 80"
    )
    descriptor = writer.add(f"<< /Type /FontDescriptor {name} {metrics} /FontFile3 {program} 0 R >>")
    spans = " ".join(f"{cid} [{width}]" for cid, width in sorted(widths.items()))
    base = "/BaseFont /HEDUIA+NotoSerifCJKsc-Regular"
    system = "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
    child = writer.add(
        f"<< /Type /Font /Subtype /CIDFontType0 {base} {system} "
        f"/FontDescriptor {descriptor} 0 R /DW 1000 /W [{spans}] >>"
    )
    unicode = writer.stream("", _to_unicode(codes))
    kind = "/Type /Font /Subtype /Type0 /Encoding /Identity-H"
    return writer.add(f"<< {kind} {base} /DescendantFonts [{child} 0 R] /ToUnicode {unicode} 0 R >>")


def _to_unicode(codes: dict[str, int]) -> bytes:
    pairs = [f"<{code:04X}> <{character.encode('utf-16-be').hex()}>" for character, code in sorted(codes.items())]
    blocks = [pairs[start : start + 100] for start in range(0, len(pairs), 100)]
    body = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
    head = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Fixture def /CMapType 2 def"
    space = "1 begincodespacerange <0000> <FFFF> endcodespacerange"
    return f"{head}\n{space}\n{body}\nendcmap end end".encode()
