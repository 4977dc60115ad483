"""Awards: 绍建盟[2024]07号 五（八）; rule AW-01. To be issued by 中国科学技术协会 is no fault by itself."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from checks.check import Params, failed, na, passed, unsure
from checks.pages import Hit, at, find, lines, read_well
from checks.rows import plain
from verify.form import Award
from verify.model import Case, Document, Evidence, Item, Observation, Page, Slot, Word

SURE = 0.97
"""Least confidence for a seal's reading to accuse."""


class NotForged(Params):
    """Certificate titles that these issuers never gave; a page with a `genuine` issuer is a person's to judge.

    `innocent` titles contain a listed one by accident and are left alone.
    """

    issuers: tuple[str, ...]
    titles: tuple[str, ...]
    genuine: tuple[str, ...] = ()
    innocent: tuple[str, ...] = ()


def not_forged(case: Case, params: NotForged) -> Iterable[Observation]:
    """AW-01: no certificate names both a listed title and a listed issuer."""
    seen = [_item(item, params) for item in case.items_in(Slot.AWARD)]
    loose = [_document(document, params) for document in case.in_slot(Slot.OTHER)]
    return [*seen, *(o for o in loose if o)] or [na("获奖", "没有申报获奖，本项不适用。")]


def _item(item: Item, params: NotForged) -> Observation:
    for wanted in ("exact", "near"):
        for document in item.documents:
            seen = _document(document, params, item.subject)
            if seen and (wanted == "near" or seen.outcome.value == "fail"):
                return seen
    claimed = item.claim if isinstance(item.claim, Award) else Award()
    if _pair(claimed, params):
        message = f"申报信息写的是“{claimed.issuer}”颁发的“{claimed.name}”，属通知所指假冒证书的情形，请核实证书原件。"
        pages = [page for document in item.documents for page in document.pages]
        if any(read_well(page) for page in pages):
            return unsure(item.subject, f"{message}证书页上没有同时读到两者。", *_files(item))
        return failed(item.subject, message, *_files(item), found=f"{claimed.issuer}·{claimed.name}")
    if item.documents and not any(read_well(page) for document in item.documents for page in document.pages):
        return unsure(item.subject, "获奖证书未能读清，请人工查看证书名称和颁发单位。", *_files(item))
    return passed(item.subject, "不是通知所指的假冒证书。", found=claimed.name)


def _document(document: Document, params: NotForged, subject: str | None = None) -> Observation | None:
    """What the worst page of a file says, or None where no page pairs a listed title with a listed issuer."""
    for page in document.pages:
        level, words = _page(page, params)
        if not level:
            continue
        shown = [at(document, page, word) for word in words]
        found = "；".join(word.text for word in words)
        if level == "exact":
            message = f"证书写有“{found}”，属通知所指假冒证书的情形，请评委会核实；系统不作真伪结论。"
            return failed(subject or document.file, message, *shown, found=found)
        message = f"证书读作“{found}”，与通知所指假冒证书相近，请人工核对证书名称和颁发单位。"
        return unsure(subject or document.file, message, *shown, found=found)
    return None


def _page(page: Page, params: NotForged) -> tuple[Literal["exact", "near"] | None, tuple[Word, ...]]:
    issuer, title = find(page, params.issuers, fuzzy=True), find(page, params.titles, fuzzy=True)
    if not issuer or not title:
        return None, ()
    if any(plain(name) in plain(title.word.text) for name in params.innocent):
        return None, ()
    exact = _surely(page, issuer) and _surely(page, title) and not find(page, params.genuine)
    return "exact" if exact else "near", (title.word, issuer.word)


def _surely(page: Page, hit: Hit) -> bool:
    """Whether what accuses was read beyond doubt: printed, or a seal of which every reading says the same."""
    if hit.level != "exact":
        return False
    worn = [s for s in page.seals if s.confidence < SURE or len({s.title, *s.candidates}) > 1]
    printed = any(hit.phrase in plain(word.text) for word in lines(page))
    return printed or not any(seal.box == hit.word.box for seal in worn)


def _pair(claimed: Award, params: NotForged) -> bool:
    issuer, name = plain(claimed.issuer or ""), plain(claimed.name or "")
    innocent = any(plain(title) in name for title in params.innocent)
    listed = any(plain(title) in name for title in params.titles)
    return listed and not innocent and any(plain(unit) in issuer for unit in params.issuers)


def _files(item: Item) -> tuple[Evidence, ...]:
    return tuple(Evidence(document.file) for document in item.documents)
