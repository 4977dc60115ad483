"""Sanctions that bar an application: 绍建盟[2024]07号 五（七）4 (IN-01) and 五（八） (IN-02).

What is known is what the form says, and of fraud what the office's integrity archive (诚信档案库) holds. A period runs
from the day of revocation or record; the same day of the year in which it ends is free.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from checks.check import Between, failed, na, passed, unsure
from checks.denials import denied
from checks.levels import of_kind
from checks.rows import plain
from checks.unusable import unusable
from verify.across import Breach
from verify.dates import PartialDate
from verify.finding import Observation, Outcome
from verify.form import Sanction
from verify.model import Case

SUBJECT = "sanctions"
ARCHIVE = "诚信档案库"
REASON_CHARS = 60
"""Of a record's reason in a message; the archive has it in full."""


class Barred(Between):
    """How long a sanction bars, in years, and the days on which one can apply.

    `kinds` are words of the sanctions that are meant. `negations` before them deny a sanction, those of `but` do not;
    `cleared` are words that say that nothing came of it. The window's days stand for the day of submission where the
    form has none.
    """

    kinds: tuple[str, ...]
    negations: tuple[str, ...] = ()
    but: tuple[str, ...] = ()
    cleared: tuple[str, ...] = ()
    years: int


class Deregistered(Barred):
    """`voluntary` are words of a registration given up by oneself, which bars nobody.

    `others` are words of revocations, which may be meant; `same_grade` are routes that lead to no higher grade.
    """

    voluntary: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    same_grade: tuple[str, ...] = ()


def deregistered(case: Case, params: Deregistered) -> Iterable[Observation]:
    """IN-01: no registration revoked (撤销) for 挂证 within the years; one cancelled (注销) by its holder is none."""
    meant = (*params.kinds, *params.others, *params.voluntary)
    entries = [(n, entry) for n, entry in enumerate(case.form.sanctions) if _says(entry, meant) or not entry.kind]
    if not entries:
        return [na(SUBJECT, "申报信息没有“挂证”撤销注册的记录，也没有接入处罚名单，请以主管部门的名单为准。")]
    return [_revoked(case, f"{SUBJECT}[{n}]", entry, params) for n, entry in entries]


def _revoked(case: Case, subject: str, entry: Sanction, params: Deregistered) -> Observation:
    told = f"“{entry.kind or '（未写种类）'}”{f'，{entry.revoked}' if entry.revoked else ''}"
    given_up = _says(entry, params.voluntary)
    if given_up and not _says(entry, params.others):
        return passed(subject, f"处理记录{told}：注销（本人申请）不同于撤销注册，不受限制。", found=entry.kind)
    if given_up or not _says(entry, params.kinds):
        message = f"处理记录{told}：是否因“挂证”被撤销注册许可，请人工核实。"
        return unsure(subject, message, found=entry.kind)
    seen = _unless_denied(_within(case, subject, entry, "撤销注册", params), entry, params, params.others)
    route = case.form.applying_for.route
    if seen.outcome is Outcome.FAIL and of_kind(route, params.same_grade) != "no":
        message = f"{seen.message}申报类型为“{route}”，是否属于申请高一级职务，请人工确认。"
        return unsure(subject, message, expected=seen.expected, found=seen.found)
    return seen


def _unless_denied(seen: Observation, entry: Sanction, params: Barred, more: Iterable[str] = ()) -> Observation:
    """What the form calls a sanction, and denies in the same breath (未认定挂证, 整改完毕), is for a person."""
    kind = entry.kind or ""
    is_denied = denied(kind, (*params.kinds, *more), params.negations, params.but) or _says(entry, params.cleared)
    if seen.outcome is not Outcome.FAIL or not is_denied:
        return seen
    message = f"{seen.message}但“{kind}”像是说没有被认定、没有处罚或已经纠正，请人工核实处理结果。"
    return unsure(seen.subject, message, expected=seen.expected, found=seen.found)


