"""PDF files that were saved again: incremental updates written by hand, and patches laid over what was printed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from PIL import Image

from scripts.fixturekit.page import Sheet
from scripts.fixturekit.pdf import Writer, points
from scripts.fixturekit.scan import jpeg
from scripts.fixturekit.typeset import embed, operators

PAGES, CONTENT, PAGE = 1, 2, 3
"""Numbers of the objects of a one-page file: the page tree, what is drawn, the page."""


class Leaf:
    """A one-page PDF with a text layer, saved any number of times. `spare`: text that later revisions need."""

    def __init__(self, sheet: Sheet, spare: str = "", extra: bytes = b"", info: str = "") -> None:
        writer = Writer()
        for _ in (PAGES, CONTENT, PAGE):
            writer.add("")
        text = spare + "".join(line[3] for line in sheet.lines)
        self.face, self.codes = embed(writer, text)
        self.sheet = sheet
        self.pictures: list[int] = []
        writer.objects[CONTENT - 1] = stream(self.printed(sheet) + extra)
        writer.objects[PAGE - 1] = self.page().encode()
        trailer = f"/Info {writer.add(info)} 0 R" if info else ""
        self.data = writer.finish([PAGE], PAGES, trailer)
        self.count = len(writer.objects)

    def printed(self, sheet: Sheet) -> bytes:
        """The operators that print a sheet's lines."""
        return "\n".join(operators(sheet, self.codes)).encode()

    def page(self, more: str = "", content: str = f"{CONTENT} 0 R") -> str:
        """The page's dictionary; `more` are further entries."""
        images = " ".join(f"/Im{number} {number} 0 R" for number in self.pictures)
        kit = f"/Resources << /Font << /F {self.face} 0 R >> /XObject << {images} >> >>"
        box = f"/MediaBox [0 0 {points(self.sheet.width)} {points(self.sheet.height)}]"
        return f"<< /Type /Page /Parent {PAGES} 0 R {box} {kit} /Contents {content} {more} >>"

    def save(self, objects: Mapping[int, bytes | str], more: str = "") -> None:
        """Adds an incremental update that brings these objects."""
        self.data = update(self.data, objects, more)
        self.count = max(self.count, *objects)

    def retype(self, sheet: Sheet) -> None:
        """Saves the page with another sheet's lines printed on it."""
        self.save({CONTENT: stream(self.printed(sheet))})

    def patch(self, boxes: Sequence[tuple[float, float, float, float]], above: Sheet | None = None) -> bytes:
        """The operators that lay white boxes (left, top, right, bottom of the sheet) over the page and print on them."""
        drawn = "1 1 1 rg " + " ".join(f"{self.rectangle(box)} re f" for box in boxes)
        return f" {drawn} ".encode() + (self.printed(above) if above else b"")

    def rectangle(self, box: tuple[float, float, float, float]) -> str:
        """A box of the sheet as PDF writes it: left, bottom, width, height."""
        left, top, right, bottom = box
        low = points(self.sheet.height - bottom)
        return f"{points(left)} {low} {points(right - left)} {points(bottom - top)}"


def stream(data: bytes, entries: str = "") -> bytes:
    """A stream object's body."""
    return f"<< {entries} /Length {len(data)} >>\nstream\n".encode() + data + b"\nendstream"


def picture(image: Image.Image, quality: int = 70) -> bytes:
    """A picture's object."""
    size = f"/Width {image.width} /Height {image.height}"
    kind = "/Type /XObject /Subtype /Image /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode"
    return stream(jpeg(image, quality), f"{kind} {size}")


def update(data: bytes, objects: Mapping[int, bytes | str], more: str = "") -> bytes:
    """The file with an incremental update: the objects, a table of them, a trailer that names the table before."""
    before = int(re.findall(rb"startxref\s+(\d+)", data)[-1])
    size, root = re.findall(rb"/Size (\d+) /Root (\d+) 0 R", data)[-1]
    out, table = data, "0 1\n0000000000 65535 f \n"
    for number, body in sorted(objects.items()):
        table += f"{number} 1\n{len(out):010d} 00000 n \n"
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body.encode() if isinstance(body, str) else body)
    top = max(int(size), *(number + 1 for number in objects))
    end = f"xref\n{table}trailer\n<< /Size {top} /Root {int(root)} 0 R /Prev {before} {more} >>\n"
    return out + f"{end}startxref\n{len(out)}\n%%EOF\n".encode()
