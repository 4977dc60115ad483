"""The review form (评审表) as the platform prints it: 绍建盟[2024]07号 附件4 一; 永人社〔2021〕23号 三. Rule FM-01.

The watermark is light grey and lies aslant: a text layer has its letters, a reader of pictures mostly misses them. So
only a page with a text layer can lack it; of a scan nobody can say more than that it was not read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from difflib import SequenceMatcher
from typing import Literal

from checks.check import Params, failed, na, passed, unsure
from checks.pages import at, find
from checks.rows import plain
from verify.finding import Observation
from verify.model import Case, Document, Slot
from verify.page import Page

SUBJECT = "评审表"
ALONE = 3
"""Two watermarks side by side leave two or three letters on a line."""

PARTLY = 0.4
"""From this share of its letters on, standing alone, a watermark is there in part."""

ABSENT = 3
"""So many of its letters must be nowhere on a page to say that it is not there: they may stand among other text."""

State = Literal["there", "partly", "unread", "missing"]


class Watermark(Params):
    """The watermark's `text`; a run of at least `part` characters of it is a part of it.

    `system` are the platform's longer names, which a page may print in words and which are no watermark.
    """

    text: str
    part: int
    system: tuple[str, ...] = ()


def watermark(case: Case, params: Watermark) -> Iterable[Observation]:
    """FM-01: the platform's watermark is on every page of each review form; one that was not uploaded comes later."""
    documents = case.in_slot(Slot.REVIEW_FORM)
    if not documents:
        return [na(SUBJECT, "没有上传评审表（审核同意后才能下载），不适用。")]
    return [_document(document, params) for document in documents]


def _document(document: Document, params: Watermark) -> Observation:
    states = [(page, _state(page, params)) for page in document.pages if not page.blank]
    by = {
        state: [page for page, found in states if found == state] for state in ("there", "partly", "unread", "missing")
    }
    if missing := by["missing"]:
        message = f"{_pages(missing)}没有水印“{params.text}”（文字版 PDF，水印文字应能读到），请重新下载打印。"
        return failed(
            document.file, message, *(at(document, page) for page in missing), expected=params.text, found="未见"
        )
    if doubtful := sorted((*by["partly"], *by["unread"]), key=lambda page: page.number):
        why = "只读到部分水印" if by["partly"] else "没有读到水印；水印颜色浅且倾斜，扫描件上往往读不出"
        message = f"{_pages(doubtful)}{why}，请人工查看每页是否有“{params.text}”水印。"
        return unsure(document.file, message, *(at(document, page) for page in doubtful), expected=params.text)
    if not states:
        why = "各页似为空白" if document.pages else "未能打开"
        return unsure(document.file, f"评审表{why}，请人工查看。")
    return passed(document.file, f"{len(states)} 页都有水印“{params.text}”。", found=params.text)


def _state(page: Page, params: Watermark) -> State:
    mark = plain(params.text)
    said = plain("".join(word.text for word in (*page.words, *page.second)))
    for name in params.system:
        said = said.replace(plain(name), "\n")
    share = _scattered(mark, page)
    if find(page, [params.text]) or mark in said or share == 1:
        return "there"
    if share >= PARTLY or _run(mark, said) >= params.part:
        return "partly"
    return "missing" if page.source == "text" and len(set(mark) - set(said)) >= ABSENT else "unread"


def _run(mark: str, said: str) -> int:
    """The longest run of the watermark's characters that is there."""
    return SequenceMatcher(None, said, mark, autojunk=False).find_longest_match().size


def _scattered(mark: str, page: Page) -> float:
    """The share of the watermark's letters that stand alone: in a text layer a slanting line falls apart."""
    letters = Counter(mark)
    alone = [text for word in page.words if len(text := plain(word.text)) <= ALONE and set(text) <= set(letters)]
    return (letters & Counter("".join(alone))).total() / letters.total()


def _pages(pages: list[Page]) -> str:
    return f"第 {'、'.join(str(page.number) for page in pages)} 页"
