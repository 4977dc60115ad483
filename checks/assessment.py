"""Annual assessments (年度考核): 绍建盟[2024]07号 附件1 一4, 附件4 二4; 永人社〔2021〕23号 二（三）2.

Rules AA-01, AA-02, AA-03.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from checks.check import Params, failed, na, passed, unsure
from checks.pages import at, beside, lines, read_well
from checks.rows import plain
from verify.model import Case, Document, Evidence, Observation, Page, Slot

SUBJECT = "assessments"

TITLE_LENGTH = 24
TITLE_SHARE = 0.4
"""A form's year stands in a line of at most so many characters, in so much of the page's height from above."""

_YEAR = re.compile(r"(20\d{2})年?度|年度[:：]?(20\d{2})|(20\d{2})年(?:度)?(?:考核|工作)|考核年度[:：]?(20\d{2})")
_GRADE_LABELS = ("考核等次", "考核结果", "考核等级", "考核结论", "等次", "考核意见")


class Route(Params):
    """A way to a title that asks for `years` of assessments: by education, or by a title or skill already held."""

    title: str
    years: int
    education: tuple[str, ...] = ()
    held_title: str | None = None
    held_skill: tuple[str, ...] = ()


class Span(Params):
    """Which years count: `years`, or the last ones of the shortest route that the form shows, up to `last_year`.

    `or_years` is another reading of the notice, that a person may accept.
    """

    years: tuple[int, ...] = ()
    or_years: tuple[int, ...] = ()
    last_year: int | None = None
    routes: tuple[Route, ...] = ()


class Years(Span):
    """`proof`: the notice asks for the assessment forms themselves, not only for their results."""

    proof: bool = True


def years(case: Case, params: Years) -> Iterable[Observation]:
    """AA-01, AA-02: every year that counts is there, on the form and, where asked for, as an assessment form."""
    wanted = wanted_years(case, params)
    if not wanted:
        return [na(SUBJECT, "申报信息看不出按哪一条学历、资历条件申报，不能确定要几年考核，请人工核对。")]
    on_form = {entry.year for entry in case.form.assessments}
    on_pages = dict(_proof(case))
    if not on_form and not on_pages and not case.in_slot(Slot.ASSESSMENT):
        return [_nothing(params)]
    if params.proof and not case.in_slot(Slot.ASSESSMENT):
        return [*_by_form(wanted, on_form), failed(SUBJECT, "没有上传年度考核登记表，请逐年上传。", found="没有文件")]
    seen = [_year(case, year, on_form, on_pages, params) for year in wanted]
    lacking = [o for o in seen if _bad(o)]
    if lacking and params.or_years and set(params.or_years) <= (on_form | set(on_pages)):
        doubt = f"{_span(params.or_years)}已齐；通知所说年份可作两解，请人工确认是否认可。"
        seen = [unsure(o.subject, f"{o.message}{doubt}", *o.evidence) if o in lacking else o for o in seen]
    missing_form = [] if on_form else [na(f"{SUBJECT}[填报]", "申报信息没有逐年考核结果，只核对了上传的材料。")]
    return [*seen, *missing_form]


def _by_form(wanted: tuple[int, ...], on_form: set[int | None]) -> list[Observation]:
    """The years by the form alone, where no assessment form was uploaded."""
    there = [passed(f"{SUBJECT}[{year}]", f"申报信息有{year}年度考核结果。") for year in wanted if year in on_form]
    lacking = [failed(f"{SUBJECT}[{year}]", f"缺{year}年度考核，请补充。") for year in wanted if year not in on_form]
    return [*there, *lacking]


def _span(years: tuple[int, ...]) -> str:
    return f"{min(years)}—{max(years)}年"


def _nothing(params: Years) -> Observation:
    if params.proof:
        return failed(SUBJECT, "没有年度考核材料，申报信息也没有考核结果，请补充。", found="没有")
    return na(SUBJECT, "申报信息没有年度考核结果，无法核对。")


def _year(case: Case, year: int, on_form: set[int | None], on_pages: dict[int, Evidence], params: Years) -> Observation:
    subject = f"{SUBJECT}[{year}]"
    documents = case.in_slot(Slot.ASSESSMENT)
    if year in on_pages:
        return passed(subject, f"有{year}年度考核登记表。", on_pages[year])
    if year in on_form and not params.proof:
        return passed(subject, f"申报信息有{year}年度考核结果。")
    if _unknown_year(case):
        message = f"没有认出{year}年度的考核登记表，但有材料看不出年度，请人工查看。"
        return unsure(subject, message, *_unknown_year(case))
    if year in on_form:
        message = f"申报信息有{year}年度考核结果，但没有该年度的考核登记表，请补充上传。"
        return failed(subject, message, *(Evidence(document.file) for document in documents), found="只有填报")
    return failed(subject, f"缺{year}年度考核，请补充。", found="没有")


def wanted_years(case: Case, params: Span) -> tuple[int, ...]:
    """The years that count for this applicant; () where the form does not show which route is taken."""
    if params.years or params.last_year is None:
        return params.years
    lengths = [route.years for route in params.routes if _open(case, route)]
    return tuple(range(params.last_year - min(lengths) + 1, params.last_year + 1)) if lengths else ()


def _open(case: Case, route: Route) -> bool:
    form = case.form
    if plain(form.applying_for.title or "") != plain(route.title):
        return False
    levels = {plain(entry.level) for entry in form.education if entry.level}
    titles = {plain(title.name) for title in form.titles if title.name}
    skills = {plain(skill.level) for skill in form.skills if skill.level}
    held = plain(route.held_title) in titles if route.held_title else False
    return held or bool(levels & set(map(plain, route.education))) or bool(skills & set(map(plain, route.held_skill)))


class Grade(Span):
    """Grades that are good enough, and grades that are not; any other word is a person's to judge."""

    accepted: tuple[str, ...]
    refused: tuple[str, ...]


