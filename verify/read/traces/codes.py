"""Two-dimensional and bar codes on the picture of a page."""

from __future__ import annotations

import zxingcpp

from verify.read.engine import RGB
from verify.read.traces.bounds import CODES, kept
from verify.traces import Code, PixelBox

FORMATS = zxingcpp.barcode_formats_from_str("QRCode,MicroQRCode,DataMatrix,PDF417,Code128")
"""Those that official papers carry. Shorter bar codes are found in any hatching."""

MATRIX = ("QRCode", "QR Code")


def codes(image: RGB, number: int) -> tuple[Code, ...]:
    """The codes on upright page `number`, from top to bottom; a QR code that was seen and not decoded too."""
    found = zxingcpp.read_barcodes(
        image[..., ::-1].copy(), formats=FORMATS, text_mode=zxingcpp.TextMode.Plain, return_errors=True
    )
    read = [_code(one, number) for one in found[: 4 * CODES] if one.valid or one.format.name in MATRIX]
    return tuple(sorted(read, key=lambda code: (code.box or (0, 0, 0, 0))[1::-1])[:CODES])


def _code(found: zxingcpp.Barcode, number: int) -> Code:
    spot = found.position
    corners = (spot.top_left, spot.top_right, spot.bottom_right, spot.bottom_left)
    xs, ys = [int(corner.x) for corner in corners], [int(corner.y) for corner in corners]
    box: PixelBox = (max(0, min(xs)), max(0, min(ys)), max(0, *xs), max(0, *ys))
    return Code(number, found.format.name, kept(found.text) if found.valid else "", box)
