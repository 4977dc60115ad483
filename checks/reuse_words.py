"""What the checks on reuse have in common: how the other applicant and both sides' places are told."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from verify.across import Match, Whose
from verify.finding import Evidence
from verify.form import Award, Patent, Project
from verify.model import Case

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
    """The other applicants of a group in words: one with both sides' places, several by name and with ours alone.

    What several have in common is said once; where their papers are, the pictures show.
    """
    people = [match.whose for match in _people(group)]
    if len(people) == 1:
        return f"申报人“{people[0].name}”（{_in_one(['，'.join(_where(people[0])), _places(group[0])])}）"
    employers = {whose.employer for whose in people}
    alike = f"单位均为{people[0].employer}" if len(employers) == 1 and people[0].employer else ""
    told = "、".join(_short(whose, not alike) for whose in people[:FEW])
    many = f"等 {len(people)} 人" if len(people) > FEW else f" {len(people)} 人"
    mine = "、".join(dict.fromkeys(_place(match.mine) for match in group[:FEW]))
    return f"申报人{told}{many}（{_in_one([alike, f'本人：{mine}'])}）"


def shown(group: list[Match]) -> tuple[Evidence, ...]:
    """Both sides' places, each once; of several applicants one place each first."""
    first = _people(group)
    rest = [match for match in group if match not in first]
    return tuple(dict.fromkeys(place for match in [*first, *rest][:FEW] for place in (match.mine, match.theirs)))


def several(group: list[Match]) -> bool:
    """Whether a group is of more than one other applicant."""
    return len(_people(group)) > 1


def _people(group: list[Match]) -> list[Match]:
    """The first match of each other applicant."""
    return list({match.whose: match for match in reversed(group)}.values())[::-1]


def _short(whose: Whose, employer: bool) -> str:
    """Another applicant by name, with what is needed to find their folder, and the employer only where they differ."""
    more = [part for part in _where(whose, employer) if part != f"文件夹“{whose.name}”"]
    return f"“{whose.name}”" + (f"（{'，'.join(more)}）" if more else "")


def _in_one(parts: list[str]) -> str:
    return "；".join(part for part in parts if part)


def _said(claim: object) -> tuple[str | None, ...]:
    if isinstance(claim, Patent | Award):
        return (claim.number,)
    return (claimed(claim),) if isinstance(claim, Project) else ()


def _where(whose: Whose, employer: bool = True) -> list[str]:
    """What a reviewer needs to find another applicant's folder."""
    more = [f"批次“{whose.batch}”"] if whose.batch else []
    return [*more, f"文件夹“{whose.folder}”", *([whose.employer] if employer and whose.employer else [])]


def _places(match: Match) -> str:
    """Where both sides stand, in words; the other's file as the match names it."""
    return f"本人：{_place(match.mine)}；对方：{_place(match.theirs)}"


def _place(shown: Evidence) -> str:
    if shown.file.rpartition("/")[2] == FORM:
        return "申报信息"
    return f"{shown.file} 第 {shown.page} 页" if shown.page else shown.file
