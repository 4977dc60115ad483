"""The promise that all is true (真实性保证书): 绍建盟[2024]07号 附件2 二2; 永人社〔2021〕23号 三; rule TM-12."""

from __future__ import annotations

import re
from collections.abc import Iterable

from checks.check import Params, failed, passed, unsure
from checks.days import without_dates
from checks.names import find_name
from checks.pages import at, beside, find, lines, marks, marks_by, overlap, read_well, swollen
from checks.rows import plain
from verify.finding import Evidence, Observation, Outcome
from verify.model import Case, Document, Slot
from verify.page import Page, Word

SUBJECT = "承诺书"

LABEL_LENGTH = 24
"""A longer line is the promise's text, in which the name is printed, and no place to sign."""


OTHER_TEXT = 10
"""With more characters than these beside the name, a short line is a part of the promise's text."""

_REMARKS = ("打印", "签名", "签字", "手写", "手签", "盖章", "签章", "本人", "正楷")


class Signed(Params):
    """Words of the document's title, the labels beside which it is signed, and those that also stand in a form's head."""

    titles: tuple[str, ...]
    labels: tuple[str, ...]
    weak_labels: tuple[str, ...] = ()


def signed(case: Case, params: Signed) -> Iterable[Observation]:
    """TM-12: the document is there and the applicant has signed it; a printed name elsewhere is no signature."""
    documents = case.in_slot(Slot.COMMITMENT)
    if not documents:
        return [failed(SUBJECT, f"没有找到《{params.titles[0]}》，请在线签署后上传。", found="没有文件")]
    pages = [(document, page) for document in documents for page in document.pages if not page.blank]
    titled = [(d, p) for d, p in pages if find(p, params.titles, fuzzy=True)]
    if not titled:
        shown = (Evidence(document.file) for document in documents)
        return [unsure(SUBJECT, f"没有读到“{params.titles[0]}”字样，请人工看这是不是保证书、是否已签名。", *shown)]
    return [_best([_page(case.name, d, p, params, len(pages)) for d, p in pages])]


def _page(name: str, document: Document, page: Page, params: Signed, pages: int) -> Observation:
    """What one page shows of a signature; a page of several without a place to sign says nothing of its own."""
    places = [place for place in beside(page, params.labels) if len(plain(place[0].text)) <= LABEL_LENGTH]
    seen = [(label, _place(name, document, page, label, beyond)) for label, beyond in places]
    if written := [observation for _, observation in seen if observation]:
        best = _best(written)
        head = all(o.outcome is not Outcome.PASS or _is_weak(label, params) for label, o in seen if o)
        blank = any(o is None and not _is_weak(label, params) for label, o in seen)
        return _in_head(best) if best.outcome is Outcome.PASS and head and blank else best
    subject, here = document.file, at(document, page, places[0][0] if places else None)
    if not read_well(page) or document.problem:
        return unsure(subject, "保证书未能读清，请人工查看是否清晰、是否已签名。", here)
    if not places and (marks(page) or pages > 1):
        return unsure(subject, "没有读到签名栏，请人工查看本页是否有申报人签名。", here)
    if stray := _stray_name(name, page):
        message = f"签名栏外有“{stray.text}”字样，请人工确认是否为申报人本人签名。"
        return unsure(subject, message, at(document, page, stray), expected=name, found=stray.text)
    return failed(subject, "保证书上没有签名，请申报人本人签署后重新上传。", here, expected=name, found="空白")


def _place(name: str, document: Document, page: Page, label: Word, beyond: Word | None) -> Observation | None:
    """What stands at one place to sign: the name by either reader, other writing, unread ink, or None for nothing."""
    again = [word for word in page.second if beyond and overlap(word.box, beyond.box)]
    for word in (beyond, *again) if beyond else ():
        if word and "打印" not in word.text and find_name(name, [word]).level == "exact":
            shown = at(document, page, word)
            return passed(document.file, f"保证书已签名，读作“{word.text}”。", shown, found=word.text)
    if beyond and not _printed(beyond):
        message = f"签名处读作“{beyond.text}”，与申报人“{name}”不一致或不易辨认，请人工核对签名。"
        return unsure(document.file, message, at(document, page, beyond), expected=name, found=beyond.text)
    if marks_by(page, label.box) or swollen(page, label):
        message = "签名处有手写笔迹但未能识读，请人工核对是否为申报人本人签名。"
        return unsure(document.file, message, at(document, page, label))
    return None


def _is_weak(label: Word, params: Signed) -> bool:
    """Whether a label names the applicant, as a form's head does too, and does not ask for a signature."""
    text = plain(label.text)
    strong = [word for word in params.labels if word not in params.weak_labels]
    return any(word in text for word in params.weak_labels) and not any(word in text for word in strong)


def _in_head(seen: Observation) -> Observation:
    message = f"有申报人姓名“{seen.found}”，但签名栏似为空白，请人工确认是否已签名。"
    return unsure(seen.subject, message, *seen.evidence, found=seen.found)


def _stray_name(name: str, page: Page) -> Word | None:
    """The applicant's name, or much like it, in a line that is too short to be the promise's text."""
    for word in lines(page):
        seen = find_name(name, [word])
        rest = re.sub(r"[^\u3400-\u9fff]", "", without_dates(word.text))
        if seen.level != "none" and len(plain(word.text)) <= LABEL_LENGTH and len(rest) - len(seen.read) <= OTHER_TEXT:
            return word
    return None


def _printed(word: Word) -> bool:
    """Whether what stands beside a label is no signature: a date, or the next label."""
    text = re.sub(r"(签署)?(日期|时间).*", "", without_dates(word.text))
    return set(text) <= set("年月日:_-./0123456789()") or text.endswith(":") or text.strip("()") in _REMARKS


def _best(seen: list[Observation]) -> Observation:
    """The page that speaks best for the applicant: signed, else doubtful, else unsigned."""
    return min(seen, key=lambda o: ["pass", "unsure", "fail"].index(o.outcome))
