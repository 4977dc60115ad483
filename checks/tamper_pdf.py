"""A PDF against its own earlier revision, and what lies on its print against what lies beneath. Ours, no clause."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from checks.check import failed, na, passed, unsure
from checks.rows import plain
from checks.tamper_blanks import Blanks, filled_in, masked, printed_again, renumbered
from checks.tamper_signoff import Signoff, added, signs_off
from verify.finding import Evidence, Observation
from verify.model import Case, Document
from verify.traces import CUT, LAYERS, PARTLY, UNCOMPARED, Addition, Change, Overlay, Traces

ALL = "全部 PDF"
SHOWN = 4
"""Changes that a message shows; the others are counted."""

ADDED: dict[Addition, str] = {
    "annotation": "批注或标注", "form": "填写表单空白栏", "signature": "电子签名或电子印章", "stamp": "加盖印章或签名图",
    "text": "新增文字", "text_layer": "识别文字层", "picture": "画面改动", "pages": "增加页面",
    "order": "调整页面次序", "undone": "改动后又改回原样", "layout": "版面、标点或图形变动（文字未变）", "metadata": "只改文件信息",
}  # fmt: skip

_ASKED = "也可能是出具单位更正后再存，请向申报人和出具单位核实，并核对原件。"
_GARBLED = re.compile("[\ufffd\ue000-\uf8ff]|\\(cid:")


class Revised(Blanks):
    """`sure`: confidence from which on what was read of two drawings of a scan is held against it."""

    sure: float


class Covered(Signoff):
    """A cover larger than `most` of the page, or read with less than `sure`, is a person's to look at.

    `page_numbers`: what stands in a page's margin and may be covered by another of the kind, as regular expressions.
    `redactions`: words on a bar that say it hides something; what it hides is then not told. `placeholders`: words that
    stand where something is to be written; that which fills the place may cover them.
    """

    sure: float
    most: float
    page_numbers: tuple[str, ...] = ()
    redactions: tuple[str, ...] = ()
    placeholders: tuple[str, ...] = ()


def revised(case: Case, params: Revised) -> Iterable[Observation]:
    """One observation a file that was saved again, and one for all others."""
    files = _pdfs(case)
    if not files:
        return [na(ALL, "没有可以查看保存记录的 PDF。")]
    found = [one for document, traces in files for one in _revised(document, traces, params)]
    quiet = len(files) - len({one.subject for one in found})
    signed = sum(len(traces.signatures) for _, traces in files)
    told = f"{quiet} 份 PDF 没有留下改动文字的保存记录。另存或重新打印会抹去记录，没有见到不等于没有改过。"
    found += [
        na(one.file, f"{note}，其余未比较。") for one, traces in files for note in traces.incomplete if note == PARTLY
    ]
    told += f"共有 {signed} 个电子签名，此处不核验签名人身份。" if signed else ""
    return [*found, *([passed(ALL, told)] if quiet else [])]


def _revised(document: Document, traces: Traces, params: Revised) -> Iterator[Observation]:
    changes = [change for change in _changes(traces) if not _usual(change, params)]
    sure = [change for change in changes if _accused(change, params)]
    if sure:
        message = f"{_count(traces)}，后来的保存改动了已有文字：{_listed(sure)}。{_ASKED}"
        yield failed(document.file, message, *_where(document, sure), expected=sure[0].before, found=sure[0].after)
        return
    doubts = [*_doubts(traces, changes, params), *_signed(traces)]
    if doubts:
        message = f"{_count(traces)}，{'；'.join(doubts)}。请人工查看并核对原件。"
        yield unsure(document.file, message, *_where(document, changes), found="；".join(doubts))
    elif len(traces.revisions):
        yield passed(document.file, f"{_count(traces)}，后来的保存：{_benign(traces, params)}；没有改动原有文字。")
    elif any(signature.state == "unchecked" for signature in traces.signatures):
        yield passed(
            document.file, "没有改动文字的保存记录；所带电子签名（如国密签名）此处无法核验，须用专门软件核验。"
        )


def _changes(traces: Traces) -> list[Change]:
    return [change for revision in traces.revisions for change in revision.changes]


def _usual(change: Change, params: Revised) -> bool:
    """Whether a change is what people and tools do to a form: blanks filled in, pages numbered anew."""
    return change.kind == "filled" or (_by_tools(change, params) and not masked(change))


def _by_tools(change: Change, params: Revised) -> bool:
    return filled_in(change, params) or renumbered(change, params)


def _accused(change: Change, params: Revised) -> bool:
    explained = _by_tools(change, params) or printed_again(change, params)
    return _sure(change, params) and not explained and not added(change.before, change.after, params)


def _sure(change: Change, params: Revised) -> bool:
    """Whether letters or digits that were printed are others now, and both were read surely."""
    garbled = _GARBLED.search(change.before + change.after)
    printed = change.source != "field" and change.kind == "altered"
    return printed and not garbled and change.confidence >= params.sure


def _doubts(traces: Traces, changes: list[Change], params: Revised) -> Iterator[str]:
    again = [change for change in changes if printed_again(change, params)]
    signed = [change for change in changes if _sure(change, params) and added(change.before, change.after, params)]
    if again:
        yield f"页边的打印时间有变动（重新打印、更新页脚会有）：{_listed(again)}"
    if signed:
        yield f"原有文字上加了签署字样（应是单位核对时所写，被遮住的内容须人工查看）：{_listed(signed)}"
    if marked := [change for change in changes if change.kind == "marked"]:
        yield f"勾选、正负号、小数点或各行的位置有变动：{_listed(marked)}"
    if doubtful := [change for change in changes if change not in [*signed, *again, *marked]]:
        yield f"有不能断定是否改动的文字：{_listed(doubtful)}"
    if gone := sum(revision.pages_gone for revision in traces.revisions):
        yield f"后来的保存去掉了 {gone} 页"
    if any("picture" in revision.additions for revision in traces.revisions):
        yield "后来的保存改动了页面画面，未能读出改了什么"
    yield from (note for note in (UNCOMPARED, CUT) if note in traces.incomplete)
    if traces.unopened:
        yield f"有 {traces.unopened} 个较早的版本打不开，未能比较"


def _signed(traces: Traces) -> Iterator[str]:
    if broken := sum(signature.state == "broken" for signature in traces.signatures):
        yield f"{broken} 个电子签名与文件内容不符（签名后内容可能有变动）"


def _benign(traces: Traces, params: Revised) -> str:
    kinds = [kind for revision in traces.revisions for kind in revision.additions]
    usual = ["更新页码" if renumbered(change, params) else "填写空白处" for change in _changes(traces)]
    named = dict.fromkeys([*(ADDED[kind] for kind in kinds), *usual])
    unknown = any(signature.state == "unchecked" for signature in traces.signatures)
    return ("、".join(named) or "未见文字变动") + ("；所带电子签名（如国密签名）此处无法核验" if unknown else "")


def _count(traces: Traces) -> str:
    partly = f"，其中 {traces.skipped} 次未逐一比较" if traces.skipped else ""
    return f"文件共保存过 {traces.saved} 次{partly}"


def _listed(changes: list[Change]) -> str:
    told = "；".join(_told(change) for change in changes[:SHOWN])
    return told + (f"；另有 {len(changes) - SHOWN} 处" if len(changes) > SHOWN else "")


def _told(change: Change) -> str:
    place = "表单栏" if change.source == "field" else f"第 {change.page} 页"
    masked = "（不同之处在遮盖的号码中）" if change.before == change.after else ""
    return f"{place}原为“{change.before}”，现为“{change.after or '（无）'}”{masked}"


def _where(document: Document, changes: list[Change]) -> list[Evidence]:
    return [
        Evidence(
            document.file,
            None if one.source == "field" else one.page,
            one.box,
            one.after or one.before,
            earlier=one.picture,
        )
        for one in changes[:SHOWN]
    ]


def covered(case: Case, params: Covered) -> Iterable[Observation]:
    """One observation a file with a cover over other text, else one for all."""
    files = _pdfs(case)
    if not files:
        return [na(ALL, "没有可以查看图层的 PDF。")]
    found = [one for document, traces in files for one in _covered(document, traces, params)]
    told = f"{len(files)} 份 PDF 中没有见到盖住原有文字再写上其他文字的。重新打印或扫描会抹去图层，没有见到不等于没有。"
    laid = [overlay for _, traces in files for overlay in traces.overlays]
    bars = sum(_only(_letters(one.above), params.redactions) for one in laid)
    told += f"有 {bars} 处写有“已脱敏”等字样的遮盖，盖住的内容没有看。" if bars else ""
    return found or [passed(ALL, told)]


def _covered(document: Document, traces: Traces, params: Covered) -> Iterator[Observation]:
    judged = [overlay for overlay in traces.overlays if not _innocent(overlay, params)]
    signed = [one for one in judged if _retyped(one, params) and signs_off(one.beneath, one.above, params)]
    sure = [overlay for overlay in judged if _retyped(overlay, params) and overlay not in signed]
    partly = [note for note in traces.incomplete if note in LAYERS]
    if sure:
        message = f"有不透明的色块或图片盖住原有文字，上面是其他文字：{_overlays(sure)}。{_ASKED}"
        yield failed(
            document.file, message, *_boxes(document, sure), expected=sure[0].beneath, found=sure[0].above
        )  # fmt: skip
    elif judged:
        yield unsure(document.file, f"{_doubtful(judged, signed)}。请人工查看。", *_boxes(document, judged))
    elif partly:
        yield unsure(document.file, f"{'，'.join(partly)}，请人工查看。", Evidence(document.file))


def _doubtful(judged: list[Overlay], signed: list[Overlay]) -> str:
    others = [one for one in judged if one not in signed]
    told = (
        [f"签署字样写在不透明的色块或图片上，盖住了原有文字（应是单位核对时所写）：{_overlays(signed)}"]
        if signed
        else []
    )
    told += [f"有色块或图片盖住文字，未能断定上下文字是否不同：{_overlays(others)}"] if others else []
    return "；".join(told)


def _innocent(overlay: Overlay, params: Covered) -> bool:
    """A seal, a redaction, a place filled in, a renumbered page, or the same text once more."""
    beneath, above = _letters(overlay.beneath), _letters(overlay.above)
    if overlay.coloured and overlay.kind == "picture":
        return True
    if overlay.in_number:
        return False
    numbers = [re.compile(pattern) for pattern in params.page_numbers]
    if _GARBLED.search(overlay.beneath + overlay.above):
        return False
    if _only(above, params.redactions) or _only(beneath, params.placeholders):
        return True
    number = all(any(one.fullmatch(plain(text)) for one in numbers) for text in (overlay.beneath, overlay.above))
    return not beneath or not above or beneath in above or (overlay.margin and number)


def _only(letters: str, words: tuple[str, ...]) -> bool:
    """Whether a text says nothing but some of the words, as often as they come."""
    known = "|".join(sorted((re.escape(_letters(word)) for word in words), key=len, reverse=True))
    return bool(known) and bool(re.fullmatch(f"(?:{known})+", letters))


def _retyped(overlay: Overlay, params: Covered) -> bool:
    part = not overlay.in_number and _letters(overlay.above) in _letters(overlay.beneath)
    garbled = _GARBLED.search(overlay.beneath + overlay.above)
    read = min(overlay.beneath_sure, overlay.above_sure) >= params.sure
    return read and not (garbled or part) and overlay.share <= params.most


def _letters(text: str) -> str:
    return "".join(letter for letter in plain(text) if letter.isalnum())


def _overlays(overlays: list[Overlay]) -> str:
    told = "；".join(map(_laid, overlays[:SHOWN]))
    return told + (f"；另有 {len(overlays) - SHOWN} 处" if len(overlays) > SHOWN else "")


def _laid(overlay: Overlay) -> str:
    masked = "（不同之处在遮盖的号码中）" if overlay.in_number and overlay.beneath == overlay.above else ""
    return f"第 {overlay.page} 页下面是“{overlay.beneath}”，上面是“{overlay.above}”{masked}"


def _boxes(document: Document, overlays: list[Overlay]) -> list[Evidence]:
    return [Evidence(document.file, one.page, one.box, one.above, earlier=one.picture) for one in overlays[:SHOWN]]


def _pdfs(case: Case) -> list[tuple[Document, Traces]]:
    return [(d, d.traces) for d in case.documents if d.media == "application/pdf" and d.traces]
