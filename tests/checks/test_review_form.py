"""review_form.watermark: SX 附件4 一; YJ 三. Rule FM-01."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.checks.build import case, document, observe, outcomes, page, word
from verify.model import Slot
from verify.page import Page, Word

MARK = "浙江省专业技术任职资格申报与评审管理平台"
SYSTEM = "浙江省专业技术职务任职资格申报与评审管理服务平台"
BODY = ("专业技术职务任职资格评审表", "工作单位：绍兴宝业", "申报资格：工程师")


def _aslant(text: str, times: int = 1) -> list[Word]:
    """How a text layer gives a slanting line: letter by letter, from the top; two marks give two letters a line."""
    return [word(char * times, x=200 + 60 * n, y=1200 - 60 * n) for n, char in enumerate(text)][::-1]


def _text(*lines: str | Word) -> Page:
    return replace(page(*lines), source="text")


STATES = [
    ("printed level", _text(*BODY, MARK), "pass"),
    ("printed aslant", _text(*BODY, *_aslant(MARK)), "pass"),
    ("two of them aslant", _text(*BODY, *_aslant(MARK, 2)), "pass"),
    ("half of it", _text(*BODY, MARK[:11]), "unsure"),
    ("half of it, aslant", _text(*BODY, *_aslant(MARK[:11])), "unsure"),
    ("the system's name", _text(*BODY, SYSTEM), "fail"),
    ("none", _text(*BODY), "fail"),
    ("none, but all of its letters", _text(*BODY, "浙江省工程管理与服务平台"), "unsure"),
    ("read on a scan", page(*BODY, MARK), "pass"),
    ("read by the second reader", page(*BODY, second=(word(MARK),)), "pass"),
    ("half read on a scan", page(*BODY, MARK[:9]), "unsure"),
    ("a scan", page(*BODY), "unsure"),
    ("blank", page(blank=True), "unsure"),
]


@pytest.mark.parametrize("notice", ["shaoxing-2024-07", "yongjia-2021-23"])
@pytest.mark.parametrize(("found", "outcome"), [one[1:] for one in STATES], ids=[one[0] for one in STATES])
def test_watermark(found: Page, outcome: str, notice: str) -> None:
    form = case(document("评审表/a.pdf", Slot.REVIEW_FORM, found))
    assert outcomes("review_form.watermark", form, notice) == [(outcome, "评审表/a.pdf")]


def test_every_page_has_it() -> None:
    pages = (_text(*BODY, MARK), replace(_text("工作经历", "业绩"), number=2), replace(page(blank=True), number=3))
    seen = observe("review_form.watermark", case(document("评审表/a.pdf", Slot.REVIEW_FORM, *pages)))
    assert [(one.outcome.value, [e.page for e in one.evidence]) for one in seen] == [("fail", [2])]


def test_a_form_that_comes_later_is_not_missing() -> None:
    assert outcomes("review_form.watermark", case()) == [("na", "评审表")]


def test_a_form_that_does_not_open_was_uploaded_all_the_same() -> None:
    found = case(document("评审表/a.pdf", Slot.REVIEW_FORM))
    assert outcomes("review_form.watermark", found) == [("unsure", "评审表/a.pdf")]
