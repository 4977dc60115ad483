"""The hours (学时) that a proof of continuing education says: by year and category, from tables, labels or sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from checks.days import without_dates
from checks.fields import SURE
from checks.pages import at, joined
from checks.rows import levels, plain, rows
from checks.tables import labelled, spread, table
from verify.finding import Evidence
from verify.model import Document
from verify.page import Page, Word

CATEGORIES = ("professional", "general", "industry")
MOST = 2000
"""More hours in a year than there are is a misreading, or another number."""

_UNIT = r"(?:个)?(?:学时|课时|小时|学分)?"
_DIGITS = re.compile(rf"(\d{{1,4}}(?:\.\d{{1,2}})?){_UNIT}")
_HAN = re.compile(rf"([零〇一二两三四五六七八九十百壹贰叁肆伍陆柒捌玖拾佰]{{1,6}}){_UNIT}")
_BIG = str.maketrans("〇两壹贰叁肆伍陆柒捌玖拾佰", "零二一二三四五六七八九十百")
_ORDER = "零一二三四五六七八九"
_YEAR = re.compile(r"(?<!\d)(20\d{2})(?!\d)")
_SUM = re.compile(r"合计|小计|总计|累计|总学时")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number of hours and where it stands; `sure` where it was read well enough to be held against the form."""

    value: float
    shown: Evidence
    sure: bool


@dataclass(frozen=True, slots=True)
class Hours:
    """What a proof says of one year; `total` is its own sum, `listed` whether it adds courses up.

    `others`: hours in the same row under headings that are none of the categories' (其他), which its sum may count.
    """

    year: int | None
    page: Page
    amounts: dict[str, Amount] = field(default_factory=dict)
    total: Amount | None = None
    listed: bool = False
    others: tuple[float, ...] = ()

    @property
    def adds_up(self) -> bool | None:
        """Whether all three categories make the total, with or without the others; None where one of the four lacks."""
        if self.total is None or len(self.amounts) < len(CATEGORIES):
            return None
        rest = self.total.value - sum(amount.value for amount in self.amounts.values())
        return any(abs(rest - more) < 0.01 for more in (0.0, *self.others, sum(self.others)))


def amount_in(text: str) -> float | None:
    """The hours that a cell says: 60, 60学时, 18.5, 六十学时; None for a blank, a dash, several numbers or a word."""
    bare = plain(text)
    if found := _DIGITS.fullmatch(bare):
        value = float(found[1])
    elif found := _HAN.fullmatch(bare):
        value = float(_han(found[1].translate(_BIG)))
    else:
        return None
    return value if value <= MOST else None


def _han(text: str) -> int:
    """二十, 十八, 一百零五, 六〇."""
    if "十" not in text and "百" not in text:
        return int("".join(str(_ORDER.index(char)) for char in text))
    hundreds, hundred, rest = text.rpartition("百")
    tens, ten, ones = rest.replace("零", "").rpartition("十")
    return (_digit(hundreds, 1) * 100 if hundred else 0) + (_digit(tens, 1) * 10 if ten else 0) + _digit(ones, 0)


def _digit(text: str, empty: int) -> int:
    return _ORDER.index(text[-1]) if text else empty


@dataclass(frozen=True, slots=True)
class Words:
    """The headings and labels by which a proof's hours are found: of the year, the categories, the sum, a course."""

    year: tuple[str, ...]
    categories: dict[str, tuple[str, ...]]
    total: tuple[str, ...]
    kind: tuple[str, ...]
    amount: tuple[str, ...]


def hours_in(document: Document, words: Words) -> list[Hours]:
    """What a proof says, page by page: of its summary table, else of its list of courses, its labels or sentences."""
    found = list[Hours]()
    for page in document.pages:
        year = _year_of(document, page, words)
        ways = (_summary, _listed, _labelled, _told)
        found += next((seen for way in ways if (seen := way(document, page, words, year))), [])
    return found


def _summary(document: Document, page: Page, words: Words, year: int | None) -> list[Hours]:
    """A column for each category, or one for all (60/18/12), a row for each year."""
    columns = {**words.categories, "total": words.total, "year": words.year}
    rows = [*table(page, columns, ("general", "professional")), *table(page, columns, ("general", "year"))]
    together = _together(page, words)
    rows += table(page, {"all": together, "year": words.year}, ("all", "year")) if together else []
    found: dict[tuple[int, int], Hours] = {}
    for row in rows:
        hours = _hours(document, page, row, words, together, year)
        if hours.amounts and not _SUM.search(plain(row["year"].text) if "year" in row else ""):
            spot = next(iter(row.values())).box[1]
            found.setdefault((hours.year or 0, spot), hours)
    return list(found.values())


def _together(page: Page, words: Words) -> tuple[str, ...]:
    """The heading that names several categories at once."""
    said = (plain(word.text) for word in spread(page).words)
    return tuple(t for t in said if sum(any(plain(w) in t for w in g) for g in words.categories.values()) > 1)[:1]


def _hours(
    document: Document, page: Page, row: dict[str, Word], words: Words, together: tuple[str, ...], year: int | None
) -> Hours:
    if "all" in row:
        order = sorted(words.categories, key=lambda name: _where(together[0], words.categories[name]))
        parts = re.split(r"[/、+,;]", plain(row["all"].text))
        told = dict(zip(order, parts, strict=True)) if len(parts) == len(order) else {}
        amounts = {name: _amount(document, page, row["all"], text) for name, text in told.items()}
    else:
        amounts = {name: _amount(document, page, row[name]) for name in CATEGORIES if name in row}
    total = _amount(document, page, row["total"]) if "total" in row else None
    own = _year_in(row["year"].text) if "year" in row else year
    return Hours(own, page, {name: one for name, one in amounts.items() if one}, total, others=_others(page, row))


