"""PDF files, written by hand so that they come out the same on every run: scans, and an encrypted one."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from PIL import Image

from scripts.fixturekit.page import DPI, Sheet
from scripts.fixturekit.scan import QUALITY, jpeg, scan

PAD = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")
"""The padding of short passwords (PDF 1.7, algorithm 2)."""


class Writer:
    """Numbered objects, in the order in which they were added."""

    def __init__(self) -> None:
        self.objects: list[bytes] = []

    def add(self, body: str | bytes) -> int:
        """Adds an object; returns its number."""
        self.objects.append(body.encode() if isinstance(body, str) else body)
        return len(self.objects)

    def stream(self, entries: str, data: bytes) -> int:
        """Adds a stream with further dictionary entries; returns its number."""
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
    return writer.finish([page(writer, parent, image, jpeg(image, quality)) for image in images], parent)


def encrypted(image: Image.Image, password: str) -> bytes:
    """A scan that opens with `password` only (standard handler, 40-bit RC4)."""
    key_id = hashlib.md5(b"fixture").digest()
    pad = (password.encode() + PAD)[:32]
    owner = _rc4(hashlib.md5(pad).digest()[:5], pad)
    key = hashlib.md5(pad + owner + (0xFFFFFFFC).to_bytes(4, "little") + key_id).digest()[:5]
    writer = Writer()
    parent = writer.add("")
    sheet = page(writer, parent, image, _rc4(_object_key(key, 2), jpeg(image)), _rc4(_object_key(key, 3), draw(image)))
    lock = writer.add(
        f"<< /Filter /Standard /V 1 /R 2 /P -4 /O <{owner.hex()}> /U <{_rc4(key, PAD).hex()}> >>",
    )
    return writer.finish([sheet], parent, f"/Encrypt {lock} 0 R /ID [<{key_id.hex()}> <{key_id.hex()}>]")


def scans(sheets: Sequence[Sheet]) -> bytes:
    """A scan of each sheet, one a page."""
    return scanned([scan(sheet) for sheet in sheets])


def points(pixels: float) -> float:
    """Pixels of a sheet in PDF points."""
    return round(pixels * 72 / DPI, 2)


def draw(image: Image.Image) -> bytes:
    """The operators that fill a page with its picture."""
    return f"q {points(image.width)} 0 0 {points(image.height)} 0 0 cm /Im Do Q".encode()


def page(writer: Writer, parent: int, image: Image.Image, data: bytes, content: bytes = b"", face: str = "") -> int:
    """A page under `parent`: the picture whose JPEG is `data`, and what `content` draws on it with the font `face`."""
    size = f"/Width {image.width} /Height {image.height}"
    picture = writer.stream(
        f"/Type /XObject /Subtype /Image {size} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode", data
    )
    body = writer.stream("", content or draw(image))
    box = f"/MediaBox [0 0 {points(image.width)} {points(image.height)}]"
    kit = f"/Resources << /XObject << /Im {picture} 0 R >> {face} >>"
    return writer.add(f"<< /Type /Page /Parent {parent} 0 R {box} {kit} /Contents {body} 0 R >>")


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
