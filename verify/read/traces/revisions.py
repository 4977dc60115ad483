"""The earlier revisions of a PDF, opened and compared with what came after them, page by page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher

import pypdfium2
import pypdfium2.raw as pdfium

from verify.page import Box
from verify.read.engine import RGB, Engine
from verify.read.raster import PDF_DPI
from verify.read.traces import bounds
from verify.read.traces.bounds import kept
from verify.read.traces.differences import Difference, differences
from verify.read.traces.earlier import picture
from verify.read.traces.form_fields import Values, field_changes, values
from verify.read.traces.layout import Line, turned
from verify.read.traces.overlays import MARGIN, drawn, in_line
from verify.read.traces.pictures import look_alike, picture_changes
from verify.read.traces.printed import Printed
from verify.read.traces.saved import Saved, saved
from verify.traces import Addition, Change, Revision


@dataclass(slots=True)
class Budget:
    """What may still be read and drawn for one file."""

    pages: int = bounds.PAGES
    letters: int = bounds.LETTERS
    pictures: int = bounds.PICTURES
    earlier: int = bounds.EARLIER
    spent: bool = False

    def page(self, document: pypdfium2.PdfDocument, index: int) -> Printed | None:
        """A page as printed; None where enough was read."""
        self.pages -= 1
        self.spent |= self.pages < 0 or self.letters < 0
        if self.pages < 0 or self.letters < 0:
            return None
        printed = Printed(document, index)
        self.letters -= len(printed.glyphs)
        return printed

    def picture(self) -> bool:
        self.pictures -= 1
        self.spent |= self.pictures < 0
        return self.pictures >= 0

    def pictured(self, changes: int) -> int:
        """Of so many changes, how many may still be shown as they were."""
        most = min(changes, self.earlier)
        self.earlier -= most
        return most


@dataclass(slots=True)
class Version:
    """One revision, opened: its pages as printed (None where the budget was spent), and what lies on them."""

    number: int
    document: pypdfium2.PdfDocument
    fields: Values
    pages: list[Printed | None] = field(default_factory=list)

    @property
    def keys(self) -> list[str]:
        """A page's letters, by which pages of two revisions are matched."""
        return ["\n".join(line.text for line in page.lines) if page else "?" for page in self.pages]

    def marks(self) -> Counter[str]:
        """How many annotations and signatures there are."""
        kinds = Counter[str](signature=max(0, pdfium.FPDF_GetSignatureCount(self.document)))
        kinds["annotation"] = sum(page.marks for page in self.pages if page)
        return kinds


@dataclass(frozen=True, slots=True)
class History:
    """The revisions compared, how many there are, could not be opened, and were not compared one by one."""

    revisions: tuple[Revision, ...] = ()
    saved: int = 1
    unopened: int = 0
    skipped: int = 0
    spent: bool = False


def history(data: bytes, engine: Engine) -> History:
    """What each later revision of a PDF did; boxes are pixels of the page as it prints at PDF_DPI."""
    spans = saved(data)
    if len(spans.ends) == 1:
        return History(unopened=int(spans.broken))
    chosen = _chosen(len(spans.ends))
    budget, unopened, compared = Budget(), int(spans.broken), list[Revision]()
    earlier: Version | None = None
    for index in chosen:
        version = _open(data, spans, index, budget)
        if version is None:
            unopened += 1
            continue
        if earlier:
            compared.append(_revision(earlier, version, engine, budget))
        earlier = version
    return History(tuple(compared), len(spans.ends), unopened, len(spans.ends) - len(chosen), budget.spent)


def _chosen(count: int) -> list[int]:
    """Which revisions are opened: all, or the first and the last ones."""
    half = bounds.REVISIONS // 2
    return [*range(count)] if count <= bounds.REVISIONS else [*range(half), *range(count - half, count)]


