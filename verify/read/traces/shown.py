"""A change of a line as it is told: where it is on the page, its texts masked, a picture of what stood there before."""

from __future__ import annotations

import math

from verify.page import Box
from verify.read.engine import RGB
from verify.read.raster import MAX_PAGE_SIDE, PDF_DPI
from verify.read.traces.bounds import kept
from verify.read.traces.differences import Difference
from verify.read.traces.earlier import picture
from verify.read.traces.layout import Line, turned
from verify.read.traces.overlays import MARGIN, in_line
from verify.read.traces.printed import Printed
from verify.traces import Change


def told(found: Difference, pages: tuple[Printed, Printed], number: int, shown: RGB | None) -> Change:
    """`pages` are before and after, `shown` the former drawn; the box is on the page as it prints at PDF_DPI."""
    before, after = pages
    line = found.after or found.before
    box: Box = after.pixels(line.area, *picture_size(after))
    says = found.after.text if found.after else ""
    said = found.before.text
    seen = "" if shown is None else picture(shown, _line(found.before, before, shown), said, says)
    return Change(
        found.kind, number, kept(said), kept(says), "text", box, picture=seen, margin=in_margin(line, after)
    )  # fmt: skip


def _line(line: Line, page: Printed, shown: RGB) -> Box:
    return in_line(page.pixels(line.area, shown.shape[1], shown.shape[0]), shown)


def picture_size(page: Printed) -> tuple[int, int]:
    """Width and height in pixels of a page as it is read: a large sheet at less than PDF_DPI."""
    width, height = page.page.get_size()
    scale = min(PDF_DPI / 72, MAX_PAGE_SIDE / max(width, height, 1.0))
    return math.ceil(width * scale), math.ceil(height * scale)


def in_margin(line: Line, page: Printed) -> bool:
    """Whether a line stands in the uppermost or lowest strip of its page as it is read."""
    whole = turned(page.page.get_bbox(), line.style.turn)
    strip = MARGIN * (whole[3] - whole[1])
    return line.place[1] >= whole[3] - strip or line.place[3] <= whole[1] + strip
