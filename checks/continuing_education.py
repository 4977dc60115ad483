"""Continuing education (继续教育学时): 绍建盟[2024]07号 三（三）; 永人社〔2021〕23号 二（三）1.

Rules CE-01, CE-03 … CE-07.
"""

from __future__ import annotations

from collections.abc import Iterable

from checks.check import Params, failed, na, passed, unsure
from checks.pages import read_well
from checks.paper import present_title
from checks.rows import plain
from verify.form import Training
from verify.model import Case, Document, Evidence, Observation, Slot

SUBJECT = "continuing_education"
NAMES = {"professional": "专业科目", "general": "一般公需科目", "industry": "行业公需科目"}


class Hours(Params):
    """Least hours in each of `years`, in all and by category (0: not asked).

    `since_title`: years before the present title was obtained need not count. `any_year`: the notice does not say
    which year, so that another year's hours are a person's to judge.
    """

    years: tuple[int, ...]
    total: float = 0
    professional: float = 0
    general: float = 0
    industry: float = 0
    since_title: bool = False
    any_year: bool = False


def hours(case: Case, params: Hours) -> Iterable[Observation]:
    """CE-01, CE-03 … CE-07: each year on its own has its hours; a surplus of a year or a category covers no other."""
    if not case.form.continuing_education:
        return [_absent(case)]
    return [_year(case, year, params) for year in params.years]


def _absent(case: Case) -> Observation:
    proof = [Evidence(document.file) for document in case.in_slot(Slot.TRAINING)]
    if proof:
        return unsure(SUBJECT, "申报信息没有学时，但有学时证明，请人工按证明核对各年度学时。", *proof)
    return na(SUBJECT, "申报信息没有继续教育学时，也没有学时证明，无法核对。")


def _year(case: Case, year: int, params: Hours) -> Observation:
    subject = f"{SUBJECT}[{year}]"
    entries = [entry for entry in case.form.continuing_education if entry.year == year]
    proof = tuple(Evidence(document.file) for document in case.in_slot(Slot.TRAINING))
    if not entries:
        return _missing(case, year, subject, params)
    short, unknown = _short(entries, params)
    told, expected = _told(entries), _expected(params)
    if short and _before_title(case, year, params):
        message = f"{year}年度{'、'.join(short)}；但该年在取得现资格之前或当年，是否计入请人工确认。"
        return unsure(subject, message, expected=expected, found=told)
    if short:
        message = f"{year}年度{'、'.join(short)}，未达到要求。其他年度或其他科目多出的学时不能抵充。"
        return failed(subject, message, *proof, expected=expected, found=told)
    if unknown:
        return unsure(subject, f"{year}年度未填{'、'.join(unknown)}学时，请人工按证明核对。", *proof, expected=expected)
    return passed(subject, f"{year}年度学时达到要求（{told}）。", expected=expected, found=told)


def _missing(case: Case, year: int, subject: str, params: Hours) -> Observation:
    proof = [Evidence(document.file) for document in case.in_slot(Slot.TRAINING) if _may_tell(document, year)]
    if _before_title(case, year, params):
        message = f"没有{year}年度学时；该年在取得现资格之前或当年，可否按任现职以来的学时审核，请人工确认。"
        return unsure(subject, message, expected=_expected(params), found="没有")
    others = [e for e in case.form.continuing_education if params.any_year and not any(_short([e], params))]
    if others:
        message = f"没有{year}年度学时，{others[0].year}年度已达到；通知未写明年度，请人工确认是否认可。"
        return unsure(subject, message, expected=_expected(params), found=_told(others[:1]))
    if proof:
        return unsure(subject, f"申报信息没有{year}年度学时，请人工看学时证明上有没有。", *proof)
    message = f"申报信息没有{year}年度的继续教育学时，未达到要求。"
    return failed(subject, message, expected=_expected(params), found="没有")


def _may_tell(document: Document, year: int) -> bool:
    """Whether a proof may show a year that the form lacks: it names the year, or was not read well enough to say."""
    dark = not document.pages or not all(map(read_well, document.pages))
    return dark or any(f"{year}" in plain(page.text) for page in document.pages)


def _short(entries: list[Training], params: Hours) -> tuple[list[str], list[str]]:
    """What falls short, in words, and the categories that were left blank (a blank is no nought)."""
    short, unknown = [], []
    for field, name in NAMES.items():
        least, hours = getattr(params, field), _sum(entries, field)
        if least and hours is None:
            unknown.append(name)
        elif least and hours is not None and hours < least:
            short.append(f"{name} {hours:g} 学时，少于 {least:g} 学时")
    total = sum(_sum(entries, field) or 0 for field in NAMES)
    if total < params.total and not unknown:
        short.append(f"合计 {total:g} 学时，少于 {params.total:g} 学时")
    return short, unknown


def _sum(entries: list[Training], field: str) -> float | None:
    values = [value for entry in entries if (value := getattr(entry, field)) is not None]
    return sum(values) if values else None


def _before_title(case: Case, year: int, params: Hours) -> bool:
    title = present_title(case)
    return params.since_title and title is not None and title.obtained is not None and year <= title.obtained.year


def _told(entries: list[Training]) -> str:
    parts = [f"{name} {hours:g}" for field, name in NAMES.items() if (hours := _sum(entries, field)) is not None]
    return "，".join(parts) or "未填"


def _expected(params: Hours) -> str:
    parts = [f"{name} ≥ {least:g}" for field, name in NAMES.items() if (least := getattr(params, field))]
    return "，".join([*([f"合计 ≥ {params.total:g}"] if params.total else []), *parts])
