"""Was a paper published after the present title was obtained: 绍建盟[2024]07号 三（五）; rule PP-01."""

from __future__ import annotations

from checks.check import na, unsure
from checks.pages import at
from checks.paper_issue import Issue, issues, sure
from checks.paper_parts import Part, issued
from checks.paper_parts import parts as parts_of
from checks.paper_titles import AfterTitle, held, last, rivals
from verify.dates import PartialDate
from verify.finding import Evidence, Observation, Outcome
from verify.form import Paper, Title
from verify.model import Item

SAID = {
    Outcome.PASS: "在其后发表。",
    Outcome.FAIL: "不是在其后发表，这篇论文不予认可。",
    Outcome.UNSURE: "时间过于接近、不够精确或没有读清，请人工看发表日期。",
}


def later(item: Item, titles: tuple[Title, ...], params: AfterTitle) -> Observation:
    """By the form's date and the pages', no more exact than they are; where they differ, both must lead to the same."""
    claimed, printed = item.claim.published if isinstance(item.claim, Paper) else None, issues(item)
    if claimed is None and not printed:
        return na(item.subject, "申报信息没有论文发表时间，页面上也没有读到刊期，无法比较。")
    found, date = held(titles, params), str(claimed or printed[0][0])
    if last(titles) and not (found.known or found.strange):
        message = "申报信息只写了执业资格、技能等级的取得时间，没有现专业技术资格的，请人工核对论文是否在其后发表。"
        return unsure(item.subject, message, found=date)
    present = found.present
    if present is None:
        return na(item.subject, "申报信息没有现专业技术资格的取得时间，无法比较。")
    return _compared(item, claimed, printed, present, rivals(found, present, params), bool(last(found.known)))


def _compared(
    item: Item, claimed: PartialDate | None, printed: list[Issue], title: Title, others: list[Title], known: bool
) -> Observation:
    shown = tuple(place for _, place in printed) or _issue(item)
    told, outcome = f"{_when(claimed, printed)}，现资格（{_dated(title)}）", _by_dates(claimed, printed, title)
    date = str(claimed or printed[0][0])
    if any(_by_dates(claimed, printed, other) is not outcome for other in others):
        named = "、".join(map(_dated, others))
        message = f"{told}；申报信息另有{named}，按哪一个算结论不同，请人工确认现专业技术资格。"
        return unsure(item.subject, message, *shown, found=date)
    if outcome is Outcome.FAIL and not known:
        message = f"{told}，论文在其前发表；这是不是现专业技术资格认不出来，请人工确认。"
        return unsure(item.subject, message, *shown, found=date)
    if claimed and outcome is Outcome.UNSURE and (apart := _apart(claimed, printed)):
        message = f"{told}；申报信息的发表时间与页面所印刊期（{apart[0]}）不一致，按哪一个算结论不同，请核对更正。"
        return unsure(item.subject, message, *shown, expected=str(claimed), found=str(apart[0]))
    return Observation(outcome, item.subject, f"{told}，{SAID[outcome]}", shown, f"晚于 {title.obtained}", date)


def _by_dates(claimed: PartialDate | None, printed: list[Issue], title: Title) -> Outcome:
    """What all dates lead to; before the title only where the form and the pages agree, or one alone was surely read.

    A printed month is more exact than the form's year, and the form's month than a printed year.
    """
    apart = _apart(claimed, printed) if claimed else []
    exact = [one[0] for one in printed if sure(one) and claimed and _within(one[0], claimed)]
    days = [day for day, _ in printed] if claimed is None else [*(exact or [claimed]), *apart]
    seen = {_outcome(day, title) for day in days}
    clear = seen == {Outcome.FAIL} and not apart and (claimed is not None or all(map(sure, printed)))
    return Outcome.PASS if seen == {Outcome.PASS} else Outcome.FAIL if clear else Outcome.UNSURE


def _apart(claimed: PartialDate, printed: list[Issue]) -> list[PartialDate]:
    """The printed dates that the form's cannot be."""
    return [day for day, _ in printed if claimed.last < day.first or day.last < claimed.first]


def _within(day: PartialDate, wider: PartialDate) -> bool:
    return wider.first <= day.first and day.last <= wider.last and day != wider


def _outcome(published: PartialDate, title: Title) -> Outcome:
    """An issue's day is seldom known, so that nothing is decided within one month."""
    obtained = title.obtained
    if obtained is None or (published.year, published.month) == (obtained.year, obtained.month):
        return Outcome.UNSURE
    if published.first > obtained.last:
        return Outcome.PASS
    return Outcome.FAIL if published.last <= obtained.first else Outcome.UNSURE


def _when(claimed: PartialDate | None, printed: list[Issue]) -> str:
    """Both dates where they differ, else the one that there is."""
    pages = "、".join(dict.fromkeys(str(day) for day, _ in printed))
    if claimed is None:
        return f"申报信息没有发表时间，页面所印刊期为 {pages}"
    return f"论文发表于 {claimed}" + (f"（申报信息；页面所印刊期为 {pages}）" if _apart(claimed, printed) else "")


def _dated(title: Title) -> str:
    return f"{title.name or '未写名称'}，{f'取得于 {title.obtained}' if title.obtained else '未写取得时间'}"


def _issue(item: Item) -> tuple[Evidence, ...]:
    """Where the paper's year and issue stand: on its cover, else on another of its pages."""
    pages = [(d, p) for d in item.documents for p in d.pages if not p.blank]
    pages.sort(key=lambda seen: parts_of(seen[1])[:1] != (Part.COVER,))
    return next(((at(d, p, word),) for d, p in pages if (word := issued(p))), ())
