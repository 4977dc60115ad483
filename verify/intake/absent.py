"""Applicants whom the roster names and no folder holds: each still gets a report."""

from __future__ import annotations

from collections.abc import Iterable

from verify.intake.case import Intake
from verify.intake.names import unique
from verify.intake.roster import Roster, Row
from verify.model import Problem, Trouble


def absent(roster: Roster | None, found: Iterable[str], folders: Iterable[str]) -> list[Intake]:
    """The applicants of the roster's rows that no folder took, in the roster's order.

    `found` are the rows (`Row.where`) that were taken; `folders` are the names in use, which theirs must not repeat.
    """
    taken, used = set(found), set(folders)
    return [_intake(row, used) for row in (roster.rows if roster else ()) if row.where not in taken]


def _intake(row: Row, used: set[str]) -> Intake:
    name = row.form.name or "未具名"
    folder = unique("_".join(part for part in (name, row.form.application_id) if part), used)
    used.add(folder)
    message = f"名单{row.where}有这位申报人，但批次中没有其材料文件夹；请上传材料，或核对名单"
    return Intake(
        folder, name, row.form, problems=(Problem(Trouble.NO_FOLDER, folder, message), *row.problems), row=row
    )
