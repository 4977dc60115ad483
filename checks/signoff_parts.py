"""The four parts of a sign-off on one page: the phrase, the date, the verifier's signature, the employer's seal."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from checks import names
from checks.check import Params
from checks.name_words import NEVER
from checks.owners import employers, owned
from checks.pages import Hit, at, beside, dates, marks_by, read_well, swollen, without_dates
from checks.rows import height, plain
from verify.model import Box, Case, Document, Evidence, Item, Page, Slot, Word

State = Literal["there", "doubtful", "missing"]

SHAKY = 0.6
"""A line read with less confidence than this may be handwriting that says something else."""

_SIGNED = re.compile(
    r"^[^\u4e00-\u9fff\u3400-\u4dbf]*([\u4e00-\u9fff\u3400-\u4dbf]+?)(?:$|[^\u4e00-\u9fff\u3400-\u4dbf]|验证|核对|审核|时间|日期|单位|盖|签)"
)


class Verified(Params):
    """What counts as a sign-off, and what is exempt from it.

    `per`: one sign-off an item ("item") or a file ("file"). `phrases` count, `weaker` are a person's to judge. `exempt`
    slots need none, nor does a project's file with one of `platform_words` (it can be queried again). Seals with
    `special_seals` words are not plainly the unit's own. `reach`: how far date and signature may stand from the
    phrase, in line heights.
    """

    per: Literal["item", "file"] = "item"
    phrases: tuple[str, ...]
    weaker: tuple[str, ...] = ()
    signer_labels: tuple[str, ...]
    date_labels: tuple[str, ...]
    exempt: tuple[Slot, ...] = ()
    platform_words: tuple[str, ...] = ()
    special_seals: tuple[str, ...] = ()
    reach: float = 5.0


@dataclass(frozen=True, slots=True)
class Signed:
    """A page that bears the phrase, and where it comes from."""

    case: Case
    item: Item | None
    document: Document
    page: Page
    hit: Hit


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that a sign-off must have: whether it is there, and what to tell the applicant if not."""

    state: State
    message: str = ""
    evidence: Evidence | None = None


def look(signed: Signed, params: Verified) -> tuple[Part, Part, Part, Part]:
    """VO-01 phrase, VO-03 date, VO-02 signature, VO-04 seal, as one page shows them."""
    return _phrase(signed), _date(signed, params), _signature(signed, params), _seal(signed, params)


def _phrase(signed: Signed) -> Part:
    word = signed.hit.word
    where = at(signed.document, signed.page, word)
    return (
        Part("there", "", where) if signed.hit.level == "exact" else Part("doubtful", f"字样读作“{word.text}”", where)
    )


def _date(signed: Signed, params: Verified) -> Part:
    page, box = signed.page, signed.hit.word.box
    close = sorted((w for _, w in dates(page) if _close(box, w.box, params.reach, page)), key=_from(box))
    by = next((word for word in close if _bare_date(word, params)), None)
    if by:
        return Part("there", "", at(signed.document, page, by))
    if close or _unread(page, box, params.reach):
        return Part("doubtful", "签署旁没有读到完整的验证时间", at(signed.document, page, signed.hit.word))
    return Part("missing", "缺验证时间")


