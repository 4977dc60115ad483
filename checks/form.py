"""What the form says by itself: 绍建盟[2024]07号 五（一）（二）, 附件2 二3, 附件4 二; 永人社〔2021〕23号 二（四）, 三.

Rules ST-01, TM-01 … TM-03, CT-01 … CT-04, PB-01, PB-02, PB-04.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from checks.check import Between, Params, failed, na, passed, unsure
from checks.form_publicity import Publicity, observe
from checks.form_target import Category, Specialty, in_catalogue, of_the_categories, of_the_committee
from checks.unusable import unusable
from verify.dates import PartialDate
from verify.finding import Observation
from verify.model import Case

_PUNCTUATION = re.compile(r"[^\w]|_")
_WORD = re.compile(r"[A-Za-z0-9.,%]+")


class StatementLength(Params):
    """Most characters; up to `band` a person decides where another way of counting gives no more than `max`."""

    max: int
    band: int


def statement_length(case: Case, params: StatementLength) -> Iterable[Observation]:
    """ST-01: the personal statement's length, with punctuation and without white space."""
    subject, text = "statement", case.form.statement
    if not text:
        return [na(subject, "申报信息没有本人述职，无法核对字数。")]
    bare = "".join(text.split())
    fewest = min(len(_PUNCTUATION.sub("", bare)), len("".join(_WORD.sub("字", text).split())))
    expected, found = f"不超过 {params.max} 字", f"{len(bare)} 字"
    if len(bare) <= params.max:
        return [passed(subject, f"本人述职 {len(bare)} 字。", expected=expected, found=found)]
    if len(bare) <= params.band and fewest <= params.max:
        message = f"本人述职 {len(bare)} 字（不计空白），是否超过 {params.max} 字取决于计数方法，请以系统字数为准。"
        return [unsure(subject, message, expected=expected, found=found)]
    return [failed(subject, f"本人述职 {len(bare)} 字，超过 {params.max} 字，请压缩。", expected=expected, found=found)]


class Window(Between):
    """The days on which an applicant may submit."""


def submitted_in_window(case: Case, params: Window) -> Iterable[Observation]:
    """TM-01, TM-02: submitted within the window, by the day."""
    subject, day = "submitted_at", case.form.submitted_at
    if refused := unusable(case, subject):
        return [unsure(subject, f"提交时间的写法不能识别，请查系统记录：{refused}。")]
    if day is None:
        return [na(subject, "申报信息没有提交时间，无法核对。")]
    expected, found = f"{params.opens} 至 {params.closes}", str(day)
    if params.opens <= day.first and day.last <= params.closes:
        return [passed(subject, f"提交时间 {day} 在申报时间内。", expected=expected, found=found)]
    if day.last < params.opens or day.first > params.closes:
        early = day.last < params.opens
        when = "早于申报开始时间" if early else "晚于申报截止时间"
        advice = "请核对提交时间是否填错" if early else "如系退回后重新提交，请以首次提交时间为准"
        message = f"提交时间 {day} {when}（{expected}）；{advice}。"
        return [failed(subject, message, expected=expected, found=found)]
    return [
        unsure(
            subject, f"提交时间只写到 {day}，不能确定是否在申报时间内，请查系统记录。", expected=expected, found=found
        )
    ]


class Endorsed(Between):
    """The last day on which the unit may recommend; before `opens` nobody could have applied."""


def endorsed_in_window(case: Case, params: Endorsed) -> Iterable[Observation]:
    """TM-03: the unit recommended by the last day; a day before the application itself is a slip of the pen."""
    subject, day = "endorsed_at", case.form.endorsed_at
    if refused := unusable(case, subject):
        return [unsure(subject, f"单位推荐时间的写法不能识别，请查系统记录：{refused}。")]
    if day is None:
        return [na(subject, "申报信息没有单位推荐时间，无法核对。")]
    expected, found = f"不晚于 {params.closes}", str(day)
    if day.first > params.closes:
        message = f"单位推荐时间 {day} 晚于截止时间 {params.closes}；如系退回后重新推荐，请以首次推荐时间为准。"
        return [failed(subject, message, expected=expected, found=found)]
    if early := _too_early(case, day, params):
        message = f"单位推荐时间 {day} 早于{early}，请核对是否填错。"
        return [unsure(subject, message, expected=expected, found=found)]
    if day.last <= params.closes:
        return [passed(subject, f"单位推荐时间 {day} 不晚于 {params.closes}。", expected=expected, found=found)]
    message = f"单位推荐时间只写到 {day}，不能确定是否晚于 {params.closes}，请查系统记录。"
    return [unsure(subject, message, expected=expected, found=found)]


def _too_early(case: Case, day: PartialDate, params: Endorsed) -> str:
    """What the recommendation cannot have come before, or ""."""
    submitted = case.form.submitted_at
    if day.last < params.opens:
        return f"申报开始时间 {params.opens}"
    return f"提交时间 {submitted}" if submitted and day.last < submitted.first else ""


def specialty(case: Case, params: Specialty) -> Iterable[Observation]:
    """CT-01 … CT-03: the specialty is in the notice's catalogue, and open to the applicant's kind of employer."""
    return [in_catalogue(case, params)]


def category(case: Case, params: Category) -> Iterable[Observation]:
    """CT-04: one of the notice's categories; TM-14: the committee that receives it."""
    return [of_the_categories(case, params), *of_the_committee(case, params)]


def publicity(case: Case, params: Publicity) -> Iterable[Observation]:
    """PB-01, PB-02: long enough by the calendar; PB-04: and over before the unit recommended."""
    return observe(case, params)
