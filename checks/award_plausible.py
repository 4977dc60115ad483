"""Could a national award be one: its issuer, grade and year; rule AW-02, facts 2.2."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.award_lines import certificate_title, is_title
from checks.check import Params, na
from checks.fields import SURE
from checks.pages import at, find, lines
from checks.points import Point, bad, doubt, good, together
from checks.rows import plain
from verify.finding import Evidence, Observation
from verify.form import Award
from verify.model import Document, Item
from verify.page import Page

ADVICE = "请人工核对证书；系统不作真伪结论。"

Year = tuple[int, Evidence | None]

_NUMBER = re.compile(r"(?<!\d)((?:19|20)\d{2})-[zfj]-\d")
_ROUND = re.compile(r"((?:19|20)\d{2})年度")
_GRADE = re.compile(r"([特一二三四])等奖?")


class Plausible(Params):
    """National awards (`titles`), some without grades (`ungraded`); `never`: names that no national award has.

    `issuers` give them. `without`: years that had none; `known_until`: the last year of which this is known.
    `third_until`: the last year with a third grade; `grades`: those there are.
    """

    titles: tuple[str, ...]
    ungraded: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    issuers: tuple[str, ...]
    grades: tuple[str, ...]
    third_until: int
    without: tuple[int, ...] = ()
    known_until: int


def plausible(item: Item, params: Plausible) -> Observation:
    """Only awards that a certificate's title, or the form, calls national; to be nominated for one is none."""
    claim = item.claim if isinstance(item.claim, Award) else Award()
    named = (*params.titles, *params.never)
    pages = [(d, p, hit) for d in item.documents for p in d.pages if (hit := certificate_title(p, named))]
    typed = claim.name if claim.name and is_title(claim.name, named) else None
    if not pages and not typed:
        return na(item.subject, "不是国家级科学技术奖，本项不适用（省部级、社会力量设奖和成果登记等不在此列）。")
    sheets = [(document, page) for document, page, _ in pages]
    points = [point for d, p, hit in pages for point in _title(hit.text, at(d, p, hit), params)]
    if not pages and typed:
        where = "证书页上没有读到" if item.documents else "没有上传证书"
        points.append(doubt(f"申报信息写的是“{typed}”，{where}这一奖项名称", *_files(item)))
        if is_title(typed, params.never):
            points.append(doubt(f"国家没有设立“{typed}”"))
    points += [*_issuer(sheets, params), *_year(sheets, claim, params), *_grade(sheets, claim, typed, params)]
    points = points or [good("国家级奖项的名称")]
    advice = "" if all(point.outcome.value == "pass" for point in points) else ADVICE
    return together(item.subject, points, advice, found=claim.name or pages[0][2].text)


def _title(text: str, shown: Evidence, params: Plausible) -> Iterator[Point]:
    if is_title(text, params.never):
        yield (bad if (shown.confidence or 0.0) >= SURE else doubt)(f"国家没有设立“{text}”", shown)


def _issuer(sheets: list[tuple[Document, Page]], params: Plausible) -> Iterator[Point]:
    for document, page in sheets:
        if hit := find(page, params.issuers):
            yield good("由国务院颁发", at(document, page, hit.word))
            return
    if sheets:
        yield doubt("国家科学技术奖由国务院颁发，证书上没有读到“国务院”", *(at(d, p) for d, p in sheets))


def _year(sheets: list[tuple[Document, Page]], claim: Award, params: Plausible) -> Iterator[Point]:
    """By the year of the award in its number or title; the day of a certificate, and the form's year, may be later."""
    years = list(_years(sheets))
    for year, shown in years:
        where = (shown,) if shown else ()
        if year in params.without:
            sure = shown and (shown.confidence or 0.0) >= SURE
            yield (bad if sure else doubt)(f"{year} 年度没有评选国家科学技术奖", *where)
        elif year > params.known_until:
            yield doubt(f"{year} 年度是否颁奖未列入核对资料", *where)
        else:
            yield good(f"{year} 年度有国家科学技术奖", *where)
    if not years and claim.year in params.without:
        yield doubt(f"申报信息的获奖年度为 {claim.year}，该年度没有评选（上一年度的奖可能在该年颁发）")


def _years(sheets: list[tuple[Document, Page]]) -> Iterator[Year]:
    for document, page in sheets:
        for word in lines(page):
            text = plain(word.text)
            for found in {*_NUMBER.findall(text), *(_ROUND.findall(text) if "奖" in text else ())}:
                yield int(found), at(document, page, word)


def _grade(sheets: list[tuple[Document, Page]], claim: Award, typed: str | None, params: Plausible) -> Iterator[Point]:
    read = [
        (found[1], at(d, p, word)) for d, p in sheets for word in lines(p) if (found := _GRADE.search(plain(word.text)))
    ]
    if not read and typed and (found := _GRADE.search(plain(typed))):
        if found[1] not in params.grades and (claim.year or 0) > params.third_until:
            yield doubt(f"申报信息写的是{found[1]}等奖，国家科学技术奖没有这一等级")
        return
    years = [year for year, _ in _years(sheets)] or ([claim.year] if claim.year else [])
    for grade, shown in read:
        if grade in params.grades:
            yield good(f"{grade}等奖", shown)
        elif years and min(years) > params.third_until:
            sure = (shown.confidence or 0.0) >= SURE
            yield (bad if sure else doubt)(f"{min(years)} 年度的国家科学技术奖没有{grade}等奖", shown)
        else:
            yield doubt(f"等级为{grade}等奖，请核对获奖年度（{params.third_until} 年以后没有这一等级）", shown)
    graded = not any(find(p, params.ungraded) for _, p in sheets)
    if sheets and not read and graded:
        yield doubt("证书上没有读到奖励等级", *(at(d, p) for d, p in sheets))


def _files(item: Item) -> tuple[Evidence, ...]:
    return tuple(Evidence(document.file) for document in item.documents)
