"""A page of the 备案表 or a diploma against the form and against itself: rules ED-05, ED-06."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from pydantic import Field
from rapidfuzz.distance import OSA

from checks.check import Params
from checks.days import dates_in
from checks.diploma_number import DiplomaNumber, decode, digits_in, unusual
from checks.fields import Field as Said
from checks.fields import compare, day_of, on_page, told
from checks.identity_numbers import is_masked
from checks.levels import fits
from checks.names import compact, looks_like_name
from checks.names import on_page as named
from checks.pages import dates, lines
from checks.rows import plain
from verify.dates import PartialDate
from verify.finding import Evidence
from verify.form import Education
from verify.model import Case, Document
from verify.page import Page

APART = 2
"""A number's year so far from that of graduation is no slip of the registry at the turn of a year."""


class Record(Params):
    """Labels of the registration form's fields; `codes`: the words for each level code of a diploma's number.

    `loose`: wider words for a code's level, which may be meant. `own_rules`: how numbers begin that may be made by other
    rules (自学考试).
    """

    names: tuple[str, ...]
    births: tuple[str, ...]
    ids: tuple[str, ...]
    schools: tuple[str, ...]
    majors: tuple[str, ...]
    levels: tuple[str, ...]
    days: tuple[str, ...]
    numbers: tuple[str, ...]
    outcomes: tuple[str, ...]
    not_graduated: tuple[str, ...]
    expiry: tuple[str, ...]
    codes: dict[str, tuple[str, ...]]
    loose: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    own_rules: tuple[str, ...] = ()


@dataclass(slots=True)
class Compared:
    """What of a page was compared, what is surely wrong, what a person must look at, and what is only told."""

    what: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    shown: list[Evidence] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A page, and its values by label."""

    case: Case
    document: Document
    page: Page
    record: bool
    params: Record

    def values(self, labels: tuple[str, ...]) -> list[Said]:
        return list(on_page(self.document, self.page, labels))


def compared(case: Case, document: Document, page: Page, record: bool, params: Record) -> Compared:
    """A page against itself (its number), and a registration form against the applicant and the form."""
    sheet, found = _Sheet(case, document, page, record, params), Compared()
    _number(sheet, found)
    if record:
        _name(sheet, found)
        _claims(sheet, found)
        _status(sheet, found)
        found.notes.extend(_expired(sheet))
    return found


def _number(sheet: _Sheet, found: Compared) -> None:
    """ED-05: year and level in the number against the page's own; a fault only where both were surely read."""
    read = [(digits, one) for one in sheet.values(sheet.params.numbers) if (digits := digits_in(one.text))]
    if not read:
        return
    digits, one = read[0]
    day, level = _graduated(sheet), _level(sheet)
    found.shown.append(one.shown)
    number = decode(digits)
    if number is None:
        found.doubts.extend(filter(None, [unusual(digits, day[0].year if day else None)]))
        return
    own_rules = digits.startswith(sheet.params.own_rules)
    sure, twice = sheet.record and one.sure and not own_rules, _read_twice(sheet, digits)
    if own_rules:
        found.notes.append(f"证书编号以 {digits[:2]} 开头，似为自学考试证书，其编号规则可能不同，不能据此判断")
    if not sheet.record:
        _year(sheet, number, found)
    elif day:
        apart, certain = abs(number.year - day[0].year), sure and day[1].sure
        certain = certain and (twice or _unlike(number.year, day[0].year))
        text = f"证书编号 {digits} 中的年份为 {number.year}，而同页毕业日期为 {day[0]}"
        _say(found, "证书编号与毕业日期", text if apart else "", certain and apart >= APART)
    if level:
        other = _other_level(number.level, level, sheet.params)
        text = (
            f"证书编号 {digits} 中的层次代码 {number.level} 为{other[0]}，而同页层次为“{level.text}”" if other else ""
        )
        wider = fits(level.text, sheet.params.loose.get(number.level, ())) == "yes"
        _say(found, "证书编号与层次", text, sure and level.sure and twice and not wider)


def _read_twice(sheet: _Sheet, digits: str) -> bool:
    """Whether a number was not read from a picture, or was read elsewhere or by the second reader too."""
    pages = (page for document in sheet.case.documents for page in document.pages if page is not sheet.page)
    words = (*sheet.page.second, *(word for page in pages for word in (*page.words, *page.second)))
    return sheet.page.source == "text" or any(digits in plain(word.text) for word in words)


def _unlike(year: int, other: int) -> bool:
    """Whether two years differ in more than one digit, as a single misread one cannot make them."""
    return sum(a != b for a, b in zip(str(year), str(other), strict=True)) > 1


def _say(found: Compared, what: str, text: str, certain: bool) -> None:
    if not text:
        found.what.append(what)
    elif certain:
        found.faults.append(text)
    else:
        found.doubts.append(text)


