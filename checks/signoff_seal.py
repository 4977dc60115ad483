"""The employer's seal of a sign-off: rule VO-04."""

from __future__ import annotations

from checks.owners import Owned, Units, owned
from checks.pages import at
from checks.parties import LABELS, employers, once_own, parties
from checks.signoff_parts import Part, Signed, Verified, seal_is_close
from verify.page import Box, Page, SealPurpose
from verify.purposes import NAMES

FAR = 0.25
"""Further from the phrase than this share of the page's height, the employer's seal may belong to something else."""

PLAIN = (SealPurpose.OFFICIAL, SealPurpose.UNKNOWN)
"""Purposes of the unit's own seal; UNKNOWN is one whose name was verified and whose middle could not be read."""


def seal(signed: Signed, params: Verified) -> Part:
    """VO-04: the employer's own seal by the phrase; another unit's counts against it only where it stands as close."""
    units = units_of(signed)
    seals = [seal for seal in owned(signed.document, signed.page, units) if seal.kind != "nobody"]
    mine = [seal for seal in seals if seal.kind == "employer"]
    if mine:
        return _mine(mine, signed, params)
    if not signed.case.form.employer.name and seals:
        return Part("doubtful", "申报信息没有工作单位，无法核对公章是否为本单位", seals[0].evidence)
    unread = next((seal for seal in seals if seal.kind == "unreadable"), None)
    if unread:
        return Part("doubtful", f"{_why(unread)}，不能确定是否为本单位公章", unread.evidence)
    return _absent(seals, signed, units)


def _why(unread: Owned) -> str:
    if unread.seal.skipped:
        return "同页印章太多，未逐枚识读"
    return "公章与另一枚印章叠盖，未能分辨" if unread.crowded else "公章文字未能读清"


def units_of(signed: Signed) -> Units:
    """The employer's names, and the parties that the item's pages name, whose seals theirs may be taken for."""
    own = employers(signed.case, signed.item)
    documents = signed.item.documents if signed.item else (signed.document,)
    return Units(own, once_own(signed.case, signed.item), parties(documents, LABELS, own))


def _mine(mine: list[Owned], signed: Signed, params: Verified) -> Part:
    plainly = [seal for seal in mine if _is_official(seal, params)]
    if not plainly:
        purpose = mine[0].seal.purpose
        told = f"（{NAMES[purpose][0]}）" if purpose not in PLAIN else ""
        return Part("doubtful", f"盖的似是本单位的部门章或专用章{told}，不是单位公章", mine[0].evidence)
    box, page = signed.hit.word.box, signed.page
    if all(_half_read(seal) for seal in plainly):
        return Part("doubtful", "单位名称已读出，公章中部有无“专用章”等文字未能读清", plainly[0].evidence)
    close = [seal for seal in plainly if seal_is_close(box, seal.seal.box, page, FAR)]
    if close:
        return Part("there", "", close[0].evidence)
    return Part("doubtful", "本单位公章离核对签署较远，不能确定是否为核对所盖", plainly[0].evidence)


def _is_official(stamp: Owned, params: Verified) -> bool:
    said = (stamp.seal.title, *stamp.seal.texts)
    return stamp.seal.purpose in PLAIN and not any(word in text for word in params.special_seals for text in said)


def _half_read(stamp: Owned) -> bool:
    """In black ink a middle that was not read is the rule, in colour the exception."""
    return stamp.seal.purpose is SealPurpose.UNKNOWN and stamp.seal.colour != "black"


def _absent(seals: list[Owned], signed: Signed, units: Units) -> Part:
    """No seal of the employer, nor one that might be, stands on the page."""
    page, document = signed.page, signed.document
    if page.grey and page.source == "ocr":
        return Part("doubtful", "黑白扫描件或复印件上没有认出本单位公章", at(document, page))
    elsewhere = [s for other in document.pages if other is not page for s in owned(document, other, units)]
    possible = next((stamp for stamp in elsewhere if stamp.kind in ("employer", "unreadable")), None)
    if possible or any(_unseen(other) for other in document.pages):
        message = "签署页上没有本单位公章，同一文件的其他页上有或未能看清，请确认是否有效"
        return Part("doubtful", message, possible.evidence if possible else at(document, page))
    close = next((seal for seal in seals if _beside(signed.hit.word.box, seal.seal.box, page)), None)
    if close:
        return Part("missing", f"所盖公章读作“{close.name}”，不是申报单位的公章", close.evidence)
    return Part("missing", "缺单位公章")


def _unseen(page: Page) -> bool:
    return page.grey and page.source == "ocr"


def _beside(phrase: Box, seal: Box, page: Page) -> bool:
    return seal_is_close(phrase, seal, page)
