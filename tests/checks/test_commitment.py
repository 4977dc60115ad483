"""commitment.signed: SX 附件2 二2, YJ 三."""

from __future__ import annotations

import pytest

from tests.checks.build import NAME, case, document, outcomes, page, row, seal, word
from verify.model import Slot
from verify.page import Page, Word

FILE = "承诺书/保证书.pdf"
TITLE = "专业技术资格申报材料真实性保证书"
TEXT = f"本人{NAME}，对提交的所有材料真实性负责"


STAMP = seal("浙江宝业建设集团有限公司", box=(200, 280, 400, 480))


def signed(*lines: object, **more: object) -> Page:
    return page(TITLE, TEXT, *lines, **more)  # type: ignore[arg-type]


CASES = [
    ("signed in the line", signed(f"承诺人：{NAME}", "2024年9月20日"), "pass"),
    ("signed beside the label", signed(*row("承诺人（签名）：", NAME, y=900)), "pass"),
    ("signed with spaces", signed(*row("签名", "王 建 国", y=900)), "pass"),
    ("signed below the label", signed(word("申报人签名", y=900), word(NAME, y=940)), "pass"),
    ("second reader reads it", signed(*row("承诺人：", "王健国", y=900), second=row("承诺人：", NAME, y=900)), "pass"),
    ("signed with the date behind it", signed(f"承诺人：{NAME} 2024年9月20日"), "pass"),
    ("signed below another's place", signed("单位经办人签字：李明", f"承诺人：{NAME}"), "pass"),
    ("another's name", signed(*row("承诺人：", "李明", y=900)), "unsure"),
    ("one character off", signed(*row("承诺人：", "王健国", y=900)), "unsure"),
    ("a longer name", signed(*row("承诺人：", "王建国强", y=900)), "unsure"),
    ("ink that is not read", signed(word("承诺人：", y=900), marks=((240, 880, 420, 960),)), "unsure"),
    ("a scribble inside the label's box", signed(Word("承诺人：", (100, 900, 420, 990), 0.9)), "unsure"),
    ("ink within a seal", signed("承诺人：", marks=((240, 320, 300, 360),), seals=(STAMP,)), "unsure"),
    ("nothing but the date", signed(*row("承诺人：", "2024年9月20日", y=900)), "fail"),
    (
        "a name in the text only",
        signed("申报人王建国对所提交的全部材料的真实性、准确性、完整性负责", "承诺人："),
        "fail",
    ),
    ("blank", signed("承诺人（签名）：", "日期：    年  月  日"), "fail"),
    ("no place to sign", signed(), "fail"),
    ("signed as 申请人", signed("申请人：王建国", "2024年9月20日"), "pass"),
    ("signed as 声明人", signed("声明人：王建国"), "pass"),
    ("a bare name and date", signed("王建国", "2024年9月20日"), "unsure"),
    ("misread with the date behind it", signed("承诺人：王健国 日期：2024年9月20日"), "unsure"),
    ("far below the label", signed(word("承诺人：", y=900), word(NAME, y=1005)), "unsure"),
    ("far right of the label", signed(word("承诺人：", y=900), word(NAME, x=620, y=900)), "unsure"),
    ("above the label", signed(word(NAME, y=850), word("承诺人：", y=900)), "unsure"),
    ("named in the head, not signed", page(f"申报人：{NAME}", TITLE, TEXT, "签名：", "日期："), "unsure"),
    ("printed", signed("承诺人：（打印）"), "fail"),
    ("a printed name", signed("承诺人：王建国（打印）"), "unsure"),
    ("badly read", signed("承诺人：", confidence=0.4), "unsure"),
    ("another document", page("工程竣工验收报告", f"负责人：{NAME}"), "unsure"),
]


@pytest.mark.parametrize("notice", ["shaoxing-2024-07", "yongjia-2021-23"])
@pytest.mark.parametrize(("name", "shown", "outcome"), CASES, ids=[c[0] for c in CASES])
def test_signed(name: str, shown: Page, outcome: str, notice: str) -> None:
    found = outcomes("commitment.signed", case(document(FILE, Slot.COMMITMENT, shown)), notice)
    assert found == [(outcome, FILE if outcome != "unsure" or name != "another document" else "承诺书")]


def test_a_missing_document_fails() -> None:
    assert outcomes("commitment.signed", case()) == [("fail", "承诺书")]


def test_two_pages_are_one_document() -> None:
    paper = document(FILE, Slot.COMMITMENT, signed(), page(f"承诺人：{NAME}", number=2))
    assert outcomes("commitment.signed", case(paper)) == [("pass", FILE)]
