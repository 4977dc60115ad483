"""Sanctions that bar an application: 绍建盟[2024]07号 五（七）4 (IN-01) and 五（八） (IN-02).

No register is asked: what is known is what the form says. A period runs from the day of revocation or record; the
same day of the year in which it ends is free.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from checks.check import Params, failed, na, passed, unsure
from checks.rows import plain
from checks.unusable import unusable
from verify.form import Sanction
from verify.model import Case, Observation, Outcome

SUBJECT = "sanctions"


class Barred(Params):
    """How long a sanction bars, in years, and the days on which one can apply.

    `kinds` are words of the sanctions that are meant. The window's days stand for the day of submission where the form
    has none.
    """

    kinds: tuple[str, ...]
    years: int
    opens: date
    closes: date


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
    seen = _within(case, subject, entry, "撤销注册", params)
    route = case.form.applying_for.route
    if seen.outcome is Outcome.FAIL and route in params.same_grade:
        message = f"{seen.message}申报类型为“{route}”，是否属于申请高一级职务，请人工确认。"
        return unsure(subject, message, expected=seen.expected, found=seen.found)
    return seen


def integrity_archive(case: Case, params: Barred) -> Iterable[Observation]:
    """IN-02: no record of fraud within the years; the form's own is all that is known yet."""
    entries = [(n, entry) for n, entry in enumerate(case.form.sanctions) if _says(entry, params.kinds)]
    if not entries:
        return [na(SUBJECT, "没有提供诚信档案库记录，申报信息也没有弄虚作假的记录，无法核对。")]
    return [_within(case, f"{SUBJECT}[{n}]", entry, "记录", params) for n, entry in entries]


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
    free, surely_free = _free(began.first, years)[0], _free(began.last, years)[1]
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


def _free(day: date, years: int) -> tuple[date, date]:
    """The first free day by either reading: of 29 February it may be the 28th or 1 March."""
    year = min(day.year + years, date.max.year)
    try:
        return (same := day.replace(year=year)), same
    except ValueError:
        eve = date(year, 2, 28)
        return eve, eve + timedelta(1)


def _says(entry: Sanction, words: Iterable[str]) -> bool:
    return any(plain(word) in plain(entry.kind or "") for word in words)
