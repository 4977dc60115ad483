"""Annual assessments (年度考核): 绍建盟[2024]07号 附件1 一4, 附件4 二4; 永人社〔2021〕23号 二（三）2.

Rules AA-01, AA-02, AA-03; the forms themselves (AA-04 … AA-12) in checks/assessment_form.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from checks import assessment_form, assessment_whole
from checks.assessment_grades import grade_of, grade_on, where
from checks.assessment_sheets import Sheet, sheets, unread
from checks.assessment_span import Span, other_years, over, unknown, wanted_years
from checks.check import failed, na, passed, unsure
from checks.pages import at
from checks.rows import plain
from verify.finding import Evidence, Observation, Outcome
from verify.model import Case, Slot
from verify.page import Word

SUBJECT = "assessments"


class Years(Span):
    """`proof`: the notice asks for the assessment forms themselves, not only for their results."""

    proof: bool = True


def years(case: Case, params: Years) -> Iterable[Observation]:
    """AA-01, AA-02: every year that counts is there, on the form and, where asked for, as an assessment form."""
    wanted = wanted_years(case, params)
    if not wanted:
        return [_no_route(case, params)]
    on_form = {entry.year for entry in case.form.assessments if entry.year is not None}
    found = sheets(case)
    if not on_form and not case.in_slot(Slot.ASSESSMENT):
        return [_nothing(params)]
    if params.proof and not case.in_slot(Slot.ASSESSMENT):
        return [*_by_form(wanted, on_form), failed(SUBJECT, "没有上传年度考核登记表，请逐年上传。", found="没有文件")]
    seen = {year: _year(case, year, on_form, found, params) for year in wanted}
    there = on_form | {sheet.year for sheet in found if sheet.year}
    seen = _other_reading(case, params, seen, there)
    missing_form = [] if on_form else [na(f"{SUBJECT}[填报]", "申报信息没有逐年考核结果，只核对了上传的材料。")]
    return [*seen.values(), *missing_form]


def _no_route(case: Case, params: Span) -> Observation:
    strange = "、".join(f"“{text}”" for text in unknown(case.form, params))
    why = f"申报信息中的{strange}不是认识的写法，" if strange else "申报信息看不出按哪一条学历、资历条件申报，"
    return na(SUBJECT, f"{why}不能确定要看哪几年的考核，请人工核对。")


def _other_reading(case: Case, params: Span, seen: dict[int, Observation], good: set[int]) -> dict[int, Observation]:
    """What fails by one reading of the notice only, its years being met by the other, is for a person to decide."""
    wanted = other_years(case, params)
    bad = {year for year, one in seen.items() if _bad(one)}
    if not wanted or bad & set(wanted) or not over(wanted, params) <= good:
        return seen
    doubt = f"通知所说年份可作两解，按{_span(wanted)}算则不缺，请人工确认是否认可。"
    return {y: unsure(o.subject, f"{o.message}{doubt}", *o.evidence) if y in bad else o for y, o in seen.items()}


def _by_form(wanted: tuple[int, ...], on_form: set[int]) -> list[Observation]:
    """The years by the form alone, where no assessment form was uploaded."""
    there = [passed(f"{SUBJECT}[{year}]", f"申报信息有{year}年度考核结果。") for year in wanted if year in on_form]
    lacking = [failed(f"{SUBJECT}[{year}]", f"缺{year}年度考核，请补充。") for year in wanted if year not in on_form]
    return [*there, *lacking]


def _span(years: tuple[int, ...]) -> str:
    return f"{min(years)}—{max(years)}年" if len(years) > 1 else f"{years[0]}年"


def _nothing(params: Years) -> Observation:
    if params.proof:
        return failed(SUBJECT, "没有年度考核材料，申报信息也没有考核结果，请补充。", found="没有")
    return na(SUBJECT, "申报信息没有年度考核结果，无法核对。")


def _year(case: Case, year: int, on_form: set[int], found: list[Sheet], params: Years) -> Observation:
    subject = f"{SUBJECT}[{year}]"
    if proof := [sheet.shown for sheet in found if sheet.year == year]:
        return passed(subject, f"有{year}年度考核登记表。", *proof[:1])
    if year in on_form and not params.proof:
        return passed(subject, f"申报信息有{year}年度考核结果。")
    if doubtful := [sheet for sheet in found if sheet.may_be(year)]:
        return unsure(subject, _doubt(year, doubtful), *(sheet.shown for sheet in doubtful))
    if dark := unread(case):
        return unsure(subject, f"没有认出{year}年度的考核登记表，但有材料没有读出，请人工查看。", *dark)
    if year in on_form:
        message = f"申报信息有{year}年度考核结果，但没有该年度的考核登记表，请补充上传。"
        files = dict.fromkeys(sheet.document.file for sheet in found)
        return failed(subject, message, *map(Evidence, files), found="只有填报")
    return failed(subject, f"缺{year}年度考核，请补充。", found="没有")


def _doubt(year: int, doubtful: list[Sheet]) -> str:
    if any(sheet.form and year in sheet.years for sheet in doubtful):
        return f"{year}年度与其他年度写在同一份考核登记表上，请人工看是否为合并考核。"
    if any(year in sheet.years for sheet in doubtful):
        return f"有材料写着{year}年度，但没有读到考核登记表的标题，请人工看是不是该年度的考核登记表。"
    return f"没有认出{year}年度的考核登记表，但有页面看不出年度，请人工查看。"


class Grade(Span):
    """Grades that are good enough, and grades that are not; any other word is a person's to judge."""

    accepted: tuple[str, ...]
    refused: tuple[str, ...]


