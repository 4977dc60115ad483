"""A claimed project's evidence: 绍建盟[2024]07号 三（五）规范工程业绩佐证材料; rules EV-01 … EV-07, SS-01, SS-02."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from checks import platform_genuine, project_agrees, project_platform
from checks.check import Params, failed, passed, unsure
from checks.names import find_name, on_page
from checks.pages import at, find, marks, overlap, read_well, stamps
from checks.project_items import NO_FILES, Pages, each, files
from checks.project_list import Count, NewSinceLast, counted, new_since
from checks.project_third_party import ThirdParty, proven
from verify.finding import Evidence, Observation
from verify.model import Case, Item
from verify.page import Page


class Named(Params):
    """Words of pages that people sign by hand, where an unread signature may be the applicant's."""

    signed_pages: tuple[str, ...] = ()


def applicant_named(case: Case, params: Named) -> Iterable[Observation]:
    """EV-01: the applicant's name stands on some page of each claimed project."""
    return each(case, lambda item, pages: _named(case, item, pages, params))


def third_party_seal(case: Case, params: ThirdParty) -> Iterable[Observation]:
    """EV-03 … EV-07, SS-01, SS-02: a seal of another than the employer, or the platform's own record of the role."""
    seen = each(case, lambda item, pages: proven(case, item, pages, params))
    section = params.absent_section or None
    return [replace(one, section=section) if one.found == NO_FILES else one for one in seen]


def platform_record(case: Case, params: project_platform.PlatformRecord) -> Iterable[Observation]:
    """SS-01 … SS-04: a project that the platform records comes with its page, with the applicant in the role."""
    return project_platform.judge(case, params)


def record_agrees(case: Case, params: project_agrees.RecordAgrees) -> Iterable[Observation]:
    """EV-11, EV-12, SS-01: form, platform page and papers say the same of a project."""
    return project_agrees.judge(case, params)


def platform_page_genuine(case: Case, params: platform_genuine.PlatformPageGenuine) -> Iterable[Observation]:
    """SS-05, SS-07, SS-08, TM-10: a platform's page does not contradict itself; whether it is real, pixels cannot say."""
    return platform_genuine.judge(case, params)


def count(case: Case, params: Count) -> Iterable[Observation]:
    """EV-10: not too many projects, and none without files."""
    return [counted(case, params)]


def new_since_last(case: Case, params: NewSinceLast) -> Iterable[Observation]:
    """RE-01, RE-02: who applies again shows a project completed since."""
    return [new_since(case, params)]


def _named(case: Case, item: Item, pages: Pages, params: Named) -> Observation:
    near: Evidence | None = None
    for document, page in pages:
        seen = on_page(case.name, page)
        if seen.level == "none" and find_name(case.name, stamps(page)).level == "exact":
            seen = find_name(case.name, stamps(page))
        shown = at(document, page, seen.word)
        if seen.level == "exact":
            return passed(item.subject, f"材料上有申报人姓名“{case.name}”。", shown, found=seen.read)
        near = near or (shown if seen.level == "near" else None)
    if near:
        message = f"材料上有与“{case.name}”相近的字样“{near.text}”，请人工核对是否为申报人。"
        return unsure(item.subject, message, near, expected=case.name, found=near.text)
    doubtful = [at(d, p) for d, p in pages if not read_well(p) or (find(p, params.signed_pages) and _handwritten(p))]
    if doubtful or not all(document.readable for document in item.documents):
        message = f"没有读到申报人姓名“{case.name}”，但有页面或手写签名未能读清，请人工查看。"
        return unsure(item.subject, message, *(doubtful or files(item)), expected=case.name)
    message = f"所有页面上都没有申报人姓名“{case.name}”，请补充载有姓名的佐证材料。"
    return failed(item.subject, message, *files(item), expected=case.name, found="未见")


def _handwritten(page: Page) -> bool:
    """Whether there is writing that was not read, or hardly; what was read within a seal is none."""
    written = [word for word in page.words if not any(overlap(word.box, seal.box) for seal in page.seals)]
    return bool(marks(page)) or any(word.confidence < 0.7 for word in written)