def grade(case: Case, params: Grade) -> Iterable[Observation]:
    """AA-02, AA-03: 合格 or 称职 and above in each year that counts."""
    wanted = wanted_years(case, params)
    if not wanted:
        return [na(SUBJECT, "不能确定要看哪几年的考核，请人工核对等次。")]
    found = [_grade(case, year, params) for year in wanted]
    also = [_grade(case, year, params) for year in params.or_years if year not in wanted]
    doubts = [unsure(o.subject, f"{o.message}该年是否计入请人工确认。", found=o.found) for o in also if _bad(o)]
    return [*found, *doubts]


def _grade(case: Case, year: int, params: Grade) -> Observation:
    subject, expected = f"{SUBJECT}[{year}]", "、".join(params.accepted)
    stated = [_bare(entry.grade or "") for entry in case.form.assessments if entry.year == year]
    read = [(grade, shown) for found, grade, shown in _read_grades(case, params) if found == year]
    grades, shown = {*stated, *(grade for grade, _ in read)} - {""}, tuple(e for _, e in read)
    told = "、".join(sorted(grades)) or "空白"
    if not stated and not read:
        return na(subject, f"没有读到{year}年度考核等次（是否缺该年度由另一项核对）。")
    if grades and grades <= set(params.accepted):
        return passed(subject, f"{year}年度考核为{told}。", *shown, expected=expected, found=told)
    if grades and grades <= set(params.refused):
        return failed(
            subject, f"{year}年度考核为{told}，不在合格（称职）及以上。", *shown, expected=expected, found=told
        )
    message = f"{year}年度考核等次为“{told}”，填报与材料不一致、空白或不是常见等次，请人工核对。"
    return unsure(subject, message, *shown, expected=expected, found=told)


def _bad(seen: Observation) -> bool:
    return seen.outcome.value == "fail"


def _bare(grade: str) -> str:
    """A grade without its year, as in 2020优秀 or 2020年度：优秀."""
    return re.sub(r"^(?:20\d{2})?(?:年度|年)?(?:考核)?[:：]?", "", plain(grade))


def _proof(case: Case) -> Iterator[tuple[int, Evidence]]:
    for document, page in _pages(case):
        yield from _years_of(document, page)


def _years_of(document: Document, page: Page) -> list[tuple[int, Evidence]]:
    """The years that short lines at the head of a page name; what the summary tells of other years is no title."""
    found: dict[int, Evidence] = {}
    for word in lines(page):
        text = plain(word.text)
        if len(text) <= TITLE_LENGTH and word.box[1] <= TITLE_SHARE * page.height:
            for match in _YEAR.finditer(text):
                found.setdefault(int(next(group for group in match.groups() if group)), at(document, page, word))
    return list(found.items())


def _unknown_year(case: Case) -> list[Evidence]:
    """Files of which no page shows a year, or that were not read: the missing year may be theirs."""
    dark = []
    for document in case.in_slot(Slot.ASSESSMENT):
        if not any(_years_of(document, page) for page in document.pages) or not all(map(read_well, document.pages)):
            dark.append(Evidence(document.file))
    return dark


def _read_grades(case: Case, params: Grade) -> Iterator[tuple[int, str, Evidence]]:
    """Grades beside their label, on pages that show just one year; printed options (优秀□ 合格□) say nothing."""
    known = sorted({*params.accepted, *params.refused}, key=len, reverse=True)
    for document, page in _pages(case):
        years_seen = {year for year, _ in _years_of(document, page)}
        said = {grade for _, value in beside(page, _GRADE_LABELS) if value and (grade := _one(value.text, known))}
        if len(years_seen) == len(said) == 1:
            yield years_seen.pop(), said.pop(), at(document, page)


def _one(text: str, known: list[str]) -> str | None:
    bare, found = plain(text), []
    for grade in known:
        if grade in bare:
            found.append(grade)
            bare = bare.replace(grade, "|")
    return found[0] if len(found) == 1 else None


def _pages(case: Case) -> Iterator[tuple[Document, Page]]:
    for document in case.in_slot(Slot.ASSESSMENT):
        yield from ((document, page) for page in document.pages)
