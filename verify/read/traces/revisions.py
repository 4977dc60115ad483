"""The earlier revisions of a PDF, opened and compared with what came after them, page by page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from verify.read.engine import Engine
from verify.read.traces import bounds
from verify.read.traces.differences import differences
from verify.read.traces.form_fields import field_changes
from verify.read.traces.overlays import drawn
from verify.read.traces.pictures import look_alike, picture_changes
from verify.read.traces.printed import Printed
from verify.read.traces.saved import saved
from verify.read.traces.sheets import Matched, matched
from verify.read.traces.shown import told
from verify.read.traces.versions import Budget, Version, opened
from verify.read.traces.whole import Step, settled, with_whole
from verify.traces import Addition, Change, Revision


@dataclass(frozen=True, slots=True)
class History:
    """The revisions compared, how many there are, could not be opened, and were not compared one by one.

    `spent`: there was more than may be compared. `cut`: the file has no end, or breaks off after an earlier one.
    """

    revisions: tuple[Revision, ...] = ()
    saved: int = 1
    unopened: int = 0
    skipped: int = 0
    spent: bool = False
    cut: bool = False


def history(data: bytes, engine: Engine) -> History:
    """What each later revision of a PDF did; boxes are pixels of the page as it prints at PDF_DPI."""
    spans = saved(data)
    if len(spans.ends) == 1:
        return History(unopened=int(spans.broken), cut=spans.cut)
    chosen = _chosen(len(spans.ends))
    budget, unopened, steps = Budget(), int(spans.broken), list[Step]()
    first: Version | None = None
    last: Version | None = None
    for index in chosen:
        version = opened(data[spans.start : spans.ends[index]], index + 1, budget)
        if version is None:
            unopened += 1
            continue
        if last:
            steps.append(Step(_revision(last, version, engine, budget), version.keys))
        first, last = first or version, version
    revisions = _together(steps, first, last, engine, budget) if first and last else []
    skipped = len(spans.ends) - len(chosen)
    return History(tuple(revisions), len(spans.ends), unopened, skipped, budget.spent, spans.cut)


def _together(steps: list[Step], first: Version, last: Version, engine: Engine, budget: Budget) -> list[Revision]:
    """What the revisions did, seen from the last one; two need no second comparison."""
    if len(steps) < 2:
        return [step.revision for step in steps]
    whole = _revision(first, last, engine, replace(budget, pictures=0))
    return with_whole(settled(steps, first, last), whole)


def _chosen(count: int) -> list[int]:
    """Which revisions are opened: all, or the first and the last ones."""
    half = bounds.REVISIONS // 2
    return [*range(count)] if count <= bounds.REVISIONS else [*range(half), *range(count - half, count)]


def _revision(earlier: Version, later: Version, engine: Engine, budget: Budget) -> Revision:
    changes, additions = list[Change](), dict[Addition, None]()
    sheets = matched(earlier.keys, later.keys)
    for before, after, number in _pairs(earlier, later, sheets):
        for found in _page(before, after, number, engine, budget):
            if isinstance(found, Change):
                changes.append(found)
            else:
                additions[found] = None
    changed, filled = field_changes(earlier.fields, later.fields)
    additions |= dict.fromkeys(_marked(earlier, later, bool(filled), sheets))
    if not (changes or changed or additions or sheets.gone):
        additions |= dict.fromkeys(_nothing(earlier, later, sheets, budget))
    return Revision(later.number, tuple([*changes, *changed][: bounds.CHANGES]), tuple(additions), sheets.gone)


def _pairs(earlier: Version, later: Version, sheets: Matched) -> Iterator[tuple[Printed, Printed, int]]:
    """The sheets that both have and that were read, with the page number of the latter."""
    for one, other in sheets.pairs:
        before, after = earlier.pages[one], later.pages[other]
        if before and after:
            yield before, after, other + 1


def _marked(earlier: Version, later: Version, filled: bool, sheets: Matched) -> Iterator[Addition]:
    before, after = earlier.marks(), later.marks()
    if after["annotation"] != before["annotation"]:
        yield "annotation"
    if after["signature"] > before["signature"]:
        yield "signature"
    if filled:
        yield "form"
    if sheets.new:
        yield "pages"
    if sheets.reordered:
        yield "order"


def _nothing(earlier: Version, later: Version, sheets: Matched, budget: Budget) -> Iterator[Addition]:
    """Where no text differs: whether the pages look the same, if that may still be looked at."""
    for before, after, _ in _pairs(earlier, later, sheets):
        if not budget.look():
            return
        if not look_alike(before, after):
            yield "layout"
            return
    yield "metadata"


def _page(before: Printed, after: Printed, number: int, engine: Engine, budget: Budget) -> Iterator[Change | Addition]:
    found, new = differences(before.lines, after.lines)
    most = budget.pictured(len(found))
    shown = drawn(before) if most else None
    yield from (told(one, (before, after), number, shown if n < most else None) for n, one in enumerate(found))
    if new:
        yield "text"
    if after.hidden_layer and not before.hidden_layer:
        yield "text_layer"
    scanned = before.scans or after.scans
    if scanned and not (found or new or look_alike(before, after)) and budget.picture():
        yield from picture_changes(before, after, number, engine)
