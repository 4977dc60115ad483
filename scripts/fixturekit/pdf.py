"""PDF files, written by hand so that they come out the same on every run: scans, text layers, an encrypted one.

A text layer needs fontTools (`pip install .[fixtures]`) to cut a subset of the font that is embedded.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Sequence
from typing import Any

from PIL import Image

from scripts.fixturekit.fonts import SIMPLIFIED, path_of
from scripts.fixturekit.page import DPI, INK, Sheet
from scripts.fixturekit.scan import QUALITY, jpeg, scan

PAD = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")
"""The padding of short passwords (PDF 1.7, algorithm 2)."""


class Writer:
    """Numbered objects, in the order in which they were added."""

    def __init__(self) -> None:
        self.objects: list[bytes] = []

    def add(self, body: str | bytes) -> int:
        self.objects.append(body.encode() if isinstance(body, str) else body)
        return len(self.objects)

    def stream(self, entries: str, data: bytes) -> int:
        return self.add(f"<< {entries} /Length {len(data)} >>\nstream\n".encode() + data + b"\nendstream")

    def finish(self, pages: list[int], parent: int, trailer: str = "") -> bytes:
        """The file; `parent` is the number kept for the page tree."""
        kids = " ".join(f"{page} 0 R" for page in pages)
        self.objects[parent - 1] = f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode()
        root = self.add(f"<< /Type /Catalog /Pages {parent} 0 R >>")
        out, offsets = b"%PDF-1.6\n%\xe2\xe3\xcf\xd3\n", []
        for number, body in enumerate(self.objects, 1):
            offsets.append(len(out))
            out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
        table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
        end = f"xref\n0 {len(offsets) + 1}\n0000000000 65535 f \n{table}"
        end += f"trailer\n<< /Size {len(offsets) + 1} /Root {root} 0 R {trailer} >>\nstartxref\n{len(out)}\n%%EOF\n"
        return out + end.encode()


def scanned(images: Sequence[Image.Image], quality: int = QUALITY) -> bytes:
    """One picture a page, nothing else: what an office scanner makes."""
    writer = Writer()
    parent = writer.add("")
    return writer.finish([_page(writer, parent, image, jpeg(image, quality)) for image in images], parent)


def encrypted(image: Image.Image, password: str) -> bytes:
    """A scan that opens with `password` only (standard handler, 40-bit RC4)."""
    key_id = hashlib.md5(b"fixture").digest()
    pad = (password.encode() + PAD)[:32]
    owner = _rc4(hashlib.md5(pad).digest()[:5], pad)
    key = hashlib.md5(pad + owner + (0xFFFFFFFC).to_bytes(4, "little") + key_id).digest()[:5]
    writer = Writer()
    parent = writer.add("")
    page = _page(writer, parent, image, _rc4(_object_key(key, 2), jpeg(image)), _rc4(_object_key(key, 3), _draw(image)))
    lock = writer.add(
        f"<< /Filter /Standard /V 1 /R 2 /P -4 /O <{owner.hex()}> /U <{_rc4(key, PAD).hex()}> >>",
    )
    return writer.finish([page], parent, f"/Encrypt {lock} 0 R /ID [<{key_id.hex()}> <{key_id.hex()}>]")


def typeset(sheets: Sequence[Sheet]) -> bytes:
    """Vector sheets: what is drawn as a picture below, the text above it in an embedded subset of the font."""
    writer = Writer()
    parent = writer.add("")
    text = "".join(line[3] for sheet in sheets for line in sheet.lines)
    face, codes = _embed(writer, text)
    pages = [_typeset_page(writer, parent, sheet, face, codes) for sheet in sheets]
    return writer.finish(pages, parent)


def scans(sheets: Sequence[Sheet]) -> bytes:
    return scanned([scan(sheet) for sheet in sheets])


def _points(pixels: float) -> float:
    return round(pixels * 72 / DPI, 2)


def _draw(image: Image.Image) -> bytes:
    return f"q {_points(image.width)} 0 0 {_points(image.height)} 0 0 cm /Im Do Q".encode()


def _page(writer: Writer, parent: int, image: Image.Image, data: bytes, content: bytes = b"", face: str = "") -> int:
    size = f"/Width {image.width} /Height {image.height}"
    picture = writer.stream(
        f"/Type /XObject /Subtype /Image {size} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode", data
    )
    body = writer.stream("", content or _draw(image))
    box = f"/MediaBox [0 0 {_points(image.width)} {_points(image.height)}]"
    kit = f"/Resources << /XObject << /Im {picture} 0 R >> {face} >>"
    return writer.add(f"<< /Type /Page /Parent {parent} 0 R {box} {kit} /Contents {body} 0 R >>")


def _typeset_page(writer: Writer, parent: int, sheet: Sheet, face: int, codes: dict[str, int]) -> int:
    ops = [_draw(sheet.image).decode(), " ".join(f"{c / 255:.3f}" for c in INK) + " rg"]
    for x, y, size, text in sheet.lines:
        line = "".join(f"{codes[character]:04X}" for character in text)
        spot = f"{_points(x)} {_points(sheet.height - y)}"
        ops.append(f"BT /F {_points(size)} Tf {spot} Td <{line}> Tj ET")
    fonts = f"/Font << /F {face} 0 R >>"
    return _page(writer, parent, sheet.image, jpeg(sheet.image, 50), "\n".join(ops).encode(), fonts)


def _noto() -> Any:
    """The serif face, with its outlines and character map only: nothing else is embedded."""
    try:
        from fontTools.ttLib import TTFont
    except ImportError as error:
        raise RuntimeError("fontTools is missing: run `pip install .[fixtures]` and try again.") from error
    face = TTFont(str(path_of("serif")), fontNumber=SIMPLIFIED, lazy=True)
    for table in set(face.keys()) - {"GlyphOrder", "CFF ", "cmap", "head", "hhea", "hmtx", "maxp"}:
        del face[table]
    return face


def _embed(writer: Writer, text: str) -> tuple[int, dict[str, int]]:
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


def _object_key(key: bytes, number: int) -> bytes:
    return hashlib.md5(key + number.to_bytes(3, "little") + b"\0\0").digest()[:10]


def _rc4(key: bytes, data: bytes) -> bytes:
    state, j, i, out = list(range(256)), 0, 0, bytearray()
    for n in range(256):
        j = (j + state[n] + key[n % len(key)]) % 256
        state[n], state[j] = state[j], state[n]
    j = 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)
