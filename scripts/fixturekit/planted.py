"""What makes a printed application fail a check, or nearly: the changes by the names that applicants.toml gives them."""

from __future__ import annotations

from scripts.fixturekit import defects_form, defects_pages, defects_shared, defects_traces, defects_works, edges
from scripts.fixturekit.dossier import Change, Dossier

CHANGES: dict[str, Change] = {
    **defects_form.CHANGES,
    **defects_pages.CHANGES,
    **defects_works.CHANGES,
    **defects_traces.CHANGES,
    **defects_shared.CHANGES,
    **edges.CHANGES,
}


def changed(told: Dossier) -> Dossier:
    """The application with every edge and planted defect of its plan."""
    for name in (*told.plan.edges, *told.plan.planted):
        CHANGES[name](told)
    return told
