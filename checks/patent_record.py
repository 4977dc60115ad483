"""Does a patent's number agree with its certificate: rule PT-03; the number's form: facts 2.3."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from checks.check import Params, na, unsure
from checks.fields import Field, day_of, fields
from checks.pages import Hit, at, find
from checks.patent_numbers import Number, number_in
from checks.points import Point, bad, doubt, good, together
from verify.dates import PartialDate
from verify.finding import Evidence, Observation
from verify.form import Patent
from verify.model import Item

LONG_SINCE = date(2003, 10, 1)
"""From this day of filing on numbers have twelve digits and a check digit."""

Day = tuple[PartialDate, Field]


class Numbers(Params):
    """Labels on a certificate; `kinds`: the digits of each kind of patent; `receipts`: titles that are no grant's."""

    numbers: tuple[str, ...]
    filed: tuple[str, ...]
    granted: tuple[str, ...]
    kinds: dict[str, str]
    receipts: tuple[str, ...] = ()


def recorded(item: Item, params: Numbers) -> Observation:
    """PT-03: by the page's number where it was read, else by the form's; a digit may be misread, and mistyped."""
    claim = item.claim if isinstance(item.claim, Patent) else Patent()
    if not item.documents and not claim.number:
        return na(item.subject, "申报信息没有专利号，也没有上传证书，无法核对。")
    typed = number_in(claim.number or "")
    read = [(number, field) for field in fields(item.documents, params.numbers) if (number := number_in(field.text))]
    points = list(_receipt(item, params))
    if read:
        number, field = next((pair for pair in read if pair[0] == typed), read[0])
        points += _read(number, field, typed, item)
    elif typed:
        points += [_checked(typed, f"申报信息的专利号 {typed}")]
    elif claim.number:
        points += [bad(f"申报信息的专利号“{claim.number}”不是中国专利号的格式")]
    if not points:
        return unsure(item.subject, "没有读到专利号，请人工查看证书。", *(Evidence(d.file) for d in item.documents))
    if known := (read[0][0] if read else typed):
        points += [*_kinds(known, bool(read), claim, item, params), *_days(known, item, params)]
    return together(item.subject, points, found=str(known) if known else claim.number)


def _read(number: Number, field: Field, typed: Number | None, item: Item) -> Iterator[Point]:
    if number.valid:
        yield good(f"专利号 {number} 与证书相符", field.shown)
    elif number == typed or _printed(field, item):
        yield bad(f"证书上的专利号 {number} 校验位不符", field.shown)
    else:
        yield doubt(f"证书上的专利号读作 {number}，校验位不符，可能误读", field.shown)
    if typed and typed.body != number.body:
        yield doubt(f"申报信息的专利号为 {typed}，证书上为 {number}", field.shown)


def _checked(number: Number, called: str) -> Point:
    return good(f"{called}格式、校验位有效") if number.valid else bad(f"{called}校验位不符")


def _printed(field: Field, item: Item) -> bool:
    """Whether a value is text of a file, and not read from a picture."""
    return any(
        page.source == "text" for document in item.documents for page in document.pages
        if (document.file, page.number) == (field.shown.file, field.shown.page)
    )  # fmt: skip


def _receipt(item: Item, params: Numbers) -> Iterator[Point]:
    """A filing is no patent: where only its receipt was uploaded."""
    if _title(item, params):
        return
    for document in item.documents:
        for page in document.pages:
            if hit := find(page, params.receipts):
                yield bad(f"上传的是“{hit.phrase}”，申请尚未授权，不是专利证书", at(document, page, hit.word))


def _title(item: Item, params: Numbers) -> tuple[str, Evidence] | None:
    """The kind that the certificate's title says."""
    for document in item.documents:
        for page in document.pages:
            for kind in params.kinds:
                hit: Hit | None = find(page, [f"{kind}专利证书"])
                if hit:
                    return kind, at(document, page, hit.word)
    return None


def _kinds(number: Number, read: bool, claim: Patent, item: Item, params: Numbers) -> Iterator[Point]:
    said = next((kind for kind, digits in params.kinds.items() if number.kind in digits), None)
    title = _title(item, params)
    if said and title and said != title[0]:
        point = bad if read else doubt
        yield point(f"专利号表明是{said}专利，证书是{title[0]}专利", title[1])
    elif said and not title and claim.kind and said not in claim.kind:
        yield doubt(f"专利号 {number} 表明是{said}专利，申报信息填的是“{claim.kind}”")


def _days(number: Number, item: Item, params: Numbers) -> Iterator[Point]:
    filed, granted = _day(item, params.filed), _day(item, params.granted)
    if filed and granted and filed[0].first >= granted[0].last:
        sure = filed[1].sure and granted[1].sure
        text = f"申请日 {filed[0]} 不早于授权公告日 {granted[0]}"
        yield (bad if sure else doubt)(text, filed[1].shown, granted[1].shown)
    if filed:
        yield from _filed(number, *filed)


def _filed(number: Number, day: PartialDate, field: Field) -> Iterator[Point]:
    """Divisional and PCT applications keep an earlier day of filing than their number says; none keeps a later one."""
    wrong = bad if field.sure else doubt
    if number.old and day.first >= LONG_SINCE:
        yield wrong(f"申请日 {day} 在 2003 年 10 月以后，而专利号只有 8 位", field.shown)
    elif number.year and number.year < day.year:
        yield wrong(f"专利号中的年份 {number.year} 早于申请日 {day}", field.shown)
    elif number.year and number.year > day.year and number.kind not in "89":
        yield doubt(f"专利号中的年份 {number.year} 晚于申请日 {day}，请确认是否为分案申请", field.shown)


def _day(item: Item, labels: tuple[str, ...]) -> Day | None:
    return next(((day, one) for one in fields(item.documents, labels) if (day := day_of(one)) and day.day), None)
