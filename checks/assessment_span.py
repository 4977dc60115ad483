"""Which years' assessments count for an applicant, by the notice: fixed years, or those of the route taken."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from checks.levels import fits, known
from checks.routes import Route, Vocabulary, routes_to, vocabulary
from checks.rows import plain
from checks.spans import days_short
from verify.dates import PartialDate
from verify.form import Form
from verify.model import Case


class Span(Vocabulary):
    """Which years count: `years`, or the last ones of the shortest route that the form shows, up to `last_year`.

    `or_years` and `or_last_year` are another reading of the notice, that a person may accept; a year after `last_year`
    was not over when the applicant applied. `until`: the day to which a title or skill must have been held for a
    route's years.
    """

    years: tuple[int, ...] = ()
    or_years: tuple[int, ...] = ()
    last_year: int | None = None
    or_last_year: int | None = None
    until: date | None = None


def wanted_years(case: Case, params: Span) -> tuple[int, ...]:
    """The years that count for this applicant; () where the form does not show which route is taken."""
    if params.years or params.last_year is None:
        return params.years
    return _schooled(case.form, _back(params.last_year, _least(case.form, params)))


def other_years(case: Case, params: Span) -> tuple[int, ...]:
    """The years that count by the other reading of the notice, if it has one."""
    if params.or_years or params.or_last_year is None:
        return params.or_years
    return _schooled(case.form, _back(params.or_last_year, _least(case.form, params)))


def over(years: Iterable[int], params: Span) -> set[int]:
    """Those of some years that were over when the applicant applied, so that they can be asked for."""
    return {year for year in years if params.last_year is None or year <= params.last_year}


def unknown(form: Form, params: Span) -> list[str]:
    """What the form says of education, titles and skills that no route and no list of the notice knows."""
    words, said = vocabulary(params), [*(entry.level for entry in form.education), *(one.name for one in form.titles)]
    odd = [text for text in [*said, *(entry.level for entry in form.skills)] if text and not known(text, words)]
    return [text for text in odd if not _unfinished(text, params)]


def _schooled(form: Form, years: tuple[int, ...]) -> tuple[int, ...]:
    """The years from the first graduation on: before it nobody is assessed."""
    first = min((entry.graduated.year for entry in form.education if entry.graduated), default=0)
    return tuple(year for year in years if year >= first)


def _unfinished(level: str | None, params: Span) -> bool:
    return any(word in plain(level or "") for word in params.unfinished)


def _back(last: int, length: int) -> tuple[int, ...]:
    return tuple(range(last - length + 1, last + 1))


def _least(form: Form, params: Span) -> int:
    """The years of the shortest route that is open; 0 where there is none, or where one may be open unseen."""
    if unknown(form, params):
        return 0
    return min((r.years for r in routes_to(form, params) if _open(form, r, params)), default=0)


def _open(form: Form, route: Route, params: Span) -> bool:
    """Whether the form shows what a route begins with; of what may count as well, in the applicant's favour."""
    done = (entry.level for entry in form.education if not _unfinished(entry.level, params))
    if any(fits(level, (*route.education, *route.perhaps)) != "no" for level in done):
        return True
    titles = (t for t in form.titles if fits(t.name, route.held_title) != "no")
    skills = (s for s in form.skills if fits(s.level, route.held_skill) != "no")
    dates = [*((t.obtained, t.appointed) for t in titles), *((s.obtained,) for s in skills)]
    return any(_long(route, params, *since) for since in dates)


def _long(route: Route, params: Span, *since: PartialDate | None) -> bool:
    """Whether something may have been held for the route's years, its first day counted: without a date, it may."""
    days = [day.first for day in since if day]
    return params.until is None or not days or days_short(min(days), params.until, route.years) <= 1
