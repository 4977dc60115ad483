"""A revision of a PDF, opened: its pages as printed, within what may be read of one file."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property

import pypdfium2
import pypdfium2.raw as pdfium

from verify.read.traces import bounds
from verify.read.traces.form_fields import Values, values
from verify.read.traces.printed import Printed
from verify.read.traces.sheets import Key


@dataclass(slots=True)
class Budget:
    """What may still be read and drawn for one file."""

    pages: int = bounds.PAGES
    letters: int = bounds.LETTERS
    pictures: int = bounds.PICTURES
    looks: int = bounds.LOOKS
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

    def look(self) -> bool:
        """Whether a page may still be drawn small; its text was compared in any case."""
        self.looks -= 1
        return self.looks >= 0

    def pictured(self, changes: int) -> int:
        """Of so many changes, how many may still be shown as they were."""
        most = min(changes, self.earlier)
        self.earlier -= most
        return most


@dataclass
class Version:
    """One revision: its pages as printed (None where the budget was spent), and what lies on them."""

    number: int
    document: pypdfium2.PdfDocument
    fields: Values
    pages: list[Printed | None] = field(default_factory=list)

    @cached_property
    def keys(self) -> tuple[Key, ...]:
        """What its pages are known by, to find them in another revision."""
        return tuple(_key(page) for page in self.pages)

    def marks(self) -> Counter[str]:
        """How many annotations and signatures there are."""
        kinds = Counter[str](signature=max(0, pdfium.FPDF_GetSignatureCount(self.document)))
        kinds["annotation"] = sum(page.marks for page in self.pages if page)
        return kinds


def opened(part: bytes, number: int, budget: Budget) -> Version | None:
    """Revision `number`, from the bytes that were the file then; None where it cannot be opened."""
    try:
        document = pypdfium2.PdfDocument(part)
        version = Version(number, document, values(part))
        for index in range(len(document)):
            version.pages.append(budget.page(document, index))
    except pypdfium2.PdfiumError:
        return None
    return version if version.pages else None


def _key(page: Printed | None) -> Key:
    if page is None:
        return Key("?")
    return Key("\n".join(line.text for line in page.lines), "".join(_digest(scan.handle) for scan in page.scans[:8]))


def _digest(image: pypdfium2.PdfImage) -> str:
    try:
        return hashlib.blake2b(bytes(image.get_data()), digest_size=8).hexdigest()
    except pypdfium2.PdfiumError:
        return ""
