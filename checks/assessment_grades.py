"""The grade on an assessment form's page: only where it stands by itself, never out of prose or a list to tick."""

from __future__ import annotations

import re

from checks.pages import WELL, beside, lines
from checks.rows import plain
from verify.page import Page, Word

LABELS = ("考核等次", "考核结果", "考核等级", "考核结论", "等次")

_BOXES = "□☐☑☒✓✔√■◻◼▢▣○●◯囗口✗✘×"
_BOX = re.compile(f"[{_BOXES}]")
_BETWEEN = re.compile(rf"[{_BOXES}\s/、,，|;；:：.。()（）\[\]]+")
_LED = re.compile(r"^(?:20\d{2}年度?)?(?:评?定?为|是)?[\s:：_]*|[\s。.,，;；_]+$")


def grade_on(page: Page, known: tuple[str, ...]) -> Word | None:
    """The grade that a page states beside a label, surely read: no box to tick by it, no other grade as a cell."""
    cells = {grade for word in lines(page) for grade in _cell(word.text, known)}
    if len(cells) > 1 or any(_boxed(word.text, known) for word in lines(page)):
        return None
    stated = [v for _, v in beside(page, LABELS) if v and v.confidence >= WELL and grade_of(v.text) in known]
    grades = {grade_of(value.text) for value in stated}
    return stated[0] if len(grades) == 1 and cells <= grades else None


def grade_of(text: str) -> str:
    """A grade without what leads to it or ends it, as in 定为：合格。"""
    return _LED.sub("", plain(text))


def where(page: Page, grade: str) -> Word | None:
    """The line of a page that a reader should look at for a grade: the shortest that holds it."""
    return min((w for w in page.words if plain(grade) in plain(w.text)), key=lambda w: len(w.text), default=None)


def _cell(text: str, known: tuple[str, ...]) -> list[str]:
    """The grades in a line that holds nothing but grades, boxes and marks between them."""
    rest, found = _BETWEEN.sub("", plain(text)), []
    for grade in sorted(known, key=len, reverse=True):
        if grade in rest:
            found.append(grade)
            rest = rest.replace(grade, "|")
    return found if found and not rest.strip("|") else []


def _boxed(text: str, known: tuple[str, ...]) -> bool:
    """Whether a line is a box, or a grade with one."""
    alone = not _BETWEEN.sub("", text)
    return bool(_BOX.search(text)) and (alone or any(grade in plain(text) for grade in known))
