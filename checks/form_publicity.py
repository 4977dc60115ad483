"""The publicity within the unit (公示): 绍建盟[2024]07号 五（二）, 附件3 4; 永人社〔2021〕23号 三. Rules PB-01, PB-02, PB-04."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from checks.catalogue import listed
from checks.check import Params, failed, na, passed, unsure
from checks.rows import plain
from checks.unusable import unusable
from checks.working_days import days, is_any_day, is_working_day
from verify.dates import PartialDate
from verify.finding import Observation
from verify.model import Case

SUBJECT = "publicity"


class Publicity(Params):
    """At least `days` days, `working` ones or calendar ones.

    `ends`: whether the first and the last day count ("both"), or the notice leaves it open ("open"): then a person
    decides where it matters. `no_objection` are the words that say that nobody objected, `about` those that may stand
    before them (公示期间, 经).
    """

    days: int
    working: bool
    ends: Literal["both", "open"] = "open"
    no_objection: tuple[str, ...]
    about: tuple[str, ...] = ()


def observe(case: Case, params: Publicity) -> Iterator[Observation]:
    """The length, then what was said against the applicant, then whether the unit recommended before it was over."""
    seen = case.form.publicity
    refused = [said for key in ("started", "ended") if (said := unusable(case, f"{SUBJECT}.{key}"))]
    if refused:
        yield unsure(SUBJECT, f"公示日期的写法不能识别，请人工核对：{'；'.join(refused)}。")
    elif seen is None or (seen.started is None and seen.ended is None):
        yield na(SUBJECT, "申报信息没有公示起止时间，无法核对。")
    elif seen.started is None or seen.ended is None:
        missing = "开始" if seen.started is None else "结束"
        yield na(SUBJECT, f"申报信息没有公示{missing}时间，无法核对公示天数。")
    else:
        yield _length(seen.started, seen.ended, params)
        yield from _order(case, seen.ended)
    if seen and seen.objections and not _nobody_objected(seen.objections, params):
        message = f"公示情况写有“{seen.objections}”，请人工查看异议内容及处理结果。"
        yield unsure(f"{SUBJECT}.objections", message, found=seen.objections)


def _nobody_objected(text: str, params: Publicity) -> bool:
    """Whether that is all that a text says, with words such as 公示期间 before it or without."""
    about = "|".join(re.escape(plain(word)) for word in sorted(params.about, key=len, reverse=True))
    bare = plain(text).rstrip("。.!;,")
    said = re.fullmatch(rf"(?:{about}|[,:;。])*(.+?)", bare) if about else None
    return bool(listed(bare, params.no_objection) or (said and listed(said[1], params.no_objection)))


def _length(started: PartialDate, ended: PartialDate, params: Publicity) -> Observation:
    unit = "个工作日" if params.working else "天"
    expected, found = f"不少于 {params.days} {unit}", f"{started} 至 {ended}"
    if ended.last < started.first:
        message = f"公示结束时间 {ended} 早于开始时间 {started}，请核对更正。"
        return failed(SUBJECT, message, expected=expected, found=found)
    if len(days(started.first, ended.last, is_any_day)) < params.days:
        message = f"公示 {found}，首尾都算也不到 {params.days} 天，少于 {params.days} {unit}。"
        return failed(SUBJECT, message, expected=expected, found=found)
    try:
        most, least = _count(started, ended, params)
    except NotImplementedError:
        message = f"公示 {found}，程序没有该年的放假调休安排，请人工计算工作日。"
        return unsure(SUBJECT, message, expected=expected, found=found)
    if most < params.days:
        message = f"公示 {found}，首尾都算共 {most} {unit}{_calendar(params)}，少于 {params.days} {unit}。"
        return failed(SUBJECT, message, expected=expected, found=found)
    if least >= params.days:
        message = f"公示 {found}，共 {most} {unit}{_calendar(params)}，达到要求。"
        return passed(SUBJECT, message, expected=expected, found=found)
    why = f"不计首日或末日则为 {least} {unit}，通知没有写明首尾是否计入，请人工确认"
    if None in (started.day, ended.day):
        why = "起止时间没有写到日，请人工核对"
    message = f"公示 {found}，首尾都算最多 {most} {unit}{_calendar(params)}；{why}。"
    return unsure(SUBJECT, message, expected=expected, found=found)


def _count(started: PartialDate, ended: PartialDate, params: Publicity) -> tuple[int, int]:
    """The most and the fewest days that the dates can mean, by either reading of the first and the last day."""
    counts = is_working_day if params.working else is_any_day
    most = days(started.first, ended.last, counts)
    least = days(started.last, ended.first, counts)
    open_end = params.ends == "open" and bool({started.last, ended.first} & set(least))
    return len(most), len(least) - open_end


def _calendar(params: Publicity) -> str:
    return "（按国家放假调休安排）" if params.working else ""


def _order(case: Case, ended: PartialDate) -> Iterator[Observation]:
    """PB-04: the unit recommends once the publicity is over."""
    endorsed = case.form.endorsed_at
    if endorsed and endorsed.last < ended.first:
        message = f"单位推荐时间 {endorsed} 早于公示结束时间 {ended}，请人工核对两个时间。"
        yield unsure(f"{SUBJECT}.ended", message, expected=f"{ended} 之后推荐", found=str(endorsed))
