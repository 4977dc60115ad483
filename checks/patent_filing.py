"""Who had invented on the day of filing: 绍建盟[2024]07号 三（五）规范工程业绩佐证材料; rule PT-01."""

from __future__ import annotations

import datetime

from checks.check import failed, na, passed, unsure
from checks.fields import SURE, day_of, fields
from checks.listed import Listing, best_of, listings
from checks.pages import at, find
from checks.patent_parts import REGISTER, Named, all_open, at_filing, files, front
from checks.rows import plain
from verify.dates import PartialDate
from verify.finding import Evidence, Observation
from verify.form import Patent
from verify.model import Case, Item
from verify.org_names import plain as known
from verify.orgs import DIFFERENT, similarity


class Original(Named):
    """`applicants` label who filed, `granted` the day of grant.

    From `back_since` on certificates have a back; `changes` are words of papers on later changes. `renamed`: words of
    papers on a firm's new name, of which none tells of a transfer.
    """

    applicants: tuple[str, ...]
    granted: tuple[str, ...]
    back_since: datetime.date
    changes: tuple[str, ...] = ()
    renamed: tuple[str, ...] = ()


def original(case: Case, item: Item, params: Original) -> Observation:
    """PT-01: by the inventors on the day of filing, which certificates print on their back since 2018-12-04."""
    if not item.documents:
        return na(item.subject, "没有上传专利证书，无法核对申请日时的发明人。")
    filing = at_filing(item.documents, params)
    level, best = best_of(case.name, filing)
    if best is None:
        return _no_back(item, params)
    if level == "exact":
        message = f"证书所载申请日时的发明人中有申报人“{case.name}”。"
        return passed(item.subject, message, best.shown, found=best.text)
    if level == "near" or not best.complete or not all_open(item):
        message = f"申请日时的发明人读作“{best.text}”，不能确定有没有“{case.name}”，请人工查看证书背面。"
        return unsure(item.subject, message, best.shown, expected=case.name, found=best.text)
    return _added(case, item, best, params)


def _added(case: Case, item: Item, filing: Listing, params: Original) -> Observation:
    """The applicant was no inventor at filing: the clause asks for a transfer too, and a correction is lawful."""
    level, at_grant = best_of(case.name, front(item.documents, params))
    if level == "none" and at_grant and at_grant.complete:
        return na(item.subject, "证书首页的发明人中没有申报人，由“申报人在发明人之列”一项核对。")
    told = f"证书背面申请日时的发明人为“{filing.text}”，没有申报人“{case.name}”"
    if level != "exact" or not at_grant:
        message = f"{told}；首页的发明人未能读清，请{REGISTER}。"
        return unsure(item.subject, message, filing.shown, expected=case.name, found=filing.text)
    before, now = _units(item, params.applicants, params, back=True), _units(item, params.holders, params)
    shown = (filing.shown, at_grant.shown, *(one.shown for one in (before, now) if one))
    if before and now and (place := _renamed(case, before, now, params)):
        message = f"{told}，首页有；申请人“{before.text}”、专利权人“{now.text}”似为更名前后的同一单位，没有读到专利权转让，请{REGISTER}。"
        return unsure(item.subject, message, *shown, place, expected=case.name, found=filing.text)
    if before and now and _differ(before, now):
        message = (
            f"{told}，首页有；申请人“{before.text}”已变为专利权人“{now.text}”，属通过转让并变更发明人取得，不予认可。"
        )
        return failed(item.subject, message, *shown, expected=case.name, found=filing.text)
    how = "没有读到专利权转让" if before and now else "申请人或专利权人未能读清"
    message = f"{told}，首页有，但{how}；漏填发明人可以依法更正，条款所指是转让并变更发明人，请{REGISTER}。"
    return unsure(item.subject, message, *shown, expected=case.name, found=filing.text)


def _no_back(item: Item, params: Original) -> Observation:
    for document in item.documents:
        for page in document.pages:
            if hit := find(page, params.changes):
                message = f"有“{hit.phrase}”材料而没有读到申请日时的发明人，请{REGISTER}，看是否转让并变更了发明人。"
                return unsure(item.subject, message, at(document, page, hit.word), found=hit.phrase)
    granted = _granted(item, params)
    if granted and granted.last < params.back_since:
        message = f"授权于 {granted}，旧版证书不载申请日时的发明人，无法核对；有疑问时请{REGISTER}。"
        return na(item.subject, message)
    message = f"没有读到证书背面“申请日时”的申请人、发明人信息，请补充证书背面，或{REGISTER}。"
    return unsure(item.subject, message, *files(item), expected="证书背面")


def _units(item: Item, labels: tuple[str, ...], params: Original, back: bool = False) -> Listing | None:
    heads = params.filing_heads if back else ()
    return next(iter(listings(item.documents, labels, params.inventors, after=heads)), None)


def _differ(before: Listing, now: Listing) -> bool:
    """Whether who filed and who holds are surely not the same; like names may be one firm's."""
    if min((word.confidence for word in (*before.words, *now.words)), default=0.0) < SURE:
        return False
    one, other = plain(before.text), plain(now.text)
    return len(one) >= 2 and len(other) >= 2 and max(similarity(one, other), similarity(other, one)) < DIFFERENT


def _renamed(case: Case, before: Listing, now: Listing, params: Original) -> Evidence | None:
    """Where a paper on a new name of a firm has both names; one that speaks of a change of the patent is none."""
    names = [known(one.text) for one in (before, now)]
    for document in case.documents:
        for page in document.pages:
            hit, said = find(page, params.renamed), known(page.text)
            if hit and all(name and name in said for name in names) and not find(page, params.changes):
                return at(document, page, hit.word)
    return None


def _granted(item: Item, params: Original) -> PartialDate | None:
    read = (day_of(field) for field in fields(item.documents, params.granted) if field.sure)
    claimed = item.claim.granted if isinstance(item.claim, Patent) else None
    return next((day for day in read if day), claimed)
