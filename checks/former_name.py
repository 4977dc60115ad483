"""May another name on a page be the applicant's former one: rule XC-01. People change their names, and papers stay."""

from __future__ import annotations

from collections.abc import Iterable

from checks.identity_numbers import compact, like, residents_in
from checks.names import on_page
from checks.pages import beside, lines
from checks.rows import plain
from verify.model import Case
from verify.page import Page


def may_be_former(case: Case, other: str, pages: Iterable[Page], words: Iterable[str]) -> str:
    """Why `other`, read on `pages`, may be the applicant's own name of before, in Chinese; "" where nothing says so.

    Their own ID number stands on those pages, or on another page with that name and without today's; or a page tells of
    a change by one of `words` (曾用名, 更名). None of it proves that they are one person: someone must look.
    """
    if any(_bears_number(case, page) for page in pages):
        return "页面上的身份证号与申报人相同，可能是申报人更名前的材料"
    every, told = [page for document in case.documents for page in document.pages], tuple(words)
    if any(_tells(page, other, told) for page in every):
        return "材料中有曾用名或更名的记载，可能是申报人更名前的材料"
    if any(_bears_number(case, page) and _names_only(case, page, other) for page in every):
        return "另有材料上这个姓名与申报人的身份证号在一起，可能是申报人更名前的材料"
    return ""


def _bears_number(case: Case, page: Page) -> bool:
    claimed = compact(case.form.id_number or "")
    found = (number for word in lines(page) for number in residents_in(word.text))
    return len(claimed) == 18 and any(like(claimed, number) == "same" for number in found)


def _names_only(case: Case, page: Page, other: str) -> bool:
    return on_page(other, page).level == "exact" and on_page(case.name, page).level == "none"


def _tells(page: Page, name: str, words: tuple[str, ...]) -> bool:
    """Whether a line tells of a change of that name, or the name stands after a label that says so."""
    said = (plain(word.text) for word in lines(page))
    told = any(plain(name) in text and any(plain(word) in text for word in words) for text in said)
    return told or any(value and plain(name) in plain(value.text) for _, value in beside(page, words))
