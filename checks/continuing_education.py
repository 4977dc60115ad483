"""Continuing education (继续教育学时): 绍建盟[2024]07号 三（三）; 永人社〔2021〕23号 二（三）1.

Rules CE-01, CE-03 … CE-07; the platforms (CE-02, CE-08, CE-09) and the printed proof (CE-11) in modules of their own.
"""

from __future__ import annotations

from collections.abc import Iterable

from checks import training_exam, training_platform, training_proof
from checks.check import Params, failed, na, passed, unsure
from checks.levels import fits
from checks.pages import read_well
from checks.rows import plain
from verify.finding import Evidence, Observation
from verify.form import Title, Training
from verify.model import Case, Document, Slot

SUBJECT = "continuing_education"
NAMES = {"professional": "专业科目", "general": "一般公需科目", "industry": "行业公需科目"}


class Hours(Params):
    """Least hours in each of `years`, in all and by category (0: not asked).

    `since_title`: years before the present title was obtained, or its holder appointed to it, need not count; such titles
    are `held`, and `others` are licences and the like whose names end as theirs do. `any_year`: the notice does not say
    which year, so that another year's hours are a person's to judge. `exam`: what a proof says of a test to be passed.
    """

    years: tuple[int, ...]
    total: float = 0
    professional: float = 0
    general: float = 0
    industry: float = 0
    since_title: bool = False
    held: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    exam: training_exam.Exam | None = None
    any_year: bool = False


def hours(case: Case, params: Hours) -> Iterable[Observation]:
    """CE-01, CE-03 … CE-07: each year on its own has its hours; a surplus of a year or a category covers no other."""
    tested = training_exam.result(case, params.exam) if params.exam else []
    if not case.form.continuing_education:
        return [_absent(case), *tested]
    return [*(_year(case, year, params) for year in params.years), *tested]


def platform(case: Case, params: training_platform.Platform) -> Iterable[Observation]:
    """CE-02, CE-08, CE-09: learned on a platform that the notice lists, by host or name."""
    return training_platform.platform(case, params)


def proof_agrees(case: Case, params: training_proof.ProofAgrees) -> Iterable[Observation]:
    """CE-11: the printed proof is the applicant's, adds up, and says what the form says."""
    return training_proof.agrees(case, params)


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
    if short and (doubt := _may_not_count(case, year, params)):
        return unsure(subject, f"{year}年度{'、'.join(short)}；但{doubt}", *proof, expected=expected, found=told)
    if short:
        message = f"{year}年度{'、'.join(short)}，未达到要求。"
        return failed(subject, message, *proof, expected=expected, found=told)
    if unknown:
        return unsure(
            subject,
            f"{year}年度未填{'、'.join(unknown)}学时（或写法不能识别），请人工按证明核对。",
            *proof,
            expected=expected,
        )
    if any(_short(_distinct(entries), params)):
        message = f"{year}年度有完全相同的几行学时，合计才达到要求，请人工按证明看是否重复填报。"
        return unsure(subject, message, *proof, expected=expected, found=told)
    return passed(subject, f"{year}年度学时达到要求（{told}）。", expected=expected, found=told)


def _missing(case: Case, year: int, subject: str, params: Hours) -> Observation:
    proof = [Evidence(document.file) for document in case.in_slot(Slot.TRAINING) if _may_tell(document, year)]
    expected, found = _expected(params), "没有"
    if doubt := _may_not_count(case, year, params) or _no_title_date(case, params):
        return unsure(subject, f"申报信息没有{year}年度学时；{doubt}", *proof, expected=expected, found=found)
    if any(entry.year is None for entry in case.form.continuing_education):
        message = f"没有{year}年度学时，但有一行学时没有年度，请人工看是哪一年度的。"
        return unsure(subject, message, *proof, expected=expected, found=found)
    if proof:
        return unsure(subject, f"申报信息没有{year}年度学时，请人工看学时证明上有没有。", *proof)
    message = f"申报信息没有{year}年度的继续教育学时，未达到要求。"
    return failed(subject, message, expected=expected, found=found)


def _may_not_count(case: Case, year: int, params: Hours) -> str:
    """Why the year may not count, or another year may count for it; "" where the year does."""
    titled = _titled(case, params)
    if params.since_title and titled and year <= titled:
        return f"该年在取得现资格（{titled} 年）之前或当年，可否按任现职以来的学时审核，请人工确认。"
    appointed = _appointed(case, params)
    if params.since_title and appointed and year <= appointed:
        return f"该年在受聘现资格（{appointed} 年）之前或当年，任现职以来从取得还是从受聘算起、是否换单位后重新受聘，请人工确认。"
    others = sorted({e.year for e in case.form.continuing_education if e.year} - {year})
    if met := [other for other in others if params.any_year and not any(_short(_of(case, other), params))]:
        return f"{met[-1]}年度已达到，通知未写明年度，请人工确认是否认可。"
    return ""


def _no_title_date(case: Case, params: Hours) -> str:
    if params.since_title and _titled(case, params) is None:
        return "也没有写明取得现资格的时间，可否按任现职以来的学时审核，请人工确认。"
    return ""


def _titled(case: Case, params: Hours) -> int | None:
    """The year in which the present title was obtained: the latest on the form, None where one of them has no date."""
    days = [title.obtained or title.appointed for title in _held(case, params)]
    return max((day.year for day in days if day), default=None) if all(days) else None


def _appointed(case: Case, params: Hours) -> int | None:
    """The year of the latest appointment to a title; it may lie years after the title was obtained (评聘分开)."""
    return max((title.appointed.year for title in _held(case, params) if title.appointed), default=None)


def _held(case: Case, params: Hours) -> list[Title]:
    """The titles on the form; a licence is none."""
    return [title for title in case.form.titles if fits(title.name, params.held, params.others) != "no"]


def _of(case: Case, year: int) -> list[Training]:
    return _distinct([entry for entry in case.form.continuing_education if entry.year == year])


def _distinct(entries: list[Training]) -> list[Training]:
    return [entry for index, entry in enumerate(entries) if entry not in entries[:index]]


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


def _told(entries: list[Training]) -> str:
    parts = [f"{name} {hours:g}" for field, name in NAMES.items() if (hours := _sum(entries, field)) is not None]
    return "，".join(parts) or "未填"


def _expected(params: Hours) -> str:
    parts = [f"{name} ≥ {least:g}" for field, name in NAMES.items() if (least := getattr(params, field))]
    return "，".join([*([f"合计 ≥ {params.total:g}"] if params.total else []), *parts])
