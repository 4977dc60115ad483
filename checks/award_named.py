"""Is the applicant named on an award: rule AW-04. A unit's award is not its employees'."""

from __future__ import annotations

from checks.check import Params, failed, na, passed, unsure
from checks.names import on_page
from checks.pages import WELL, at, find, marks, marks_by, overlap, read_well
from checks.rows import height, plain
from verify.finding import Evidence, Observation
from verify.model import Case, Item
from verify.page import Box, Page

FAINT = 0.7
"""A line read with less confidence may be anybody's name."""


class Named(Params):
    """`signoff`: words beside which others sign; `partial`: words of a list that says not all, or stands elsewhere.

    `reach`: within so many line heights of the sign-off its verifier signs.
    """

    signoff: tuple[str, ...] = ()
    reach: float = 0.0
    partial: tuple[str, ...] = ()


def named(case: Case, item: Item, params: Named) -> Observation:
    """The name on any page of the award; a list that was read whole, and a unit alone, do not name the applicant."""
    if not item.documents:
        return na(item.subject, "没有上传获奖证书，无法核对获奖人。")
    pages = [(d, p) for d in item.documents for p in d.pages if not p.blank]
    seen = [(at(d, p, s.word), s) for d, p in pages if (s := on_page(case.name, p)).word]
    if exact := [(shown, s) for shown, s in seen if s.level == "exact"]:
        return passed(item.subject, f"获奖材料上有申报人姓名“{case.name}”。", exact[0][0], found=exact[0][1].read)
    if seen:
        shown, sighting = seen[0]
        message = f"获奖材料上有与“{case.name}”相近的字样“{sighting.read}”，请人工核对是否为申报人。"
        return unsure(item.subject, message, shown, expected=case.name, found=sighting.read)
    for document, page in pages:
        if hit := find(page, params.partial):
            message = f"没有读到“{case.name}”，但名单未完或另附（“{hit.word.text}”），请人工查看获奖人名单。"
            return unsure(item.subject, message, at(document, page, hit.word), expected=case.name)
    doubtful = [at(d, p) for d, p in pages if _hidden(p, params)]
    if doubtful or not pages or not all(document.readable for document in item.documents):
        message = f"没有读到申报人姓名“{case.name}”，但有页面或手写字迹未能读清，请人工查看。"
        return unsure(item.subject, message, *(doubtful or _files(item)), expected=case.name)
    unit = plain(case.form.employer.name or "")
    only = "只列了单位" if unit and any(unit in plain(p.text) for _, p in pages) else "列的是他人或单位"
    message = f"获奖材料上没有申报人姓名“{case.name}”，{only}，不能证明申报人是获奖人。"
    return failed(item.subject, message, *_files(item), expected=case.name, found="未见")


def _hidden(page: Page, params: Named) -> bool:
    """Whether a name may stand there unread: faint lines or ink, but for what is signed beside the sign-off."""
    if not read_well(page, WELL):
        return True
    hit = find(page, params.signoff)
    beside = set(marks_by(page, hit.word.box, params.reach)) if hit else set()
    near = _around(hit.word.box, params.reach) if hit else None
    faint = [w for w in page.words if w.confidence < FAINT and not any(overlap(w.box, s.box) for s in page.seals)]
    return bool(set(marks(page)) - beside) or any(not (near and overlap(near, w.box)) for w in faint)


def _around(box: Box, reach: float) -> Box:
    far = round(reach * height(box))
    return box[0] - far, box[1] - far, box[2] + 3 * far, box[3] + far


def _files(item: Item) -> tuple[Evidence, ...]:
    return tuple(Evidence(document.file) for document in item.documents)
