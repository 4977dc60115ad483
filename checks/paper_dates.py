"""Was a paper published after the present title was obtained: 绍建盟[2024]07号 三（五）; rule PP-01."""

from __future__ import annotations

from collections.abc import Iterable

from pydantic import Field

from checks.check import Params, na, unsure
from checks.pages import at
from checks.paper_parts import Part, issued
from checks.paper_parts import parts as parts_of
from verify.dates import PartialDate
from verify.form import Paper, Title
from verify.model import Evidence, Item, Observation, Outcome


class AfterTitle(Params):
    """What the titles on the form are.

    `registrations`: words of licences to practise, which are no titles. `grades`: words of titles with their grade,
    the first that a name holds being its own; a title of a lower grade gives way to one obtained later.
    """

    registrations: tuple[str, ...] = ()
    grades: dict[str, int] = Field(default_factory=dict)


def last(titles: Iterable[Title]) -> Title | None:
    """The title obtained last of those that have a date."""
    dated = [(title.obtained.last, title) for title in titles if title.obtained]
    return max(dated, key=lambda pair: pair[0], default=(None, None))[1]


def later(item: Item, held: tuple[Title, ...], params: AfterTitle) -> Observation:
    """By the form's dates, no more exact than they are; where two titles may be the present one, they must agree."""
    published = item.claim.published if isinstance(item.claim, Paper) else None
    if published is None:
        return na(item.subject, "申报信息没有论文发表时间，无法比较。")
    titles = [title for title in held if not any(word in (title.name or "") for word in params.registrations)]
    title = last(titles)
    if title is None and last(held) and not titles:
        message = "申报信息只写了执业资格的取得时间，没有现专业技术资格的，请人工核对论文是否在其后发表。"
        return unsure(item.subject, message, found=str(published))
    if title is None:
        return na(item.subject, "申报信息没有现专业技术资格的取得时间，无法比较。")
    rivals = [other for other in titles if other is not title and _may_be_present(other, title, params)]
    return _compared(item, published, title, rivals)


def _may_be_present(other: Title, last: Title, params: AfterTitle) -> bool:
    """Whether a title may be the present one although another was obtained last: it is not of a lower grade."""
    one, highest = _grade(other, params), _grade(last, params)
    return one is None or highest is None or one >= highest


def _grade(title: Title, params: AfterTitle) -> int | None:
    return next((grade for word, grade in params.grades.items() if word in (title.name or "")), None)


def _compared(item: Item, published: PartialDate, title: Title, rivals: list[Title]) -> Observation:
    shown, outcome = _issue(item), _outcome(published, title)
    told = f"论文发表于 {published}，现资格（{_dated(title)}）"
    if any(_outcome(published, other) is not outcome for other in rivals):
        others = "、".join(_dated(other) for other in rivals)
        message = f"{told}；申报信息另有{others}，按哪一个算结论不同，请人工确认现专业技术资格。"
        return unsure(item.subject, message, *shown, found=str(published))
    said = {
        Outcome.PASS: "在其后发表。",
        Outcome.FAIL: "不是在其后发表，这篇论文不予认可。",
        Outcome.UNSURE: "时间过于接近或不够精确，请人工看发表日期。",
    }
    expected = f"晚于 {title.obtained}"
    return Observation(outcome, item.subject, f"{told}，{said[outcome]}", shown, expected, str(published))


def _outcome(published: PartialDate, title: Title) -> Outcome:
    """An issue's day is seldom known, so that nothing is decided within one month."""
    obtained = title.obtained
    if obtained is None or (published.year, published.month) == (obtained.year, obtained.month):
        return Outcome.UNSURE
    if published.first > obtained.last:
        return Outcome.PASS
    return Outcome.FAIL if published.last <= obtained.first else Outcome.UNSURE


def _dated(title: Title) -> str:
    return f"{title.name or '未写名称'}，{f'取得于 {title.obtained}' if title.obtained else '未写取得时间'}"


def _issue(item: Item) -> tuple[Evidence, ...]:
    """Where the paper's year and issue stand: on its cover, else on another of its pages."""
    pages = [(d, p) for d in item.documents for p in d.pages if not p.blank]
    pages.sort(key=lambda seen: parts_of(seen[1])[:1] != (Part.COVER,))
    return next(((at(d, p, word),) for d, p in pages if (word := issued(p))), ())
