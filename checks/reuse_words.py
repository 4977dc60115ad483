"""What the checks on reuse have in common: how the other applicant and both sides' places are told."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from verify.across import Match, Whose
from verify.form import Award, Patent, Project
from verify.model import Case, Evidence

FEW = 3
"""So many others are named and shown with one thing; the rest is counted."""

FORM = "applicant.json"
"""The file in which a value stands that was typed and not uploaded."""


def subject_of(case: Case, match: Match, otherwise: str) -> str:
    """The item that a match is about: by its file, or by what its claim says in the form."""
    for item in case.items:
        held = any(match.mine.file == document.file for document in item.documents)
        if held or (match.mine.file == FORM and match.mine.text in _said(item.claim)):
            return item.subject
    return otherwise if match.mine.file == FORM else match.mine.file


def claimed(project: Project) -> str:
    """A claim of a role as evidence from the form quotes it."""
    return f"{project.name}：{project.role}"


def grouped(matches: Iterable[Match], level: Callable[[Match], str]) -> list[tuple[str, list[Match]]]:
    """Matches that are about one thing and of one level together, in their order."""
    found: dict[tuple[str, str], list[Match]] = {}
    for match in matches:
        found.setdefault((match.what, level(match)), []).append(match)
    return [(level, group) for (_, level), group in found.items()]


def others(group: list[Match]) -> str:
    """The other applicants of a group in words, with both sides' places."""
    told = "、".join(f"{named_side(match.whose)}（{told_places(match)}）" for match in group[:FEW])
    return f"{told}等 {len(group)} 人" if len(group) > FEW else told


def shown(group: list[Match]) -> tuple[Evidence, ...]:
    """Both sides' places, each once."""
    return tuple(dict.fromkeys(place for match in group[:FEW] for place in (match.mine, match.theirs)))


def _said(claim: object) -> tuple[str | None, ...]:
    if isinstance(claim, Patent | Award):
        return (claim.number,)
    return (claimed(claim),) if isinstance(claim, Project) else ()


def named_side(whose: Whose) -> str:
    """The other applicant as a message names them, so that a reviewer finds their folder."""
    more = [f"批次“{whose.batch}”"] if whose.batch else []
    more += [f"文件夹“{whose.folder}”", *([whose.employer] if whose.employer else [])]
    return f"申报人“{whose.name}”（{'，'.join(more)}）"


def told_places(match: Match) -> str:
    """Where both sides stand, in words; the other's file as the match names it."""
    return f"本人：{_place(match.mine)}；对方：{_place(match.theirs)}"


def _place(shown: Evidence) -> str:
    if shown.file.rpartition("/")[2] == FORM:
        return "申报信息"
    return f"{shown.file} 第 {shown.page} 页" if shown.page else shown.file