def integrity_archive(case: Case, params: Barred) -> Iterable[Observation]:
    """IN-02: no record of fraud within the years, neither in the office's archive nor in the form itself."""
    entries = [(n, entry) for n, entry in enumerate(case.form.sanctions) if _says(entry, params.kinds)]
    found = ((entry, _within(case, f"{SUBJECT}[{n}]", entry, "记录", params)) for n, entry in entries)
    declared = [_unless_denied(seen, entry, params) for entry, seen in found]
    breaches = case.across.breaches if case.across else None
    if breaches is None:
        return declared or [na(SUBJECT, "没有提供诚信档案库记录，申报信息也没有弄虚作假的记录，无法核对。")]
    return [*declared, *([_recorded(case, breach, params) for breach in breaches] or [_unlisted(case)])]


def _unlisted(case: Case) -> Observation:
    by = "身份证号和姓名" if case.form.id_number else "姓名（申报信息没有身份证号）"
    message = f"本单位诚信档案库中，按{by}没有查到该申报人的记录。没有入库的处理和其他单位的记录不在核对之内。"
    return passed(ARCHIVE, message)


def _recorded(case: Case, breach: Breach, params: Barred) -> Observation:
    """An entry of the archive; a namesake's accuses nobody, and one made after the submission is for a person."""
    entry = Sanction(kind=_short(breach.reason), revoked=PartialDate.parse(breach.recorded.isoformat()))
    seen = _within(case, ARCHIVE, entry, "记录", params)
    how, after = "身份证号相同，", ""
    if not breach.sure:
        how = "只有姓名相同，身份证号无从比对，可能是同名的另一人，"
        after = "同名请核实：对照原处理决定上的身份证号、单位，确是本人的再按期限处理。"
    elif _applied(case, params)[1] < breach.recorded:
        after = "可能是本次评审中认定的。"
    after = "" if seen.outcome is Outcome.PASS else after
    outcome = Outcome.UNSURE if seen.outcome is Outcome.FAIL and not breach.sure else seen.outcome
    return replace(seen, outcome=outcome, message=f"诚信档案库{breach.where}，{how}{seen.message}{after}")


def _short(reason: str) -> str:
    return reason if len(reason) <= REASON_CHARS else f"{reason[:REASON_CHARS]}……"


def _within(case: Case, subject: str, entry: Sanction, what: str, params: Barred) -> Observation:
    """Whether the day of submission lies within the years from the day of a sanction."""
    began, years, told = entry.revoked, params.years, f"“{entry.kind}”"
    expected = f"自{what}之日起 {years} 年以后"
    if began is None:
        why = unusable(case, f"{subject}.revoked") or "没有写明日期"
        return unsure(
            subject, f"有{told}记录，{what}日期不明（{why}），请人工核实是否已满 {years} 年。", expected=expected
        )
    first, last, shown = _applied(case, params)
    found = f"{began} {what}，{shown}"
    if last < began.first:
        message = f"{told}{what}日期 {began} 晚于{shown}，请人工核对日期。"
        return unsure(subject, message, expected=expected, found=found)
    free, surely_free = free_from(began.first, years)[0], free_from(began.last, years)[1]
    if first >= surely_free:
        message = f"{told}自 {began} {what}，至 {surely_free} 满 {years} 年，{shown}，不再受限。"
        return passed(subject, message, expected=expected, found=found)
    if last < free:
        message = f"{told}自 {began} {what}，至 {free} 才满 {years} 年，{shown}，仍在期内。"
        return failed(subject, message, expected=expected, found=found)
    message = f"{told}自 {began} {what}，是否已满 {years} 年（{shown}）不能确定，请人工核实。"
    return unsure(subject, message, expected=expected, found=found)


def _applied(case: Case, params: Barred) -> tuple[date, date, str]:
    """The first and the last day on which the application can have been made, and how to say so."""
    day = case.form.submitted_at
    if day is None:
        return params.opens, params.closes, f"申报时间 {params.opens} 至 {params.closes}"
    return day.first, day.last, f"提交时间 {day}"


def free_from(day: date, years: int) -> tuple[date, date]:
    """The first free day by either reading: of 29 February it may be the 28th or 1 March."""
    year = min(day.year + years, date.max.year)
    try:
        return (same := day.replace(year=year)), same
    except ValueError:
        eve = date(year, 2, 28)
        return eve, eve + timedelta(1)


def _says(entry: Sanction, words: Iterable[str]) -> bool:
    return any(plain(word) in plain(entry.kind or "") for word in words)
