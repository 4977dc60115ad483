"""The letter of appointment (聘书): in force in the year of applying and for the years of the route, rule TT-01."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from checks.check import failed, na, passed, unsure
from checks.names import on_page
from checks.pages import at, read_well
from checks.routes import Routes, Standing, routes_to
from checks.rows import plain
from checks.spans import anniversary
from checks.standing import standings
from checks.terms import Term, missing, terms
from verify.finding import Evidence, Observation
from verify.form import Title
from verify.model import Case, Document
from verify.page import Page

SUBJECT = "titles"


class InForce(Routes):
    """The routes, of which those by a title need the letter. `year`: of applying; `gap`: days that may lie between."""

    year: int
    gap: int
    words: tuple[str, ...]


def in_force(case: Case, params: InForce, claimed: list[Title], files: list[Document], title: str) -> Observation:
    """How the letters stand; where another route is met none is needed, where one may be, none is missed."""
    found = standings(case.form, params)
    free = [one for one in found if not one.route.held_title]
    if not any(one.route.held_title for one in found):
        why = "申报职称没有填写或" if not routes_to(case.form, params) else ""
        return na(SUBJECT, f"{why}所申报的职称不要求现任职务聘书。")
    if met := [one for one in free if one.state == "met"]:
        return na(SUBJECT, f"按{met[0].route.name}“{met[0].route.text}”已符合申报条件，该条不要求聘书。")
    if not claimed and not files:
        return na(SUBJECT, f"申报信息没有填写{title}职务，也没有聘书；其他各条不要求聘书。")
    seen = _letters(case, params, files, max(one.route.years for one in found if one.route.held_title))
    return _or_another_way(seen, free)


def _or_another_way(seen: Observation, free: list[Standing]) -> Observation:
    """A letter is not missed where the applicant may not need it."""
    maybe = [one for one in free if one.state in ("confirm", "open")]
    if seen.outcome.value != "fail" or not maybe:
        return seen
    message = f"{seen.message}如按{maybe[0].route.name}“{maybe[0].route.text}”申报则不需要，请人工核对。"
    return unsure(seen.subject, message, *seen.evidence, found=seen.found)


def _letters(case: Case, params: InForce, files: list[Document], years: int) -> Observation:
    pages = [(document, page) for document in files for page in document.pages]
    found = [(document, page, term) for document, page in pages for term in terms(page)]
    shown = list(dict.fromkeys(at(document, page) for document, page, _ in found))
    if not files:
        return failed(SUBJECT, "没有上传现任专业技术职务聘书，请补充。", found="没有文件")
    doubtful = [Evidence(d.file) for d in files if not d.pages or any(_dark(p, params) for p in d.pages)]
    if not found:
        if doubtful:
            return unsure(SUBJECT, "没有读到聘书上的聘期，请人工看聘期和当年是否在聘。", *doubtful)
        message = "上传的材料中没有聘书（只见资格证书等），请补充要求年限的聘书。"
        return failed(SUBJECT, message, *(Evidence(d.file) for d in files), found="没有聘书")
    faults = list(_faults([term for _, _, term in found], params, years))
    told = "聘期：" + "、".join(f"{t.first} 至 {'今' if t.open else t.last}" for _, _, t in found)
    if sure := [fault for fault, certain in faults if certain]:
        if doubtful:
            return unsure(SUBJECT, f"{told}；{sure[0]}，但有材料没有读到聘期，请人工查看。", *shown, *doubtful)
        return failed(SUBJECT, f"{told}；{sure[0]}，请补充相应的聘书。", *shown, found=told)
    doubts = [*(fault for fault, _ in faults), *_unsigned(case, [(d, p) for d, p, _ in found])]
    if doubts:
        return unsure(SUBJECT, f"{told}；{doubts[0]}，请人工核对。", *shown, found=told)
    return passed(SUBJECT, f"{told}，{params.year} 年在聘，覆盖 {years} 年且无间断。", *shown, found=told)


def _faults(found: list[Term], params: InForce, years: int) -> Iterator[tuple[str, bool]]:
    """What is wrong with the terms, and whether surely: not in force, begun too late, broken."""
    end = max(term.last for term in found)
    if end < date(params.year, 1, 1):
        yield f"聘期已于 {end} 届满，{params.year} 年不在聘", True
        return
    start = anniversary(params.until + timedelta(days=1), -years)
    for first, last in missing(found, start, min(end, params.until)):
        days = (last - first).days + 1
        yield f"{first} 至 {last}（{days} 天）没有聘书，要求 {years} 年", days > params.gap
    if end < params.until:
        yield f"聘期到 {end} 为止，申报时是否在聘须看提交时间", False


def _dark(page: Page, params: InForce) -> bool:
    """Whether a page may be a letter whose term was not read."""
    text = plain(page.text)
    return not list(terms(page)) and (not read_well(page) or any(word in text for word in params.words))


def _unsigned(case: Case, pages: list[tuple[Document, Page]]) -> Iterator[str]:
    if any(on_page(case.name, page).level != "exact" for _, page in pages):
        yield f"有聘书上没有读到申报人姓名“{case.name}”"
    if any(not page.seals for _, page in pages):
        yield "有聘书上没有看到单位公章"
