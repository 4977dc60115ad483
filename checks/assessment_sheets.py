"""The assessment forms on the pages: which page is the form of which year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checks.days import without_dates
from checks.pages import POOR, at, lines, read_well, slipped
from checks.rows import height, plain
from verify.finding import Evidence
from verify.kinds import classify, kind_of
from verify.model import Case, Document, Slot
from verify.page import Page, Word

TITLE_LENGTH = 40
TITLE_SHARE = 0.4
"""A form's title stands in a line of at most so many characters, in so much of the page's height from above."""

NEAR = 3.0
"""The line with the year stands at most so many heights of the title's line above or below it."""

_TITLES = ("年度考核登记表", "考核登记表")
_HEAD = ("姓名", "性别", "出生年月")
_HAN = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_SLIPS = str.maketrans("oil", "011")
_YEAR = re.compile(r"(?<![\doil])(2[0o][\doil]{2})(?![\doil])(?!年\d{1,2}月)")
_WRITTEN = re.compile(r"(?<![一二三四五六七八九])(二[〇○零o][〇○零o一二三四五六七八九]{2})(?![一二三四五六七八九])")
_SHORT = re.compile(r"(?<!\d)((?!20)[123]\d)(?=年度)")  # "20年度" is what a form says before its year is filled in
_ONLY_YEARS = re.compile(r"[\s\d〇○零一二三四五六七八九oil年度考核(),、,至到和与~～—–-]+")
_FIELD = re.compile(r"考核年度|考核年份|年度:")
_TOLD = re.compile(r"年度|先进|优秀|考核")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page among the assessments. `form`: it bears the form's title, and `years` are those beside that title.

    On any other page `years` are those that its head names. `other`: it is clearly something else, or the back of the
    form before it, so that it may not be the form of a year that it does not name.
    """

    document: Document
    page: Page
    form: bool
    years: tuple[int, ...]
    shown: Evidence
    other: bool = False

    @property
    def year(self) -> int | None:
        """The year of which this is the form, where it says so clearly."""
        return self.years[0] if self.form and len(self.years) == 1 else None

    def may_be(self, year: int) -> bool:
        """Whether this may be the form of a year, though it does not clearly say so."""
        if self.year is not None:
            return False
        return year in self.years if self.years or self.other else True


def sheets(case: Case) -> list[Sheet]:
    """Every page among the assessments that shows anything."""
    return [sheet for document in case.in_slot(Slot.ASSESSMENT) for sheet in _sheets(document)]


def unread(case: Case) -> list[Evidence]:
    """Files without a page that was read: any year's form may be in them."""
    return [Evidence(document.file) for document in case.in_slot(Slot.ASSESSMENT) if not document.pages]


def _sheets(document: Document) -> Iterator[Sheet]:
    front = False
    for page in document.pages:
        if not page.blank:
            sheet = _sheet(document, page, front)
            front = sheet.form or (front and sheet.other)
            yield sheet


def _sheet(document: Document, page: Page, after_form: bool) -> Sheet:
    titles = [word for word in _top(page) if _is_title(word)]
    if titles and classify([page]) in (Slot.ASSESSMENT, None):
        near = [word for word in _top(page) if any(_tells_year(word, title) for title in titles)]
        years = _years(near)
        return Sheet(document, page, True, years, at(document, page, (near or titles)[0]))
    told = [word for word in _top(page) if _TOLD.search(plain(word.text))]
    kind = classify([page])
    other = read_well(page) and (kind not in (None, Slot.ASSESSMENT) or (after_form and not _is_front(page)))
    return Sheet(document, page, False, _years(told), at(document, page), other)


def _top(page: Page) -> list[Word]:
    return [w for w in lines(page) if len(plain(w.text)) <= TITLE_LENGTH and w.box[1] <= TITLE_SHARE * page.height]


def _is_title(word: Word) -> bool:
    return kind_of(word.text) is Slot.ASSESSMENT or any(slipped(title, plain(word.text)) for title in _TITLES)


def _tells_year(word: Word, title: Word) -> bool:
    """Whether a line belongs to the title: the title itself, a line of years near it, or a field for the year."""
    if word is title or _is_title(word):
        return True
    text = plain(word.text)
    if _FIELD.search(text):
        return True
    away = max(word.box[1] - title.box[3], title.box[1] - word.box[3])
    return away <= NEAR * height(title.box) and bool(_ONLY_YEARS.fullmatch(text))


def _years(words: list[Word]) -> tuple[int, ...]:
    """The years that some lines name; of several, all from the first to the last."""
    years = {year for word in words if word.confidence >= POOR for year in years_in(word.text)}
    return tuple(range(min(years), max(years) + 1)) if years else ()


def years_in(text: str) -> list[int]:
    """Years in a title: 2023, 2O23, 二〇二三, and 23 before 年度; full dates are left out."""
    bare = without_dates(text)
    found = [int(year.translate(_SLIPS)) for year in _YEAR.findall(bare)]
    found += [int(year.replace("o", "0").translate(_HAN).replace("二", "2")) for year in _WRITTEN.findall(bare)]
    return found or [2000 + int(year) for year in _SHORT.findall(bare)]


def _is_front(page: Page) -> bool:
    """Whether a page begins as a form does, with the person's particulars."""
    text = plain("".join(word.text for word in _top(page)))
    return sum(label in text for label in _HEAD) >= 2
