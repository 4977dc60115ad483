"""Which of the titles on the form may be the present professional title (现专业技术资格): for rule PP-01."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pydantic import Field

from checks.check import Params
from checks.levels import readings
from checks.rows import plain
from verify.form import Title


class AfterTitle(Params):
    """What the titles on the form are.

    `grades`: titles with their grade; a title of a lower grade gives way to one obtained later. `endings`: those of
    them that only a title's name ends in, whatever its specialty (建筑施工助理工程师). `registrations`: words of licences
    and skill grades, which are no titles. `series`: words of other series, whose titles do not replace each other.
    """

    registrations: tuple[str, ...] = ()
    grades: dict[str, int] = Field(default_factory=dict)
    endings: tuple[str, ...] = ()
    series: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Held:
    """The titles on the form, without licences: `known` ones, and those whose name is not known, or is not there."""

    known: tuple[Title, ...]
    strange: tuple[Title, ...]

    @property
    def present(self) -> Title | None:
        """The one obtained last: of those that are known, or else of the others."""
        return last(self.known) or last(self.strange)


def held(titles: Iterable[Title], params: AfterTitle) -> Held:
    """The titles of a form, sorted."""
    kinds = [(title, grade(title, params), _licence(title, params)) for title in titles]
    known = tuple(title for title, level, _ in kinds if level is not None)
    return Held(known, tuple(title for title, level, licence in kinds if level is None and not licence))


def rivals(found: Held, present: Title, params: AfterTitle) -> list[Title]:
    """The titles that may be the present one although another was obtained last."""
    others = (title for title in found.known if title is not present and _may_be_present(title, present, params))
    return [*others, *(title for title in found.strange if title is not present)]


def last(titles: Iterable[Title]) -> Title | None:
    """The title obtained last of those that have a date."""
    dated = [(title.obtained.last, title) for title in titles if title.obtained]
    return max(dated, key=lambda pair: pair[0], default=(None, None))[1]


def grade(title: Title, params: AfterTitle) -> int | None:
    """The grade of a title that is known; None for a licence, and for what is not known."""
    grades, said = {plain(name): level for name, level in params.grades.items()}, readings(title.name)
    exact = [grades[one] for one in said if one in grades]
    ends = [name for name in map(plain, params.endings) if any(one.endswith(name) for one in said)]
    return max(exact, default=None) or (grades[max(ends, key=len)] if ends else None)


def _licence(title: Title, params: AfterTitle) -> bool:
    return any(plain(word) in plain(title.name or "") for word in params.registrations)


def _may_be_present(other: Title, present: Title, params: AfterTitle) -> bool:
    """Whether an older title may be the present one: it is not of a lower grade, or of another series."""
    one, highest = grade(other, params), grade(present, params)
    return one is None or highest is None or one >= highest or _series(other, params) != _series(present, params)


def _series(title: Title, params: AfterTitle) -> str:
    return next((word for word in params.series if word in (title.name or "")), "")