def _others(page: Page, row: dict[str, Word]) -> tuple[float, ...]:
    """The other numbers of a row: right of its year, or else among its known cells; the number of the row is none."""
    cells = [word.box for name, word in row.items() if name != "year"]
    left = row["year"].box[2] if "year" in row else min(box[0] for box in cells)
    level = next((one for one in levels(spread(page).words) if any(word.box == cells[0] for word in one)), [])
    more = (word for word in level if word.box not in cells and word.box[0] >= left)
    return tuple(value for word in more if (value := amount_in(word.text)) is not None)


def _where(text: str, labels: Iterable[str]) -> int:
    return min((text.find(plain(label)) for label in labels if plain(label) in text), default=len(text))


def _listed(document: Document, page: Page, words: Words, year: int | None) -> list[Hours]:
    """A row for each course or category, with its kind and its hours."""
    sums: dict[int | None, dict[str, list[Amount]]] = {}
    totals: dict[int | None, Amount] = {}
    for row in table(page, {"kind": words.kind, "amount": words.amount, "year": words.year}, ("kind", "amount")):
        amount = _amount(document, page, row["amount"]) if "amount" in row else None
        if amount is None or "kind" not in row:
            continue
        own = (_year_in(row["year"].text) if "year" in row else None) or year
        if _SUM.search(plain(row["kind"].text)):
            totals[own] = amount
        elif name := _category(row["kind"].text, words):
            sums.setdefault(own, {}).setdefault(name, []).append(amount)
    return [
        Hours(own, page, {name: _sum(all) for name, all in kinds.items()}, totals.get(own), any(len(a) > 1 for a in kinds.values()))
        for own, kinds in sums.items()
    ]  # fmt: skip


def _sum(amounts: list[Amount]) -> Amount:
    return Amount(sum(a.value for a in amounts), amounts[0].shown, all(a.sure for a in amounts))


def _labelled(document: Document, page: Page, words: Words, year: int | None) -> list[Hours]:
    """专业科目学时：60, or 科目类别：一般公需科目 with 登记学时：18."""
    amounts = dict[str, Amount]()
    for name, labels in words.categories.items():
        for said in labelled(document, page, labels):
            found = re.search(r"(?:学时|科目)?:?(.+)", said.text)
            value = amount_in(found[1]) if found else None
            if value is not None:
                amounts.setdefault(name, Amount(value, said.shown, said.sure))
    kinds = [kind for said in labelled(document, page, words.kind) if (kind := _category(said.text, words))]
    values = [(v, said) for said in labelled(document, page, words.amount) if (v := amount_in(said.text)) is not None]
    if not amounts and len(set(kinds)) == 1 and len({v for v, _ in values}) == 1:
        amounts = {kinds[0]: Amount(values[0][0], values[0][1].shown, values[0][1].sure)}
    return [Hours(year, page, amounts)] if amounts else []


def _told(document: Document, page: Page, words: Words, year: int | None) -> list[Hours]:
    """A sentence: 2021年度专业科目60学时，一般公需科目18学时."""
    found: dict[int | None, dict[str, Amount]] = {}
    for line in _sentences(page):
        text, own = plain(line.text), year
        labels = "|".join(f"(?P<{n}>{'|'.join(map(re.escape, group))})" for n, group in words.categories.items())
        for said in re.finditer(
            rf"(?P<year>20\d{{2}})年|(?:{labels})(?:科目|课程?|学时|为|共|计|[:(])*(?P<hours>[\d.零〇一二两三四五六七八九十百]{{1,6}})个?(?:学时|课时)",
            text,
        ):
            if said["year"]:
                own = int(said["year"])
            elif (value := amount_in(said["hours"])) is not None:
                name = next(name for name in words.categories if said[name])
                amount = Amount(value, at(document, page, line), line.confidence >= SURE)
                found.setdefault(own, {}).setdefault(name, amount)
    return [Hours(own, page, amounts) for own, amounts in found.items()]


def _sentences(page: Page) -> Iterator[Word]:
    yield from (joined(row) for row in rows(page.words))
    if page.words:
        yield joined(list(page.words))


def _amount(document: Document, page: Page, word: Word, text: str | None = None) -> Amount | None:
    value = amount_in(word.text if text is None else text)
    return None if value is None else Amount(value, at(document, page, word), word.confidence >= SURE)


def _category(text: str, words: Words) -> str | None:
    found = [name for name, labels in words.categories.items() if any(plain(label) in plain(text) for label in labels)]
    return found[0] if len(found) == 1 else None


def _year_in(text: str) -> int | None:
    found = set(_YEAR.findall(plain(text)))
    return int(found.pop()) if len(found) == 1 else None


def _year_of(document: Document, page: Page, words: Words) -> int | None:
    """The one year that a page is of: beside a label, else the only one that it names outside dates."""
    told = {year for said in labelled(document, page, words.year) if (year := _year_in(said.text))}
    said = told or {
        int(year) for word in page.words for year in re.findall(r"(?<!\d)(20\d{2})年度", without_dates(word.text))
    }
    return said.pop() if len(said) == 1 else None