def _signature(signed: Signed, params: Verified) -> Part:
    """A name or unread ink beside a label or near the phrase; that it is not the applicant's own is our concern."""
    page, box = signed.page, signed.hit.word.box
    places = [place for place in beside(page, params.signer_labels) if _close(box, place[0].box, params.reach, page)]
    labelled = [value for _, value in places if value]
    close = [word for word in (*page.words, *page.second) if _close(box, word.box, params.reach, page)]
    close.sort(key=_from(box))
    named = [(word, signer) for word in labelled if (signer := _signer(word, beside_label=True))]
    named += [(word, signer) for word in close if (signer := _signer(word))]
    signers = [(word, names.compact(signer)) for word, signer in named]
    other = next((word for word, signer in signers if signer != names.compact(signed.case.name)), None)
    if other:
        return Part("there", "", at(signed.document, page, other))
    if signers:
        return Part("doubtful", "验证人签名似为申报人本人", at(signed.document, page, signers[0][0]))
    for near in (box, *(label.box for label, _ in places)):
        if marks_by(page, near):
            return Part("there", "", at(signed.document, page, signed.hit.word))
    hidden = any(swollen(page, label) for label, _ in places) or _unread(page, box, params.reach)
    if hidden or any(not _figures(word.text) for word in labelled) or not read_well(page):
        return Part("doubtful", "验证人签名不易辨认", at(signed.document, page, signed.hit.word))
    return Part("missing", "缺验证人签名")


def _signer(word: Word, beside_label: bool = False) -> str | None:
    """The name with which a line begins, or None; beside a label any two to four characters are one, rare or misread."""
    found = _SIGNED.match(plain(word.text))
    if not found:
        return None
    written = beside_label and 2 <= len(found[1]) <= 4 and not any(known in found[1] for known in NEVER)
    return found[1] if written or names.looks_like_name(found[1]) else None


def _seal(signed: Signed, params: Verified) -> Part:
    document, page = signed.document, signed.page
    own = employers(signed.case, signed.item)
    seals = owned(document, page, own)
    mine = [seal for seal in seals if seal.kind == "employer"]
    plainly = [s for s in mine if not any(w in t for w in params.special_seals for t in (s.seal.title, *s.seal.texts))]
    if plainly:
        return Part("there", "", plainly[0].evidence)
    if mine:
        return Part("doubtful", "盖的似是部门章或专用章，不是单位公章", mine[0].evidence)
    if not own and seals:
        return Part("doubtful", "申报信息没有工作单位，无法核对公章是否为本单位", seals[0].evidence)
    unread = next((seal for seal in seals if seal.kind == "unreadable"), None)
    if unread:
        return Part("doubtful", "公章文字未能读清，不能确定是否为本单位公章", unread.evidence)
    if seals:
        return Part("missing", f"所盖公章读作“{seals[0].name}”，不是申报单位的公章", seals[0].evidence)
    if page.grey and page.source == "ocr":
        return Part("doubtful", "黑白扫描件或复印件上没有认出公章", at(document, page))
    return Part("missing", "缺单位公章")


def _unread(page: Page, box: Box, reach: float) -> bool:
    """Whether near a box there is ink that was not read, or hardly: a hand-written date perhaps."""
    shaky = any(word.confidence < SHAKY and _close(box, word.box, reach, page) for word in page.words)
    return shaky or bool(marks_by(page, box, reach))


def _from(box: Box) -> Callable[[Word], int]:
    """How far a line stands from a box, in pixels between their middles."""
    x, y = box[0] + box[2], box[1] + box[3]
    return lambda word: abs(word.box[0] + word.box[2] - x) + abs(word.box[1] + word.box[3] - y)


def _close(a: Box, b: Box, reach: float, page: Page) -> bool:
    far = max(reach * height(a), 0.08 * page.height)
    return abs((a[1] + a[3]) - (b[1] + b[3])) / 2 <= far and a[0] - 3 * far <= b[2] and b[0] <= a[2] + 3 * far


def _bare_date(word: Word, params: Verified) -> bool:
    """Whether a line is a date of its own, with no more beside it than a sign-off has: not 取得资格时间：2018年…."""
    rest = plain(word.text)
    for known in (*params.phrases, *params.signer_labels, *params.date_labels):
        rest = rest.replace(plain(known), "")
    rest = "".join(char for char in without_dates(rest) if "\u3400" <= char <= "\u9fff")
    return not rest or names.looks_like_name(rest)


def _figures(text: str) -> bool:
    return set(plain(text)) <= set("0123456789年月日.-/:〇一二三四五六七八九十")
