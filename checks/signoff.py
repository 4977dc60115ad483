"""The employer's sign-off (核对无误) on each piece of evidence: 绍建盟[2024]07号 五（七）1; rules VO-01 … VO-05."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from checks.check import failed, na, passed, unsure
from checks.owners import Units, owned
from checks.pages import Hit, at, find, joined, overlap, read_well, right_below
from checks.parties import employers
from checks.platforms import is_platform, may_be_platform
from checks.signoff_date import date
from checks.signoff_parts import SHAKY, Part, Signed, Verified
from checks.signoff_seal import seal
from checks.signoff_signer import signature
from verify.finding import Evidence, Observation
from verify.model import SLOT_NAMES, Case, Document, Item, Slot
from verify.page import Box, Page


@dataclass(frozen=True, slots=True)
class _Group:
    subject: str
    documents: tuple[Document, ...]
    item: Item | None = None


def verified(case: Case, params: Verified) -> Iterable[Observation]:
    """VO-01 … VO-05: phrase, verifier's signature, date and the employer's seal stand together on a page."""
    groups = list(_groups(case, params))
    return [_judge(case, group, params) for group in groups] or [na("佐证材料", "没有需要核对签署的佐证材料。")]


def unsigned(case: Case, params: Verified) -> tuple[Document, ...]:
    """The documents in which nothing like the phrase was read, and that need it: worth a second reading."""
    missing = [
        group
        for group in _groups(case, params)
        if not any(find(page, params.phrases) for document in group.documents for page in document.pages)
    ]
    return tuple(d for group in missing for d in group.documents if d.pages and not _platform(d, params))


def _groups(case: Case, params: Verified) -> Iterator[_Group]:
    items = [_Group(i.subject, i.documents, i) for i in case.items if i.slot not in params.exempt and i.documents]
    held = {document.file for group in items for document in group.documents}
    slots = [slot for slot in Slot if slot not in params.exempt]
    loose = [(slot, tuple(d for d in case.in_slot(slot) if d.file not in held)) for slot in slots]
    groups = [*items, *(_Group(SLOT_NAMES[slot], documents) for slot, documents in loose if documents)]
    for group in groups:
        if params.per == "item":
            yield group
        else:
            yield from (_Group(document.file, (document,), group.item) for document in group.documents)


def _judge(case: Case, group: _Group, params: Verified) -> Observation:
    needed = [document for document in group.documents if not _platform(document, params)]
    if not needed:
        return na(group.subject, f"都是可以再次查询的平台截图，不要求签署“{params.phrases[0]}”。")
    pages = [(document, page) for document in needed for page in document.pages if not page.blank]
    if not pages:
        return unsure(group.subject, "文件没有读出内容，请人工查看是否已签署核对。", *_files(needed))
    signed = [(d, p, hit) for d, p in pages if (hit := _phrase_on(p, params))]
    if signed:
        return min((_sign_off(case, group, *one, params) for one in signed), key=_rank)
    return _unsigned(case, group, needed, pages, params)


def _unsigned(
    case: Case, group: _Group, documents: list[Document], pages: list[tuple[Document, Page]], params: Verified
) -> Observation:
    wanted = params.phrases[0]
    for document, page in pages:
        if hit := find(page, params.weaker):
            message = f"写的是“{hit.phrase}”而不是“{wanted}”，请人工确认是否认可，并看签名、日期和公章。"
            return unsure(group.subject, message, at(document, page, hit.word), expected=wanted, found=hit.phrase)
    if any(document.problem for document in documents) or not all(read_well(page) for _, page in pages):
        message = f"没有读到“{wanted}”，但有页面未能读清，请人工查看是否已签署。"
        return unsure(group.subject, message, *_files(documents), expected=wanted)
    if screens := [document for document in documents if _may_be_platform(group, document, params)]:
        message = f"没有读到“{wanted}”，但似有监管平台的页面截图，请人工确认是否可以不签署。"
        return unsure(group.subject, message, *_files(screens), expected=wanted)
    if pen := _pen_by_seal(case, group, pages):
        message = f"没有读到“{wanted}”，但本单位公章旁有未能识读的手写笔迹，请人工查看是否为核对签署。"
        return unsure(group.subject, message, pen, expected=wanted)
    message = f"没有“{wanted}”字样。请由单位验证人签署“{wanted}”、签名、注明验证时间并加盖单位公章后重新上传。"
    return failed(group.subject, message, *_files(documents), expected=wanted, found="未见")


def _sign_off(case: Case, group: _Group, document: Document, page: Page, hit: Hit, params: Verified) -> Observation:
    parts = look(Signed(case, group.item, document, page, hit), params)
    shown = tuple(dict.fromkeys(part.evidence for part in parts if part.evidence))
    lacking = "；".join(part.message for part in parts if part.state != "there")
    if any(part.state == "missing" for part in parts):
        return failed(group.subject, f"核对签署不完整：{lacking}。请补齐后重新上传。", *shown)
    if any(part.state == "doubtful" for part in parts):
        return unsure(group.subject, f"有核对签署，但请人工查看：{lacking}。", *shown)
    return passed(group.subject, f"已签署“{hit.phrase}”，有验证人签名、验证时间和单位公章。", *shown)


def _platform(document: Document, params: Verified) -> bool:
    screens = document.slot is Slot.PROJECT and bool(document.pages)
    return screens and any(is_platform(p, params.platform_words, params.platform_doubtful) for p in document.pages)


def _may_be_platform(group: _Group, document: Document, params: Verified) -> bool:
    words = params.platform_doubtful
    return document.slot is Slot.PROJECT and any(may_be_platform(p, words, group.item) for p in document.pages)


def _files(documents: Iterable[Document]) -> tuple[Evidence, ...]:
    return tuple(Evidence(document.file) for document in documents)


def look(signed: Signed, params: Verified) -> tuple[Part, Part, Part, Part]:
    """VO-01 phrase, VO-03 date, VO-02 signature, VO-04 seal, as one page shows them."""
    return _phrase(signed), date(signed, params), signature(signed, params), seal(signed, params)


def _phrase(signed: Signed) -> Part:
    word = signed.hit.word
    where = at(signed.document, signed.page, word)
    exact = signed.hit.level == "exact"
    return Part("there", "", where) if exact else Part("doubtful", f"字样读作“{word.text}”", where)


def _phrase_on(page: Page, params: Verified) -> Hit | None:
    """The phrase in one line, or in two short ones of which one stands right below the other."""
    if hit := find(page, params.phrases):
        return hit
    short = [word for word in page.words if len(word.text.strip()) <= 4]
    pairs = (joined([a, b]) for a in short for b in short if a is not b and right_below(a.box, b.box))
    stacked = find(replace(page, words=tuple(pairs), second=(), seals=()), params.phrases)
    return stacked or find(page, params.phrases, fuzzy=True)


def _pen_by_seal(case: Case, group: _Group, pages: list[tuple[Document, Page]]) -> Evidence | None:
    """Where handwriting that was not read stands by the employer's seal, which may be the words."""
    units = Units(employers(case, group.item))
    for document, page in pages:
        unread = (*page.marks, *(word.box for word in page.words if word.confidence < SHAKY))
        for stamp in owned(document, page, units):
            if stamp.kind == "employer" and any(overlap(_around(stamp.seal.box), box) for box in unread):
                return stamp.evidence
    return None


def _around(box: Box) -> Box:
    half = (box[3] - box[1]) // 2
    return box[0] - half, box[1] - half, box[2] + half, box[3] + half


def _rank(seen: Observation) -> int:
    return ["pass", "unsure", "fail"].index(seen.outcome)
