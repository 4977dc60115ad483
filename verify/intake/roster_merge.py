"""A form and a roster's row as one: the form wins, the row fills what is absent, disagreement is a finding."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from verify.dates import PartialDate
from verify.form import Education, Form, Title
from verify.intake.form_shape import Path, dotted
from verify.intake.roster import Row
from verify.intake.roster_columns import LABELS
from verify.intake.text import masked_id, squeezed
from verify.model import Problem, Trouble

_PLAIN = ("application_id", "name", "id_number", "submitted_at", "endorsed_at", "specialty_years")
_PARTS = ("employer", "applying_for")


def merge(form: Form, row: Row) -> tuple[Form, tuple[Problem, ...]]:
    """The form with the row's data where it has none of its own, and a DISAGREES problem for each contradiction.

    Degrees and titles are taken from the row only where the form lists none; else the row is held against the entry
    of the same level or name.
    """
    filled = form.model_copy(update={key: getattr(row.form, key) for key in _PLAIN if getattr(form, key) is None})
    for key in _PARTS:
        filled = filled.model_copy(update={key: _filled(getattr(form, key), getattr(row.form, key))})
    for key in ("education", "titles"):
        filled = filled.model_copy(update={key: getattr(form, key) or getattr(row.form, key)})
    conflicts = (*_plain(form, row.form), *_degree(form, row.form), *_title(form, row.form))
    return filled, tuple(_problem(path, own, other, row.where) for path, own, other in conflicts)


Conflict = tuple[Path, str, str]


def _filled(own: BaseModel, other: BaseModel) -> BaseModel:
    absent = {key: getattr(other, key) for key in type(own).model_fields if getattr(own, key) is None}
    return own.model_copy(update=absent)


def _plain(form: Form, row: Form) -> Iterator[Conflict]:
    for key in _PLAIN:
        yield from _compared((key,), getattr(form, key), getattr(row, key))
    for part in _PARTS:
        own, other = getattr(form, part), getattr(row, part)
        for key in type(own).model_fields:
            yield from _compared((part, key), getattr(own, key), getattr(other, key))


def _degree(form: Form, row: Form) -> Iterator[Conflict]:
    if not form.education or not row.education:
        return
    other = row.education[0]
    same = [(at, own) for at, own in enumerate(form.education) if _alike(own.level, other.level)]
    if not same:
        levels = "、".join(own.level or "" for own in form.education)
        yield ("education", 0, "level"), levels, other.level or ""
    elif not any(_agree(own.graduated, other.graduated) for _, own in same):
        yield from _each_part(("education", same[0][0]), same[0][1], other, ("graduated",))


def _title(form: Form, row: Form) -> Iterator[Conflict]:
    if not form.titles or not row.titles:
        return
    other = row.titles[0]
    same = [(at, own) for at, own in enumerate(form.titles) if _agree(own.name, other.name)]
    if not same:
        yield ("titles", 0, "name"), "、".join(own.name or "" for own in form.titles), other.name or ""
    elif not any(_agree(own.obtained, other.obtained) for _, own in same):
        yield from _each_part(("titles", same[0][0]), same[0][1], other, ("obtained",))


def _each_part(at: Path, own: Education | Title, other: Education | Title, keys: tuple[str, ...]) -> Iterator[Conflict]:
    for key in keys:
        yield from _compared((*at, key), getattr(own, key), getattr(other, key))


def _compared(path: Path, own: object, other: object) -> Iterator[Conflict]:
    if not _agree(own, other):
        yield path, str(own), str(other)


def _agree(own: object, other: object) -> bool:
    """Whether two values can both be true: one is absent, they are written differently, or one date is less exact."""
    if own is None or other is None or own == other:
        return True
    if isinstance(own, PartialDate) and isinstance(other, PartialDate):
        return own.first <= other.last and other.first <= own.last
    return isinstance(own, str) and isinstance(other, str) and squeezed(own) == squeezed(other)


def _alike(own: str | None, other: str | None) -> bool:
    """Whether two names of a level are one: "本科" and "大学本科"; an absent one contradicts nothing."""
    a, b = squeezed(own), squeezed(other)
    return a in b or b in a


def _problem(path: Path, own: str, other: str, where: str) -> Problem:
    label = LABELS.get(tuple(0 if isinstance(part, int) else part for part in path), dotted(path))
    if path == ("id_number",):
        own, other = masked_id(own), masked_id(other)
    message = f"{label}不一致：applicant.json 为 {own}，名单{where}为 {other}；请核对后改正其一"
    return Problem(Trouble.DISAGREES, dotted(path), message)
