"""Are the days on a platform's pages in an order that can be? Rule SS-07.

Only what no lawful course of things explains is against the page; entries made long after the fact (历史补录) carry the
days on which somebody typed them, and are for a person.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from checks.check import Params
from checks.fields import Field, day_of, no_day
from checks.platform_pages import Record
from checks.rows import levels, plain
from checks.tables import spread
from verify.dates import PartialDate

_RANGE = re.compile(r"(?:19|20)\d{2}\D\d{1,2}\D\d{1,2}日?(?:\d{2}:\d{2}(?::\d{2})?)?\D{0,3}(?:19|20)\d{2}")

Doubt = Literal["unsure", "fail"]


class Days(Params):
    """Labels of days: `begun_labels`, `done_labels` of what has happened, not of what was planned; `viewed_labels` of when
    a page was printed or looked up. `grace`: so many days after the submission a page may be of, as it may be sent again.
    """

    begun_labels: tuple[str, ...] = ()
    done_labels: tuple[str, ...] = ()
    contract_labels: tuple[str, ...] = ()
    permit_labels: tuple[str, ...] = ()
    viewed_labels: tuple[str, ...] = ()
    grace: int = 0


@dataclass(frozen=True, slots=True)
class Said:
    """A day that a page tells, and where."""

    day: PartialDate
    field: Field


def no_days(record: Record, words: Days) -> list[Field]:
    """What stands after the labels of days, is written as one and is none of the calendar."""
    labels = (*words.begun_labels, *words.done_labels, *words.contract_labels, *words.permit_labels)
    said = [*record.started, *record.completed, *record.values(labels)]
    return list(dict.fromkeys(field for field in said if no_day(field)))


@dataclass(frozen=True, slots=True)
class Disorder:
    """Two days that cannot follow each other so, in words; or one that had not come."""

    level: Doubt
    told: str
    shown: tuple[Field, ...]


def days(record: Record, labels: Iterable[str]) -> list[Said]:
    """The days after, or in the column below, one of `labels`."""
    return [Said(day, field) for field in record.values(labels) if (day := day_of(field))]


def disorders(group: list[Record], words: Days, latest: date | None, entered_late: bool) -> Iterator[Disorder]:
    """What is out of order on the pages of one project; `latest` is the day of submission, None where not known."""

    def said(labels: Iterable[str]) -> list[Said]:
        wanted = tuple(labels)
        return [one for record in group for one in days(record, wanted)]

    done = said(words.done_labels)
    ends = done or [one for record in group for one in days(record, record.words.completed_labels)]
    starts = [one for record in group for one in days(record, record.words.started_labels)]
    level: Doubt = "fail" if done and not entered_late else "unsure"
    yield from _after("开工", starts, ends, level)
    # A supplementary contract is signed, and a permit made good, after the completion.
    yield from _after("合同签订", said(words.contract_labels), ends, "unsure")
    yield from _after("施工许可", said(words.permit_labels), ends, "unsure")
    printed = [one for record in group for one in days(record, words.viewed_labels) if not _is_range(record, one.field)]
    viewed = max((one.day.last for one in printed), default=None)
    yield from _to_come([*said(words.begun_labels), *done], viewed, latest, words.grace)


def _after(name: str, earlier: list[Said], ends: list[Said], level: Doubt) -> Iterator[Disorder]:
    """Where even the first of `earlier` lies after the last completion.

    A project has phases: the next one's contract may lie after the last one's completion, so only one day of each kind,
    on one page, speaks plainly.
    """
    if not (earlier and ends):
        return
    first, last = min(earlier, key=lambda one: one.day.first), max(ends, key=lambda one: one.day.last)
    if first.day.first > last.day.last:
        single = len({one.day for one in earlier}) == 1 and len({one.day for one in ends}) == 1
        plainly = single and _page(first) == _page(last)
        told = f"{name}日期 {first.day} 晚于竣工日期 {last.day}"
        yield Disorder(_held(level if plainly else "unsure", first, last), told, (first.field, last.field))


def _is_range(record: Record, field: Field) -> bool:
    """Whether another day follows a day in its row, as in a search's filter: 2021-01-01 至 2021-12-31."""
    for row in levels(spread(record.page).words):
        at = next((n for n, word in enumerate(row) if word.box == field.shown.box), None)
        if at is not None and _RANGE.search(plain("".join(word.text for word in row[at:]))):
            return True
    return False


def _page(said: Said) -> tuple[str, int | None]:
    return said.field.shown.file, said.field.shown.page


def _to_come(said: list[Said], viewed: date | None, submitted: date | None, grace: int) -> Iterator[Disorder]:
    """Days that had not come when the page was printed, or the application submitted."""
    for one in said:
        if viewed and one.day.first > viewed:
            yield Disorder(_held("fail", one), f"实际日期 {one.day} 晚于页面的打印或查询日期 {viewed}", (one.field,))
        elif submitted and one.day.first > submitted:
            sent_again = one.day.first <= submitted + timedelta(days=grace)
            level: Doubt = "unsure" if sent_again else "fail"
            yield Disorder(_held(level, one), f"实际日期 {one.day} 晚于提交申报的 {submitted}", (one.field,))


def _held(level: Doubt, *said: Said) -> Doubt:
    """A figure may be misread: what was not read surely is for a person."""
    return level if all(one.field.sure for one in said) else "unsure"
