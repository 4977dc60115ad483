"""How the form stands to each condition of a route: degree, title, skill, work, each with its arithmetic."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from checks.levels import Fit, fits, of_kind
from checks.routes import Part, Route, Routes, Standing, State, all_of, best_of, routes_to, strange, vocabulary
from checks.rows import plain
from checks.spans import Span
from verify.dates import PartialDate
from verify.form import Education, Form, Skill, Title

MET = Part("met", "")


def standings(form: Form, params: Routes) -> list[Standing]:
    """How the form stands to every route to the title applied for, in the notice's order."""
    return [standing(form, route, params) for route in routes_to(form, params)]


def standing(form: Form, route: Route, params: Routes) -> Standing:
    """How the form stands to one route."""
    if route.elsewhere:
        return Standing(route, "elsewhere", route.elsewhere)
    whole = _own_checks(form, route) if route.own_checks else all_of(_conditions(form, route, params))
    if whole.state == "met" and route.confirm:
        whole = Part("confirm", f"{whole.told}；{route.confirm}")
    return Standing(route, whole.state, whole.told)


def _own_checks(form: Form, route: Route) -> Part:
    kind = form.applying_for.route
    if of_kind(kind, route.applies) == "yes":
        return Part("elsewhere", f"申报类型为{kind}，由自评分、推荐人两项另行核对")
    return Part("lacks", f"申报类型为“{kind or '未填'}”，不是{route.applies[0]}")


def _conditions(form: Form, route: Route, params: Routes) -> Iterator[Part]:
    if route.education:
        yield _any_degree(form, route, params)
    if route.held_title:
        yield _any_title(form, route, params)
    if route.held_skill:
        yield _any_skill(form, route, params)
    if route.beside:
        yield _beside(form, route, params)
    if route.in_prefab or route.since == "in_prefab":
        yield _in_prefab(form, route, params)
    if route.applies:
        yield _kind(form, route)


def _any_degree(form: Form, route: Route, params: Routes) -> Part:
    if not form.education:
        return Part("open", "申报信息没有填写学历")
    parts = (_degree(entry, form, route, params) for entry in form.education)
    return _any("学历", [entry.level for entry in form.education], parts, params)


def _degree(entry: Education, form: Form, route: Route, params: Routes) -> Part | None:
    if any(word in plain(entry.level or "") for word in params.unfinished):
        return Part("lacks", f"“{entry.level}”不是毕业")
    fit = fits(entry.level, (*route.education, *route.perhaps), vocabulary(params))
    if fit == "no":
        return None
    if entry.graduated is None:
        return Part("open", f"{entry.level}没有填毕业时间")
    years = route.years if route.since == "graduated" else 0
    span = Span(entry.graduated, params.until)
    if span.over:
        return Part("lacks", f"{entry.level}毕业 {span.told(years)}")
    part = _worked(_since(f"{entry.level}毕业", span, years), form, years) if years else _by_then(entry, span)
    return _doubted(part, fit, entry.level, route.perhaps)


def _by_then(entry: Education, span: Span) -> Part:
    return Part("met" if span.start.last <= span.end else "open", f"{entry.level}（{entry.graduated}毕业）")


def _worked(part: Part, form: Form, years: int) -> Part:
    """The years since graduation and those of work that the applicant states: neither alone settles a doubt (EL-26)."""
    stated = form.specialty_years
    if stated is None:
        more = "未填专业工作年限，毕业前的工作年限能否计入请人工看"
        return Part("open", f"{part.told}，{more}") if part.state == "short" else part
    if stated >= years:
        more = f"而填报专业工作年限 {stated:g} 年，毕业前的工作年限能否计入请人工看"
        return Part("open", f"{part.told}，{more}") if part.state == "short" else part
    more = f"填报专业工作年限 {stated:g} 年，不足 {years} 年"
    return Part("short" if part.state in ("open", "short") else "open", f"{part.told}，{more}")


def _any_title(form: Form, route: Route, params: Routes) -> Part:
    parts = (_title(entry, route, params) for entry in form.titles)
    return _any("职称", [entry.name for entry in form.titles], parts, params)


def _title(entry: Title, route: Route, params: Routes) -> Part | None:
    fit = fits(entry.name, route.held_title, vocabulary(params))
    if fit == "no":
        return None
    if route.specialty and not any(plain(w) in plain(f"{entry.name}{entry.specialty}") for w in route.specialty):
        known = f"{entry.name}的专业为“{entry.specialty}”，不是{route.specialty[0]}"
        return Part("lacks", known) if entry.specialty else Part("open", f"{entry.name}没有填专业")
    if route.since == "in_prefab":
        return _doubted(Part("met", f"持{entry.name}"), fit, entry.name)
    return _doubted(_held(entry, route, params), fit, entry.name)


