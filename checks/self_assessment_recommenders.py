"""Who recommends a self-assessed applicant, and their certificates. Rules ST-04, ST-05: SX 四（一）, 附件2 5.3."""

from __future__ import annotations

from collections.abc import Iterator

from checks.catalogue import listed
from checks.check import Params, failed, na, passed, unsure
from checks.names import compact, on_page
from checks.pages import at, find, read_well
from checks.rows import plain
from verify.finding import Evidence, Observation, Outcome
from verify.form import Recommender
from verify.model import Case, Document, Slot
from verify.page import Page

SUBJECT = "self_assessment.recommenders"
MOST = 6
"""So many people are looked at one by one; a form may name hundreds."""


class Recommenders(Params):
    """So many people, of one of `titles`, and none of `lower`; `fields` are words of the same or a near specialty.

    `routes`: the kinds of application that need them, `others`: the other kinds.

    `certificates` are words of a certificate's page, which may lie in any of `slots`; `tables` those of a page that
    merely lists the recommenders.
    """

    routes: tuple[str, ...]
    others: tuple[str, ...] = ()
    needed: int
    titles: tuple[str, ...]
    lower: tuple[str, ...]
    fields: tuple[str, ...]
    slots: tuple[Slot, ...]
    certificates: tuple[str, ...]
    tables: tuple[str, ...]


def observe(case: Case, params: Recommenders) -> Iterator[Observation]:
    """The number of people, then each of them, then each one's certificate."""
    part = case.form.self_assessment
    people = [one for one in (part.recommenders if part else ()) if one.name or one.title]
    if not people:
        yield na(SUBJECT, "申报信息没有填报推荐人，无法核对；请人工看自评表。")
        return
    yield _number(people, params)
    seen = [_person(case, f"{SUBJECT}[{n}]", person, params) for n, person in enumerate(people[:MOST])]
    good = {compact(p.name or "") for p, one in zip(people, seen, strict=False) if one.outcome is Outcome.PASS}
    for person, one in zip(people, seen, strict=False):
        if len(good) >= params.needed and one.outcome is not Outcome.PASS:
            yield na(one.subject, f"{one.message}其余推荐人已够 {params.needed} 名，不要求这一名。")
            continue
        yield one
        if person.name:
            yield _certificate(case, one.subject, person.name, params)


def _number(people: list[Recommender], params: Recommenders) -> Observation:
    """ST-04: enough people, and different ones. Two rows that are alike in all are one person; else it may be a namesake."""
    names = [compact(person.name) for person in people if person.name]
    expected, found = (
        f"{params.needed} 名不同的推荐人",
        f"{len(people)} 名：{'、'.join(p.name or '（未写姓名）' for p in people[:MOST])}",
    )
    different = {((p.name and compact(p.name)) or n, p.title, p.specialty) for n, p in enumerate(people)}
    if len(different) < params.needed:
        return failed(SUBJECT, f"推荐人为 {found}，不足 {expected}。", expected=expected, found=found)
    if len(set(names)) < params.needed:
        message = f"推荐人为 {found}，姓名相同或没有写，请人工核对是不是两个人。"
        return unsure(SUBJECT, message, expected=expected, found=found)
    return passed(SUBJECT, f"推荐人 {found}。", expected=expected, found=found)


def _person(case: Case, subject: str, person: Recommender, params: Recommenders) -> Observation:
    told = f"推荐人“{person.name or '（未写姓名）'}”"
    faults, doubts = [], []
    if person.name and compact(person.name) == compact(case.name):
        faults.append("与申报人同名，本人不能推荐自己")
    if person.in_service is False:
        faults.append("填报为不在职")
    elif person.in_service is None:
        doubts.append("没有写明是否在职")
    if not person.title:
        doubts.append("没有写职称")
    elif listed(person.title, params.lower):
        faults.append(f"职称为“{person.title}”，低于副高级")
    elif not listed(person.title, params.titles):
        doubts.append(f"职称“{person.title}”是否为副高级（或正高级）工程师")
    if not any(plain(word) in plain(person.specialty or "") for word in params.fields):
        doubts.append(f"专业“{person.specialty or '（未写）'}”是否为本专业或相近专业")
    expected = "在职、副高级（正高级也可）、本专业或相近专业"
    if faults:
        return failed(subject, f"{told}{'；'.join(faults)}。", expected=expected)
    if doubts:
        return unsure(subject, f"{told}{'；'.join(doubts)}，请人工确认。", expected=expected)
    return passed(subject, f"{told}在职，职称“{person.title}”，专业“{person.specialty}”。", expected=expected)


def _certificate(case: Case, subject: str, name: str, params: Recommenders) -> Observation:
    """ST-05: the certificate is there and names the recommender; the table of the self-assessment is none."""
    pages = [
        (document, page) for document in case.documents if document.slot in params.slots for page in document.pages
    ]
    near: Evidence | None = None
    for document, page in pages:
        seen = on_page(name, page)
        if seen.level == "exact" and _is_certificate(page, params):
            return passed(subject, f"有推荐人“{name}”的职称证书。", at(document, page, seen.word), found=name)
        if seen.level != "none" and not find(page, params.tables):
            near = near or at(document, page, seen.word)
    if near:
        message = f"有一页提到或似为“{name}”，不能确定是不是其职称证书，请人工核对。"
        return unsure(subject, message, near, expected=f"“{name}”的职称证书")
    dark = [at(document, page) for document, page in pages if not read_well(page)]
    message = (
        f"没有看到推荐人“{name}”的职称证书{'，但有页面未能读清' if dark else ''}，请人工查看；没有的请申报人补充。"
    )
    return unsure(subject, message, *(dark or _files(case, params)), expected=f"“{name}”的职称证书", found="未见")


def _is_certificate(page: Page, params: Recommenders) -> bool:
    return bool(find(page, params.certificates)) and not find(page, params.tables)


def _files(case: Case, params: Recommenders) -> list[Evidence]:
    held: list[Document] = [document for document in case.documents if document.slot in params.slots]
    return [Evidence(document.file) for document in held[:6]]
