"""A third party's proof of a claimed project: a seal of another than the employer, or the platform's record.

绍建盟[2024]07号 三（五）规范工程业绩佐证材料; rules EV-03 … EV-07, SS-01, SS-02.
"""

from __future__ import annotations

import re

from pydantic import Field
from rapidfuzz import fuzz

from checks.check import Params, failed, passed, unsure
from checks.names import find_name, on_page
from checks.owners import Owned, Units, owned
from checks.pages import POOR, WELL, at, find, overlap, read_well
from checks.parties import employers, once_own, parties
from checks.platforms import is_platform, may_be_platform
from checks.project_items import Pages, files
from checks.rows import levels, plain
from verify.finding import Observation
from verify.form import Project
from verify.model import Case, Item
from verify.org_lattice import shows
from verify.orgs import DIFFERENT
from verify.page import Page, SealPurpose, Word
from verify.purposes import NAMES

_PUBLIC = re.compile(r"局|站|中心|委员会|管委会|图审|政府|厅$|街道|指挥部|大学|学院|学校|医院")

PAYMENT = (SealPurpose.INVOICE, SealPurpose.FINANCE)
"""Purposes of seals that prove a payment, and no work."""

NAMING = (SealPurpose.REGISTRATION, SealPurpose.COMPLETION)
"""Purposes of seals that are no unit's and yet name one: a person may take them for proof."""

SAME_PROJECT = 70
"""From this partial ratio (0..100) on, a page speaks of the claimed project."""


class ThirdParty(Params):
    """Labels of the parties to a project, words that tell a platform's page, and other words for a claimed role.

    `platform_doubtful` are words of pages that may be a platform's, `review_words` those of a printed review stamp, and
    `trade_words` those of units that take part in building. `absent_section`: where the further clause stands that a
    project without any file is held against.
    """

    party_labels: tuple[str, ...]
    platform_words: tuple[str, ...] = ()
    platform_doubtful: tuple[str, ...] = ()
    review_words: tuple[str, ...] = ()
    trade_words: tuple[str, ...] = ()
    absent_section: str = ""
    roles: dict[str, tuple[str, ...]] = Field(default_factory=dict)


def proven(case: Case, item: Item, pages: Pages, params: ThirdParty) -> Observation:
    """Whether an item's pages bear a third party's seal, or are a platform's record of the applicant in the role."""
    own = employers(case, item)
    units = Units(own, once_own(case, item), parties(item.documents, params.party_labels, own))
    seals = [seal for document, page in pages for seal in owned(document, page, units)]
    foreign = [s for s in seals if s.kind == "other" and s.seal.purpose not in PAYMENT]
    foreign = [s for s in foreign if _takes_part(s, pages, params)]
    if foreign:
        names = "、".join(dict.fromkeys(seal.shown for seal in foreign))
        found = "、".join(dict.fromkeys(seal.name for seal in foreign))
        return passed(item.subject, f"有第三方印章：{names}。", *(seal.evidence for seal in foreign[:6]), found=found)
    screens = [(d, p) for d, p in pages if is_platform(p, params.platform_words, params.platform_doubtful)]
    for document, page in screens:
        if _recorded(case, item, page, params):
            message = "监管平台页面载有本项目及申报人所任角色，可作第三方证明（页面真伪由另一项核对）。"
            return passed(item.subject, message, at(document, page, on_page(case.name, page).word))
    if not screens and (doubtful := _in_other_form(item, pages, params)):
        return doubtful
    return _unproven(item, pages, seals, screens, own)


def _takes_part(seal: Owned, pages: Pages, params: ThirdParty) -> bool:
    """Whether a seal's unit has to do with the project: reviewed it, is named on its pages, or is of the trade."""
    name = plain(seal.name)
    if seal.seal.kind == "review" or seal.owner.role or seal.name == seal.owner.party_name or _PUBLIC.search(name):
        return True
    return any(word in name for word in params.trade_words) or any(_says(page, name) for _, page in pages)


def _says(page: Page, name: str) -> bool:
    """Whether a page's text names a unit, outside the seals that were read as text too."""
    printed = [word for word in page.words if not any(overlap(word.box, seal.box) for seal in page.seals)]
    return any(name in plain(word.text) for word in printed)