def _year(sheet: _Sheet, number: DiplomaNumber, found: Compared) -> None:
    """The year in a diploma's number: some date of the page or of the form is of it; the sign-off's date is there too."""
    stated = [entry.graduated for entry in sheet.case.form.education if entry.graduated]
    if number.year in {day.year for day, _ in dates(sheet.page)} | {day.year for day in stated}:
        found.what.append("证书编号与毕业日期")
    elif stated:
        told_days = "、".join(map(str, stated))
        found.doubts.append(f"毕业证书编号 {number.digits} 中的年份为 {number.year}，申报信息的毕业时间为 {told_days}")


def _graduated(sheet: _Sheet) -> tuple[PartialDate, Said] | None:
    """The day of graduation that a registration form says, and where."""
    return next(((day, one) for one in sheet.values(sheet.params.days) if (day := day_of(one))), None)


def _level(sheet: _Sheet) -> Said | None:
    return next((one for one in sheet.values(sheet.params.levels) if _code(one.text, sheet.params)), None)


def _code(text: str | None, params: Record) -> str | None:
    """The code of a level as it is written; None where it is not known."""
    return next((code for code, words in params.codes.items() if fits(text, words) == "yes"), None)


def _other_level(code: str, level: Said, params: Record) -> tuple[str, ...]:
    """The words of a number's level code where the page says another level; () where they agree or none is known."""
    words = params.codes.get(code, ())
    return words if words and fits(level.text, words) == "no" else ()


def _name(sheet: _Sheet, found: Compared) -> None:
    """Whose form it is; another name with the applicant's birthday or ID number may be a former one."""
    name = sheet.case.name
    if named(name, sheet.page).level == "exact":
        found.what.append("姓名")
        return
    others = [one for one in sheet.values(sheet.params.names) if looks_like_name(one.text)]
    if not others:
        found.doubts.append(f"备案表上没有读到申报人姓名“{name}”")
        return
    one = others[0]
    found.shown.append(one.shown)
    text = f"备案表上的姓名为“{one.text}”，申报人为“{name}”"
    far = OSA.distance(compact(one.text), compact(name)) >= APART and looks_like_name(name)
    certain = one.sure and far and _is_another(sheet)
    _say(found, "姓名", text + ("" if certain else "（可能未读清或为曾用名）"), certain)


def _is_another(sheet: _Sheet) -> bool:
    """Whether the page's birthday or ID number is not the applicant's: a name alone may have been changed."""
    number = sheet.case.form.id_number or ""
    ids = [one.text for one in sheet.values(sheet.params.ids) if one.sure and len(one.text) == 18]
    if ids and len(number) == 18 and not is_masked(ids[0].upper()):
        return ids[0] != number.lower()
    if ids and len(number) == 18 and ids[0][:6] + ids[0][-4:] != (number[:6] + number[-4:]).lower():
        return True
    births = [day for one in sheet.values(sheet.params.births) if one.sure and (day := day_of(one)) and day.day]
    return bool(births) and len(number) == 18 and f"{births[0].first:%Y%m%d}" != number[6:14]


def _claims(sheet: _Sheet, found: Compared) -> None:
    """The form's entries against the registration form: the one that fits best; a difference may be a slip."""
    seen = [list(_differences(sheet, entry)) for entry in sheet.case.form.education]
    if not seen:
        return
    best = min(seen, key=lambda rows: sum(bool(text) for _, text in rows))
    for what, text in best:
        _say(found, what, text, False)


def _differences(sheet: _Sheet, entry: Education) -> Iterator[tuple[str, str]]:
    """What was compared, and how it differs ("" where it agrees); what was not read is left out."""
    texts = (("学校", entry.school, sheet.params.schools), ("专业", entry.major, sheet.params.majors))
    for what, claimed, labels in texts:
        level, one = compare(claimed or "", sheet.values(labels))
        if claimed and one:
            yield what, "" if level == "same" else f"{what}：{told(claimed, one)}"
    read = _level(sheet)
    if read and (code := _code(entry.level, sheet.params)):
        same = code == _code(read.text, sheet.params)
        yield "层次", "" if same else f"层次：{told(entry.level or '', read)}"
    day = _graduated(sheet)
    if day and entry.graduated:
        same = entry.graduated.first <= day[0].last and day[0].first <= entry.graduated.last
        yield "毕业时间", "" if same else f"毕业时间：{told(str(entry.graduated), day[1])}"


def _status(sheet: _Sheet, found: Compared) -> None:
    for one in sheet.values(sheet.params.outcomes):
        if any(word == one.text for word in sheet.params.not_graduated):
            found.doubts.append(f"备案表上毕（结）业为“{one.text}”，不是毕业")
            found.shown.append(one.shown)


def _expired(sheet: _Sheet) -> Iterator[str]:
    """ED-06: a form whose code has expired is genuine still; the applicant can have it renewed."""
    submitted = sheet.case.form.submitted_at
    said = (plain(word.text) for word in lines(sheet.page))
    days = [day for text in said if any(w in text for w in sheet.params.expiry) for day in dates_in(text)]
    if days and submitted and days[0].last < submitted.first:
        yield f"在线验证有效期至 {days[0]}，早于提交时间 {submitted}，可请申报人延期后再验证"
