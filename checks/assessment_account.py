"""What a year's form says of the work: the summary and the unit's opinion. Rules AA-07, AA-08."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.assessment_blocks import Block
from checks.assessment_whole import Form, Said, Whole, block_of
from checks.days import without_figures
from checks.denials import affirmed
from checks.pages import WELL, read_well
from checks.rows import levels, plain
from verify.finding import Evidence, Outcome
from verify.model import Case

HANDWRITTEN = 0.75
"""Mean confidence below which a summary is taken to be written by hand and not read."""

_SENTENCE = re.compile(r"[。！？；!?;]+")
_HINT = re.compile(r"请填写|请写|不少于|另附|附页|注:")
"""A cell with such a printed hint is for handwriting, which may not have been read."""


def summary(case: Case, whole: Whole, params: Form) -> Iterator[Said]:
    """AA-07: several sentences on the work of the year, as far as they were read."""
    found = block_of(whole, params.summary_labels, params)
    if found is None:
        yield Outcome.UNSURE, "没有读到“个人总结”栏（版式不同或未读清），请人工看有没有业绩阐述", (whole.sheet.shown,)
        return
    shown = (Evidence(whole.document.file, found.page.number, found.area),)
    size, count = len(found.text), len([part for part in _SENTENCE.split(found.text) if len(part) >= 4])
    works = any(plain(word) in found.text for word in params.work_words)
    dark = found.unread or not all(read_well(page, WELL) for page in (found.page, *found.more))
    thin = count < params.sentences or size < params.few
    if size >= params.plenty and not thin:
        return
    if found.lines and found.confidence < HANDWRITTEN:
        yield Outcome.UNSURE, "“个人总结”似为手写，未能读清，请人工查看", shown
    elif thin and not works and (dark or _HINT.search(found.text)):
        yield Outcome.UNSURE, f"“个人总结”只读出 {size} 字，栏内另有未读出的笔迹或页面不清，请人工查看", shown
    elif thin and not works and (why := _leave(whole, found, params)):
        text = f"“个人总结”没有业绩阐述，而表上写有“{why}”，当年可能未全年在岗，请人工核对"
        yield Outcome.UNSURE, text, shown
    elif thin and not works:
        what = f"只有“{found.text[:40]}”，没有业绩阐述" if found.text else "是空白"
        yield Outcome.FAIL, f"“个人总结”{what}，请写明当年的工作业绩", shown
    else:
        yield Outcome.UNSURE, f"“个人总结”只读出 {size} 字、{count} 句，请人工看业绩阐述是否充分", shown


def opinion(case: Case, whole: Whole, params: Form) -> Iterator[Said]:
    """AA-08: the unit's opinion is there; whether it is sealed is a person's to look at, for the form has no place for it."""
    found = block_of(whole, params.opinion_labels, params)
    if found is None:
        yield Outcome.UNSURE, "没有读到“单位考核意见”栏，请人工查看", (whole.sheet.shown,)
        return
    shown = (Evidence(whole.document.file, found.page.number, found.area),)
    if not found.text and not found.unread and read_well(found.page, WELL):
        yield Outcome.FAIL, "“单位考核意见”是空白，请由单位填写", shown
    elif not found.text:
        yield Outcome.UNSURE, "没有读出“单位考核意见”，请人工查看", shown
    elif not _signed(whole, found, params) and not any(page.seals for page in whole.pages):
        yield Outcome.UNSURE, "“单位考核意见”没有看到签名或单位公章，请人工查看", shown


def _leave(whole: Whole, summary: Block, params: Form) -> str | None:
    """The word by which the summary or the unit's opinion says that the year, or part of it, was not worked."""
    opinion = block_of(whole, params.opinion_labels, params)
    texts = [summary.text, opinion.text if opinion else ""]
    return next((w for w in params.leave if any(affirmed(text, (w,), params.no_leave) for text in texts)), None)


def _signed(whole: Whole, found: Block, params: Form) -> bool:
    """Whether something stands after the signature's label that ends a block, or ink beside it."""
    below = [
        w for w in found.page.words if w.box[1] >= found.area[3] - 5 and plain(w.text).startswith(params.sign_labels)
    ]
    if not below:
        return True  # a layout without a label to sign after
    line = min(below, key=lambda w: w.box[1])
    row = next((row for row in levels(found.page.words) if line in row), [line])
    text = without_figures("".join(word.text for word in row))
    for label in params.sign_labels:
        text = text.replace(label, "")
    near = (line.box[0], line.box[1] - 40, found.page.width, line.box[3] + 40)
    return len(re.sub(r"[^一-鿿]", "", text)) >= 2 or any(near[1] <= mark[1] <= near[3] for mark in found.page.marks)