def grade(case: Case, params: Grade) -> Iterable[Observation]:
    """AA-02, AA-03: 合格 or 称职 and above in each year that counts."""
    wanted = wanted_years(case, params)
    if not wanted:
        return [_no_route(case, params)]
    found = sheets(case)
    seen = {year: _grade(case, year, found, params) for year in wanted}
    other = {year: _grade(case, year, found, params) for year in other_years(case, params) if year not in wanted}
    good = {year for year, one in {**seen, **other}.items() if one.outcome is Outcome.PASS}
    doubts = [
        unsure(o.subject, f"{o.message}该年是否计入请人工确认。", found=o.found) for o in other.values() if _bad(o)
    ]
    return [*_other_reading(case, params, seen, good).values(), *doubts]


def form(case: Case, params: assessment_whole.Form) -> Iterable[Observation]:
    """AA-04 … AA-10, AA-12: one form a year, with a summary of the work and the unit's opinion, signed in time."""
    return assessment_form.judge(case, params)


def _grade(case: Case, year: int, found: list[Sheet], params: Grade) -> Observation:
    subject, expected = f"{SUBJECT}[{year}]", "、".join(params.accepted)
    stated = [_bare(entry.grade or "") for entry in case.form.assessments if entry.year == year]
    forms = [sheet for sheet in found if sheet.year == year]
    known = (*params.accepted, *params.refused)
    read = [grade_of(word.text) for sheet in forms if (word := grade_on(sheet.page, known))]
    grades = {*stated, *read} - {""}
    shown, told = _shown(forms, grades, known), "、".join(sorted(grades)) or "空白"
    if not stated and not read:
        return na(subject, f"没有读到{year}年度考核等次（是否缺该年度由另一项核对）。")
    if grades and grades <= set(params.accepted):
        return passed(subject, f"{year}年度考核为{told}。", *shown, expected=expected, found=told)
    if grades and grades <= set(params.refused):
        message = f"{year}年度考核为{told}，不在合格（称职）及以上。"
        return failed(subject, message, *shown, expected=expected, found=told)
    message = f"{year}年度考核等次为“{told}”，填报与材料不一致、空白或不是常见等次，请人工核对。"
    return unsure(subject, message, *shown, expected=expected, found=told)


def _shown(forms: list[Sheet], grades: set[str], known: tuple[str, ...]) -> list[Evidence]:
    """The pages of the year, each with its grade boxed where one is to be seen."""
    return [at(sheet.document, sheet.page, _grade_word(sheet, grades, known)) for sheet in forms]


def _grade_word(sheet: Sheet, grades: set[str], known: tuple[str, ...]) -> Word | None:
    seen = (where(sheet.page, grade) for grade in sorted(grades, key=len, reverse=True))
    return grade_on(sheet.page, known) or next((word for word in seen if word), None)


def _bad(seen: Observation) -> bool:
    return seen.outcome is Outcome.FAIL


def _bare(grade: str) -> str:
    """A grade without its year, as in 2020优秀 or 2020年度：优秀."""
    return re.sub(r"^(?:20\d{2})?(?:年度|年)?(?:考核)?[:：]?", "", plain(grade))
