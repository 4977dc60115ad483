"""Which years' assessments count for an applicant, by the notice: fixed years, or those of the route taken."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

from checks.check import Params
from checks.rows import plain
from verify.dates import PartialDate
from verify.form import Form
from verify.model import Case

_REMARK = re.compile(r"\([^()]*\)")


class Route(Params):
    """A way to a title that asks for `years` of assessments: by education, or by a title or skill already held."""

    title: str
    years: int
    education: tuple[str, ...] = ()
    held_title: str | None = None
    held_skill: tuple[str, ...] = ()


class Span(Params):
    """Which years count: `years`, or the last ones of the shortest route that the form shows, up to `last_year`.

    `or_years` and `or_last_year` are another reading of the notice, that a person may accept; a year after `last_year`
    was not over when the applicant applied. `until`: the day to which a title or skill must have been held for a
    route's years. `no_route`: levels, titles and skills that are known to open none.
    """

    years: tuple[int, ...] = ()
    or_years: tuple[int, ...] = ()
    last_year: int | None = None
    or_last_year: int | None = None
    until: date | None = None
    routes: tuple[Route, ...] = ()
    no_route: tuple[str, ...] = ()


def wanted_years(case: Case, params: Span) -> tuple[int, ...]:
    """The years that count for this applicant; () where the form does not show which route is taken."""
    if params.years or params.last_year is None:
        return params.years
    return _back(params.last_year, _least(case.form, params))


def other_years(case: Case, params: Span) -> tuple[int, ...]:
    """The years that count by the other reading of the notice, if it has one."""
    if params.or_years or params.or_last_year is None:
        return params.or_years
    return _back(params.or_last_year, _least(case.form, params))


def over(years: Iterable[int], params: Span) -> set[int]:
    """Those of some years that were over when the applicant applied, so that they can be asked for."""
    return {year for year in years if params.last_year is None or year <= params.last_year}


def unknown(form: Form, params: Span) -> list[str]:
    """What the form says of education, titles and skills that no route of the title applied for knows."""
    routes = _routes(form, params)
    levels = {plain(level) for route in routes for level in route.education}
    titles = {plain(route.held_title) for route in routes if route.held_title}
    skills = {plain(skill) for route in routes for skill in route.held_skill}
    none = set(map(plain, params.no_route))
    said = [*((entry.level, levels) for entry in form.education), *((entry.name, titles) for entry in form.titles)]
    said += [(entry.level, skills) for entry in form.skills]
    return [text for text, known in said if text and _bare(text) not in known | none]


def _back(last: int, length: int) -> tuple[int, ...]:
    return tuple(range(last - length + 1, last + 1))


def _least(form: Form, params: Span) -> int:
    """The years of the shortest route that is open; 0 where there is none, or where one may be open unseen."""
    if unknown(form, params):
        return 0
    return min((route.years for route in _routes(form, params) if _open(form, route, params)), default=0)


def _routes(form: Form, params: Span) -> list[Route]:
    return [route for route in params.routes if plain(route.title) == plain(form.applying_for.title or "")]


def _open(form: Form, route: Route, params: Span) -> bool:
    if {_bare(entry.level) for entry in form.education} & set(map(plain, route.education)):
        return True
    held = {plain(route.held_title or "")} - {""}
    title = any(_bare(t.name) in held and _long(route, params, t.obtained, t.appointed) for t in form.titles)
    skills = set(map(plain, route.held_skill))
    return title or any(_bare(s.level) in skills and _long(route, params, s.obtained) for s in form.skills)


def _long(route: Route, params: Span, *since: PartialDate | None) -> bool:
    """Whether something may have been held for the route's years: without a date, it may."""
    days = [day.first for day in since if day]
    if params.until is None or not days:
        return True
    end, day = params.until + timedelta(days=1), min(days)
    return (end.year - day.year, end.month, end.day) >= (route.years, day.month, day.day)


def _bare(text: str | None) -> str:
    """A level or title without remarks in brackets, as in 高级工（三级）."""
    return _REMARK.sub("", plain(text or ""))
