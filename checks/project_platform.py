"""A project that the platform records comes with its page: 绍建盟[2024]07号 三（五）; rules SS-01 … SS-04."""

from __future__ import annotations

from collections.abc import Iterable

from checks.check import failed, na, passed, unsure
from checks.fields import Field
from checks.masks import is_masked
from checks.pages import at, read_well
from checks.platform_pages import Record, records
from checks.platform_people import Person, in_role, is_sure
from checks.platform_project import about
from checks.platform_words import PlatformWords
from checks.rows import plain
from verify.finding import Evidence, Observation, Outcome
from verify.form import Project
from verify.model import Case, Item, Slot

NONE = "无"


class PlatformRecord(PlatformWords):
    """As PlatformWords."""


def judge(case: Case, params: PlatformRecord) -> Iterable[Observation]:
    """One observation for each claimed project."""
    items = case.items_in(Slot.PROJECT)
    return [_item(case, item, params) for item in items] or [na("工程业绩", "没有申报工程业绩，本项不适用。")]


def _item(case: Case, item: Item, params: PlatformRecord) -> Observation:
    claim = item.claim
    if not isinstance(claim, Project):
        return na(item.subject, "申报信息没有这项业绩，无法核对平台记录。")
    claimed = (claim.platform or "").strip().lower() in params.platforms
    found = records(item, params)
    if not found:
        return _absent(case, item, claim, claimed)
    seen = _shown(case, item, claim, found)
    if claimed or seen.outcome is not Outcome.FAIL:
        return seen
    message = f"{seen.message}申报信息没有填写平台记录，请人工核对这些页面。"
    return unsure(seen.subject, message, *seen.evidence, expected=seen.expected, found=seen.found)


def _absent(case: Case, item: Item, claim: Project, claimed: bool) -> Observation:
    """No page of a platform: a fault only where the form itself says that the platform has the project."""
    if not claimed and claim.platform == NONE:
        return na(item.subject, "申报信息填写平台上没有这个项目的记录；是否确无记录，需人工到平台查询。")
    if not claimed:
        return na(item.subject, "申报信息没有写明平台上有没有这个项目的记录，需人工到平台查询。")
    files = tuple(Evidence(document.file) for document in item.documents)
    loose = any(document.item is None for document in case.in_slot(Slot.PROJECT) if document not in item.documents)
    pages = [page for document in item.documents for page in document.pages]
    read = all(document.pages for document in item.documents) and all(map(read_well, pages))
    if not read or (not item.documents and loose):
        return unsure(item.subject, "没有认出平台页面截图，但有材料未读清或未对应到项目，请人工查看。", *files)
    message = "申报信息填写平台上有这个项目的记录，但没有平台页面截图，请从平台下载后上传。"
    return failed(item.subject, message, *files, expected=claim.platform, found="没有平台截图")


def _shown(case: Case, item: Item, claim: Project, found: list[Record]) -> Observation:
    shown = tuple(at(record.document, record.page) for record in found)
    screens = [record for record in found if record.platform]
    if not screens:
        message = "似有平台页面，但标题网址未读清、不完整，或是通知没有列出的全国平台，请人工核对截图。"
        return unsure(item.subject, message, *shown)
    of_it = [record for record in screens if about(claim, record) in ("same", "near")]
    if not of_it and all(about(claim, record) == "differs" and read_well(record.page) for record in screens):
        named = next((field.text for record in screens for field in record.names), "别的项目")
        message = f"平台页面是“{named}”，不是所申报的“{claim.name}”，请上传本项目的页面截图。"
        return failed(item.subject, message, *shown, expected=claim.name, found=named)
    joined = of_it or screens
    numbers = {record.number.text for record in joined if record.number}
    if len(numbers) > 1 or not of_it:
        message = "几张平台截图的项目编号不同，或没有读到项目名称和编号，不能确定是否同一项目，请人工核对。"
        return unsure(item.subject, message, *shown, found="、".join(sorted(numbers)) or None)
    return _role(case, item, claim, joined)


def _role(case: Case, item: Item, claim: Project, found: list[Record]) -> Observation:
    """Whether the pages together show the applicant in the claimed role."""
    people, params = [person for record in found for person in record.people], found[0].words
    holders = in_role(people, claim.role, params) if claim.role else people
    mine = [person for person in holders if person.named(case.name) != "none"]
    if sure := [person for person in mine if _is_applicant(case, person)]:
        return _passed(case, item, claim, sure[0])
    role = claim.role or "角色"
    if mine:
        return _doubtful(case, item, mine[0], role)
    if others := [person for person in holders if is_sure(person)]:
        names = "、".join(dict.fromkeys(person.name.text for person in others))
        message = f"平台页面上的{role}是“{names}”，没有申报人“{case.name}”的{role}记录，请上传载有本人角色的页面。"
        shown = tuple(person.name.shown for person in others)
        return failed(item.subject, message, *shown, expected=f"{role}：{case.name}", found=f"{role}：{names}")
    return _nobody(case, item, role, found, people)


def _is_applicant(case: Case, person: Person) -> bool:
    """By the full name and no other number; or by a name partly starred out and the visible digits of the ID."""
    by_number = person.numbered(case.form.id_number or "")
    if is_masked(person.name.text):
        return by_number is True
    return person.named(case.name) == "exact" and by_number is not False


def _passed(case: Case, item: Item, claim: Project, person: Person) -> Observation:
    role = claim.role or person.role
    message = f"平台页面载有本项目和申报人的角色（{person.role}：{person.name.text}），页面真伪由另一项核对。"
    return passed(
        item.subject,
        message,
        person.name.shown,
        expected=f"{role}：{case.name}",
        found=f"{person.role}：{person.name.text}",
    )


def _doubtful(case: Case, item: Item, person: Person, role: str) -> Observation:
    shown = [field.shown for field in (person.name, person.number) if isinstance(field, Field)]
    told = f"平台页面上的{role}为“{person.name.text}”"
    if person.numbered(case.form.id_number or "") is False:
        message = f"{told}，但证件号可见的数字与申报信息不同，请人工核对是否同名的人。"
    else:
        message = f"{told}，与申报人“{case.name}”相近、部分隐去或未读清，请人工核对。"
    return unsure(item.subject, message, *shown, expected=case.name, found=person.name.text)


def _nobody(case: Case, item: Item, role: str, found: list[Record], people: list[Person]) -> Observation:
    shown = tuple(at(record.document, record.page) for record in found)
    if any(person.named(case.name) == "exact" for person in people):
        message = f"平台页面上有申报人，但角色不是所申报的“{role}”或写法不同，请人工核对。"
        return unsure(item.subject, message, *shown, expected=role, found="、".join(p.role for p in people))
    whole = all(read_well(record.page) and record.whole and not record.shows_people for record in found)
    if whole:
        message = f"平台页面只有项目信息，没有人员角色记录，请补充载有申报人{role}记录的页面截图。"
        return failed(item.subject, message, *shown, expected=f"{role}：{case.name}", found="只有项目信息")
    message = f"平台页面上没有读到申报人的{role}记录，页面可能不完整，请人工核对截图，或请申报人补充人员记录页面。"
    return unsure(item.subject, message, *shown, expected=f"{plain(role)}：{case.name}")
