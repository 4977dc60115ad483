"""Which row of the roster is a folder's, and what the two say together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from verify.form import Form
from verify.intake.person import name_of
from verify.intake.roster import Roster, Row
from verify.intake.text import squeezed
from verify.model import Problem, Trouble


def match(roster: Roster, folder: str, form: Form) -> tuple[Row | None, tuple[Problem, ...]]:
    """The row of an applicant: by 文件夹, then 申报编号, then 姓名 where only one bears it.

    Rows that fit equally well, and a folder that no row fits, are problems; then no row is taken.
    """
    for by in (_by_folder, _by_id, _by_id_number, _by_name, _by_folder_s_name):
        found = by(roster, folder, form)
        if len(found) > 1:
            found = _narrowed(found, folder, form)
        if len(found) == 1:
            return found[0], ()
        if found:
            rows = "、".join(row.where for row in found)
            message = f"名单{rows}都像是这位申报人，均未采用；请在名单的“文件夹”列写明 {folder}"
            return None, (Problem(Trouble.DISAGREES, roster.file, message),)
    message = f"名单里没有与文件夹 {folder} 对应的申报人；请核对名单的文件夹、申报编号和姓名"
    return None, (Problem(Trouble.DISAGREES, roster.file, message),)


def reused(matched: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Rows (`Row.where`) that several folders took, with those folders: one applicant, or a slip in the roster."""
    folders: dict[str, list[str]] = defaultdict(list)
    for folder, where in matched.items():
        folders[where].append(folder)
    return {where: tuple(sorted(names)) for where, names in folders.items() if len(names) > 1}


def _by_folder(roster: Roster, folder: str, form: Form) -> list[Row]:
    wanted = squeezed(folder)
    return [row for row in roster.rows if row.folder and _last_part(row.folder) == wanted]


def _last_part(folder: str) -> str:
    return squeezed(folder.replace("\\", "/").rstrip("/").rpartition("/")[2])


def _by_id(roster: Roster, folder: str, form: Form) -> list[Row]:
    own = squeezed(form.application_id)
    if own:
        return [row for row in roster.rows if squeezed(row.form.application_id) == own]
    parts = {squeezed(part) for part in folder.replace("-", "_").split("_")} | {squeezed(folder)}
    return [
        row for row in roster.rows if row.form.application_id and _id_within(row.form.application_id, folder, parts)
    ]


def _id_within(application_id: str, folder: str, parts: set[str]) -> bool:
    """Whether a folder's name holds the number: as a part of its own, or within where it is too long for chance."""
    plain = squeezed(application_id)
    return plain in parts or (len(plain) >= 6 and plain in squeezed(folder))


def _by_id_number(roster: Roster, folder: str, form: Form) -> list[Row]:
    own = squeezed(form.id_number)
    return [row for row in roster.rows if own and squeezed(row.form.id_number) == own]


def _by_folder_s_name(roster: Roster, folder: str, form: Form) -> list[Row]:
    """The form may have the name wrong; then the folder's name is the person's, and the two disagree openly."""
    name = squeezed(name_of(folder))
    return [row for row in roster.rows if squeezed(row.form.name) == name and not _another(form, row.form)]


def _by_name(roster: Roster, folder: str, form: Form) -> list[Row]:
    name = squeezed(form.name or name_of(folder))
    return [row for row in roster.rows if squeezed(row.form.name) == name and not _another(form, row.form)]


def _another(form: Form, row: Form) -> bool:
    """Whether a bearer of the same name is someone else: neither number agrees."""
    pairs = ((form.application_id, row.application_id), (form.id_number, row.id_number))
    known = [(squeezed(a), squeezed(b)) for a, b in pairs if a and b]
    return bool(known) and all(a != b for a, b in known)


def _narrowed(rows: list[Row], folder: str, form: Form) -> list[Row]:
    """The rows that agree in more: in the ID number, else in the name."""
    name = squeezed(form.name or name_of(folder))
    same_id = [row for row in rows if form.id_number and squeezed(row.form.id_number) == squeezed(form.id_number)]
    same_name = [row for row in rows if squeezed(row.form.name) == name]
    return same_id or same_name or rows
