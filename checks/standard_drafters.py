"""Is the applicant among a standard's drafters: rule GS-02."""

from __future__ import annotations

from checks.check import Params, failed, na, passed, unsure
from checks.listed import Listing, best_of, listings
from checks.names import on_page
from checks.pages import WELL, at, read_well
from checks.rows import plain
from verify.finding import Evidence, Observation
from verify.model import Case, Item


class Drafters(Params):
    """Labels of a foreword's lists: `people` who drafted, `units` that did, `others` such as those who reviewed."""

    people: tuple[str, ...]
    units: tuple[str, ...]
    others: tuple[str, ...] = ()


def drafted(case: Case, item: Item, params: Drafters) -> Observation:
    """By the list of drafters; who is named elsewhere, such as among the reviewers, is a person's to judge."""
    if not item.documents:
        return na(item.subject, "没有上传标准的页面，无法核对主要起草人。")
    lists = listings(item.documents, params.people, (*params.units, *params.others))
    level, best = best_of(case.name, lists)
    if best is None:
        return _without_list(case, item, params)
    if level == "exact":
        return passed(item.subject, f"主要起草人中有申报人“{case.name}”。", best.shown, found=best.text)
    elsewhere = _elsewhere(case.name, item)
    if level == "near":
        message = f"主要起草人中有与“{case.name}”相近的字样，请人工核对是否为申报人。"
        return unsure(item.subject, message, best.shown, expected=case.name, found=best.text)
    if elsewhere or not best.complete or not _all_open(item):
        message = f"主要起草人中没有读到“{case.name}”，但页面别处有相近字样，或名单未能读清、未完，请人工查看前言。"
        return unsure(item.subject, message, *(elsewhere or [best.shown]), expected=case.name)
    message = f"前言的主要起草人为“{''.join(best.text.split()).rstrip('。')}”，没有申报人“{case.name}”。"
    return failed(item.subject, message, best.shown, expected=case.name, found=best.text)


def _without_list(case: Case, item: Item, params: Drafters) -> Observation:
    units = listings(item.documents, params.units, (*params.people, *params.others))
    elsewhere = _elsewhere(case.name, item)
    if units and not elsewhere and _all_open(item) and any(_goes_on(one, item) for one in units):
        message = f"前言只列起草单位，没有起草人，不能证明申报人“{case.name}”参加编制。"
        return failed(item.subject, message, units[0].shown, expected=case.name, found=units[0].text)
    why = "前言的起草人名单可能在另一页" if units else "没有读到载有主要起草人的前言页"
    message = f"{why}，请人工查看，或补充前言页。"
    return unsure(item.subject, message, *(elsewhere or _files(item)), expected=case.name)


def _goes_on(units: Listing, item: Item) -> bool:
    """Whether a page says something further below its list of units: then no list of people follows on another page."""
    foot = max(word.box[3] for word in units.words)
    more = [w for w in units.page.words if w.box[1] > foot and len(plain(w.text)) >= 6]
    well = all(read_well(page, WELL) for document in item.documents for page in document.pages)
    return len(more) >= 2 and well


def _elsewhere(name: str, item: Item) -> list[Evidence]:
    seen = [(d, p, on_page(name, p)) for d in item.documents for p in d.pages]
    return [at(d, p, s.word) for d, p, s in seen if s.word]


def _all_open(item: Item) -> bool:
    return all(document.readable for document in item.documents)


def _files(item: Item) -> tuple[Evidence, ...]:
    return tuple(Evidence(document.file) for document in item.documents)