def _in_other_form(item: Item, pages: Pages, params: ThirdParty) -> Observation | None:
    """Proof of another form than a seal, which only a person can judge: a printed review stamp, a cropped screenshot."""
    for document, page in pages:
        if hit := find(page, params.review_words):
            message = f"有“{hit.phrase}”字样但没有认出审图章，可能是打印或电子审查章，请人工确认。"
            return unsure(item.subject, message, at(document, page, hit.word), found=hit.phrase)
    if screens := [(d, p) for d, p in pages if may_be_platform(p, params.platform_doubtful, item)]:
        message = "似有监管平台的页面（不完整、全国平台或标题未读清），请人工核对截图。"
        return unsure(item.subject, message, *(at(d, p) for d, p in screens))
    return None


def _unproven(item: Item, pages: Pages, seals: list[Owned], screens: Pages, own: tuple[str, ...]) -> Observation:
    """No third party was seen: what that is worth depends on how well seals and pages were read."""
    if screens:
        message = "有监管平台页面，但没有读到本项目与申报人的相应角色记录，请人工核对截图。"
        return unsure(item.subject, message, *(at(d, p) for d, p in screens))
    if not own:
        return unsure(item.subject, "申报信息没有工作单位，无法区分本单位与第三方印章，请人工核对。", *files(item))
    doubtful = [seal for seal in seals if seal.kind in ("other", "unreadable") or seal.seal.purpose in NAMING]
    doubtful += [seal for seal in seals if seal.kind == "employer" and not any(shows(seal.seal, name) for name in own)]
    if doubtful:
        reasons = "、".join(dict.fromkeys(map(_doubt, doubtful)))
        message = f"有印章{reasons}，不能确定是否为第三方，请人工辨认。"
        return unsure(item.subject, message, *(seal.evidence for seal in doubtful[:6]))
    return _absent(item, pages, seals)


def _doubt(stamp: Owned) -> str:
    """Why a seal proves nothing by itself, as a message says it."""
    if stamp.seal.purpose in NAMING or (stamp.kind == "other" and stamp.seal.purpose in PAYMENT):
        return f"是{NAMES[stamp.seal.purpose][0]}（不足以证明参与工程）"
    if stamp.kind == "other":
        return f"（{stamp.name}）看不出与工程的关系"
    if stamp.seal.skipped:
        return "因同页印章太多未逐枚识读"
    if stamp.crowded:
        return "与另一枚印章叠盖、未能分辨"
    if stamp.kind == "employer":
        return f"读作“{stamp.seal.title}”，多半是本单位的，但有字未读清"
    return "可能是本单位的" if stamp.owner.employer >= DIFFERENT else "未能读清或不能排除是本单位的"


def _absent(item: Item, pages: Pages, seals: list[Owned]) -> Observation:
    """All seals that were seen are the employer's or no unit's: that is against the notice if none can be hidden."""
    stamped, seals = bool(seals), [seal for seal in seals if seal.kind == "employer"]
    if not all(document.readable for document in item.documents) or not _would_show(pages, bool(seals)):
        message = "没有读到第三方印章，但有页面未能读清或为黑白扫描，请人工查看。"
        return unsure(item.subject, message, *files(item))
    if seals:
        message = "只有本单位的印章，没有第三方证明；请补充图审章、建设或监理等参建单位盖章的材料。"
        return failed(item.subject, message, *(seal.evidence for seal in seals[:6]), found="仅本单位印章")
    what = "没有单位的印章（只有人名章或文字戳）" if stamped else "没有任何印章"
    message = f"材料上{what}，没有第三方证明；请补充图审章、建设或监理等参建单位盖章的材料。"
    return failed(item.subject, message, *files(item), found="没有单位印章" if stamped else "没有印章")


def _recorded(case: Case, item: Item, page: Page, params: ThirdParty) -> bool:
    """Whether a platform's page names the applicant, in one row with the claimed role, and the project."""
    beside = [plain("".join(w.text for w in row)) for row in levels(page.words) if _names(case.name, row)]
    if not beside:
        return False
    claim, text = item.claim, plain(page.text)
    if not isinstance(claim, Project):
        return True
    known = not claim.name or fuzz.partial_ratio(plain(claim.name), text) >= SAME_PROJECT
    roles = (claim.role, *params.roles.get(claim.role, ())) if claim.role else ()
    return known and (not roles or any(plain(role) in row for role in roles for row in beside))


def _names(name: str, row: list[Word]) -> bool:
    return find_name(name, row).level == "exact"


def _would_show(pages: Pages, some: bool) -> bool:
    """Whether a seal, had there been one (more), would have been seen: read well, and not scanned without colour.

    On a grey page a seal is found as dark ink among dark print, and often is not.
    """
    grey = any(page.grey and page.source == "ocr" for _, page in pages)
    return not grey and all(read_well(page, POOR if some else WELL) for _, page in pages)
