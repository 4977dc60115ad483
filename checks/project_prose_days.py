"""When a certificate says in running text that a project was built: 2019年3月15日开工, 2019年3月至12月. Rule EV-12."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from checks.fields import SURE, Field
from checks.project_prose import Sentence, elsewhere, is_named
from checks.project_told import RecordAgrees
from checks.rows import plain
from verify.dates import PartialDate
from verify.finding import Evidence
from verify.form import Project

_DAY = r"(?<!\d)(?:19|20)\d{2}[年./-]\d{1,2}(?:[月./-](?:\d{1,2}日?)?)?(?!\d)"
_BEGUN = re.compile(
    rf"({_DAY})(?:起|正式|实际)*(?:开工|动工|开始施工)(?!令|报告|典礼|仪式|许可|会|前)"
    rf"|(?:开工|动工)(?:日期|时间)?(?:为|于|是|:)?({_DAY})"
)
_DONE = re.compile(
    rf"({_DAY})(?:正式|实际|全部|全面|顺利|通过|完成)*(?:竣工验收|竣工|完工)(?!图|备案|结算|决算|资料|报告|前)"
    rf"|(?:竣工|完工|竣工验收)(?:日期|时间)?(?:为|于|是|:)?({_DAY})"
)
_FROM_TO = re.compile(
    r"(?<!\d)((?:19|20)\d{2})[年./-](\d{1,2})(?:[月./-](?:\d{1,2}日?)?)?(?:起|开始)?(?:[-–—~至到]|起至)+"
    r"(?:((?:19|20)\d{2})[年./-])?(\d{1,2})(?=[月./-]|\D|$)"
)
_THIS = re.compile(r"(?:本|该|此|上述)(?:工程|项目)")


@dataclass(frozen=True, slots=True)
class Span:
    """A time from one month to another, and where it stands."""

    first: PartialDate
    last: PartialDate
    shown: Evidence

    def __str__(self) -> str:
        return f"{self.first} 至 {self.last}"


@dataclass(frozen=True, slots=True)
class Days:
    """What sentences about the project say of its beginning, its end, and the time in between."""

    begun: list[Field]
    done: list[Field]
    spans: list[Span]


def days_of(name: str, claim: Project, said: Iterable[Sentence], params: RecordAgrees) -> Days:
    """The days in sentences that name the applicant or the project, planned ones and a unit's own left out."""
    about = [one for one in said if _is_about(name, claim, one)]
    begun = [field for one in about for field in _fields(one, _BEGUN, params)]
    done = [field for one in about for field in _fields(one, _DONE, params)]
    spans = [span for one in about for span in _spans(one, params) if (span.shown.confidence or 0) >= SURE]
    return Days(begun, done, spans)


def apart(claim: Project, span: Span) -> bool:
    """Whether a time has not a day in common with the claimed one."""
    after = bool(claim.completed and span.first.first > claim.completed.last)
    return after or bool(claim.started and span.last.last < claim.started.first)


def _is_about(name: str, claim: Project, said: Sentence) -> bool:
    own = plain(claim.name or "")
    named = is_named(name, said.text) or bool(_THIS.search(said.text)) or bool(own and own in said.text)
    return named and not elsewhere(said.text, claim)


def _fields(said: Sentence, pattern: re.Pattern[str], params: RecordAgrees) -> Iterator[Field]:
    for found in pattern.finditer(said.text):
        if not _is_other(said.text, found, params):
            yield Field(found[1] or found[2], said.shown(*found.span()))


def _spans(said: Sentence, params: RecordAgrees) -> Iterator[Span]:
    for found in _FROM_TO.finditer(said.text):
        year, month, later, last = found.groups()
        try:
            span = PartialDate.parse(f"{year}-{int(month):02d}"), PartialDate.parse(f"{later or year}-{int(last):02d}")
        except ValueError:
            continue
        if span[0].first <= span[1].first and not _is_other(said.text, found, params):
            yield Span(*span, said.shown(*found.span()))


def _is_other(text: str, found: re.Match[str], params: RecordAgrees) -> bool:
    """Whether the clause around a date is of something else than the building of the project."""
    start = max(text.rfind(mark, 0, found.start()) for mark in ",;") + 1
    end = min((at for mark in ",;" if (at := text.find(mark, found.end())) >= 0), default=len(text))
    return any(word in text[start:end] for word in params.prose_other)
