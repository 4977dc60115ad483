"""A sign-off's date that cannot be: after the upload, or before what it verifies. Rule VO-03."""

from __future__ import annotations

from collections.abc import Iterator

from checks.days import dates_in, loose_dates_in
from checks.pages import dates
from checks.rows import plain
from checks.signoff_parts import Signed, Verified
from verify.dates import PartialDate
from verify.page import Word

SURE = 0.9
"""Confidence from which on a date may be held against another one."""


def disorder(signed: Signed, own: Word, params: Verified) -> str:
    """Why the date in the line `own` is doubtful, "" where it is not, or was hardly read."""
    said = dates_in(own.text) or loose_dates_in(own.text)
    if not said or own.confidence < SURE:
        return ""
    day, submitted = said[0], signed.case.form.submitted_at
    if submitted and day.first > submitted.last:
        return f"验证时间 {day} 晚于提交时间 {submitted}（退回后补签的也会如此）"
    later = [other for other in _own_dates(signed, own, params) if other.first > day.last]
    later = [other for other in later if submitted is None or other.last <= submitted.last]
    if later:
        return f"验证时间 {day} 早于同页的日期 {max(later, key=lambda one: one.first)}，似在材料形成之前"
    return ""


def _own_dates(signed: Signed, own: Word, params: Verified) -> Iterator[PartialDate]:
    """The dates of the page that tell when it was made: no term that runs on, none that was hardly read."""
    for day, word in dates(signed.page):
        ours = word.box == own.box or word.confidence < SURE
        if not ours and not any(plain(one) in plain(word.text) for one in params.term_words):
            yield day
