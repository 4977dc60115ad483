"""Whose form a year's assessment is, and when it was signed. Rules AA-09, AA-10, AA-12."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from checks.assessment_whole import Form, Said, Whole
from checks.days import dates_in
from checks.fields import SURE, compare, told
from checks.former_name import may_be_former
from checks.names import find_name, looks_like_name
from checks.pages import at
from checks.rows import levels, plain
from checks.tables import labelled
from verify.finding import Evidence, Outcome
from verify.model import Case
from verify.page import Word

_TITLE = re.compile(r"高级工程师|助理工程师|工程师|技术员")


def person(case: Case, whole: Whole, params: Form) -> Iterator[Said]:
    """AA-09, AA-10: the applicant's own form, of the unit that the form names for the year."""
    document, page = whole.document, whole.sheet.page
    for said in labelled(document, page, params.name_labels)[:1]:
        near = find_name(case.name, [Word(said.text, (0, 0, 10, 10), 0.5)]).level != "none"
        if said.sure and not near and looks_like_name(said.text):
            whose = f"是“{said.text}”的，不是申报人“{case.name}”的"
            why = may_be_former(case, said.text, whole.pages, params.former)
            told_so = f"{whose}；{why}，请人工核对有无更名证明" if why else f"{whose}，请上传本人的"
            yield Outcome.UNSURE if why else Outcome.FAIL, told_so, (said.shown,)
    entry = next((e for e in case.form.assessments if e.year == whole.sheet.year and e.employer), None)
    claimed = (entry.employer if entry else None) or case.form.employer.name
    agreement, field = compare(claimed, labelled(document, page, params.unit_labels)) if claimed else ("unread", None)
    if agreement == "differs" and field and claimed and whole.sheet.year:
        yield (
            Outcome.UNSURE,
            f"上的单位不同（{told(claimed, field)}），当年有调动的应由年末所在单位考核，请人工核对",
            (field.shown,),
        )


def dates(case: Case, whole: Whole, params: Form) -> Iterator[Said]:
    """AA-12: signed in the last months of the year or later, and not after the application."""
    year, signed = whole.sheet.year, list(_sign_dates(whole, params))
    if year is None or not signed:
        return
    early = [(day, shown) for day, shown in signed if day < date(year, 1, 1)]
    soon = [(day, shown) for day, shown in signed if date(year, 1, 1) <= day < date(year, params.month, 1)]
    limit = case.form.submitted_at or case.form.endorsed_at
    late = [(day, shown) for day, shown in signed if limit and day > limit.last]
    if early and (len(early) > 1 or len(signed) == 1):
        yield Outcome.FAIL, f"签于{_told(early)}，早于{year}年度开始，请更正", tuple(s for _, s in early)
    elif early:
        yield Outcome.UNSURE, f"有一处日期读作{_told(early)}，早于{year}年度开始，请人工核对", (early[0][1],)
    if soon:
        yield Outcome.UNSURE, f"签于{_told(soon)}，当年尚未结束，请人工核对", tuple(s for _, s in soon)
    if late:
        yield Outcome.UNSURE, f"签名日期{_told(late)}晚于申报日期 {limit}，请人工核对", tuple(s for _, s in late)


def post(case: Case, whole: Whole, params: Form) -> Iterator[Said]:
    """AA-10: the title on the form is one held in that year."""
    year = whole.sheet.year
    held = [(title.name or "", title.obtained or title.appointed) for title in case.form.titles]
    if year is None or not held or not all(day for _, day in held):
        return
    known = {text for name, day in held if day and day.year <= year for text in _TITLE.findall(name)}
    for said in labelled(whole.document, whole.sheet.page, params.post_labels)[:1]:
        named = _TITLE.findall(said.text)
        if named and named[0] not in known:
            yield Outcome.UNSURE, f"上的职称“{named[0]}”不是申报信息中当年已有的职称，请人工核对", (said.shown,)


def _told(days: list[tuple[date, Evidence]]) -> str:
    return "、".join(dict.fromkeys(f"{day:%Y-%m-%d}" for day, _ in days))


def _sign_dates(whole: Whole, params: Form) -> Iterator[tuple[date, Evidence]]:
    """Surely read dates that stand alone in their line, or after a signature's label, in one row with such a label."""
    for page in whole.pages:
        for row in levels(page.words):
            if not any(plain(word.text).startswith(params.sign_labels) for word in row):
                continue
            for word in row:
                days = dates_in(word.text)
                if len(days) == 1 and len(plain(word.text)) <= 30 and word.confidence >= SURE:
                    yield days[0].first, at(whole.document, page, word)
