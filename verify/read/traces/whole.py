"""All revisions of a PDF together: what a later one undid, and what only the first beside the last one shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from verify.page import Box
from verify.read.traces.pictures import look_alike
from verify.read.traces.printed import Printed
from verify.read.traces.sheets import Key, matched
from verify.read.traces.shown import picture_size
from verify.read.traces.versions import Version
from verify.traces import Change, Revision


@dataclass(frozen=True, slots=True)
class Step:
    """What one revision did, and what its pages are known by."""

    revision: Revision
    keys: tuple[Key, ...]


def settled(steps: Sequence[Step], first: Version, last: Version) -> list[Revision]:
    """The steps without the changes that were undone later: at their place the last revision prints what the first did."""
    looks = _Looks()
    return [_settled(step, first, last, looks) for step in steps]


def with_whole(revisions: list[Revision], whole: Revision) -> list[Revision]:
    """The revisions, the last one with what only a comparison of the first with the last shows to be altered.

    Of letters only: a scan that was stamped and written on step by step may read otherwise with all of it together.
    """
    told = [change for revision in revisions for change in revision.changes if change.kind == "altered"]
    altered = [change for change in whole.changes if change.kind == "altered" and change.source == "text"]
    more = tuple(one for one in altered if not any(_same(one, two) for two in told))
    return [*revisions[:-1], replace(revisions[-1], changes=revisions[-1].changes + more)]


class _Looks:
    """What was found of pages, kept: many changes may lie on one."""

    def __init__(self) -> None:
        self.alike = cache(look_alike)
        self.placed = cache(_placed)

    def at(self, box: Box, page: Printed) -> list[str]:
        """The lines that touch a place."""
        return [text for text, where in self.placed(page) if _touch(box, where)]

    def undone(self, change: Change, first: Printed, last: Printed) -> bool:
        """Whether the last revision prints at a change's place what the first did."""
        if change.box is None or change.source == "field" or picture_size(first) != picture_size(last):
            return False
        if change.source == "ocr":
            return self.alike(first, last)
        return self.at(change.box, first) == self.at(change.box, last)


def _settled(step: Step, first: Version, last: Version, looks: _Looks) -> Revision:
    former, latter = matched(step.keys, first.keys), matched(step.keys, last.keys)
    kept = list[Change]()
    for change in step.revision.changes:
        one, other = _page(first, former.after(change.page - 1)), _page(last, latter.after(change.page - 1))
        if not (one and other and looks.undone(change, one, other)):
            kept.append(change)
    undone = len(kept) < len(step.revision.changes)
    additions = step.revision.additions + (("undone",) if undone else ())
    return replace(step.revision, changes=tuple(kept), additions=additions)


def _page(version: Version, index: int | None) -> Printed | None:
    return None if index is None else version.pages[index]


def _placed(page: Printed) -> list[tuple[str, Box]]:
    size = picture_size(page)
    return [(line.text, page.pixels(line.area, *size)) for line in page.lines]


def _same(one: Change, other: Change) -> bool:
    """Whether two changes of a page are one, or steps of one."""
    alike = (one.before, one.after) == (other.before, other.after)
    return one.page == other.page and (alike or bool(one.box and other.box and _touch(one.box, other.box)))


def _touch(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
