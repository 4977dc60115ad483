"""Are the days on a platform's pages in an order that can be? Rule SS-07.

Only what no lawful course of things explains is against the page; entries made long after the fact (历史补录) carry the
days on which somebody typed them, and are for a person.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from checks.check import Params
from checks.fields import Field, day_of
from checks.platform_pages import Record
from checks.tables import labelled, table
from verify.dates import PartialDate

Doubt = Literal["unsure", "fail"]


class Days(Params):
    """Labels of days. `viewed`: of the day on which a page was printed or looked up. `grace`: so many days after the
    submission a page may be of, as it may have been sent in again.
    """

    contract_labels: tuple[str, ...] = ()
    permit_labels: tuple[str, ...] = ()
    viewed_labels: tuple[str, ...] = ()
    grace: int = 0


@dataclass(frozen=True, slots=True)
class Said:
    """A day that a page tells, and where."""

    day: PartialDate
    field: Field


@dataclass(frozen=True, slots=True)
class Disorder:
    """Two days that cannot follow each other so, in words; or one that had not come."""

    level: Doubt
    told: str
    shown: tuple[Field, ...]


def days(record: Record, labels: Iterable[str]) -> list[Said]:
    """The days after, or in the column below, one of `labels`."""
    wanted = tuple(labels)
    beside = [Said(day, field) for field in labelled(record.document, record.page, wanted) if (day := day_of(field))]
    if beside or not wanted:
        return beside
    cells = (row["day"] for row in table(record.page, {"day": wanted}, ("day",)) if "day" in row)
    below = [record.field(word) for word in cells]
    return [Said(day, field) for field in below if (day := day_of(field))]


def disorders(group: list[Record], words: Days, latest: date | None, entered_late: bool) -> Iterator[Disorder]:
    """What is out of order on the pages of one project; `latest` is the day of submission, None where not known."""
    starts = [said for record in group for said in days(record, record.words.started_labels)]
    ends = [said for record in group for said in days(record, record.words.completed_labels)]
    level: Doubt = "unsure" if entered_late else "fail"
    for name, earlier in (
        ("开工", starts),
        ("合同签订", [said for record in group for said in days(record, words.contract_labels)]),
        ("施工许可", [said for record in group for said in days(record, words.permit_labels)]),
    ):
        yield from _after(name, earlier, ends, level)
    viewed = [said.day.last for record in group for said in days(record, words.viewed_labels)]
    yield from _to_come([*starts, *ends], max(viewed, default=None), latest, words.grace)


def _after(name: str, earlier: list[Said], ends: list[Said], level: Doubt) -> Iterator[Disorder]:
    """Where even the first of `earlier` lies after the last completion: one project may have several of each."""
    if earlier and ends:
        first, last = min(earlier, key=lambda said: said.day.first), max(ends, key=lambda said: said.day.last)
        if first.day.first > last.day.last:
            yield Disorder(
                _held(level, first, last), f"{name}日期 {first.day} 晚于竣工日期 {last.day}", (first.field, last.field)
            )


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
