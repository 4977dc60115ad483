"""Are a journal's ISSN and CN well formed: rule PP-05, facts 2.1 and 2.3. A valid number proves no issue."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import Field
from stdnum import issn as issn_number

from checks.check import Params, na, unsure
from checks.fields import SURE
from checks.journal_known import Known, Numbered, alike, hints, number
from checks.pages import at, find, read_well
from checks.paper_parts import own_lines
from checks.points import Point, bad, doubt, good, together
from checks.rows import plain
from verify.finding import Evidence, Observation
from verify.form import Paper
from verify.model import Item

ADVICE = "号码有效不等于该期刊、该期真实，须到国家新闻出版署网站查核。"

_ISSN = re.compile(r"issn(?:\([^)]*\))?[:\s]*(\d{4}[-—–]?\d{3}[\dx])(?!\d)")
_CN = re.compile(
    r"(?:(?<![a-z])|(?<=\d{3}x))cn[:\s]*((?:\(hk\)|hk)?\d{2}[-—–]\d{4}(?:\(hk\))?(?:/[a-z]{1,2}[\d.]*)?(?:\(hk\))?|\(hk\))"
)
_FORM = re.compile(r"^\d{2}-(\d{4})(?:/[a-z]{1,2}[\d.]*)?$")


class Numbers(Params):
    """`outside`: marks of numbers that are none of the mainland; `printed`: the serials of printed journals, both ends.

    `imprint`: words of a page that should give all numbers; `known`: journals by their ISSN.
    """

    outside: tuple[str, ...]
    printed: tuple[int, int]
    imprint: tuple[str, ...]
    known: dict[str, Known] = Field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Read:
    """A number on a page, plain, without ISSN or CN."""

    text: str
    shown: Evidence

    @property
    def sure(self) -> bool:
        return (self.shown.confidence or 0.0) >= SURE


def numbered(item: Item, params: Numbers) -> Observation:
    """Form and pages, each number by itself and against the other."""
    claim = item.claim if isinstance(item.claim, Paper) else Paper()
    issns, cns = _found(item, _ISSN), _found(item, _CN)
    typed_issn, typed_cn = number(claim.issn, "issn"), number(claim.cn, "cn")
    if not (issns or cns or typed_issn or typed_cn):
        if not item.documents:
            return na(item.subject, "申报信息没有刊号，也没有上传页面，无法核对。")
        message = "申报信息和页面上都没有读到刊号（ISSN、CN），请人工查看封面和版权页。"
        return unsure(item.subject, message, *(Evidence(document.file) for document in item.documents))
    points = [*_issn_points(typed_issn, issns), *_cn_points(typed_cn, cns, params)]
    issn, cn = typed_issn or _first(issns), typed_cn or _first(cns)
    if issn and not cn:
        points += _without_cn(issn, claim, item, issns, params)
    points += hints(item, {typed_issn: (), **_shown(issns)}, {typed_cn: (), **_shown(cns)}, params.known)
    told = " / ".join(word for word in (issn and f"ISSN {issn.upper()}", cn and f"CN {cn.upper()}") if word)
    return together(item.subject, points or [good("刊号格式有效")], ADVICE, found=told)


def _issn_points(typed: str | None, read: list[_Read]) -> Iterator[Point]:
    valid = [one for one in read if issn_number.is_valid(one.text)]
    if typed and not issn_number.is_valid(typed):
        if valid:
            yield doubt(f"申报信息的 ISSN {typed.upper()} 校验位不符，页面上为 {valid[0].text.upper()}", valid[0].shown)
        else:
            yield bad(f"ISSN {typed.upper()} 格式或校验位不符", *(one.shown for one in read if _same(one.text, typed)))
    elif typed:
        yield good(f"ISSN {typed.upper()} 校验位有效")
        if valid and not any(_same(one.text, typed) for one in valid):
            yield doubt(f"申报信息的 ISSN 为 {typed.upper()}，页面上为 {valid[0].text.upper()}", valid[0].shown)
    for one in read:
        if one not in valid and not (typed and _same(one.text, typed)):
            yield doubt(f"页面上的 ISSN 读作 {one.text.upper()}，校验位不符，可能误读", one.shown)
        elif one in valid and not typed:
            yield good(f"ISSN {one.text.upper()} 校验位有效", one.shown)


def _cn_points(typed: str | None, read: list[_Read], params: Numbers) -> Iterator[Point]:
    for text, shown, sure in [(typed, (), True), *((one.text, (one.shown,), one.sure) for one in read)]:
        if text:
            yield _cn_point(text, shown, sure, params)
    usual = [one for one in read if _FORM.match(one.text)]
    if typed and usual and not any(alike(one.text, typed) for one in usual):
        yield doubt(f"申报信息的 CN 为 {typed.upper()}，页面上为 {usual[0].text.upper()}", usual[0].shown)


def _cn_point(text: str, shown: tuple[Evidence, ...], sure: bool, params: Numbers) -> Point:
    wrong, name = bad if sure else doubt, f"CN {text.upper()}"
    if any(plain(mark) in text for mark in params.outside):
        return wrong(f"{name} 不是国内统一连续出版物号", *shown)
    if not (found := _FORM.match(text)):
        return wrong(f"{name} 不是国内统一连续出版物号的格式（CN 地区号-序号/分类号）", *shown)
    first, last = params.printed
    if not first <= int(found[1]) <= last:
        return doubt(f"{name} 的序号不在印刷版期刊的 {first}–{last} 之内，可能是报纸、网络版或不是期刊", *shown)
    return good(f"{name} 格式有效", *shown)


def _without_cn(issn: str, claim: Paper, item: Item, read: list[_Read], params: Numbers) -> Iterator[Point]:
    """Journals of other countries have no CN; one with a Chinese name should."""
    if claim.journal and not re.search(r"[\u4e00-\u9fff]", claim.journal):
        yield good("外文期刊没有 CN 号")
        return
    text = f"只有 ISSN {issn.upper()}，没有国内统一连续出版物号（CN）"
    for document in item.documents:
        for page in document.pages:
            whole = find(page, params.imprint) and read_well(page) and "cn" not in plain(page.text)
            if whole and any(one.shown.file == document.file and one.shown.page == page.number for one in read):
                yield bad(f"{text}，版权页上也没有", at(document, page))
                return
    yield doubt(f"{text}，请看版权页", *(one.shown for one in read))


def _shown(read: list[_Read]) -> Numbered:
    return {one.text: (one.shown,) for one in read}


def _found(item: Item, pattern: re.Pattern[str]) -> list[_Read]:
    """Every number on the pages but for those in citations."""
    found: dict[str, _Read] = {}
    for document in item.documents:
        for page in document.pages:
            for word in own_lines(page):
                for printed in pattern.findall(plain(word.text)):
                    bare = re.sub(r"[—–]", "-", printed)
                    found.setdefault(bare, _Read(bare, at(document, page, word)))
    return list(found.values())


def _same(one: str, other: str) -> bool:
    return one.replace("-", "") == other.replace("-", "")


def _first(read: list[_Read]) -> str | None:
    return read[0].text if read else None
