"""The values in a PDF's form, and how a revision changed them."""

from __future__ import annotations

import io
from typing import Any

import pikepdf

from verify.read.traces.bounds import CHANGES, FIELDS, kept
from verify.traces import Change

Values = dict[str, str]

DEPTH = 8
"""Fields within fields that are followed."""


def values(data: bytes) -> Values:
    """The value of each field by its full name; nothing where there is no form, or qpdf cannot open the file."""
    try:
        with pikepdf.open(io.BytesIO(data), suppress_warnings=True) as pdf:
            form: Any = pdf.Root.get("/AcroForm")
            found: Values = {}
            if isinstance(form, pikepdf.Dictionary):
                _collect(form.get("/Fields"), "", found, DEPTH)
            return found
    except Exception:  # qpdf and pikepdf raise many things for a broken file; the pages are compared all the same
        return {}


def _collect(fields: Any, above: str, found: Values, depth: int) -> None:
    if not isinstance(fields, pikepdf.Array) or depth == 0:
        return
    for one in list(fields)[:FIELDS]:
        if len(found) >= FIELDS or not isinstance(one, pikepdf.Dictionary):
            return
        name = f"{above}.{one.get('/T', '')}"[:200]
        if isinstance(value := one.get("/V"), pikepdf.String | pikepdf.Name):
            found[name] = str(value)[:2000]
        _collect(one.get("/Kids"), name, found, depth - 1)


def field_changes(before: Values, after: Values) -> tuple[list[Change], int]:
    """Fields that held another value before, and how many empty ones were filled in."""
    other = [name for name, value in before.items() if value.strip() and after.get(name, "") != value]
    filled = sum(bool(value.strip()) and not before.get(name, "").strip() for name, value in after.items())
    changes = [Change("altered", 1, kept(before[name], 120), kept(after.get(name, ""), 120), "field") for name in other]
    return changes[:CHANGES], filled
