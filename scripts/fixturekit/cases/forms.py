"""form.statement_length and form.submitted_in_window: the form alone."""

from __future__ import annotations

from typing import Any

from scripts.fixturekit.cases.case import Build, Case, form
from scripts.fixturekit.folder import Folder
from scripts.fixturekit.prose import exactly

OPENING = "本人王建，从事装配式建筑施工技术工作。"
LATIN = "本人熟悉Revit、Tekla、Navisworks、Autodesk、SketchUp、Grasshopper、Rhinoceros、Enscape、Lumion等软件。"
"""Counted by the letter it is long, counted by the word it is short."""


def _form(**fields: Any) -> Build:
    def build(folder: Folder) -> None:
        form(folder, **fields)

    return build


CASES = (
    Case(
        "form.statement_length",
        "pass",
        "1000",
        "exactly 1,000 characters",
        _form(statement=exactly(1000, OPENING, "case", 1000)),
    ),
    Case(
        "form.statement_length",
        "pass",
        "spaces-not-counted",
        "1,000 characters and forty spaces",
        _form(statement=exactly(1000, OPENING, "case", 1).replace("。", "。 ", 20).replace("，", "， ", 20)),
    ),
    Case(
        "form.statement_length",
        "fail",
        "1100",
        "1,100 characters",
        _form(statement=exactly(1100, OPENING, "case", 1100)),
    ),
    Case(
        "form.statement_length",
        "unsure",
        "1030",
        "1,030 characters, fewer than 1,000 if a foreign word counts as one",
        _form(statement=exactly(1030, OPENING + LATIN, "case", 1030)),
    ),
    Case("form.statement_length", "na", "none", "no statement", _form()),
    Case("form.submitted_in_window", "pass", "first-day", "2024-07-19", _form(submitted_at="2024-07-19")),
    Case("form.submitted_in_window", "pass", "last-day", "2024-10-10", _form(submitted_at="2024-10-10")),
    Case("form.submitted_in_window", "fail", "day-late", "2024-10-11", _form(submitted_at="2024-10-11")),
    Case("form.submitted_in_window", "fail", "day-early", "2024-07-18", _form(submitted_at="2024-07-18")),
    Case(
        "form.submitted_in_window",
        "unsure",
        "month-only",
        "2024-10: before or after the 10th?",
        _form(submitted_at="2024-10"),
    ),
    Case("form.submitted_in_window", "na", "no-date", "no date", _form()),
)
