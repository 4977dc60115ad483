"""Social insurance: 绍建盟[2024]07号 三（一）、五（四）、附件2 二5.1; 永人社〔2021〕23号 二（三）3、四4.

Rules SI-01 … SI-05.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from checks.check import Params, failed, na, passed, unsure
from checks.fields import Field, fields, well_read
from checks.insurance_units import Kinship, kinship
from checks.pages import at, find
from checks.parties import once_own
from checks.rows import plain
from verify.finding import Evidence, Observation
from verify.model import Case, Slot
from verify.org_names import whole
from verify.org_places import provinces_of

SUBJECT = "social_insurance"
OUTSIDE = "省外"


class Employer(Params):
    """`labels`: what the insured unit stands after on a proof; `dispatch`: words of firms that insure for others."""

    labels: tuple[str, ...]
    dispatch: tuple[str, ...]


def employer_agrees(case: Case, params: Employer) -> Iterable[Observation]:
    """SI-01: the unit that pays the insurance is the one that applies, by the form and by the proof."""
    unit, stated = case.form.employer.name, case.form.social_insurance.employer
    on_pages = [one for one in fields(case.in_slot(Slot.INSURANCE), params.labels) if whole(plain(one.text))]
    if not unit:
        return [na(SUBJECT, "申报信息没有填写申报单位，无法与社保单位核对。")]
    if not stated and not on_pages:
        return [_nothing(case)]
    own = once_own(case)
    form = kinship(stated, unit, own, params.dispatch) if stated else None
    page = min((kinship(one.text, unit, own, params.dispatch) for one in on_pages), default=None)
    shown = _shown(on_pages, unit, own, params)
    return [_judged(unit, stated, form, page, shown)]


def _nothing(case: Case) -> Observation:
    if files := [Evidence(document.file) for document in case.in_slot(Slot.INSURANCE)]:
        return unsure(SUBJECT, "申报信息没有填写社保单位，参保证明上也没有读到单位名称，请人工查看。", *files)
    return na(SUBJECT, "申报信息没有填写社保单位，也没有参保证明，无法核对（可由系统数据核对）。")


def _shown(on_pages: list[Field], unit: str, own: tuple[str, ...], params: Employer) -> Field | None:
    return min(on_pages, key=lambda one: kinship(one.text, unit, own, params.dispatch), default=None)


def _judged(
    unit: str, stated: str | None, form: Kinship | None, page: Kinship | None, shown: Field | None
) -> Observation:
    """The form's word and the proof's together: only where neither speaks for the applicant's unit is it another's."""
    evidence = (shown.shown,) if shown else ()
    told = "，".join(
        [*([f"申报信息的社保单位为“{stated}”"] if stated else []), *([f"参保证明上为“{shown.text}”"] if shown else [])]
    )
    found = stated or (shown.text if shown else None)
    if form is Kinship.NO_UNIT and page is not None:
        form = None  # 同上, 本单位: the proof alone speaks
    kinds = {one for one in (form, page) if one is not None}
    if kinds == {Kinship.SAME}:
        return passed(SUBJECT, f"{told}，与申报单位一致。", *evidence, expected=unit, found=found)
    if Kinship.SAME in kinds:
        message = f"{told}，两处不一致；申报单位为“{unit}”，请人工核对目前由谁缴纳。"
        return unsure(SUBJECT, message, *evidence, expected=unit, found=found)
    if doubts := sorted(kinds - {Kinship.OTHER}):
        message = f"{told}，申报单位为“{unit}”：{doubts[0].told}，请人工核对。"
        return unsure(SUBJECT, message, *evidence, expected=unit, found=found)
    if form is None and shown and not shown.sure:
        message = f"{told}，未能读清，申报单位为“{unit}”，请人工核对。"
        return unsure(SUBJECT, message, *evidence, expected=unit, found=found)
    message = f"{told}，与申报单位“{unit}”不是同一单位；如系更名、分公司或劳务派遣，请提供证明。"
    return failed(SUBJECT, message, *evidence, expected=unit, found=found)


class LocalMonths(Params):
    """`least` months paid in one of `places` by `until`, asked of those who came from outside `region`."""

    least: int
    until: date
    places: tuple[str, ...]
    region: tuple[str, ...]


def local_months(case: Case, params: LocalMonths) -> Iterable[Observation]:
    """SI-02: who came from elsewhere has paid so many months here by the last day for applying."""
    insured = case.form.social_insurance
    months, place, subject = insured.local_months, insured.place, f"{SUBJECT}.local_months"
    if months is None:
        return [na(subject, "申报信息没有填写在本地缴纳社保的月数，无法核对。")]
    expected, found = f"{params.least} 个月", f"{months} 个月"
    told = f"填报在{params.places[0]}缴纳社保 {months} 个月"
    if months >= params.least:
        return [passed(subject, f"{told}，不少于 {params.least} 个月。", expected=expected, found=found)]
    outside = bool(insured.out_of_province_last_year) or _elsewhere(place, params.region)
    more = _months_left(case, params.until)
    if outside and more is not None and months + more < params.least:
        message = f"{told}，截至 {params.until} 不足 {params.least} 个月；申报人近 1 年在外地参保。数据可能延时，请以最新记录核对。"
        return [failed(subject, message, expected=expected, found=found)]
    who = "提交至截止日之间或可缴满，" if outside else "只要求外地流动来的申报对象，申报信息看不出是否外地流动来的，"
    return [
        unsure(subject, f"{told}，不足 {params.least} 个月；{who}请人工核对参保记录。", expected=expected, found=found)
    ]


def _elsewhere(place: str | None, region: Iterable[str]) -> bool:
    return bool(place) and not any(plain(name) in plain(place or "") for name in region)


def _months_left(case: Case, until: date) -> int | None:
    """The months begun between the day of applying and the last day; None where that day is not known."""
    day = case.form.submitted_at
    return max(0, math.ceil((until - day.first).days / 30)) if day else None


class OutsideProof(Params):
    """`province`: the province, and words of places within it; `provinces`: those of others; `titles`: of proofs.


    `where`: the notice's word for outside; `within`: what is told of those of whom nothing is asked.
    """

    where: str = OUTSIDE
    within: str = "省内社保由系统自动获取，不需提供证明"
    province: tuple[str, ...]
    provinces: tuple[str, ...]
    titles: tuple[str, ...]


def outside_proof(case: Case, params: OutsideProof) -> Iterable[Observation]:
    """SI-03 … SI-05: a proof of insurance outside the province, or the place, within the last year; asked of nobody else."""
    return [replace(one, message=one.message.replace(OUTSIDE, params.where)) for one in _outside_proof(case, params)]


def _outside_proof(case: Case, params: OutsideProof) -> list[Observation]:
    insured, subject = case.form.social_insurance, f"{SUBJECT}.out_of_province_last_year"
    outside = insured.out_of_province_last_year
    away = _elsewhere(insured.place, params.province) and not _is_in(insured.place or "", params.province[0])
    if not outside:
        if away:
            message = f"社保缴纳地填为“{insured.place}”，似在省外或看不出在哪里，而没有填报近 1 年有省外社保，请人工核对是否需要证明。"
            return [unsure(subject, message, found=insured.place)]
        why = "填报近 1 年没有省外社保" if outside is False else "没有填报近 1 年有省外社保"
        return [na(subject, f"{why}；{params.within}。")]
    return [_proof(case, subject, params)]


def _is_in(place: str, province: str) -> bool:
    """Whether a place is that province's alone: 诸暨, 越城区; a name of places in several provinces is not."""
    return provinces_of(plain(place)) == {province}


def _proof(case: Case, subject: str, params: OutsideProof) -> Observation:
    proofs = [d for d in case.documents if d.slot is Slot.INSURANCE or any(find(p, params.titles) for p in d.pages)]
    if not proofs:
        dark = [d for d in case.in_slot(Slot.OTHER) if not well_read([d])]
        if dark:
            message = "填报近 1 年有省外社保，没有认出省外缴纳证明，但有材料没有读清，请人工查看。"
            return unsure(subject, message, *(Evidence(d.file) for d in dark))
        return failed(subject, "填报近 1 年有省外社保，但没有上传省外社保缴纳证明，请补充。", found="没有")
    for document, page in ((d, p) for d in proofs for p in d.pages):
        if hit := find(page, params.provinces):
            return passed(subject, "有省外社保缴纳证明。", at(document, page, hit.word), found=hit.phrase)
    message = "填报近 1 年有省外社保，上传的参保证明上没有读到省外地名，请人工看是否为省外的证明。"
    return unsure(subject, message, *(Evidence(d.file) for d in proofs))
