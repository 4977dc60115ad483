"""Cases in memory: pages, files and forms in a line or two each, so that a test reads as a table."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from checks.check import Params
from checks.table import CHECKS
from verify.finding import Observation
from verify.form import Form
from verify.model import Case, Document, Item, Problem, Slot
from verify.packs import load
from verify.page import Border, Box, ImageFacts, Page, Seal, SealKind, SealPurpose
from verify.page import Word as Word
from verify.purposes import KINDS
from verify.read.seals.kind import Impression, purpose_of

NAME = "王建国"
EMPLOYER = "浙江宝业建设集团有限公司"
OWNER = "绍兴市镜湖新区开发集团有限公司"
SUPERVISOR = "浙江明康工程咨询有限公司"

Line = str | tuple[str, float] | Word


def word(text: str, x: int = 100, y: int = 100, confidence: float = 0.98, size: int = 30) -> Word:
    """A line of text at (x, y), `size` pixels high, its width that of its characters."""
    return Word(text, (x, y, x + size * max(1, len(text)), y + size), confidence)


def row(*texts: str, gap: int = 60, y: int = 100, confidence: float = 0.98) -> tuple[Word, ...]:
    """Words side by side on one line, `gap` pixels apart, 30 pixels high."""
    words: list[Word] = []
    for text in texts:
        words.append(word(text, words[-1].box[2] + gap if words else 100, y, confidence))
    return tuple(words)


def page(*lines: Line, number: int = 1, y: int = 200, step: int = 60, confidence: float = 0.98, **more: Any) -> Page:
    """A page with one line under the other from `y` on; a pair is a line and its confidence, a Word stands as it is."""
    words = []
    for index, line in enumerate(lines):
        if isinstance(line, Word):
            words.append(line)
        else:
            text, sure = line if isinstance(line, tuple) else (line, confidence)
            words.append(word(text, y=y + index * step, confidence=sure))
    return Page(number, 1240, 1754, "ocr", tuple(words), **more)


def seal(
    title: str,
    kind: SealKind = "unit",
    confidence: float = 0.97,
    texts: Iterable[str] = (),
    box: Box = (600, 900, 900, 1200),
) -> Seal:
    """A round red seal; what it is for is told by its words, of a kind other than a unit's by `kind` alone."""
    titles, lines = (title,) if title else (), tuple(texts)
    purpose = purpose_of(Impression(titles, lines))
    if kind == "unit":
        kind = KINDS[purpose]
    elif KINDS[purpose] != kind:
        purpose = SealPurpose(kind)
    return Seal(title, lines, kind, "circle", "red", box, confidence, titles, purpose)


def document(file: str, slot: Slot, *pages: Page, **more: Any) -> Document:
    """An uploaded file with its pages."""
    more.setdefault("media", "image/jpeg")
    return Document(
        file=file, path=Path(file), sha256=file, size=more.pop("size", 100_000), slot=slot, pages=pages, **more
    )


def photo(
    width: int = 300, height: int = 400, size: int = 50_000, media: str = "image/jpeg", mode: str = "RGB",
    border: Border | None = None,
) -> Document:  # fmt: skip
    """An ID photo."""
    facts = ImageFacts(media, width, height, mode, border)
    return document("证件照/a.jpg", Slot.PHOTO, size=size, media=media, image=facts)


def case(
    *documents: Document, items: Iterable[Item] = (), problems: Iterable[Problem] = (), name: str = NAME, **form: Any
) -> Case:
    """A case of NAME at EMPLOYER; `form` are the form's fields, and the items' files are among the documents."""
    items = tuple(items)
    form.setdefault("employer", {"name": EMPLOYER})
    held = tuple(d for item in items for d in item.documents)
    read = Form.model_validate({"name": name, **form})
    return Case(name, name, read, (*documents, *held), items, tuple(problems))


def item(slot: Slot, *documents: Document, subject: str = "", claim: Any = None) -> Item:
    """A claimed item with its files."""
    return Item(slot, subject or documents[0].file.rpartition("/")[0], claim, documents)


def params(id: str, notice: str = "shaoxing-2024-07", **changed: Any) -> Params:
    """A check's parameters as a notice gives them, some of them changed."""
    rule = next(rule for rule in load(notice).rules if rule.check.id == id)
    return rule.params.model_copy(update=changed)


def observe(id: str, case: Case, notice: str = "shaoxing-2024-07", **changed: Any) -> list[Observation]:
    """What a check says of a case, by a notice's parameters."""
    judge = CHECKS[id].judge
    assert judge is not None
    return list(judge(case, params(id, notice, **changed)))


def outcomes(id: str, case: Case, notice: str = "shaoxing-2024-07", **changed: Any) -> list[tuple[str, str]]:
    """(outcome, subject) of each observation, in order: the table that a test asserts."""
    return [(seen.outcome.value, seen.subject) for seen in observe(id, case, notice, **changed)]
