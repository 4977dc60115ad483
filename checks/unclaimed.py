"""Certificates in a folder that may open a route though the form does not tell of them: for rules EL-03 … EL-25."""

from __future__ import annotations

from collections.abc import Iterable

from checks.fields import well_read
from checks.levels import readings
from checks.pages import at
from checks.routes import Route, Routes, vocabulary
from checks.rows import plain
from verify.finding import Evidence
from verify.model import Case, Document, Slot
from verify.page import Page

GRADE = 2
"""A word of so many characters (三级) is one of many things; it names a skill only beside words of skills."""


def unclaimed(case: Case, routes: Iterable[Route], params: Routes, skills: Iterable[str]) -> list[Evidence]:
    """What was not read among the titles, and pages that name a title or skill of a route that the form does not claim.

    `skills`: words that stand on certificates of skills. Where the form names no title and no skill, every file among
    the titles may be such.
    """
    files = case.in_slot(Slot.TITLE)
    if not (case.form.titles or case.form.skills):
        return [Evidence(document.file) for document in files]
    dark = [Evidence(document.file) for document in files if not well_read([document])]
    wanted, known = _words(routes), [*vocabulary(params), *_claims(case)]
    return [*dark, *_named(case, wanted, known, tuple(map(plain, skills)))]


def _named(case: Case, wanted: set[str], known: list[str], skills: tuple[str, ...]) -> list[Evidence]:
    """Pages that name one; a page that says what the form claims is that certificate, whatever else it says."""
    pages = ((d, p) for d in (*case.in_slot(Slot.TITLE), *case.in_slot(Slot.OTHER)) for p in d.pages)
    own = [(d, p) for d, p in pages if not any(word in plain(p.text) for word in _claims(case))]
    return [_place(d, p, word) for d, p in own if (word := _new(plain(p.text), wanted, known, skills))]


def _new(text: str, wanted: set[str], known: Iterable[str], skills: tuple[str, ...]) -> str:
    """The word of `wanted` that a text says by itself and not as a part of another known one, or ""."""
    skilled = any(word in text for word in skills)
    for word in sorted({*map(plain, known), *wanted}, key=len, reverse=True):
        if word in wanted and word in text and (skilled or len(word) > GRADE):
            return word
        text = text.replace(word, "|") if word else text
    return ""


def _place(document: Document, page: Page, word: str) -> Evidence:
    return at(document, page, next((line for line in page.words if word in plain(line.text)), None))


def _words(routes: Iterable[Route]) -> set[str]:
    """The titles and skills by which some routes go."""
    return {plain(word) for route in routes for word in (*route.held_title, *route.held_skill)}


def _claims(case: Case) -> list[str]:
    said = [*(title.name for title in case.form.titles), *(skill.level for skill in case.form.skills)]
    return [text for one in said if one for text in {plain(one), *readings(one)} if len(text) > 1]
