"""Who issued a group standard, and is that body a national one: rule GS-01."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from checks.check import Params, failed, na, passed, unsure
from checks.fields import SURE
from checks.pages import at, joined
from checks.rows import height, levels, plain
from verify.finding import Evidence, Observation
from verify.form import Standard
from verify.model import Document, Item
from verify.page import Page, Word

LOOK_UP = "名称不足以证明，请到民政部全国社会组织信用信息公示平台查核登记"

CLAUSE = "通知所指工程建设团体标准由国家级协会、学会等社会团体颁布"

Level = Literal["national", "local", "unclear"]
Issuer = tuple[str, Evidence]

_GROUP = re.compile(r"^t/[a-z]")
_OTHER = re.compile(r"^(?!cecs)(?:db[a-z]?\d{2}|q/|[a-z]{2,4})(?:/[tz])?[^a-z/]*\d")
_DATES = re.compile(r"\d{4}[-年.]\d{1,2}[-月.]\d{1,2}日?(?:发布|实施|起实施)?")
_ISSUED = re.compile(r"^([\u4e00-\u9fff()、]{4,60}?)(?:联合)?发布$")


class Body(Params):
    """How a standard and its issuer are told by their names.

    `group` and `others`: words for the standard's own level. `national`: how a national body's name begins, `bodies`:
    how an association's ends, `places`: provinces and cities with which a local one's begins.
    """

    group: str
    others: tuple[str, ...]
    national: tuple[str, ...]
    bodies: tuple[str, ...]
    places: tuple[str, ...]


def issued(item: Item, params: Body) -> Observation:
    """By the issuer on the cover, else by the form's; what the cover says outweighs what was typed."""
    claim = item.claim if isinstance(item.claim, Standard) else Standard()
    said = {*_typed(claim, params), *_printed(item, params)}
    if said == {False}:
        return na(item.subject, "不是团体标准（国家、行业、地方或企业标准），本项不适用。")
    if said != {True}:
        why = "申报信息与封面说法不一" if said else "标准编号和级别都没有读到"
        message = f"看不出是不是团体标准（{why}），请人工查看封面。"
        return unsure(item.subject, message, *_files(item), found=claim.number)
    read = [one for document in item.documents for page in document.pages for one in _issuers(document, page)]
    return _judged(item, claim, read, params)


def _judged(item: Item, claim: Standard, read: list[Issuer], params: Body) -> Observation:
    typed = _bodies(claim.issuer or "")
    names = [name for name, _ in read] or typed
    shown, found = [evidence for _, evidence in read], "、".join(dict.fromkeys(names))
    kinds = {level_of(name, params) for name in names}
    where = "封面" if read else "申报信息"
    if kinds == {"national"}:
        return passed(item.subject, f"{where}的发布单位“{found}”似为国家级社会团体；{LOOK_UP}。", *shown, found=found)
    sure = all((one.confidence or 0.0) >= SURE for one in shown)
    agreed = all(level_of(name, params) != "national" for name in typed)
    if kinds == {"local"} and not read and item.documents:
        message = f"申报信息的发布单位“{found}”似是地方社会团体，封面上没有读到发布单位，请人工查看封面；{CLAUSE}。"
        return unsure(item.subject, message, *_files(item), expected="国家级协会、学会等", found=found)
    if kinds == {"local"} and sure and agreed:
        message = f"{where}的发布单位“{found}”是地方社会团体；{CLAUSE}，这项标准不予认可。"
        return failed(item.subject, message, *shown, expected="国家级协会、学会等", found=found)
    if kinds == {"local"} and not agreed:
        message = f"申报信息的发布单位为“{claim.issuer}”，封面为“{found}”，请人工核对；{CLAUSE}。"
        return unsure(item.subject, message, *shown, expected=claim.issuer, found=found)
    who = f"“{found}”看不出是否为国家级社会团体" if found else "没有读到"
    message = f"发布单位{who}，请人工核对；{CLAUSE}。"
    return unsure(item.subject, message, *(shown or _files(item)), found=found or None)


def level_of(name: str, params: Body) -> Level:
    """What a body's name tells of its level: 中国…协会 may be national, 浙江省…协会 is not."""
    bare = plain(name)
    body, placed = bare.endswith(params.bodies), any(place in bare for place in params.places)
    if bare.startswith(params.places) and body:
        return "local"
    return "national" if bare.startswith(params.national) and body and not placed else "unclear"


def _typed(claim: Standard, params: Body) -> Iterator[bool]:
    """Whether the form's number and level say that it is a group standard."""
    number = plain(claim.number or "")
    if _GROUP.match(number):
        yield True
    elif _OTHER.match(number):
        yield False
    if claim.level and params.group.startswith(plain(claim.level)[:2]):
        yield True
    elif claim.level and any(other.startswith(plain(claim.level)[:2]) for other in params.others):
        yield False


def _printed(item: Item, params: Body) -> Iterator[bool]:
    """Whether a line of its own on a page (中华人民共和国行业标准, 团体标准) says so."""
    for document in item.documents:
        for page in document.pages:
            for word in page.words:
                text = plain(word.text)
                if len(text) <= 16 and text.endswith((params.group, *params.others)) and "《" not in text:
                    yield text.endswith(params.group)


def _issuers(document: Document, page: Page) -> Iterator[Issuer]:
    """Who stands before 发布 on a cover: in its line, or in the lines right above it; not the day of issue.

    A line counts by itself too: a sign-off may stand beside it.
    """
    table = [joined(level) for level in levels(page.words)]
    for number, level in enumerate(levels(page.words)):
        for word in dict.fromkeys((table[number], *level)):
            text = _DATES.sub("", plain(word.text))
            if found := _ISSUED.match(text):
                yield from _each(found[1], document, page, word)
            if found or text in ("发布", "联合发布"):
                yield from _above(document, page, table[:number], word)
                break


def _above(document: Document, page: Page, table: list[Word], below: Word) -> Iterator[Issuer]:
    """Bodies that issue jointly stand one above the other."""
    for word in reversed(table):
        text = plain(word.text)
        if below.box[1] - word.box[3] > 1.5 * height(below.box) or not re.fullmatch(r"[\u4e00-\u9fff()]{6,40}", text):
            return
        yield from _each(text, document, page, word)
        below = word


def _each(text: str, document: Document, page: Page, word: Word) -> Iterator[Issuer]:
    for name in _bodies(text):
        yield name, at(document, page, word)


def _bodies(text: str) -> list[str]:
    """The bodies that a text names side by side."""
    return [name for part in re.split(r"[、,，;；/]", text) if (name := part.strip())]


def _files(item: Item) -> tuple[Evidence, ...]:
    return tuple(Evidence(document.file) for document in item.documents)
