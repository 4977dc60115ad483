"""Fields of the form that were filled in and could not be used: 2020.13 and 至今 are no dates, yet not "not filled in"."""

from __future__ import annotations

from verify.model import Case, Trouble


def unusable(case: Case, field: str) -> str:
    """Why the form's `field` (publicity.ended) was not used, in the words of the intake; "" where it was, or is absent."""
    found = (p.message for p in case.problems if p.trouble is Trouble.BAD_FORM and p.file == field)
    return next(found, "")
