"""Is the applicant among the inventors of a patent: rule PT-02."""

from __future__ import annotations

from checks.check import failed, na, passed, unsure
from checks.listed import Listing, best_of, listings
from checks.names import find_name, on_page
from checks.pages import at
from checks.patent_parts import Named, all_open, at_filing, files, front
from checks.rows import plain
from verify.finding import Evidence, Observation
from verify.form import Patent
from verify.model import Case, Item
from verify.page import Word


def among(case: Case, item: Item, params: Named) -> Observation:
    """PT-02: by the inventors on the pages; the form alone proves nothing, and may have been mistyped."""
    if not item.documents:
        return na(item.subject, "没有上传专利证书，无法核对发明人。")
    lists = front(item.documents, params) or at_filing(item.documents, params)
    level, best = best_of(case.name, lists)
    if level == "exact" and best:
        return _on_form(case, item, best)
    if level == "near" and best:
        message = f"发明人中有与“{case.name}”相近的字样，请人工核对是否为申报人。"
        return unsure(item.subject, message, best.shown, expected=case.name, found=best.text)
    elsewhere = _elsewhere(case.name, item, params)
    if not lists or not any(one.complete for one in lists) or not all_open(item) or elsewhere:
        message = f"没有在发明人（设计人）一栏读到“{case.name}”，但该栏或有的页面未能读清，请人工查看证书。"
        return unsure(item.subject, message, *(elsewhere or _shown(lists, item)), expected=case.name)
    owner = "；申报人只是专利权人（申请人），不等于发明人" if _holds(case.name, item, params) else ""
    message = f"发明人为“{lists[0].text}”，其中没有申报人“{case.name}”{owner}。"
    return failed(item.subject, message, *_shown(lists, item), expected=case.name, found=lists[0].text)


def _on_form(case: Case, item: Item, best: Listing) -> Observation:
    typed = item.claim.inventors if isinstance(item.claim, Patent) else ()
    if typed and all(find_name(case.name, [_typed(one)]).level != "exact" for one in typed):
        message = f"证书的发明人中有“{case.name}”，申报信息填的发明人是“{'、'.join(typed)}”，请核对填报。"
        return unsure(item.subject, message, best.shown, expected="、".join(typed), found=best.text)
    first = "" if best.people[:1] in ((), (plain(case.name),)) else "（不是第一发明人）"
    return passed(item.subject, f"发明人中有申报人“{case.name}”{first}。", best.shown, found=best.text)


def _elsewhere(name: str, item: Item, params: Named) -> list[Evidence]:
    """Where a name stands on the pages that is, or may be, the applicant's, but for those who hold the patent."""
    held = [word.box for one in listings(item.documents, params.holders, params.inventors) for word in one.words]
    found = [(d, p, on_page(name, p)) for d in item.documents for p in d.pages]
    return [at(d, p, s.word) for d, p, s in found if s.word and s.word.box not in held]


def _holds(name: str, item: Item, params: Named) -> bool:
    return best_of(name, listings(item.documents, params.holders, params.inventors))[0] == "exact"


def _typed(text: str) -> Word:
    return Word(text, (0, 0, 1, 1), 1.0)


def _shown(lists: list[Listing], item: Item) -> tuple[Evidence, ...]:
    return tuple(one.shown for one in lists[:3]) or files(item)