def _held(entry: Title, route: Route, params: Routes) -> Part:
    """The years of a title: from the day it was obtained, or from the appointment where the post must be held."""

    def since(day: PartialDate, what: str) -> Part:
        return _since(f"{entry.name}{what}", Span(day, params.until), route.years)

    if route.since == "appointed":
        if not entry.appointed:
            return Part("open", f"{entry.name}没有填聘任时间（按聘任计，不按取得计）")
        part = since(entry.appointed, "聘任")
        early = entry.obtained is not None and entry.appointed.last < entry.obtained.first
        return _both(part, since(entry.obtained, "取得")) if early and entry.obtained else part
    if entry.obtained:
        return since(entry.obtained, "取得")
    part = since(entry.appointed, "聘任") if entry.appointed else Part("open", "")
    return part if part.state == "met" else Part("open", f"{entry.name}没有填取得时间")


def _both(one: Part, other: Part) -> Part:
    """Two readings, as where the appointment is dated before the title was obtained."""
    told = f"{one.told}；但聘任早于取得，{other.told}"
    return Part(one.state if one.state == other.state else "open", told)


def _any_skill(form: Form, route: Route, params: Routes) -> Part:
    parts = (_skill(entry, route, params) for entry in form.skills)
    return _any("技能等级", [entry.level for entry in form.skills], parts, params)


def _skill(entry: Skill, route: Route, params: Routes) -> Part | None:
    fit = fits(entry.level, route.held_skill, vocabulary(params))
    if fit == "no":
        return None
    what = f"{entry.level}（{entry.trade or '未填工种'}）"
    if entry.obtained is None:
        return Part("open", f"{what}没有填取得时间")
    part = _since(f"{what}取得", Span(entry.obtained, params.until), route.years)
    if part.state == "met" and not any(plain(trade) in plain(entry.trade or "") for trade in params.trades):
        part = Part("confirm", f"{part.told}，工种不在通知所举之列（所举以“等”结尾），是否对应请人工看")
    return _doubted(part, fit, entry.level)


def _beside(form: Form, route: Route, params: Routes) -> Part:
    held = [t.name for t in form.titles if fits(t.name, route.beside, vocabulary(params)) != "no"]
    return Part("met", f"持{held[0]}") if held else Part("lacks", f"没有填{route.beside[0]}等证书")


def _in_prefab(form: Form, route: Route, params: Routes) -> Part:
    since = form.in_prefab_since
    if since is None:
        return Part("open", "没有填从事装配式建筑的起始时间，请由单位证明")
    span = Span(since, params.until)
    if route.since == "in_prefab":
        return _since("从事装配式建筑", span, route.years)
    now = f"目前从事装配式建筑（{since}起）"
    return Part("met", now) if since.last <= params.until else Part("open", f"从事装配式建筑的起始时间 {since} 请核对")


def _kind(form: Form, route: Route) -> Part:
    kind = form.applying_for.route
    if of_kind(kind, route.applies) == "yes":
        return Part("met", f"申报类型为{kind}")
    return Part("confirm", f"申报类型为“{kind or '未填'}”，应选{'或'.join(route.applies)}")


def _since(what: str, span: Span, years: int) -> Part:
    """How the years since something stand: a single day short is for a person, who may count the first one too."""
    low, high = span.short(years)
    state: State = "met" if high == 0 else "open" if low <= 1 else "short"
    border = "（首日不计则差 1 天，首日计入则恰满，通知没有写明怎样计，请人工确定）" if low == 1 else ""
    return Part(state, f"{what} {span.told(years)}{border}")


def _doubted(part: Part, fit: Fit, said: str | None, perhaps: Iterable[str] = ()) -> Part:
    """The same, where it is not sure that what the form says is what the route asks."""
    doubtful = fit == "perhaps" or fits(said, perhaps) == "yes"
    if not doubtful or part.state in ("short", "lacks"):
        return part
    state: State = "confirm" if part.state == "met" else part.state
    return Part(state, f"{part.told}，“{said}”是否即所要求的请人工看")


def _any(what: str, said: list[str | None], parts: Iterable[Part | None], params: Routes) -> Part:
    """The best of several entries of the form; one that cannot be understood may be the one that is asked for."""
    odd = strange(said, params)
    given = [part for part in parts if part]
    if odd or None in said:
        dark = f"填报的{what}“{'、'.join(odd)}”不是认识的写法" if odd else f"有一项{what}没有写明"
        given.append(Part("open", dark))
    named = "、".join(text for text in said if text)
    return best_of(given, Part("lacks", f"填报的{what}为{named}" if named else f"没有填{what}"))
