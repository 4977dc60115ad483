"""What the applicant applies for: the specialty of the catalogue, the category, the committee. Rules CT-01 … CT-04, TM-14."""

from __future__ import annotations

from dataclasses import replace

from pydantic import Field

from checks.catalogue import listed, meant
from checks.check import Params, failed, na, passed, unsure
from checks.rows import plain
from verify.finding import Observation
from verify.model import Case

SPECIALTY, CATEGORY, COMMITTEE = "applying_for.specialty", "applying_for.category", "applying_for.committee"

PART = 6
"""A committee may be written as a part of its name that has so many characters."""


class Specialty(Params):
    """The catalogue's names; `only` are those that are open to some kinds of employer alone.

    `other_kinds` are the kinds of employer that are surely not meant; any other word is a person's to judge. `apart`:
    words that make another specialty of a name.
    """

    catalogue: tuple[str, ...]
    apart: tuple[str, ...] = ()
    only: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    other_kinds: tuple[str, ...] = ()


def in_catalogue(case: Case, params: Specialty) -> Observation:
    """CT-01, CT-03: the specialty is a name of the catalogue; then CT-02."""
    word = case.form.applying_for.specialty
    if not word:
        return na(SPECIALTY, "申报信息没有申报专业，无法核对。")
    expected = "、".join(params.catalogue)
    if name := listed(word, params.catalogue):
        return _open(case, name, params)
    if near := meant(word, params.catalogue, params.apart):
        message = f"申报专业“{word}”与目录中的“{'”“'.join(near)}”相近而不相同，请人工确认所指专业，并按目录名称填写。"
        return unsure(SPECIALTY, message, expected=expected, found=word)
    message = f"申报专业“{word}”不在本次评审的专业之内（{expected}），请核对是否选错评审计划。"
    return failed(SPECIALTY, message, expected=expected, found=word)


def _open(case: Case, name: str, params: Specialty) -> Observation:
    """CT-02: a specialty that is open to some kinds of employer only."""
    kinds, kind = params.only.get(name), case.form.employer.kind
    if not kinds:
        return passed(SPECIALTY, f"申报专业“{name}”在目录内。", found=name)
    expected = f"限{'、'.join(kinds)}"
    if not kind:
        message = f"申报专业“{name}”{expected}，申报信息没有单位性质，请人工确认。"
        return unsure(SPECIALTY, message, expected=expected)
    if listed(kind, kinds):
        return passed(SPECIALTY, f"申报专业“{name}”在目录内，单位性质为{kind}。", expected=expected, found=kind)
    if listed(kind, params.other_kinds):
        message = f"申报专业“{name}”{expected}，申报信息中单位性质为“{kind}”。"
        return failed(SPECIALTY, message, expected=expected, found=kind)
    message = f"申报专业“{name}”{expected}，单位性质“{kind}”是否属于，请人工确认。"
    return unsure(SPECIALTY, message, expected=expected, found=kind)


class Category(Params):
    """The categories to choose from; `usual` is the one that a specialty goes by, where it is plain.

    `committees`: names of the one that receives the applications, and where its clause stands (`committee_section`);
    `elsewhere`: words of places whose committees are surely others.
    """

    categories: tuple[str, ...]
    usual: dict[str, str] = Field(default_factory=dict)
    committees: tuple[str, ...] = ()
    committee_section: str = ""
    elsewhere: tuple[str, ...] = ()


def of_the_categories(case: Case, params: Category) -> Observation:
    """CT-04: one of the categories; one that is usual for another specialty is a person's to judge."""
    word = case.form.applying_for.category
    if not word:
        return na(CATEGORY, "申报信息没有申报类别，无法核对。")
    expected = "、".join(params.categories)
    name = listed(word, params.categories)
    if name is None and (near := meant(word, params.categories)):
        message = f"申报类别“{word}”似指“{'”“'.join(near)}”，请人工确认，并按通知的写法选择。"
        return unsure(CATEGORY, message, expected=expected, found=word)
    if name is None:
        return failed(CATEGORY, f"申报类别“{word}”不是通知所列的类别（{expected}）。", expected=expected, found=word)
    if others := _of_another(case, name, params):
        message = (
            f"申报类别“{name}”一般对应{others}，申报专业为“{case.form.applying_for.specialty}”，请人工确认是否选对。"
        )
        return unsure(CATEGORY, message, found=name)
    return passed(CATEGORY, f"申报类别“{name}”是通知所列的类别。", expected=expected, found=name)


def _of_another(case: Case, name: str, params: Category) -> str:
    """The specialties that the category is usual for, where the applicant's own usually goes by another; else ""."""
    own = plain(case.form.applying_for.specialty or "")
    usual = {plain(specialty): category for specialty, category in params.usual.items()}
    others = [specialty for specialty, category in params.usual.items() if category == name]
    return "、".join(others) if own in usual and usual[own] != name else ""


def of_the_committee(case: Case, params: Category) -> list[Observation]:
    """TM-14: the committee that the notice names; another place's is wrong, another way of writing is a person's to judge."""
    word = case.form.applying_for.committee
    if not word or not params.committees:
        return []
    expected, said = params.committees[0], plain(word)
    known = {"expected": expected, "found": word}
    if any(plain(name) in said or (len(said) >= PART and said in plain(name)) for name in params.committees):
        seen = passed(COMMITTEE, f"受理评审委员会“{word}”是通知所写的。", **known)
    elif places := [place for place in params.elsewhere if place in said]:
        message = f"受理评审委员会“{word}”是{places[0]}的，本通知由{expected}受理；请按用人单位所属关系核对是否选错。"
        seen = failed(COMMITTEE, message, **known)
    else:
        message = f"受理评审委员会“{word}”与通知所写的“{expected}”不同，请人工确认是否选对。"
        seen = unsure(COMMITTEE, message, **known)
    return [replace(seen, section=params.committee_section or None)]