def _open(data: bytes, spans: Saved, index: int, budget: Budget) -> Version | None:
    part = data[spans.start : spans.ends[index]]
    try:
        document = pypdfium2.PdfDocument(part)
        version = Version(index + 1, document, values(part))
        for number in range(len(document)):
            version.pages.append(budget.page(document, number))
    except pypdfium2.PdfiumError:
        return None
    return version if version.pages else None


def _revision(earlier: Version, later: Version, engine: Engine, budget: Budget) -> Revision:
    changes, additions = list[Change](), dict[Addition, None]()
    pairs, gone, new = _matched(earlier.keys, later.keys)
    for one, other in pairs:
        before, after = earlier.pages[one], later.pages[other]
        if before and after:
            for found in _page(before, after, other + 1, engine, budget):
                if isinstance(found, Change):
                    changes.append(found)
                else:
                    additions[found] = None
    changed, filled = field_changes(earlier.fields, later.fields)
    additions |= dict.fromkeys(_marked(earlier, later, bool(filled), bool(new)))
    if not (changes or changed or additions or gone):
        additions["metadata"] = None
    return Revision(later.number, tuple([*changes, *changed][: bounds.CHANGES]), tuple(additions), gone)


def _marked(earlier: Version, later: Version, filled: bool, new: bool) -> Iterator[Addition]:
    before, after = earlier.marks(), later.marks()
    if after["annotation"] != before["annotation"]:
        yield "annotation"
    if after["signature"] > before["signature"]:
        yield "signature"
    if filled:
        yield "form"
    if new:
        yield "pages"


def _matched(before: list[str], after: list[str]) -> tuple[list[tuple[int, int]], int, int]:
    """Pages of two revisions that are the same sheet, and how many went and came."""
    pairs, gone, new = list[tuple[int, int]](), 0, 0
    if len(before) == len(after):
        return [(index, index) for index in range(len(before))], 0, 0
    for tag, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        both = min(j - i, m - k) if tag != "equal" else j - i
        pairs += [(i + step, k + step) for step in range(both)]
        gone, new = gone + (j - i - both), new + (m - k - both)
    return pairs, gone, new


def _page(before: Printed, after: Printed, number: int, engine: Engine, budget: Budget) -> Iterator[Change | Addition]:
    found, new = differences(before.lines, after.lines)
    most = budget.pictured(len(found))
    shown = drawn(before) if most else None
    yield from (_change(one, (before, after), number, shown if n < most else None) for n, one in enumerate(found))
    if new:
        yield "text"
    if after.hidden_layer and not before.hidden_layer:
        yield "text_layer"
    scanned = before.scans or after.scans
    if scanned and not (found or new or look_alike(before, after)) and budget.picture():
        yield from picture_changes(before, after, number, engine)


def _change(found: Difference, pages: tuple[Printed, Printed], number: int, shown: RGB | None) -> Change:
    """`pages` are before and after, `shown` the former drawn."""
    before, after = pages
    line = found.after or found.before
    box: Box = after.pixels(line.area, *picture_size(after))
    says = found.after.text if found.after else ""
    said = found.before.text
    seen = "" if shown is None else picture(shown, _line(found.before, before, shown), said, says)
    edge = in_margin(line, after)
    return Change(found.kind, number, kept(said), kept(says), "text", box, picture=seen, margin=edge)


def in_margin(line: Line, page: Printed) -> bool:
    """Whether a line stands in the uppermost or lowest strip of its page as it is read."""
    whole = turned(page.page.get_bbox(), line.style.turn)
    strip = MARGIN * (whole[3] - whole[1])
    return line.place[1] >= whole[3] - strip or line.place[3] <= whole[1] + strip


def _line(line: Line, page: Printed, shown: RGB) -> Box:
    return in_line(page.pixels(line.area, shown.shape[1], shown.shape[0]), shown)


def picture_size(page: Printed) -> tuple[int, int]:
    """Width and height in pixels of a page as it is read."""
    width, height = page.page.get_size()
    return round(width * PDF_DPI / 72), round(height * PDF_DPI / 72)
