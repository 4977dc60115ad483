"""Is the applicant an author of a paper: rule PP-06. To be the second author is no fault."""

from __future__ import annotations

from checks.check import Params, failed, na, passed, unsure
from checks.listed import Listing, best_of, listings
from checks.names import compact, find_name, on_page
from checks.pages import at
from checks.paper_pages import bylines, entries, first_of
from verify.finding import Evidence, Observation
from verify.form import Paper
from verify.model import Case, Item
from verify.page import Word


class Authors(Params):
    """`labels` open a line on the authors (作者简介)."""

    labels: tuple[str, ...] = ()


def author(case: Case, item: Item, params: Authors) -> Observation:
    """By the byline of the body, the contents' entry and the note on the authors; then by the form."""
    typed = item.claim.authors if isinstance(item.claim, Paper) else ()
    on_form = not typed or any(find_name(case.name, [_word(one)]).level == "exact" for one in typed)
    if not item.documents:
        return _by_form(case, item, typed, on_form)
    lines = bylines(item)
    lists = [one for one, _ in lines]
    level, best = best_of(case.name, [*lists, *listings(item.documents, params.labels), *_entries(item)])
    if level == "exact" and best:
        return _named(case, item, best, typed, on_form, first_of(lists))
    if level == "near" and best:
        message = f"作者中有与“{case.name}”相近的字样，请人工核对是否为申报人。"
        return unsure(item.subject, message, best.shown, expected=case.name, found=best.text)
    elsewhere = [at(d, p, s.word) for d in item.documents for p in d.pages if (s := on_page(case.name, p)).word]
    whole = [one for one, ended in lines if ended and one.complete]
    if elsewhere or not whole or not all(document.readable for document in item.documents):
        why = "页面别处有相近字样" if elsewhere else "正文的题名、署名未能读清（或为外文署名）"
        message = f"没有在论文署名处读到“{case.name}”，{why}，请人工查看作者。"
        return unsure(item.subject, message, *(elsewhere or _files(item))[:3], expected=case.name)
    message = f"正文署名为“{whole[0].text}”，没有申报人“{case.name}”。"
    return failed(item.subject, message, whole[0].shown, expected=case.name, found=whole[0].text)


def _named(
    case: Case, item: Item, best: Listing, typed: tuple[str, ...], on_form: bool, first: str | None
) -> Observation:
    if not on_form:
        message = f"页面署名有“{case.name}”，申报信息填的作者是“{'、'.join(typed)}”，请核对填报。"
        return unsure(item.subject, message, best.shown, expected="、".join(typed), found=best.text)
    order = "（署名第一的是他人，作者次序由人工掌握）" if first and first != compact(case.name) else ""
    return passed(item.subject, f"论文署名有申报人“{case.name}”{order}。", best.shown, found=case.name)


def _by_form(case: Case, item: Item, typed: tuple[str, ...], on_form: bool) -> Observation:
    if typed and not on_form:
        message = f"申报信息填的作者是“{'、'.join(typed)}”，没有申报人“{case.name}”，又没有上传论文页面，请人工核对。"
        return unsure(item.subject, message, expected=case.name, found="、".join(typed))
    return na(item.subject, "没有上传论文页面，无法核对作者。")


def _entries(item: Item) -> list[Listing]:
    return [entry.listing for entry in entries(item)]


def _word(text: str) -> Word:
    return Word(text, (0, 0, 1, 1), 1.0)


def _files(item: Item) -> list[Evidence]:
    return [Evidence(document.file) for document in item.documents]
